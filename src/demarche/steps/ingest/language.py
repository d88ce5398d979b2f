"""The language that a text is written in, told from the text itself; short texts and lists are in none.

1. A text with as many of the commonest English words as English prose has is English.
2. Of any other, py3langid says which of the languages below it is, where the text is long enough and one is far likelier.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENGLISH = "en"
NAMES = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mn": "Mongolian",
    "ms": "Malay",
    "mt": "Maltese",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""The languages that are told apart, ISO 639-1: those in which states and the press report on cyber operations."""

_ENGLISH_WORDS = frozenset(
    "the and of to that with for by from this which have has had were been their said are is was it its as at who they would "
    "when".split()
)
"""The commonest words of English prose; other languages share a few of them."""
_ENGLISH_SHARE, _ENGLISH_DISTINCT = 0.14, 3
"""Share of a text's words, and how many different ones of them: English reports have a quarter, others under a tenth."""
_LOOK = 10_000
"""Characters that are looked at: the language shows within a page."""
_LETTERS = 60
"""Letters of a text from which on its language can be told; letters that are not Latin count for two, those of scripts that
write words or syllables for four."""
_DENSE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OTHER = re.compile("[\u0370-\u1dff\u2c00-\ud7ff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SURE = 0.9
"""How likely the language must be among those above; lists of names and of indicators stay below."""
_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def language(text: str, told: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of a text; what the container told where the text does not tell, else None."""
    return _found(text[:_LOOK]) or _base(told)


def name(code: str) -> str:
    """The English name of a language, its code where there is none."""
    return NAMES.get(code, code)


def _base(told: str | None) -> str | None:
    """`fr` of `fr-CA`."""
    found = _CODE.fullmatch(told.strip()) if told else None
    return found[1].lower() if found else None


def _found(text: str) -> str | None:
    if _is_english(text):
        return ENGLISH
    if len(_LETTER.findall(text)) + len(_OTHER.findall(text)) + 2 * len(_DENSE.findall(text)) < _LETTERS:
        return None
    code, likelihood = _identifier().classify(text)
    return str(code) if likelihood >= _SURE else None


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    known = [word for word in words if word in _ENGLISH_WORDS]
    return len(known) >= _ENGLISH_SHARE * len(words) > 0 and len(set(known)) >= _ENGLISH_DISTINCT


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(NAMES) & set(identifier.labels))
    return identifier
