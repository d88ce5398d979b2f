"""The one reader of JSON here. It takes what the standard says and no more, so that every program sees the same values in the
same bytes."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

from demarche.errors import RejectedInput

DEPTH_LIMIT = 64
"""Objects and arrays inside one another. Bundles and feeds need six; a parser that follows more overflows its stack."""
NODES = 2_000_000
"""Values, told by the signs between them: each is an object of some 100 bytes. All of ATT&CK has 700,000."""
JSON_BYTES = 64 * 1024 * 1024
INTEGER_DIGITS = 19
"""Decimal digits of an integer: 64 bits. Others round it, refuse it, or take quadratic time over it."""

_LONE = re.compile("[\ud800-\udfff]")


def read_json(data: bytes) -> Any:
    """The value that some bytes are. Raises RejectedInput where they are no JSON, or have NaN or infinity, a name twice in one
    object, more than 64 levels, half of a surrogate pair, or an integer beyond 64 bits.
    """
    if len(data) > JSON_BYTES or data.count(b",") + data.count(b"[") + data.count(b"{") > NODES:
        raise RejectedInput(f"its JSON has more than {JSON_BYTES:,} bytes or {NODES:,} values; split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RejectedInput(f"it is no JSON: its byte {error.start:,} is not UTF-8") from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_number,
        )
    except ValueError as error:
        raise RejectedInput(f"it is no JSON: {error}") from None
    except RecursionError:
        raise RejectedInput("it is no JSON that can be read: it nests too deep") from None
    _check(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise RejectedInput(f"its JSON has {twice[:60]!a} twice in one object: nobody knows which of them counts")
    return made


def _no_constant(name: str) -> NoReturn:
    raise RejectedInput(f"its JSON has {name}, which is no number of JSON")


def _integer(digits: str) -> int:
    value = int(digits) if len(digits) <= INTEGER_DIGITS + 1 else None
    if value is None or not -(1 << 63) <= value < 1 << 64:
        raise RejectedInput(f"its JSON has an integer of {len(digits)} digits, beyond 64 bits")
    return value


def _number(written: str) -> float:
    value = float(written)
    if value in (float("inf"), float("-inf")):
        raise RejectedInput("its JSON has a number too large to be kept")
    return value


def _check(value: Any) -> None:
    """How deep it is, and whether its texts can be written: escapes may leave half of a pair, for which there is no UTF-8."""
    level, depth = [value], 0
    while level:
        if depth == DEPTH_LIMIT and any(isinstance(one, dict | list) for one in level):
            raise RejectedInput(f"its JSON nests more than {DEPTH_LIMIT} deep")
        below: list[Any] = []
        for one in level:
            if isinstance(one, str):
                if not one.isascii() and _LONE.search(one):
                    raise RejectedInput("its JSON has half of a surrogate pair in a text")
            elif isinstance(one, dict):
                below.extend(one)
                below.extend(one.values())
            elif isinstance(one, list):
                below.extend(one)
        level, depth = below, depth + 1
