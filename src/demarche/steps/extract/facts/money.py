"""Sums of money: the amount in whole units, and the currency by ISO 4217."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SYMBOLS = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "rs": "INR",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "₴": "UAH",
}
_NAMES = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "won": "KRW", "rupees": "INR", "roubles": "RUB", "rubles": "RUB", "hryvnias": "UAH", "hryvnia": "UAH", "francs": "CHF",
    "kroons": "EEK", "kronor": "SEK", "zloty": "PLN", "yuan": "CNY", "pesos": "PHP", "rand": "ZAR", "lira": "TRY",
    "shekels": "ILS", "reais": "BRL",
}  # fmt: skip
_CODES = "USD|EUR|GBP|JPY|KRW|INR|AUD|CAD|CHF|UAH|RUB|CNY|PLN|SEK|NOK|DKK"
_SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "crore": 10**7, "lakh": 10**5,
}  # fmt: skip
_SUM = re.compile(
    r"(?P<sign>(?:US|A|C|NZ)?\$|[€£¥₩₹₴]|\bRs\.? ?)(?P<signed>\d[\d,]*(?:\.\d+)?) ?(?P<by>thousand|million|billion|trillion|"
    r"crore|lakh|bn|mn|m|b|k)?\b|"
    rf"\b(?P<code>{_CODES}) ?(?P<coded>\d[\d,]*(?:\.\d+)?) ?(?P<codeby>million|billion|m|bn)?\b|"
    r"\b(?P<named>\d[\d,]*(?:\.\d+)?) ?(?P<nameby>thousand|million|billion|trillion)? (?:US |American |Canadian |Australian "
    rf")?(?P<name>{'|'.join(_NAMES)}|{_CODES})\b|"
    r"\b(?P<many>(?:tens of |hundreds of )?(?:thousands|millions|billions)) (?:of|in) (?P<of>[a-z]+)"
)
_NOT_LOST = re.compile(
    r"\b(?:reward|bounty|offer(?:ed|ing|s)?|worth of (?:aid|equipment)|loan|revenue of|fund(?:ing)?|aid|budget|grant|"
    r"information (?:on|that|leading|about)|seiz(?:ed|ure)|recovered|returned|clawed back|"
    r"demand(?:ed|ing|s)?|asked for|asking|wanted|might be|price|charged|trade|gift|fined?|settle|guarantee|sums?|invest\w*|"
    r"facilit\w+|"
    r"confiscated|bid|would not|not pay|refus\w+)\b[^.;]{0,45}$"
)


def _amount(digits: str, scale: str | None) -> int:
    return round(float(digits.replace(",", "").rstrip(".")) * _SCALES.get((scale or "").lower(), 1))


def _read(match: re.Match[str]) -> tuple[int | None, str | None] | None:
    groups = match.groupdict()
    if groups["sign"]:
        return _amount(groups["signed"], groups["by"]), _SYMBOLS[groups["sign"].strip(" .").lower()]
    if groups["code"]:
        return _amount(groups["coded"], groups["codeby"]), groups["code"]
    if groups["name"]:
        name = groups["name"]
        return _amount(groups["named"], groups["nameby"]), _NAMES.get(name.lower(), name)
    currency = _NAMES.get(groups["of"])
    return (None, currency) if currency else None


def sums(text: str, start: int, end: int) -> Iterator[tuple[int | None, str | None]]:
    """The sums said in the words from `start` to a little after `end`; those offered, demanded, seized or lent are left out."""
    for match in _SUM.finditer(text):
        if not start - 25 <= match.start() <= end + 40:
            continue
        found = _read(match)
        if found and not _NOT_LOST.search(text[max(0, match.start() - 60) : match.start()]):
            yield found
