from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import RejectedInput
from demarche.steps.unpack.strictjson import DEPTH_LIMIT, read_json


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": 1, "b": 2, "a": 3}', "'a' twice"),
        (b'[{"x": {"a": 1, "a": 1}}]', "'a' twice"),
        (b"[NaN]", "NaN"),
        (b"[-Infinity]", "-Infinity"),
        (b"[1e999]", "too large"),
        (b"[18446744073709551616]", "beyond 64 bits"),
        (b"[-9223372036854775809]", "beyond 64 bits"),
        (b"[" + b"9" * 5_000 + b"]", "5000 digits"),
        (rb'["\ud800"]', "surrogate"),
        (rb'{"\udc00": 1}', "surrogate"),
        (b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1), "more than 64 deep"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too deep"),
        (b"[" * 100_000, "too deep"),
        (b'["' + b'\\"' * 100_000, "no JSON"),
        (b'["caf\xe9"]', "is not UTF-8"),
        (b"[1] [2]", "Extra data"),
        (b"", "no JSON"),
        (b"[" + b"0," * 2_000_001 + b"0]", "values; split it"),
    ],
)
def test_what_programs_do_not_agree_on_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(RejectedInput, match=said):
        read_json(data)


@pytest.mark.parametrize("value", [18446744073709551615, -9223372036854775808, 0.5, [[]] * 9, "\U0001f600", {"a": {"b": None}}])
def test_what_the_standard_says_is_read(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


def test_a_mark_of_byte_order_and_the_deepest_level_are_read() -> None:
    assert read_json(b"\xef\xbb\xbf[1]") == [1]
    assert read_json(b"[" * DEPTH_LIMIT + b"1" + b"]" * DEPTH_LIMIT)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 63), (1 << 64) - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_any_value_that_json_has_is_read_back(value: object, escaped: bool) -> None:
    assert read_json(json.dumps(value, ensure_ascii=escaped).encode()) == value
