"""The pictures in the README: `python -m benchmarks.picture FILE.svg` and the same with FILE.png.

For the first the program runs in a real terminal, on a made-up diary; what it showed is drawn as it
was. The second is page one of the report of a made-up person, in greys.
"""

import io
import os
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pexpect
from rich.console import Console
from rich.text import Text

from benchmarks.gallery import reduced
from benchmarks.gallery_people import PEOPLE, TODAY
from diary import vault
from diary.cli.demo_year import made_up_year
from diary_reports.content import compose
from diary_reports.page import png_pages

PASSPHRASE = "made-up words for a picture"  # noqa: S105 - opens a made-up diary only
COLUMNS = 84
PAGE_WIDTH = 800
PAGE_GREYS = 16


def main(picture: Path) -> None:
    """Draw page one where the name ends in .png, and a terminal otherwise."""
    if picture.suffix == ".png":
        page = png_pages(compose(PEOPLE["recurrent-with-iud"](), TODAY))[0]
        picture.write_bytes(reduced(page, PAGE_WIDTH, PAGE_GREYS))
    else:
        _draw_terminal(picture)


def _draw_terminal(picture: Path) -> None:
    """Write a time without bleeding down, ask for the alerts, and draw both."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _made_up_diary(Path(folder))
        shown = _shown(environment, "log", "What happened?", "1")
        shown += _shown(environment, "alerts")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(shown))
    drawn = console.export_svg(title="diary")
    from_elsewhere = r"@font-face \{.*?\}|<!--.*?-->"
    picture.write_text(re.sub(from_elsewhere, "", drawn, flags=re.DOTALL), encoding="utf-8")


def _made_up_diary(folder: Path) -> dict[str, str]:
    now = datetime.now().astimezone()
    vault.create(folder / "home", PASSPHRASE)
    with vault.opened(folder / "home", PASSPHRASE) as opened:
        opened.write("import", vault.all_new(made_up_year(now.date())), now)
    (folder / "passphrase").write_text(PASSPHRASE)
    return {
        **os.environ,
        "DIARY_HOME": str(folder / "home"),
        "DIARY_PASSPHRASE_FILE": str(folder / "passphrase"),
        "TERM": "xterm",
    }


def _shown(environment: dict[str, str], command: str, *typed: str) -> str:
    """Run a command, wait for the first text and type the second, and return the screen."""
    screen = io.StringIO()
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "diary", command],
        env=environment,
        encoding="utf-8",
        dimensions=(60, COLUMNS),
    )
    child.logfile_read = screen
    if typed:
        child.expect(typed[0])
        child.sendline(typed[1])
    child.expect(pexpect.EOF)
    child.close()
    return f"$ diary {command}\n{screen.getvalue()}\n".replace("\r\n", "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
