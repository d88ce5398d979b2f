"""Whom words mean that the network points at: led back, placed in a state, described, or parted."""

from __future__ import annotations

import pytest

from demarche.model.claim import PartyName
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract import read_tape
from demarche.steps.extract.case import case_of
from demarche.steps.extract.reading import Reading, Span
from demarche.steps.extract.trained.parties import Parties
from demarche.steps.ingest import ingest

GOVERNMENT, STATE, GROUP, INDIVIDUAL = PartyKind.GOVERNMENT, PartyKind.STATE, PartyKind.GROUP, PartyKind.INDIVIDUAL


class Pointed:
    """A text of which words are pointed at by the words themselves, the last time that they stand there."""

    def __init__(self, text: str) -> None:
        self.reading: Reading = read_tape(ingest(Capture("report.txt", text.encode())))
        case = case_of(self.reading)
        self.parties = Parties(self.reading, case.speakers, case.suspects)

    def at(self, words: str) -> Span:
        start = self.reading.document.text.rindex(words)
        return start, start + len(words)

    def accused(self, words: str) -> PartyName | None:
        return self.parties.accused(self.at(words))

    def speaker(self, words: str, shunned: str | None = None) -> PartyName:
        return self.parties.voice(self.at(words), self.reading.sentences[0], shunned).party

    def denier(self, words: str) -> PartyName:
        return self.parties.denier(self.at(words), self.reading.sentences[0]).party


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("Paris blamed a Chinese engineer for the leak.", "Chinese engineer", ("Chinese engineer", INDIVIDUAL, "CN")),
        ("Lagos said twelve Chinese broke in.", "twelve Chinese", ("twelve Chinese", INDIVIDUAL, "CN")),
        ("Police think a 36-year-old Moroccan did it.", "Moroccan", ("Moroccan", INDIVIDUAL, "MA")),
        ("Kyiv blamed the Russian operation.", "Russian operation", ("Russia", STATE, "RU")),
        ("Bonn blamed people inside Costa Rica.", "people inside Costa Rica", ("people inside Costa Rica", INDIVIDUAL, "CR")),
        ("Oslo traced it to the government in Pyongyang.", "government in Pyongyang", ("government", STATE, "KP")),
        ("Oslo traced it to the government of Iran.", "government", ("government", STATE, "IR")),
        ("He thinks native speakers of Russian did it.", "native speakers of Russian",
         ("native speakers of Russian", GROUP, None)),
        ("He blamed Russian-speaking enthusiasts.", "Russian-speaking enthusiasts",
         ("Russian-speaking enthusiasts", PartyKind.HACKTIVIST, None)),
        ("The bank blamed two former Tesla employees.", "two former Tesla employees",
         ("two former Tesla employees", INDIVIDUAL, None)),
        ("They blamed agents of the Chinese government.", "agents of the Chinese government",
         ("agents of the Chinese government", STATE, "CN")),
        ("She blamed an extortion gang.", "an extortion gang", ("extortion gang", PartyKind.CRIMINAL_GROUP, None)),
        ("The CIA blamed Gruzovik, a firm from Minsk.", "ruzov", ("Gruzovik", GROUP, None)),
        ("Oslo blamed Iran. A minister called the Islamic Republic a danger.", "Islamic Republic", ("Iran", STATE, "IR")),
        ("Seoul blamed North Korea. Officials said the North had tried before.", "North", ("North Korea", STATE, "KP")),
    ],
)  # fmt: skip
def test_an_accused_is_named_by_words_with_kind_and_country(
    text: str, words: str, party: tuple[str, PartyKind, str | None]
) -> None:
    assert Pointed(text).accused(words) == PartyName(*party)


def test_the_group_is_the_one_named_before() -> None:
    text = "Researchers linked the theft to Lazarus. The loot was large. Investigators say the gang has struck before."
    found = Pointed(text).accused("gang")
    assert found is not None
    assert (found.name, found.country) == ("Lazarus", "KP")


