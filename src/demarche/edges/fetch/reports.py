"""A report that is given by its web address, as a capture or as a refusal with its reason."""

from __future__ import annotations

from demarche.edges.fetch.fetcher import Fetcher
from demarche.edges.fetch.results import NotModified
from demarche.edges.fetch.target import shown
from demarche.errors import FetchError
from demarche.model.source import Capture, Refused


def captured(address: str, fetcher: Fetcher) -> Capture | Refused:
    """What stands at an address, named as the address was given, with where it came from and its kind as the server says."""
    name = shown(address)
    try:
        found = fetcher.fetch(address)
    except FetchError as error:
        return Refused(name, str(error))
    if isinstance(found, NotModified):
        raise TypeError("an answer without a body to a question without a condition")
    return Capture(name, found.data, url=found.url, media_type=found.media_type)
