"""One fetcher for everything that comes from the web: what it may ask, how it asks, and what comes back as evidence."""

from demarche.edges.fetch.exchange import Exchange
from demarche.edges.fetch.fetcher import Fetcher
from demarche.edges.fetch.names import Resolve
from demarche.edges.fetch.reports import captured
from demarche.edges.fetch.results import Fetched, NotModified
from demarche.errors import FetchError
from demarche.settings import FetchSettings

__all__ = [
    "Exchange",
    "FetchError",
    "FetchSettings",
    "Fetched",
    "Fetcher",
    "NotModified",
    "Resolve",
    "captured",
]
