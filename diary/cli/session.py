"""What a command may know of the world outside: the folder, the clock and whether it may ask."""

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click


@dataclass(frozen=True, slots=True)
class Session:
    """Where the diary lies and how to reach the person; `may_ask` needs a terminal."""

    folder: Path
    passphrase_file: Path | None
    may_ask: bool

    @staticmethod
    def now() -> datetime:
        """The local time with its offset, to the second."""
        return datetime.now().astimezone().replace(microsecond=0)

    @staticmethod
    def today() -> date:
        """The local day."""
        return Session.now().date()


def from_environment(*, no_input: bool) -> Session:
    """Read `DIARY_HOME` and `DIARY_PASSPHRASE_FILE`; without a terminal nothing is asked."""
    home = os.environ.get("DIARY_HOME")
    secret = os.environ.get("DIARY_PASSPHRASE_FILE")
    return Session(
        folder=Path(home) if home else _user_data_folder(),
        passphrase_file=Path(secret) if secret else None,
        may_ask=sys.stdin.isatty() and not no_input,
    )


def _user_data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("diary", appauthor=False)


pass_session = click.make_pass_decorator(Session)
