from __future__ import annotations

import pytest

from demarche.edges.countries import country_code, needed_country
from demarche.errors import UsageError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("IR", "IR"),
        ("ir", "IR"),
        ("IRN", "IR"),
        ("Iran", "IR"),
        (" albania ", "AL"),
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("Russia", "RU"),
        ("North Korea", "KP"),
        ("South Korea", "KR"),
        ("Türkiye", "TR"),
        ("XK", "XK"),
        ("kosovo", "XK"),
        ("EU", "EU"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_code_and_by_name(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_an_unknown_country_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no such country: 'Irann'"):
        needed_country("Irann")
