"""The pages: content goes through one Typst template, from memory to bytes."""

import json
from importlib import resources
from io import BytesIO
from typing import Any, Literal

import pikepdf
import typst

from diary.errors import DiaryError, InvalidValue
from diary_reports.printable import FONTS
from diary_reports.sheet import sheet_of
from diary_reports.values import Content

PAPERS = {"a4": "a4", "letter": "us-letter"}
DOCUMENT_TITLE = "Diary report"
DOTS_PER_INCH = 144.0
"""Two dots to a point, so that lines on whole points are drawn dot by dot."""

XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{DOCUMENT_TITLE}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""
"""What PDF/UA-1 asks the metadata to say, and nothing more."""


def pdf(content: Content, paper: str = "a4") -> bytes:
    """Return the report as a tagged PDF (PDF/UA-1) with no metadata but a neutral title.

    Raises:
        InvalidValue: the paper is neither "a4" nor "letter".
        DiaryError: the page could not be made.
    """
    return _without_metadata(b"".join(_compiled(content, paper, "pdf")))


def png_pages(content: Content, paper: str = "a4") -> tuple[bytes, ...]:
    """Return the pages of the same report as PNG pictures.

    Raises:
        InvalidValue: the paper is neither "a4" nor "letter".
        DiaryError: the page could not be made.
    """
    return tuple(_compiled(content, paper, "png"))


def _compiled(content: Content, paper: str, form: Literal["pdf", "png"]) -> list[bytes]:
    """Compile from memory; what Typst says quotes the diary, so none of it is passed on."""
    if paper not in PAPERS:
        raise InvalidValue("the paper is either a4 or letter")
    files: Any = _files(content, paper)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    try:
        compiler = typst.Compiler(files, font_paths=fonts, ignore_system_fonts=True)
        pages, warnings = compiler.compile_with_warnings(
            format=form, ppi=DOTS_PER_INCH, pdf_standards=["ua-1"] if form == "pdf" else []
        )
    except RuntimeError:
        pages, warnings = None, []
    if not pages or warnings:
        raise DiaryError("the report could not be laid out; nothing was written") from None
    return pages if isinstance(pages, list) else [pages]


def _without_metadata(made: bytes) -> bytes:
    """Take the names of programs and the times out of a PDF; equal content gives equal bytes."""
    written = BytesIO()
    with pikepdf.open(BytesIO(made)) as document:
        del document.docinfo
        document.docinfo["/Title"] = DOCUMENT_TITLE
        metadata = document.make_stream(XMP.encode())
        metadata["/Type"], metadata["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
        document.Root.Metadata = metadata
        document.save(written, deterministic_id=True)
    return written.getvalue()


def _files(content: Content, paper: str) -> dict[str, bytes]:
    """Return the template with all it reads, by name."""
    data = sheet_of(content) | {"paper": PAPERS[paper], "document_title": DOCUMENT_TITLE}
    ours = resources.files("diary_reports")
    return {
        "main.typ": ours.joinpath("page.typ").read_bytes(),
        "strip.typ": ours.joinpath("strip.typ").read_bytes(),
        "data.json": json.dumps(data).encode(),
    }
