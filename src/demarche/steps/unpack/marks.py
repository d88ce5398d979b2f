"""Markings as feeds of indicators, tables and bundles write them."""

from __future__ import annotations

from collections.abc import Iterable

from demarche.model.atoms import Marking

_WRITTEN = {
    "clear": Marking.CLEAR,
    "white": Marking.CLEAR,
    "green": Marking.GREEN,
    "amber": Marking.AMBER,
    "amber+strict": Marking.AMBER_STRICT,
    "amber-strict": Marking.AMBER_STRICT,
    "amber strict": Marking.AMBER_STRICT,
    "red": Marking.RED,
}
STIX_IDS = {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": Marking.CLEAR,
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": Marking.GREEN,
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": Marking.AMBER,
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": Marking.RED,
    "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487": Marking.CLEAR,
    "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb": Marking.GREEN,
    "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421": Marking.AMBER,
    "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003": Marking.AMBER_STRICT,
    "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1": Marking.RED,
}
"""TLP 1.0 as STIX 2.1 defines it, then TLP 2.0 as the OASIS extension does."""


def tlp(written: str) -> Marking:
    """The marking that `TLP:AMBER+STRICT` or `amber` names. What nobody knows is for nobody: red."""
    name = " ".join(written.strip().lower().split()).removeprefix("tlp").lstrip(": ")
    return _WRITTEN.get(name, Marking.RED)


def strictest(markings: Iterable[Marking]) -> Marking:
    """The strictest of some markings; clear where there is none."""
    return max(markings, key=lambda one: one.rank, default=Marking.CLEAR)
