"""The characters of a container that is text."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_USUAL = re.compile(
    r"iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|us-ascii|latin-?1"
)
"""Encodings that documents really are in; Python knows others that are none of text, or read one text in two ways."""


def decoded(data: bytes) -> str:
    """The text that some bytes are: by their mark, as UTF-8, as XML declares it, or as windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:1] == b"\0" or data[1:2] == b"\0":
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    found = _DECLARED.match(data[:400].lstrip())
    name = found[1].decode("ascii").lower() if found else ""
    if _USUAL.fullmatch(name):
        return data.decode("windows-1252" if name in {"iso-8859-1", "us-ascii", "latin1", "latin-1"} else name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8" if name.startswith("utf") else "windows-1252", "replace")
