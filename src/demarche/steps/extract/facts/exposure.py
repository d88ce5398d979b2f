"""Exposed data: of which classes, whose, and of how many people. The words are read, the data themselves never."""

from __future__ import annotations

import re

from demarche.model.vocabulary.incidents import DataClass

_C = DataClass
_CLASSES: tuple[tuple[DataClass, str], ...] = (
    (_C.NAMES, r"\bnames\b(?! of (?:the )?(?:companies|firms))|personnel lists?"),
    (_C.EMAIL, r"e-?mail addresses"),
    (_C.CREDENTIALS, r"passwords?\b|credentials|log-?ins?\b|access (?:keys|tokens)|authentication tokens|user ?names"),
    (
        _C.NATIONAL_ID,
        r"social[- ]security numbers?|national (?:id|identity|identification|insurance)|identity cards?|id (?:numbers?|"
        r"cards?)|passports?|driv(?:er['’]?s?|ing) licen[cs]es?|"
        r"identity papers|nhs numbers|medicare numbers|personal (?:id|identity) (?:codes?|numbers?)|tax(?:payer)? (?:id|"
        r"identification) numbers?",
    ),
    (
        _C.FINANCIAL,
        r"bank (?:details|accounts?|data|records)|credit[- ]card|card (?:numbers|details)|financial (?:data|information|"
        r"records|papers|details)|salar(?:y|ies)|payroll|tax (?:records|returns|"
        r"documents|data)|account numbers|income",
    ),
    (
        _C.HEALTH,
        r"(?:medical|health|patient|clinical|hospital)(?: \w+)? (?:data|records?|files?|information|claims|histor(?:y|ies)|"
        r"details)|blood[- ]tests?|medicines|prescriptions|diagnos(?:is|es)|"
        r"test results|vaccination records|patients['’] (?:particulars|records|data|details)",
    ),
    (
        _C.BIOMETRIC,
        r"fingerprints?\b(?! of| is)|biometric|facial (?:images|scans|recognition)|face scans|iris scans|dna (?:data|profiles)",
    ),
    (
        _C.LOCATION,
        r"(?<!mail )(?<!ip )(?<!internet )(?<!of )\baddresses\b(?! of|(?: belonging| they used| that| in the))|home address|"
        r"locations?\b(?= (?:data|of (?:people|users|soldiers)))|movements|geolocation|whereabouts|residence permits?",
    ),
    (
        _C.COMMUNICATIONS,
        r"(?:private |internal |confidential |stolen |government |thousands of |official )?e-?mails\b(?! carrying| from)|"
        r"correspondence|call records|mailbox(?:es)?|inbox(?:es)?|"
        r"details of e-?mails|chat (?:logs|messages)|text messages|phone calls|private messages|cables\b|committee['’]s mail|"
        r"e-?mail of|read mail",
    ),
    (
        _C.STATE_SECRETS,
        r"classified (?:data|documents|files|information|material|papers)|state secrets|top[- ]secret|secret (?:documents|"
        r"files|papers)|background-check",
    ),
)
_COMPILED = tuple((label, re.compile(pattern)) for label, pattern in _CLASSES)
_PERSONAL = re.compile(
    r"\bpersonal (?:data|information|details|records|identifiable)|private (?:data|information|details)|patients?['’]?|birth "
    r"?dates|dates of birth|birthdates|customers?['’]? (?:data|contact|details|information)|"
    r"(?:contact|bank) details|personnel (?:records|files|lists?|data)|phone numbers|employees?['’]? (?:data|details|"
    r"records)|voters|citizens['’]? (?:data|details|records)|particulars|"
    r"records of (?:[\w.,]+ ){0,4}(?:drivers|people|citizens|students|employees|patients|customers)|people['’]s (?:data|"
    r"details)|data (?:on|of|about|belonging to) (?:[\w.,]+ ){0,4}(?:people|users|customers|citizens|"
    r"employees|members|americans|australians|britons|residents)|records belonging to [\d.,]+|passengers|members['’] (?:data|"
    r"details)|details of (?:[\w.,]+ ){0,6}(?:people|employees|users|customers|citizens|staff)|"
    r"stolen medical files|social security numbers|residence permits|background[- ]check|(?:records|details|data|particulars|"
    r"files) (?:of|on|about) (?:[\w.,]+ ){0,6}?(?:members|students|voters|taxpayers|clients|residents|(?:million|thousand|\d+) "
    r"[a-z]+ans)\b|(?:members|people|customers|users|patients|employees|voters)\b[^.;]{0,15} (?:had|saw) their (?:[a-z]+ )?"
    r"(?:details|data|records|information)"
)
_TECHNICAL = frozenset({_C.CREDENTIALS, _C.COMMUNICATIONS, _C.STATE_SECRETS, _C.FINANCIAL, _C.LOCATION})

