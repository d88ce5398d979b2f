import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.fetch.decoding import decoded
from demarche.errors import FetchError

MIB = 1024 * 1024


def bare(data: bytes) -> bytes:
    machine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return machine.compress(data) + machine.flush()


CODERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress}


@pytest.mark.parametrize("coding", [*CODERS, "GZIP ", "identity", ""])
@settings(deadline=None)
@given(st.binary(max_size=3000))
def test_what_was_compressed_comes_back(coding: str, data: bytes) -> None:
    coder = CODERS.get(coding.strip().lower())
    assert decoded(coder(data) if coder else data, [coding], len(data)) == data


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=500))
def test_bare_deflate_comes_back_too(data: bytes) -> None:
    assert decoded(bare(data), ["deflate"], 500) == data


def test_two_codings_come_off_in_the_other_order() -> None:
    assert decoded(gzip.compress(zlib.compress(b"text")), ["deflate", " gzip"], 100) == b"text"
    assert decoded(gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0" * 9, ["gzip"], 100) == b"one, two"
    assert decoded(b"", ["gzip"], 100) == b""


@pytest.mark.parametrize("coding", CODERS)
def test_more_than_the_limit_is_refused_and_the_limit_is_not(coding: str) -> None:
    sent = CODERS[coding](b"x" * 1000)
    assert len(decoded(sent, [coding], 1000)) == 1000
    with pytest.raises(FetchError, match="over the size limit when decompressed"):
        decoded(sent, [coding], 999)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_takes_no_more_than_the_limit(coding: str) -> None:
    bomb = CODERS[coding](b"\0" * (32 * MIB))
    assert len(bomb) < MIB
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="over the size limit"):
            decoded(bomb, [coding], 2 * MIB)
        assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    finally:
        tracemalloc.stop()


def test_a_bomb_within_a_bomb_is_stopped_at_the_first() -> None:
    inner = gzip.compress(b"\0" * (16 * MIB))
    with pytest.raises(FetchError, match="over the size limit"):
        decoded(gzip.compress(inner), ["gzip", "gzip"], MIB)
    with pytest.raises(FetchError, match="3 times over"):
        decoded(gzip.compress(gzip.compress(inner)), ["gzip", "gzip", "gzip"], MIB)


def test_very_many_members_are_refused() -> None:
    started = time.process_time()
    with pytest.raises(FetchError, match="1,000 gzip members"):
        decoded(gzip.compress(b"") * 200_000, ["gzip"], MIB)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "x" * 500])
def test_a_coding_that_was_not_asked_for_is_refused(coding: str) -> None:
    with pytest.raises(FetchError, match="not asked for") as raised:
        decoded(b"\x1b\xff\xff", [coding], 100)
    assert len(str(raised.value)) < 150


@pytest.mark.parametrize("coding", CODERS)
def test_a_body_that_is_cut_off_or_damaged_is_refused(coding: str) -> None:
    sent = CODERS[coding](bytes(range(256)) * 9)
    with pytest.raises(FetchError, match="cut off"):
        decoded(sent[:-6], [coding], 9999)
    with pytest.raises(FetchError, match="damaged"):
        decoded(sent[:-3] + b"\xff\xff\xff", [coding], 9999)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, coding: str) -> None:
    try:
        found = decoded(data, [coding], 1000)
    except FetchError:
        return
    assert len(found) <= 1000
