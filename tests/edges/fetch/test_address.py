from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.fetch.address import SPECIAL, Address, refusal, special

PUBLIC = (
    "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 "
    "172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 "
    "198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 "
    "2001:200::1 2001:db7:ffff::1 2001:db9::1 2003::1 2606:4700:4700::1111 2a00:1450:4001:80b::200e 2c0f:fc00::1"
).split()

VIA_SIX: dict[str, Callable[[int], IPv6Address]] = {
    "mapped": lambda four: IPv6Address(0xFFFF << 32 | four),
    "translated": lambda four: IPv6Address(0xFFFF << 48 | four),
    "compatible": IPv6Address,
    "NAT64": lambda four: IPv6Address(int(IPv6Address("64:ff9b::")) | four),
    "local NAT64": lambda four: IPv6Address(int(IPv6Address("64:ff9b:1::")) | four),
    "6to4": lambda four: IPv6Address(0x2002 << 112 | four << 80 | 1),
    "Teredo": lambda four: IPv6Address(0x20010000 << 96 | 0x4136E378 << 64 | (four ^ 0xFFFFFFFF)),
    "ISATAP": lambda four: IPv6Address(int(IPv6Address("2a00:1450::")) | 0x5EFE << 32 | four),
}

four = st.integers(0, 2**32 - 1).map(IPv4Address)
six = st.integers(0, 2**128 - 1).map(IPv6Address)
near_special = st.sampled_from([ip_network(network) for network, _ in SPECIAL]).flatmap(
    lambda network: st.integers(0, network.num_addresses - 1).map(lambda place: network[place])
)


@pytest.mark.parametrize(("network", "what"), SPECIAL)
def test_both_ends_and_the_middle_of_each_special_network_are_refused(network: str, what: str) -> None:
    known = ip_network(network)
    for place in (0, known.num_addresses // 2, known.num_addresses - 1):
        reason = refusal(known[place])
        assert reason is not None
        assert reason.startswith(f"{known[place]} is ")
    assert what in {special(known[0]), special(known[known.num_addresses - 2])}


@pytest.mark.parametrize("text", PUBLIC)
def test_their_neighbours_are_public(text: str) -> None:
    assert special(ip_address(text)) is None
    assert refusal(ip_address(text)) is None


@settings(deadline=None)
@given(four | six | near_special)
def test_what_the_standard_library_calls_other_than_global_is_refused_too(address: Address) -> None:
    assert address.is_global or refusal(address) is not None


@settings(deadline=None)
@given(six)
def test_beyond_unicast_no_address_of_ipv6_is_public(address: IPv6Address) -> None:
    assert int(address) >> 125 == 1 or special(address) is not None


@pytest.mark.parametrize("way", VIA_SIX)
@settings(deadline=None)
@given(four)
def test_no_address_of_ipv4_is_reached_through_one_of_ipv6(way: str, address: IPv4Address) -> None:
    within = VIA_SIX[way](int(address))
    assert refusal(within) is not None
    assert refusal(within, (ip_network("0.0.0.0/0"),)) is not None


def test_the_reason_names_what_is_hidden() -> None:
    assert special(VIA_SIX["6to4"](int(IPv4Address("169.254.169.254")))) == "an IPv4 address within an IPv6 one (6to4)"
    assert special(ip_address("169.254.169.254")) == "a cloud's metadata service"
    assert special(ip_address("fe80::1")) == "a link-local address"


def test_a_network_that_is_allowed_is_public_and_no_more_than_it() -> None:
    allowed = (ip_network("10.1.0.0/16"), ip_network("fd00:1::/32"))
    assert refusal(ip_address("10.1.255.255"), allowed) is None
    assert refusal(ip_address("fd00:1::5"), allowed) is None
    assert refusal(ip_address("10.2.0.0"), allowed) == "10.2.0.0 is a private address"
    assert refusal(ip_address("fd00:2::5"), allowed) == "fd00:2::5 is a private address"


def test_through_nat64_only_public_addresses_are_asked_where_it_is_allowed() -> None:
    allowed = (ip_network("64:ff9b::/96"),)
    assert refusal(ip_address("64:ff9b::101:101"), allowed) is None
    assert refusal(ip_address("64:ff9b::101:101")) is not None
    assert refusal(ip_address("64:ff9b::a9fe:a9fe"), allowed) == "169.254.169.254 is a cloud's metadata service"
    assert refusal(ip_address("64:ff9b::7f00:1"), allowed) == "127.0.0.1 is a loopback address"


def test_an_address_with_a_zone_is_never_asked() -> None:
    reason = refusal(ip_address("fe80::1%eth0"), (ip_network("fe80::/10"),))
    assert reason == "fe80::1%eth0 names a zone of this machine"
