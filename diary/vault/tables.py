"""The tables inside the diary, which mirror the model so that SQL alone can answer questions.

Columns are named as the model's fields. Days, times and moments are text in ISO 8601, words are
spelt as in the interchange form, lists are JSON, and what was not recorded is NULL. `position` is
the order in which records were added; the parts of an entry name it as `entry`.

Each change here needs a numbered migration, and so does each new word of the vocabulary (an empty
one): an older program could not read it, and then says that the diary is newer.
"""

from sqlalchemy import (
    JSON,
    REAL,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _counts(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


def _amounts(*names: str) -> list[Column[float]]:
    return [Column(name, REAL) for name in names]


def _flags(*names: str) -> list[Column[bool]]:
    return [Column(name, Boolean) for name in names]


def _lists(*names: str) -> list[Column[object]]:
    return [Column(name, JSON(none_as_null=True)) for name in names]


def _entry() -> Column[int]:
    """Point at the entry by its position: by its random id, 20,000 entries took twice as long."""
    key = ForeignKey("entry.position", ondelete="CASCADE")
    return Column("entry", Integer, key, primary_key=True, autoincrement=False)


entry = Table(
    "entry",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("date", Text, nullable=False),
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
    CheckConstraint("no_bleeding = 1", name="no_bleeding_is_only_true"),
    CheckConstraint("no_sex = 1", name="no_sex_is_only_true"),
    CheckConstraint("distress BETWEEN 0 AND 10", name="distress_in_range"),
)

bleeding = Table(
    "bleeding",
    metadata,
    _entry(),
    Column("source", Text, nullable=False),
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
)

sex = Table(
    "sex",
    metadata,
    _entry(),
    *_lists("kinds", "sites"),
    *_texts("role"),
    *_flags("solo", "lubricant", "condom", "vigorous", "new_position", "new_partner"),
    *_flags("after_long_break", "first_time", "before_aroused", "first_after_birth"),
    *_flags("penetration_not_possible"),
    *_texts("consent"),
)

pain = Table(
    "pain",
    metadata,
    _entry(),
    *_counts("score"),
    *_texts("severity", "site"),
    *_lists("other_sites"),
    *_texts("side"),
    *_flags("sudden", "with_sex"),
    *_amounts("duration_hours"),
    *_flags("stopped"),
    *_texts("trend"),
    CheckConstraint("score BETWEEN 0 AND 10", name="score_in_range"),
)

symptom = Table(
    "symptom",
    metadata,
    _entry(),
    Column("symptom", Text, primary_key=True),
    Column("present", Boolean, primary_key=True),
)

fact = Table(
    "fact",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    *_texts("start", "end", "date_precision", "note"),
    *_flags("private", "low_progestogen"),
    *_texts("due_date", "result", "test", "next_due", "infection", "last_contact"),
    *_lists("about"),
    *_texts("helped"),
    *_flags("tested"),
)

fact_absent = Table(
    "fact_absent",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    *_texts("what", "date"),
)

profile = Table(
    "profile",
    metadata,
    Column("position", Integer, primary_key=True),
    *_counts("birth_year"),
    *_lists("organs", "organs_unsure"),
    *_texts("menstrual_status"),
    *_counts("menarche_age"),
    *_texts("last_period_start"),
    *_counts("usual_cycle_length", "usual_period_length"),
    *_texts("country", "region"),
    CheckConstraint("position = 1", name="one_row"),
)

change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("batch", Integer, nullable=False, index=True),
    Column("command", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    *_lists("before", "after"),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="changes_something"),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""How the program behaves for this person; no part of the history, and never exported."""

filed = Table(
    "filed",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("waited", Boolean, nullable=False),
)
"""Each record that came through the inbox, by the id of its entry, so that none is filed twice.

`waited`: it was not filed by the command that wrote it, so that others may have put it there. Of
what was forgotten only a mark stays (`forgetting.mark_of`), and no time.
"""
