"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of an empty diary."""
    _make_entry()
    _make_bleeding()
    _make_sex()
    _make_pain()
    _make_symptom()
    _make_fact()
    _make_fact_absent()
    _make_profile()
    _make_change()


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text()) for name in names]


def _counts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer()) for name in names]


def _amounts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.REAL()) for name in names]


def _flags(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean()) for name in names]


def _lists(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.JSON()) for name in names]


def _position() -> sa.Column[Any]:
    return sa.Column("position", sa.Integer(), nullable=False)


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def _unique_id(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id"))


def _entry() -> sa.Column[Any]:
    return sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False)


def _of_entry(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_entry")
    return sa.ForeignKeyConstraint(["entry"], ["entry.position"], name=name, ondelete="CASCADE")


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def _make_entry() -> None:
    op.create_table(
        "entry",
        _position(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        *_texts("date_precision", "time", "recorded_at"),
        *_counts("cycle_day"),
        *_flags("no_bleeding", "no_sex"),
        *_texts("follows", "symptoms_since"),
        *_flags("same_as_before"),
        *_counts("missed_pill_count"),
        *_amounts("temperature_c"),
        *_counts("distress"),
        *_texts("note"),
        *_flags("private"),
        *_texts("origin"),
        _key("entry", "position"),
        _unique_id("entry"),
        _check("ck_entry_no_bleeding_is_only_true", "no_bleeding = 1"),
        _check("ck_entry_no_sex_is_only_true", "no_sex = 1"),
        _check("ck_entry_distress_in_range", "distress BETWEEN 0 AND 10"),
    )


def _make_bleeding() -> None:
    op.create_table(
        "bleeding",
        _entry(),
        sa.Column("source", sa.Text(), nullable=False),
        *_lists("possible_sources"),
        *_texts("amount", "timing", "period", "colour", "clots"),
        *_counts("large_clot_count"),
        *_amounts("pads_per_hour", "soaking_hours"),
        *_lists("products"),
        *_amounts("volume_ml", "duration_hours"),
        *_flags("stopped"),
        *_texts("trend"),
        *_flags("stops_with_pressure"),
        *_amounts("hours_after_sex"),
        *_lists("noticed_on"),
        _key("bleeding", "entry"),
        _of_entry("bleeding"),
    )


def _make_sex() -> None:
    op.create_table(
        "sex",
        _entry(),
        *_lists("kinds", "sites"),
        *_texts("role"),
        *_flags("solo", "lubricant", "condom", "vigorous", "new_position", "new_partner"),
        *_flags("after_long_break", "first_time", "before_aroused", "first_after_birth"),
        *_flags("penetration_not_possible"),
        *_texts("consent"),
        _key("sex", "entry"),
        _of_entry("sex"),
    )


def _make_pain() -> None:
    op.create_table(
        "pain",
        _entry(),
        *_counts("score"),
        *_texts("severity", "site"),
        *_lists("other_sites"),
        *_texts("side"),
        *_flags("sudden", "with_sex"),
        *_amounts("duration_hours"),
        *_flags("stopped"),
        *_texts("trend"),
        _key("pain", "entry"),
        _of_entry("pain"),
        _check("ck_pain_score_in_range", "score BETWEEN 0 AND 10"),
    )


def _make_symptom() -> None:
    op.create_table(
        "symptom",
        _entry(),
        sa.Column("symptom", sa.Text(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        _key("symptom", "entry", "symptom", "present"),
        _of_entry("symptom"),
    )


def _make_fact() -> None:
    op.create_table(
        "fact",
        _position(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        *_texts("start", "end", "date_precision", "note"),
        *_flags("private", "low_progestogen"),
        *_texts("due_date", "result", "test", "next_due", "infection", "last_contact"),
        *_lists("about"),
        *_texts("helped"),
        *_flags("tested"),
        _key("fact", "position"),
        _unique_id("fact"),
    )


def _make_fact_absent() -> None:
    op.create_table(
        "fact_absent",
        _position(),
        sa.Column("kind", sa.Text(), nullable=False),
        *_texts("what", "date"),
        _key("fact_absent", "position"),
    )


def _make_profile() -> None:
    op.create_table(
        "profile",
        _position(),
        *_counts("birth_year"),
        *_lists("organs", "organs_unsure"),
        *_texts("menstrual_status"),
        *_counts("menarche_age"),
        *_texts("last_period_start"),
        *_counts("usual_cycle_length", "usual_period_length"),
        *_texts("country", "region"),
        _key("profile", "position"),
        _check("ck_profile_one_row", "position = 1"),
    )


def _make_change() -> None:
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        _position(),
        *_lists("before", "after"),
        _key("change", "number"),
        _check("ck_change_changes_something", "before IS NOT NULL OR after IS NOT NULL"),
    )
    op.create_index(op.f("ix_change_batch"), "change", ["batch"])