_PEOPLE = (
    r"(?:people|persons|individuals|users|customers|citizens|residents|employees|workers|staff|members|patients|voters|"
    r"students|drivers|passengers|subscribers|accounts|"
    r"Americans|Australians|Britons|taxpayers|officials|politicians|soldiers|clients|records|teachers|pensioners|"
    r"policyholders)"
)
_COUNT = re.compile(
    rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|thousand|m\b|bn\b))?(?: of)?(?: (?!{_PEOPLE})[\w’'-]+){{0,"
    rf"5}}? (?P<who>{_PEOPLE})\b|"
    r"(?P<scaled>\d+(?:\.\d+)?) (?P<by>million|billion|thousand) (?:personnel |patient |customer |medical )?(?:records|people)"
)
_SCALES = {"million": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "thousand": 1_000}
_WHOSE = re.compile(
    r"(?:information|data|details|records|files|names|addresses|e-?mails|correspondence|documents|mail|mailbox|passwords|"
    r"numbers|papers)"
    r"(?: (?:linked|belonging|relating|related) to| of| on| about| from| concerning) (?:the |some |about |around |more than |"
    r"nearly |almost |an estimated |roughly |at least |as many as |up to )*"
    r"(?P<whose>(?:[\d.,]+ (?:million |thousand )?)?(?:(?!from\b|of\b|and\b|in\b)[\w’'-]+ ){0,3}?"
    rf"(?:{_PEOPLE}|politicians|prime minister|president|minister|ministry|opposition(?! (?:politicians|lawmakers|"
    r"leaders|parties|figures))|government|committee|executives|party|"
    r"lawmakers|senators|dissidents|journalists|activists|parliamentarians|judges|campaign|embassy|companies|"
    r"chancellor|police|army|soldiers|diplomats|company))\b|"
    rf"(?P<owner>(?:[A-Z]?[\w-]+ ){{0,2}}(?:{_PEOPLE}|politicians|executives|lawmakers|diplomats|opposition "
    r"politicians))['’] (?:personal |contact |private |medical )?(?:data|details|records|information|particulars|names|"
    r"e-?mails|files)",
)
_SOME_PEOPLE = re.compile(rf"{_PEOPLE}|politicians|executives|lawmakers|diplomats|dissidents|journalists")


def data_classes(lowered: str) -> tuple[DataClass, ...]:
    """The classes that a sentence names, in the order of the vocabulary; `lowered` is the sentence in lower case."""
    return tuple(label for label, pattern in _COMPILED if pattern.search(lowered))


def is_personal(lowered: str, classes: tuple[DataClass, ...]) -> bool:
    """Whether the data are about persons."""
    return any(label not in _TECHNICAL for label in classes) or bool(_PERSONAL.search(lowered))


def whose(text: str) -> str | None:
    """Whose data they are, in the sentence's own words; None when it does not say."""
    found = [(match.group("whose") or match.group("owner")).strip() for match in _WHOSE.finditer(text)]
    people = [words for words in found if _SOME_PEOPLE.search(words)]
    return next(iter(people or found), None)


def head_count(text: str) -> int | None:
    """How many people's data, the greatest number that the sentence gives."""
    counts = []
    for match in _COUNT.finditer(text):
        digits = match.group("number") or match.group("scaled")
        scale = _SCALES.get(match.group("scale") or match.group("by") or "", 1)
        counts.append(round(float(digits.replace(",", "").rstrip(".")) * scale))
    return max((count for count in counts if count > 0), default=None)
