"""Numbered versions of the tables inside the diary, run when an older diary is opened."""
