"""What a container may cost: how many members, how many bytes, how much of it out of how little."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.errors import RejectedInput

MEBIBYTE = 1024 * 1024

DEPTH = 3
"""Containers inside one another. A mailbox with an archive that holds a feed is three; what nests deeper hides something."""
MEMBERS = 50_000
"""Members of one input, all levels together: a year of a news agency. Each costs its reading."""
MEMBER_BYTES = 64 * MEBIBYTE
"""Of one member, unpacked: what a file of its own may have."""
TOTAL_BYTES = 1024 * MEBIBYTE
"""Of all members of one input, unpacked."""
RATIO = 200
"""Unpacked bytes for each packed one. Text and markup stay under 30, repetitive logs under 120; deflate can do 1,032."""
RATIO_FROM = MEBIBYTE
"""Bytes unpacked before the ratio is looked at: a small file of blanks harms nobody."""
PARSED_BYTES = 32 * MEBIBYTE
"""Of a feed, sitemap, bundle or table, each of which becomes a tree of objects many times its size."""


class Full(RejectedInput):
    """An input that was opened as far as it may be; nothing after it is."""


@dataclass(slots=True)
class Budget:
    """What is left for one input, over all levels of nesting."""

    members: int = MEMBERS
    bytes: int = TOTAL_BYTES

    def member(self) -> None:
        """One more member. Raises Full where there may be no more."""
        if self.members <= 0:
            raise Full(f"it holds more than {MEMBERS:,} members: those after them were not read; split it")
        self.members -= 1

    def unpacked(self, size: int) -> None:
        """So many more bytes. Raises Full where there may be no more."""
        self.bytes -= size
        if self.bytes < 0:
            raise Full(f"it unpacks to more than {TOTAL_BYTES:,} bytes: what follows was not read; split it")


def parsed(data: bytes, what: str) -> bytes:
    """The bytes themselves. Raises RejectedInput where they are too many for a parser that keeps them all."""
    if len(data) > PARSED_BYTES:
        raise RejectedInput(f"{what} of {len(data):,} bytes: up to {PARSED_BYTES:,} are read; split it")
    return data
