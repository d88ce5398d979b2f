"""Countries as people write them, to ISO 3166-1 alpha-2: the one adapter to pycountry's tables."""

from __future__ import annotations

from demarche.errors import UsageError

BEYOND_ISO = {"XK": "Kosovo", "EU": "European Union"}
"""Codes in common use that ISO 3166-1 leaves to its users."""

_COLLOQUIAL = {"uk": "GB", "britain": "GB", "great britain": "GB", "america": "US", "usa": "US", "holland": "NL"}
_COLLOQUIAL |= {"south korea": "KR", "north korea": "KP", "dprk": "KP", "turkey": "TR", "russia": "RU", "iran": "IR"}
_COLLOQUIAL |= {name.casefold(): code for code, name in BEYOND_ISO.items()}


def country_code(text: str) -> str | None:
    """The code of a country given by its code (`IR`, `ir`, `IRN`) or its name (`Iran`); None when there is no such country."""
    asked = text.strip()
    if asked.upper() in BEYOND_ISO:
        return asked.upper()
    if asked.casefold() in _COLLOQUIAL:
        return _COLLOQUIAL[asked.casefold()]
    import pycountry

    try:
        return str(pycountry.countries.lookup(asked).alpha_2)
    except LookupError:
        return None


def needed_country(text: str) -> str:
    """As `country_code`; UsageError when there is no such country."""
    code = country_code(text)
    if code is None:
        raise UsageError(
            f"no such country: {text!r}; write its ISO 3166 code, such as IR, or its name in English, such as Iran"
        )
    return code
