"""Themes: groups of words that go together in reports, each a row of beginnings. A new word goes here.

A theme says little alone; which themes meet in a sentence says what was done there. A beginning of four letters and more
stands for every word that begins so, a shorter one for itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations

THEMES = {
    "access": (
        "read reading access foothold burrow lurk inside hidden undetected unnoticed persist backdoor implant penetrat "
        "infiltrat entered entry presence quietly months years"
    ),
    "activist": "hacktivist activists collective anonymous protest retaliat revenge pro-russian killnet noname",
    "ask": "pay paid payment paying demand refuse negotiat price",
    "controls": "plc scada industrial valve dam turbine centrifuge water grid substation controller breaker pump",
    "court": "gang criminal crime prosecut indict arrest charged court sentenced",
    "crypto": "crypto bitcoin ether ethereum blockchain exchange token defi",
    "data": (
        "data file files document record information detail secret gigabyte terabyte megabyte byte database blueprint "
        "design source credential password passport numbers address particulars dossier archive patent papers research "
        "schematics trove"
    ),
    "deface": (
        "defac vandal slogan homepage replaced banner picture flag portrait skull insult screens greeted taunt image graffiti"
    ),
    "down": (
        "offline down unavailable unreachable inaccessible outage disrupt paralys paralyz crippl halt suspend shut stop "
        "stopped blocked interrupt crash slow standstill cancel postpon delay restor resum paper manual unable failed "
        "failure frozen froze dark closed knock collapse fell silent unplug disconnect dead idle queue blackout"
    ),
    "flood": (
        "ddos denial denial-of-service traffic flood botnet overwhelm requests junk bombard barrage overload swamp "
        "packets queries"
    ),
    "influence": (
        "disinformation misinformation fake false falsely forged fabricat propaganda influence interfer meddl sway "
        "undermin discredit doctored trolls bots hoax narrative smear deepfake"
    ),
    "intrusion": "intru breach break-in broke broken compromis hacked hacking hackers infect malware trojan",
    "lock": "ransom extort blackmail decrypt encrypt unlock scrambl locked lock key gang note affiliate cartel",
    "lure": "phish spear lure attachment password booby-trapped clicked",
    "mail": "e-mail email mail mails mailbox inbox correspondence message letters cable conversations communications",
    "money": (
        "money million billion dollar euro euros fund funds swift transfer bank banks account atm cash launder fraud "
        "wallet coins tokens heist robber loss losses"
    ),
    "none": "no not never none nothing without neither nor denied denies deny hardly",
    "office": "parliament ministry minister government embassy diplomat lawmakers official agencies department",
    "outlet": "online telegram pastebin wikileaks forum web dark-web darknet whatsapp blog channel torrent internet social",
    "person": "personal customer patient employee staff citizen passenger subscriber client member names identity card",
    "phone": "telecom carrier operator wiretap call calls mobile",
    "press": "journalist reporters newspaper newsroom press media",
    "publish": (
        "leak publish publication post posted posting dump release upload sale sell sold selling circulat spread "
        "appeared surfaced hawk auction offered dripp dribbl spill instalments broadcast handed shared"
    ),
    "site": "website site sites portal page pages server homepage domain",
    "spy": (
        "espionage spy spies spied spying eavesdrop surveil wiretap bugged bugging listening intelligence spyware snoop "
        "monitor intercept tapped tapping reconnai pegasus"
    ),
    "state": "state-sponsored state-backed state-linked apt gru svr fsb mss government-backed nation-state military ministry",
    "supply": "supply-chain update software vulnerab patch zero-day exploit flaw hole appliance vendor",
    "supposed": "could might may would threaten threat possible potential risk fear warn if attempt tried",
    "take": (
        "stole stolen steal theft thief thieves copied copying exfiltrat siphon harvest download extract plunder loot "
        "swipe grab haul obtain rifled lifted snatch carried pilfer drain emptied took taken taking seized walked "
        "purloin"
    ),
    "vote": "election elections electoral vote votes voter voters ballot referendum campaign candidate party democrat",
    "wipe": (
        "wipe wiped wiper wiping erase erasing destroy destruct delet overwr brick wreck sabotag irrecover damage ruin gutted"
    ),
    "work": (
        "service system operations production hospital clinic flight airport train railway port terminal factor plant "
        "network phone appointment surgery surgeries payments power electric pump store stores shelves deliver "
        "broadcast tv television internet trucks customs school computers"
    ),
}
NAMES = tuple(sorted(THEMES))
_PREFIX = 4


@cache
def _beginnings() -> dict[str, int]:
    """Each beginning with the themes that it belongs to, as the bits of a number."""
    found: dict[str, int] = {}
    for number, name in enumerate(NAMES):
        for word in THEMES[name].split():
            found[word] = found.get(word, 0) | 1 << number
    return found


@lru_cache(maxsize=1 << 16)
def themes_of(word: str) -> int:
    """The themes of a word in lower case, as the bits of a number: the places in `NAMES`."""
    known = _beginnings()
    found = known.get(word, 0)
    for size in range(_PREFIX, len(word)):
        found |= known.get(word[:size], 0)
    return found


@cache
def _pairs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(f"{one}+{other}" for other in NAMES) for one in NAMES)


def met(themes: int) -> tuple[list[str], list[str]]:
    """The themes behind the bits of a number by name, and every two of them that meet as one sign."""
    numbers = [number for number in range(len(NAMES)) if themes >> number & 1]
    pairs = _pairs()
    return [NAMES[number] for number in numbers], [pairs[one][other] for one, other in combinations(numbers, 2)]
