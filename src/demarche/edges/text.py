"""The one validator of text on its way into a store, and its gentle twin for text that only has to be shown."""

from __future__ import annotations

from demarche.errors import IntegrityError

NUL = "\0"


def storable(text: str, what: str) -> str:
    """The text itself; IntegrityError when it holds a NUL (PostgreSQL refuses it, SQLite's `length()` stops there) or a lone
    surrogate (no UTF-8 exists for it). `what` names the text in the message.
    """
    if NUL in text:
        raise IntegrityError(f"{what} holds a NUL character at {text.index(NUL)}; remove it before reading")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise IntegrityError(f"{what} holds half of a surrogate pair at {error.start}; decode the text anew") from None
    return text


def printable(text: str) -> str:
    """The text with what `storable` refuses written as escapes: for file names and messages, which must never be refused."""
    return text.replace(NUL, "\\0").encode("utf-8", "backslashreplace").decode("utf-8")
