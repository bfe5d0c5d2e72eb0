"""Pictures of every page of nine made-up people's reports: `python -m benchmarks.gallery [FOLDER]`.

They are there to be looked at: small greyscale PNGs, NAME-1.png and so on. At the end it prints how
long the report of the longest diary took, as a whole process.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from benchmarks.gallery_people import PEOPLE, TODAY
from diary_reports.content import compose
from diary_reports.page import png_pages

FOLDER = Path("docs/gallery")
WIDTH = 760
"""Dots: letters of 8 points can still be read."""
GREYS = 16


def main(folder: Path) -> None:
    """Write the pictures of everybody."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for name, person in PEOPLE.items():
        for number, picture in enumerate(small_pages(name), 1):
            (folder / f"{name}-{number}.png").write_bytes(picture)
        print(f"{name}: {len(person().entries)} entries")


def small_pages(name: str) -> Iterator[bytes]:
    """Yield the pages of one person, small and in few greys."""
    for page in png_pages(compose(PEOPLE[name](), TODAY)):
        picture = Image.open(io.BytesIO(page)).convert("L")
        height = round(picture.height * WIDTH / picture.width)
        reduced = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
        written = io.BytesIO()
        reduced.quantize(GREYS).save(written, "png", optimize=True)
        yield written.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
