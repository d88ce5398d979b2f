"""Demarche: a sourced record of cyber incidents."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.doors.api import OpenRecord as OpenRecord
    from demarche.doors.api import open_record as open_record

__version__ = "0.1.0"
__all__ = ["OpenRecord", "open_record"]


def __getattr__(name: str) -> Any:
    """Import the API on first use, so that `demarche --help` does not pay for it."""
    if name in __all__:
        from demarche.doors import api

        return getattr(api, name)
    raise AttributeError(f"module 'demarche' has no attribute {name!r}")
