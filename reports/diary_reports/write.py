"""A report in files: each written whole or not at all, readable by its owner alone."""

from collections.abc import Iterator, Sequence
from itertools import count, islice, takewhile
from pathlib import Path

from diary.whole_files import is_file, remove, write_all


def write_pdf(path: Path, document: bytes, *, overwrite: bool = False) -> None:
    """Write a PDF under `path`.

    Raises:
        AlreadyThere: the file is there and may not be written over.
        NotSaved: the folder is missing, full or may not be written to.
    """
    write_all({path: document}, overwrite=overwrite)


def write_png(path: Path, pages: Sequence[bytes], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write the first page under `path`, further ones as NAME-2.png and so on; return the paths.

    No page is given its name before all of them are safely on the disk. With `overwrite`, older
    pages that directly continue the numbering are then removed, so that none stands beside newer
    ones.

    Raises:
        AlreadyThere: one of the files is there and may not be written over.
        NotSaved: the folder is missing, full or may not be written to.
    """
    paths = png_paths(path, len(pages))
    write_all(dict(zip(paths, pages, strict=True)), overwrite=overwrite)
    if overwrite:
        remove(takewhile(is_file, _further(path, len(pages) + 1)))
    return paths


def png_paths(path: Path, pages: int) -> tuple[Path, ...]:
    """Return the names of so many pages: the given one, then NAME-2.png, NAME-3.png and so on."""
    return (path, *islice(_further(path, 2), max(0, pages - 1)))[:pages]


def _further(path: Path, first: int) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem}-{number}") for number in count(first))
