"""Runs the migrations on the connection that the vault shares, inside the vault's transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
