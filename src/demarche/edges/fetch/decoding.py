"""Compressed bodies, decompressed no further than a limit: some kilobytes can stand for gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

from demarche.errors import FetchError

ACCEPTED = "gzip, deflate"
LAYERS = 2
"""Of compression upon compression. Servers use one; two come of a proxy that compresses again."""
MEMBERS = 1000
"""Of one gzip body. Each costs time whatever its size, and servers send one."""
_PIECE = 64 * 1024
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def decoded(raw: bytes, codings: Sequence[str], limit: int) -> bytes:
    """A body without its codings, which are named in the order in which they were applied.

    FetchError for one that is not known, for a body that is cut off or damaged, and for more than `limit` bytes at any stage.
    """
    named = [coding.strip().lower() for coding in codings]
    wanted = [coding for coding in named if coding not in {"", "identity"}]
    if len(wanted) > LAYERS:
        raise FetchError(f"its body is compressed {len(wanted)} times over")
    for coding in reversed(wanted):
        decode = _DECODERS.get(coding)
        if decode is None:
            raise FetchError(f"its body is coded as {coding[:40]!r}, which was not asked for and is not read")
        raw = decode(raw, limit) if raw else raw
    return raw


def _gzip(raw: bytes, limit: int) -> bytes:
    return b"".join(_members(raw, limit))


def _members(raw: bytes, limit: int) -> Iterator[bytes]:
    machine, members, size = zlib.decompressobj(_GZIP), 1, 0
    for start in range(0, len(raw), _PIECE):
        piece = raw[start : start + _PIECE]
        while piece:
            if machine.eof:
                if not piece.startswith(b"\x1f"):
                    return  # what follows the last member is padding
                machine, members = zlib.decompressobj(_GZIP), members + 1
                if members > MEMBERS:
                    raise FetchError(f"its body has more than {MEMBERS:,} gzip members")
            found = _step(machine, piece, limit - size)
            size += len(found)
            yield found
            piece = machine.unused_data
    _ended(machine)


def _deflate(raw: bytes, limit: int) -> bytes:
    """The zlib format, as the standard has it, or bare deflate, as some servers do."""
    bare = raw[0] & 0x0F != 8 or int.from_bytes(raw[:2], "big") % 31 != 0
    machine = zlib.decompressobj(_RAW if bare else _ZLIB)
    found = _step(machine, raw, limit)
    _ended(machine)
    return found


def _step(machine: zlib._Decompress, piece: bytes, room: int) -> bytes:
    try:
        found = machine.decompress(piece, room + 1)
    except zlib.error as error:
        raise FetchError(f"its compressed body is damaged ({error})") from error
    if len(found) > room:
        raise FetchError("its body is over the size limit when decompressed")
    return found


def _ended(machine: zlib._Decompress) -> None:
    if not machine.eof:
        raise FetchError("its compressed body is cut off")


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate}
