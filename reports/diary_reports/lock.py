"""A password for the file: AES-256 as in PDF 2.0, so that no reader opens it without."""

from io import BytesIO

import pikepdf


def locked(document: bytes, password: str) -> bytes:
    """Return a PDF that only opens with the password, its metadata encrypted too.

    The tags and text alternatives stay; assistive technology may read it. The bytes differ each
    time, since the key is random.
    """
    written = BytesIO()
    with pikepdf.open(BytesIO(document)) as opened:
        opened.save(
            written,
            encryption=pikepdf.Encryption(
                owner=password,
                user=password,
                R=6,  # the standard security handler of PDF 2.0: AES-256, a hardened key
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(accessibility=True),
            ),
        )
    return written.getvalue()
