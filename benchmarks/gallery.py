"""Pictures of every page of nine made-up people's reports: `python -m benchmarks.gallery [FOLDER]`.

They are there to be looked at: small greyscale PNGs, NAME-1.png and so on. At the end it prints how
long `diary report` of the longest diary takes, as a whole process, the quickest of several runs.
"""

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from benchmarks.gallery_people import PEOPLE, TODAY
from diary import vault
from diary_reports.content import compose
from diary_reports.page import png_pages

LONGEST = "three-years"
RUNS = 5
PASSPHRASE = "made-up words for a gallery"  # noqa: S105 - opens a made-up diary only
FOLDER = Path("docs/gallery")
WIDTH = 640
"""Dots: letters of 8 points can just be read."""
GREYS = 8


def main(folder: Path) -> None:
    """Write the pictures of everybody."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for name, person in PEOPLE.items():
        for number, picture in enumerate(small_pages(name), 1):
            (folder / f"{name}-{number}.png").write_bytes(picture)
        print(f"{name}: {len(person().entries)} entries")
    best = took(LONGEST)
    print(f"diary report of {LONGEST}, the quickest of {RUNS} whole processes:", end=" ")
    print(f"{best.clock:.2f} s, {best.processor:.2f} s of the processor")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of a whole process: on the clock, and of the processor."""

    clock: float
    processor: float


def took(name: str) -> Took:
    """Return how long the command takes on the diary of one person, the quickest of several."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "passphrase").write_text(PASSPHRASE)
        vault.create(folder / "home", PASSPHRASE)
        with vault.opened(folder / "home", PASSPHRASE) as opened:
            opened.write("import", vault.all_new(PEOPLE[name]()), datetime.now(UTC))
        known = {
            "DIARY_HOME": str(folder / "home"),
            "DIARY_PASSPHRASE_FILE": str(folder / "passphrase"),
        }
        runs = [_timed(folder / "page.pdf", os.environ | known) for _ in range(RUNS)]
    return Took(min(run.clock for run in runs), min(run.processor for run in runs))


def _timed(output: Path, environment: dict[str, str]) -> Took:
    command = ["report", "-o", str(output), "--all", "--overwrite", "--yes"]
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "diary", "--no-input", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit("diary report failed")
    return Took(time.perf_counter() - before, usage.ru_utime + usage.ru_stime)


def small_pages(name: str) -> Iterator[bytes]:
    """Yield the pages of one person, small and in few greys."""
    for page in png_pages(compose(PEOPLE[name](), TODAY)):
        yield reduced(page, WIDTH, GREYS)


def reduced(page: bytes, width: int, greys: int) -> bytes:
    """Return a picture of a page so many dots wide and in so many greys."""
    picture = Image.open(io.BytesIO(page)).convert("L")
    height = round(picture.height * width / picture.width)
    smaller = picture.resize((width, height), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    step = 255 / (greys - 1)
    even = smaller.point([round(round(dot / step) * step) for dot in range(256)])
    even.quantize(greys).save(written, "png", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
