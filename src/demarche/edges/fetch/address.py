"""Which addresses of the internet are public: everything else is refused before anything is sent there.

The table is that of IANA's registries of special-purpose IPv4 and IPv6 addresses (RFC 6890 and its updates), of multicast, and
of what carries an IPv4 address within an IPv6 one; `ipaddress.is_global` calls some of these global. Where a registry has
globally reachable addresses in a block that serves protocols and not pages (AS112, AMT, relays), the block is refused too.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

SPECIAL: tuple[tuple[str, str], ...] = (
    # Some clouds keep their metadata service beside link-local addresses; the narrower rows come first, for the better reason.
    ("169.254.169.254/32", "a cloud's metadata service"),
    ("169.254.170.2/32", "a cloud's metadata service"),
    ("100.100.100.200/32", "a cloud's metadata service"),
    ("168.63.129.16/32", "a cloud's metadata service"),
    ("192.0.0.192/32", "a cloud's metadata service"),
    ("fd00:ec2::254/128", "a cloud's metadata service"),
    ("fd20:ce::254/128", "a cloud's metadata service"),
    ("0.0.0.0/8", "an address of this network"),
    ("10.0.0.0/8", "a private address"),
    ("100.64.0.0/10", "an address shared by a provider's customers (CGNAT)"),
    ("127.0.0.0/8", "a loopback address"),
    ("169.254.0.0/16", "a link-local address"),
    ("172.16.0.0/12", "a private address"),
    ("192.0.0.0/24", "an address for protocols"),
    ("192.0.2.0/24", "an address for documentation"),
    ("192.31.196.0/24", "an address for protocols (AS112)"),
    ("192.52.193.0/24", "an address for protocols (AMT)"),
    ("192.88.99.0/24", "an address of 6to4 relays"),
    ("192.168.0.0/16", "a private address"),
    ("192.175.48.0/24", "an address for protocols (AS112)"),
    ("198.18.0.0/15", "an address for measurements"),
    ("198.51.100.0/24", "an address for documentation"),
    ("203.0.113.0/24", "an address for documentation"),
    ("224.0.0.0/4", "a multicast address"),
    ("255.255.255.255/32", "the broadcast address"),
    ("240.0.0.0/4", "a reserved address"),
    ("::/128", "the unspecified address"),
    ("::1/128", "a loopback address"),
    ("::ffff:0:0/96", "an IPv4 address within an IPv6 one (mapped)"),
    ("::ffff:0:0:0/96", "an IPv4 address within an IPv6 one (translated)"),
    ("::/96", "an IPv4 address within an IPv6 one (compatible)"),
    ("64:ff9b::/96", "an IPv4 address within an IPv6 one (NAT64)"),
    ("64:ff9b:1::/48", "an IPv4 address within an IPv6 one (local NAT64)"),
    ("100::/64", "an address for discarding"),
    ("100:0:0:1::/64", "a dummy address"),
    ("2001::/32", "an IPv4 address within an IPv6 one (Teredo)"),
    ("2001::/23", "an address for protocols"),
    ("2001:db8::/32", "an address for documentation"),
    ("2002::/16", "an IPv4 address within an IPv6 one (6to4)"),
    ("2620:4f:8000::/48", "an address for protocols (AS112)"),
    ("3ffe::/16", "an address of the former 6bone"),
    ("3fff::/20", "an address for documentation"),
    ("5f00::/16", "an address for segment routing"),
    ("fc00::/7", "a private address"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a site-local address"),
    ("ff00::/8", "a multicast address"),
)
"""Networks that are not public, each with what an address of it is."""

_TABLE = tuple((ip_network(network), what) for network, what in SPECIAL)
_UNICAST = IPv6Network("2000::/3")
"""All that IANA has given out of IPv6 for use between networks; what lies outside is reserved."""
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = frozenset((0x00005EFE, 0x02005EFE))
"""The upper half of an interface identifier whose lower half is an IPv4 address (RFC 5214)."""


def special(address: Address) -> str | None:
    """What an address is that is not public; None for a public one."""
    for network, what in _TABLE:
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv4Address):
        return None
    if address not in _UNICAST:
        return "a reserved address"
    within = (int(address) >> 32) & 0xFFFFFFFF in _ISATAP
    return "an IPv4 address within an IPv6 one (ISATAP)" if within else None


def refusal(address: Address, allowed: Sequence[Network] = ()) -> str | None:
    """Why nothing is sent to an address; None where it is public or of a network that was allowed by name.

    An IPv4 network that is allowed allows none of the IPv6 addresses that carry its addresses. Where the prefix of NAT64 is
    allowed, as a network without IPv4 needs it, what is asked through it must be public still.
    """
    if getattr(address, "scope_id", None):
        return f"{address} names a zone of this machine"
    if any(address.version == network.version and address in network for network in allowed):
        through = isinstance(address, IPv6Address) and address in _NAT64
        return refusal(IPv4Address(int(address) & 0xFFFFFFFF), allowed) if through else None
    what = special(address)
    return f"{address} is {what}" if what else None