def test_numbers_and_marks_are_nobody() -> None:
    pointed = Pointed("Seoul said that 31 of them were behind it.")
    assert pointed.accused("31") is None


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "country"),
    [
        ("The government in Tallinn believes that Moscow did it.", "government in Tallinn", "government", GOVERNMENT, "EE"),
        ("Officials of the United States blamed Iran.", "Officials of the United States", "Officials",
         PartyKind.ANONYMOUS_OFFICIAL, "US"),
        ("Israeli newspapers blamed Iran.", "Israeli newspapers", "Israeli newspapers", PartyKind.MEDIA, "IL"),
        ("Austrian lawmakers of all stripes blamed Iran.", "Austrian lawmakers", "Austrian lawmakers", GOVERNMENT, "AT"),
        ("In Oslo the Border Safety Service BSS blamed Iran.", "Border Safety Service BSS", "Border Safety Service BSS",
         GOVERNMENT, "NO"),
        ("New Zealand's NCSC blamed China.", "New Zealand's NCSC", "NCSC", GOVERNMENT, "NZ"),
        ("Symantec looked at it first. The company blamed Lazarus.", "company", "Symantec", PartyKind.COMPANY, None),
        ("Le Monde told of it. The newspaper blamed China.", "newspaper", "Le Monde", PartyKind.MEDIA, None),
        ("Two US officials told of it. Later the officials blamed Iran.", "officials", "US officials",
         PartyKind.ANONYMOUS_OFFICIAL, "US"),
    ],
)  # fmt: skip
def test_a_speaker_is_led_back_and_placed(text: str, words: str, name: str, kind: PartyKind, country: str | None) -> None:
    party = Pointed(text).speaker(words)
    assert (party.name, party.kind, party.country) == (name, kind, country)


def test_who_accuses_is_placed_by_whom_the_report_accuses_most() -> None:
    text = (
        "Two US officials said that Iran broke in. Iran was behind it, Washington said. Iran blamed the United States for "
        "the fire.\n\nThe president says Iran did it."
    )
    assert Pointed(text).speaker("president", "IR").country == "US"


def test_an_embassy_of_which_no_state_is_told_is_that_of_the_accused() -> None:
    text = "Norway said that China broke in. Oslo blames China and China alone. The embassy in Oslo found that absurd."
    assert Pointed(text).speaker("embassy").country == "CN"


def test_a_description_is_a_name_without_what_its_bearer_did() -> None:
    assert Pointed("An attaché who asked not to be named blamed Iran.").speaker("attaché who asked not to be").name == "attaché"


def test_a_pronoun_leads_to_who_spoke_before() -> None:
    pointed = Pointed("Norway's foreign minister Anna Example spoke in Oslo. She blamed Russia for the break-in.")
    assert pointed.speaker("She").country == "NO"


def test_nobody_speaks_for_the_state_that_they_accuse() -> None:
    pointed = Pointed("The senator said that Tehran had fired a shot across the bow.")
    assert pointed.speaker("senator", "IR").country != "IR"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Albania accused Iran of the attack. The embassy in Tirana called it baseless.", "embassy in Tirana", "IR"),
        ("Norway accused Russia of the attack. Russia’s embassy in Oslo denied it.", "Oslo", "RU"),
        ("Albania accused Iran of the attack. The ministry denied any part in it.", "ministry", "IR"),
        ("Albania accused Iran of the attack. Tehran denied any part in it.", "Tehran", "IR"),
    ],
)
def test_it_is_the_accused_that_denies(text: str, words: str, country: str) -> None:
    assert Pointed(text).denier(words).country == country


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("Oslo blamed APT28 and APT29 for it.", "APT28 and APT29", ["APT28", "APT29"]),
        ("Oslo blamed Russian and Chinese spies for it.", "Russian and Chinese spies", ["Russian", "Chinese spies"]),
        ("Norway, Sweden and the United States blamed it.", "Norway, Sweden and the United States",
         ["Norway", "Sweden", "United States"]),
        ("Xinhua named Elm University and Oak Institute.", "Elm University and Oak Institute",
         ["Elm University", "Oak Institute"]),
        ("The Department of Health and Human Services spoke.", "Department of Health and Human Services",
         ["Department of Health and Human Services"]),
        ("Oslo blamed the civilian and military intelligence service.", "civilian and military intelligence service",
         ["civilian and military intelligence service"]),
    ],
)  # fmt: skip
def test_words_that_join_parties_are_parted(text: str, words: str, parts: list[str]) -> None:
    pointed = Pointed(text)
    spans = [span for span in pointed.parties.parted(pointed.at(words)) if span]
    assert [pointed.reading.document.text[slice(*span)] for span in spans] == parts


def test_nobody_is_parted_into_nobody() -> None:
    assert list(Pointed("Oslo was silent.").parties.parted(None)) == [None]


def test_a_list_goes_on_behind_its_first_name() -> None:
    text = "A grand jury indicted Masud Example, Ali Sample and Yasar Specimen. Ann Other, the clerk, was heard."
    pointed = Pointed(text)
    listed = [pointed.reading.document.text[slice(*span)] for span in pointed.parties.listed(pointed.at("Masud"))]
    assert listed == ["Masud Example", "Ali Sample", "Yasar Specimen"]
    assert len(pointed.parties.listed(pointed.at("Ann Other"))) == 1


def test_somebody_unnamed_answers_for_the_state_in_reach_that_is_not_accused() -> None:
    pointed = Pointed("Norway accused Russia of the break-in. Two Russian diplomats were expelled on Friday.")
    doer = pointed.parties.doer(None, pointed.reading.sentences[1], "RU")
    assert doer is not None
    assert doer.country == "NO"
