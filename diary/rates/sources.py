"""Where the blood came from: what counts as one source, and which source to tell of first."""

from diary.model import History, Profile
from diary.model.episodes import IsCounted, any_source, bleeds, is_from, is_vaginal, occasions
from diary.model.vocabulary import BleedingSource
from diary.rates.window import Window


def counts(profile: Profile, source: BleedingSource | None) -> IsCounted:
    """Return the question whether an entry counts as blood from `source`; None: from anywhere.

    Each entry belongs to one source: blood of unknown source that may be vaginal counts as vaginal.
    """
    if source is None:
        return any_source
    vaginal = is_vaginal(profile)
    if source is BleedingSource.VAGINAL:
        return vaginal
    if source is BleedingSource.UNKNOWN:
        return lambda entry: is_from(source)(entry) and not vaginal(entry)
    return is_from(source)


def main_source(history: History, window: Window) -> BleedingSource | None:
    """Return the source to tell of first: vaginal, if ever after sex, or else the most frequent.

    None where no bleeding after sex is recorded: then blood from anywhere is asked about.
    """
    often = {source: _after_sex(history, window, source) for source in BleedingSource}
    if often[BleedingSource.VAGINAL]:
        return BleedingSource.VAGINAL
    most = max(often, key=lambda source: often[source])
    return most if often[most] else None


def _after_sex(history: History, window: Window, source: BleedingSource) -> int:
    """Count the bleeds after sex of the window, and its sex that a later bleed followed."""
    is_counted = counts(history.profile, source)
    begun = [b for b in bleeds(history, is_counted) if window.covers(b.entries[0])]
    told = sum(bool(bleed.after_sex) and not bleed.is_period for bleed in begun)
    return told + sum(
        o.bleed is not None and not window.covers(o.bleed.entries[0])
        for o in occasions(history, is_counted)
        if o.bled and window.covers(o.sex)
    )
