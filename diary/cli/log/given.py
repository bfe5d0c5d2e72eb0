"""From options to a draft: what was said, and what is still missing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from diary.cli.log.draft import Draft, Flow
from diary.cli.log.fields import FIELDS
from diary.cli.log.locked import LOCKED
from diary.cli.log.questions_blood import POSSIBLE, SOURCE, TIMING
from diary.cli.log.talk import says_something
from diary.cli.when import check_come, read_day, read_moment, read_time
from diary.errors import InvalidValue, MissingInput
from diary.model import Bleeding, Entry, History, Pain, Sex
from diary.model.vocabulary import Answer, BleedingSource

NEEDED: Flow = (SOURCE, POSSIBLE, TIMING, *LOCKED)
"""What is asked beside the options where it may be: what they must say about bleeding, and what the
locked diary knows. Without a terminal the first has to be said, the other is not asked.
"""

NO_SOURCE = (
    'say where the blood came from with "--source", such as "--source vaginal" or, if you are not'
    ' sure, "--source unknown"'
)
NO_TIMING = (
    'say whether the bleeding began with the sex: "--during-sex", "--after-sex", "--not-after-sex"'
    ' or "--unknown-timing"'
)
NOTHING = 'there is nothing to write down; "diary log --help" shows what can be given'


def draft_from(values: Mapping[str, Any], *, now: datetime) -> Draft:
    """Return the draft that the options make.

    Raises:
        InvalidValue: a day or time that is unclear or to come, or values that cannot be together.
    """
    parts = _by_part(values)
    on, at, since = values["on"], values["at"], values["since"]
    given, settled = dict(parts["entry"]), set[str]()
    given["date"] = now.date()
    if on is not None:
        given["date"], given["time"] = _moment(on, at, now)
        settled |= {"Day", "Time"} if at is not None or given["time"] else {"Day"}
    if at is not None:
        given["time"] = read_time(at)
        check_come(given["date"], given["time"], now=now)
        settled.add("Time")
    if since is not None:
        given["symptoms_since"] = read_day(since, now.date())
    if parts["sex"]:
        given["sex"] = Sex(**_without_bare(parts["sex"]))
    if parts["pain"]:
        given["pain"] = Pain(**_without_bare(parts["pain"]))
    if parts["bleeding"]:
        given["bleeding"] = _bleeding(_without_bare(parts["bleeding"]))
        settled |= _settled(parts["bleeding"], given["bleeding"], has_sex="sex" in given)
    return Draft(entry=Entry(**given), now=now, history=History(), settled=frozenset(settled))


def changed(entry: Entry, values: Mapping[str, Any], *, now: datetime) -> Entry:
    """Return the entry with what the options say; parts that it lacks are begun.

    Raises:
        InvalidValue: a day or time that is unclear or to come, or values that cannot be together.
    """
    parts = _by_part(values)
    given = dict(parts["entry"])
    if values["on"] is not None:
        given["date"], moment = _moment(values["on"], values["at"], now)
        given |= {"time": moment} if moment is not None else {}
    if values["at"] is not None:
        given["time"] = read_time(values["at"])
        check_come(given.get("date", entry.date), given["time"], now=now)
    if values["since"] is not None:
        given["symptoms_since"] = read_day(values["since"], now.date())
    for part, begun in (("bleeding", entry.bleeding), ("sex", entry.sex), ("pain", entry.pain)):
        told = _without_bare(parts[part])
        if told or (parts[part] and begun is None):
            given[part] = replace(begun, **told) if begun is not None else _begun(part, told)
    if "symptoms" in given and "absent" not in given:
        given["absent"] = tuple(sign for sign in entry.absent if sign not in given["symptoms"])
    return replace(entry, **given)


def _begun(part: str, told: dict[str, Any]) -> Bleeding | Sex | Pain:
    if part == "bleeding":
        return _bleeding(told)
    return Sex(**told) if part == "sex" else Pain(**told)


def is_empty(draft: Draft) -> bool:
    """Say whether the options gave nothing but a day."""
    return not says_something(draft.entry)


def check_complete(draft: Draft) -> None:
    """Refuse bleeding whose source or timing would have to be guessed.

    Raises:
        MissingInput: naming the options that say it.
    """
    if draft.bleeding is None:
        return
    if SOURCE.name not in draft.settled:
        raise MissingInput(NO_SOURCE)
    if TIMING.name not in draft.settled:
        raise MissingInput(NO_TIMING)


def _by_part(values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Sort what was given by the part of the entry that it belongs to."""
    parts: dict[str, dict[str, Any]] = {"entry": {}, "bleeding": {}, "sex": {}, "pain": {}}
    for field in FIELDS:
        value = values.get(field.key)
        if value not in (None, ()):
            parts[field.part][field.name] = value
    _check_signs(parts["entry"])
    return parts


def _check_signs(given: Mapping[str, Any]) -> None:
    if set(given.get("symptoms", ())) & set(given.get("absent", ())):
        raise InvalidValue("the same sign cannot be given with both --symptom and --absent")


def _moment(on: str, at: str | None, now: datetime) -> tuple[Any, Any]:
    if at is None:
        return read_moment(on, now)
    try:
        return read_day(on, now.date()), None
    except InvalidValue:
        read_moment(on, now)
        raise InvalidValue("the time is given twice; leave out --at") from None


def _without_bare(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the empty texts of options that stood without a value."""
    return {
        name: tuple(item for item in value if item != "") if isinstance(value, tuple) else value
        for name, value in fields.items()
        if value != ""
    }


def _bleeding(fields: dict[str, Any]) -> Bleeding:
    """Make the bleeding; a period without a source is from the vagina."""
    is_period = fields.get("period") is Answer.YES and not fields.get("possible_sources")
    source = BleedingSource.VAGINAL if is_period else BleedingSource.UNKNOWN
    return Bleeding(**{"source": source, **fields})


def _settled(given: Mapping[str, Any], bleeding: Bleeding, *, has_sex: bool) -> set[str]:
    """Name the questions that the options answered, or that do not matter after them.

    When bleeding began has to be said only where the same entry has sex: it is never assumed.
    """
    settled = set[str]()
    if "source" in given or bleeding.possible_sources or bleeding.source.value == "vaginal":
        settled |= {SOURCE.name, POSSIBLE.name}
    is_told = bleeding.timing is not None or bleeding.hours_after_sex is not None
    if is_told or not has_sex or bleeding.period is Answer.YES:
        settled.add(TIMING.name)
    return settled


def with_note(draft: Draft, note: str | None) -> Draft:
    """Return the draft with a note, where there is one."""
    return draft.with_entry(note=note) if note else draft
