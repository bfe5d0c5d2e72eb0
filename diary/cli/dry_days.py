"""How many dry days end a period: the person's setting, or the usual two."""

from typing import TYPE_CHECKING

from diary.errors import InvalidValue

if TYPE_CHECKING:
    from diary.vault import Vault

SETTING = "dry_days"
MOST = 9
"""More would join a period to the next."""


def dry_days(vault: "Vault") -> int:
    """Return the dry days that end a period for this person."""
    from diary.cycles import DRY_DAYS

    said = vault.settings().get(SETTING)
    return int(said) if said is not None else DRY_DAYS


def set_dry_days(vault: "Vault", days: int) -> None:
    """Remember how many dry days end a period.

    Raises:
        InvalidValue: where they are not 1 to 9.
    """
    check_dry_days(days)
    vault.set(SETTING, str(days))


def check_dry_days(days: int) -> None:
    """Refuse a number of dry days that makes no sense.

    Raises:
        InvalidValue: where they are not 1 to 9.
    """
    if not 1 <= days <= MOST:
        raise InvalidValue(f"the dry days that end a period can be 1 to {MOST}; the usual is 2")
