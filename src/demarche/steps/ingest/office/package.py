"""The parts of an office file: a ZIP archive of XML, opened within limits, without entities, document types or the network."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from demarche.errors import RejectedInput

BYTE_LIMIT = 64 * 1024 * 1024
"""Bytes of a file; pictures may outweigh the text by far."""
PART_LIMIT = 24 * 1024 * 1024
"""Bytes of a part, unpacked: the text of a report of 500 pages has some 10 million, and the tree takes about tenfold."""
MEMBER_LIMIT = 5_000
"""Members of an archive that are looked at: a report with a thousand pictures has fewer."""
_ENCRYPTED = 0x1
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What `zipfile` raises for damaged members, rare ways of packing, and encryption."""


class Package:
    """An office file that is open. `kind` names it in reasons."""

    def __init__(self, data: bytes, kind: str) -> None:
        if len(data) > BYTE_LIMIT:
            raise RejectedInput(f"it is {kind} of over {BYTE_LIMIT:,} bytes: split it into its parts")
        self.kind = kind
        self._archive = _opened(data, kind)

    @property
    def names(self) -> list[str]:
        """The names of its members, sorted."""
        return sorted(self._archive.namelist()[:MEMBER_LIMIT])

    def tree(self, name: str) -> Any | None:
        """The root element of a part, None where there is no such part. Raises RejectedInput when it cannot be read."""
        data = self.bytes(name)
        if data is None:
            return None
        if _DOCTYPE.search(data):
            raise RejectedInput(f"it is {self.kind} with a document type of its own: no office program writes such a file")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise RejectedInput(f"it is {self.kind} that is broken: its part {name} is no XML; save it anew") from None

    def bytes(self, name: str) -> bytes | None:
        """The bytes of a member, None where there is none. Raises RejectedInput when they cannot be had, or are too many."""
        try:
            told = self._archive.getinfo(name)
        except KeyError:
            return None
        if told.flag_bits & _ENCRYPTED:
            raise RejectedInput(f"it is {self.kind} that needs a password: save it without one, and read that")
        if told.file_size > PART_LIMIT:
            raise RejectedInput(f"it is {self.kind} whose part {name} has over {PART_LIMIT:,} bytes: split it into its parts")
        try:
            return self._archive.read(told)
        except _BROKEN:
            raise RejectedInput(f"it is {self.kind} that is broken: its part {name} is damaged; save it anew") from None


def _opened(data: bytes, kind: str) -> ZipFile:
    try:
        return ZipFile(BytesIO(data))
    except _BROKEN:
        raise RejectedInput(f"it is {kind} that is broken: open it elsewhere and save it anew") from None


def is_white(colour: str | None) -> bool:
    """Whether a colour in six hexadecimal digits can hardly be told from white paper."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", colour or "")
    return found is not None and all(int(part, 16) >= 0xE8 for part in found.groups())
