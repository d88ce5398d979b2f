"""The store: what was read, kept as it was read, and the record built from it, in one SQLite file or on a PostgreSQL server."""

from demarche.edges.store.rows import Added, ClaimFilter, Finding, IncidentFilter, Input, Report
from demarche.edges.store.store import Store, open_store

__all__ = ["Added", "ClaimFilter", "Finding", "IncidentFilter", "Input", "Report", "Store", "open_store"]
