"""A container that is being opened: how its members are named, and what they take from it."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import IO, Any, TypedDict, Unpack

from demarche.errors import DemarcheError, RejectedInput
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Refused
from demarche.steps.unpack.limits import MEMBER_BYTES, RATIO, RATIO_FROM, Budget

NAME_LIMIT = 300
"""Characters of a member's place that are kept in its name."""
_PIECE = 1 << 20
_BLOCK = 1 << 13
"""Bytes of a gzip file that are taken at once: what follows a member in its block is copied, for each of many small members."""

Found = Capture | Refused


class Known(TypedDict, total=False):
    """What a container says of a member."""

    url: str | None
    publisher: str | None
    published: PartialDate | None
    marking: Marking
    media_type: str | None
    title: str | None
    author: str | None
    language: str | None
    note: str | None


@dataclass
class Opening:
    """One container, the names it has given so far, and what is left of the budget."""

    capture: Capture
    budget: Budget = field(default_factory=Budget)
    given: Counter[str] = field(default_factory=Counter)

    @cached_property
    def sha256(self) -> str:
        """The hash of the container's bytes."""
        return hashlib.sha256(self.capture.data).hexdigest()

    def name(self, place: str) -> str:
        """`container!/place`, told apart from members that have the same place."""
        shown = printable(place)
        self.given[shown] += 1
        nth = self.given[shown]
        return f"{self.capture.name}!/{shown}" + (f" ({nth})" if nth > 1 else "")

    def member(self, place: str, data: bytes, **known: Unpack[Known]) -> Capture:
        """A member. What the user told of the container goes before what the container says; the stricter marking wins."""
        told = self.capture
        marking = max(told.marking, known.get("marking", told.marking), key=lambda one: one.rank)
        own = Capture(self.name(place), data, container=self.sha256, columns=told.columns)
        said = replace(own, **known)
        return replace(
            said,
            publisher=told.publisher or said.publisher,
            published=told.published or said.published,
            marking=marking,
        )

    def refused(self, place: str, reason: str) -> Refused:
        """A member that cannot be read."""
        return Refused(self.name(place), reason)

    def passed_over(self, what: str, kinds: Counter[str]) -> Iterator[Refused]:
        """One line on everything that was seen and is no report; nothing where there was none."""
        if total := kinds.total():
            listed = ", ".join(f"{count:,} {printable(kind)}" for kind, count in sorted(kinds.most_common(12)))
            more = ", and others" if len(kinds) > 12 else ""
            said = f"{what}: {total:,} that hold no report were passed over ({listed}{more})"
            yield Refused(f"{self.capture.name}!/", said)

    def unpacked(self, stream: IO[bytes], packed: int) -> bytes:
        """All bytes of a member that takes `packed` bytes in the container. Raises RejectedInput where they are too many, for
        one member or for what was packed, and Full where they are for the whole input."""
        pieces = io.BytesIO()
        while piece := stream.read(_PIECE):
            self.budget.unpacked(len(piece))
            pieces.write(piece)
            size = pieces.tell()
            if size > MEMBER_BYTES:
                raise RejectedInput(f"it unpacks to more than {MEMBER_BYTES:,} bytes")
            if size > RATIO_FROM and size > RATIO * packed:
                raise RejectedInput(f"it unpacks to more than {RATIO} times its size, as only a trap does")
        return pieces.getvalue()


class Inflating(io.RawIOBase):
    """The bytes that a gzip file of one or several members holds, unpacked as they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0
        self._left = b""
        self._member: Any = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; 0 at the end. Raises zlib.error where the bytes are damaged, EOFError where they end too early."""
        found = b""
        while not found:
            if self._member is None and not self._begun():
                return 0
            given = self._left or self._block()
            if not given:
                raise EOFError("it is cut short")
            found = self._member.decompress(given, len(buffer))
            self._left = self._member.unconsumed_tail
            if self._member.eof:
                self._left, self._member = self._member.unused_data, None
        buffer[: len(found)] = found
        return len(found)

    def _begun(self) -> bool:
        """Whether another member begins here; some writers fill up the last block with zeros."""
        self._left = self._left.lstrip(b"\0")
        while not self._left:
            block = self._block()
            if not block:
                return False
            self._left = block.lstrip(b"\0")
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True

    def _block(self) -> bytes:
        block = bytes(self._data[self._at : self._at + _BLOCK])
        self._at += len(block)
        return block


@contextmanager
def reading(what: str) -> Iterator[None]:
    """A library at work on bytes of a stranger: whatever it raises becomes RejectedInput."""
    try:
        yield
    except DemarcheError:
        raise
    except Exception as error:  # noqa: BLE001 - on such bytes a library may raise anything
        said = printable(" ".join(str(error).split())[:200])
        raise RejectedInput(f"{what} is damaged: {said or type(error).__name__}") from None


def printable(text: str) -> str:
    """A place in a container as people may be shown it: on one line, and without signs that nobody sees."""
    cut = text if len(text) <= NAME_LIMIT else f"{text[: NAME_LIMIT // 2]}…{text[-NAME_LIMIT // 2 :]}"
    if cut.isprintable():
        return cut
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in cut)
