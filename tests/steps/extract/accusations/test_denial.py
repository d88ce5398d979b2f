from __future__ import annotations

import time

import pytest
from fact_samples import reading

from demarche.model.claim import UNSPECIFIED, Claim, DenialValue, PartyName
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.steps.extract.accusations.denial import Statements, denial_words
from demarche.steps.extract.accusations.speakers import Speakers

RUSSIA = PartyName("Russia", PartyKind.STATE, "RU")
Said = tuple[str, str | None]


def statements(body: str, main: PartyName | None = RUSSIA) -> list[Claim]:
    """What is said in a report that accuses `main`."""
    read = reading(body)
    accused = frozenset({main.country}) if main and main.country else frozenset()
    return Statements(read, Speakers(read, None), accused, main).claims()


def said(body: str, stance: Stance, main: PartyName | None = RUSSIA) -> set[Said]:
    """Who takes a stance: names with their countries."""
    return {(claim.asserter.name, claim.asserter.country) for claim in statements(body, main) if claim.stance is stance}


def names(body: str, stance: Stance, main: PartyName | None = RUSSIA) -> set[str]:
    return {name for name, _ in said(body, stance, main)}


@pytest.mark.parametrize(
    "body",
    [
        "Moscow has denied any part in the attack.",
        "Russia denies that it hacked the parliament.",
        "The Kremlin rejected the accusation on Friday.",
        "Russia, which has long denied involvement, promised to answer.",
        "Moscow dismissed the German allegations as fiction.",
        "The Kremlin brushed the charge aside.",
        "Moscow will have none of it.",
        "Moscow washed its hands of the breach.",
        "The Kremlin shrugged off the report.",
        "Russia laughed off the claims.",
        "Russia poured scorn on the findings.",
        "Moscow has repeatedly disavowed the intrusion and any role in it.",
        "Having disowned the hack in May, Moscow offered a joint inquiry.",
        "The Russian foreign ministry issued a denial.",
        "Moscow maintains its denials.",
        "Russia protested its innocence.",
        "The Russian embassy called the claims baseless.",
        "The Russian foreign ministry described the accusation as groundless.",
        'The accusations were "pure fantasy", the Russian foreign ministry said.',
        '"These allegations are absurd," said Ivan Petrov, a spokesman for the Russian embassy.',
        '"We have nothing to do with it," the Russian ambassador said of the attack.',
        "The Russian ambassador said his country had never carried out cyberattacks.",
        "Russia does not engage in hacking, the Russian embassy said.",
        "The Russian foreign ministry said that Britain had presented no evidence for its claims.",
        "The Russian embassy accused Berlin of a smear campaign over the hack.",
        "The Kremlin said that Russia itself was a frequent victim of cyberattacks.",
        "Russian officials say the country opposes all cyberattacks, and the Kremlin denied the charge.",
    ],
)
def test_whoever_stands_accused_denies_in_any_wording(body: str) -> None:
    assert "RU" in {country for _, country in said(body, Stance.DENIES)}


@pytest.mark.parametrize(
    "body",
    [
        "The Kremlin declined to comment.",
        "Moscow has not denied it.",
        "The German interior ministry denied that data was stolen.",
        "Berlin rejected the ransom demand.",
        "The company denied reports that customers were affected.",
        "The hospital dismissed its head of security.",
        "Russia condemned the attack and the hackers' claims to the archive.",
        "Britain called the attack unacceptable and said it would respond.",
        "Two agencies, whose logos were on the page, had nothing to do with it.",
        "The German government said there was no evidence that ballots had been touched.",
    ],
)
def test_refusing_something_else_is_no_denial(body: str) -> None:
    assert said(body, Stance.DENIES) == set()


def test_the_embassy_denies_for_the_state_that_is_accused() -> None:
    assert said("The embassy rejected the accusation.", Stance.DENIES) == {("embassy", "RU")}


def test_a_state_denies_what_no_other_rule_found_an_accusation_of() -> None:
    assert said("Iran rejected the accusation and denied any involvement.", Stance.DENIES, None) == {("Iran", "IR")}


def test_a_group_denies() -> None:
    assert names("Killnet denied that it had any part in the attack.", Stance.DENIES) == {"Killnet"}


def test_a_denial_names_the_denier_as_its_party_and_keeps_the_word() -> None:
    (claim,) = statements("The Russian embassy called the claims baseless.")
    assert claim.value == DenialValue(claim.asserter, "baseless")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The hacking group Killnet claimed responsibility for the outage.", "Killnet"),
        ("A group calling itself Iron Falcon took credit for the breach on Telegram.", "Iron Falcon"),
        ("A hacker who goes by the name Night Owl has claimed responsibility for the leak.", "Night Owl"),
        ("A persona under the alias Grey Hat 7 bragged that it had stolen the files.", "Grey Hat 7"),
        ("Responsibility for the attack was claimed by a group called Blue Dawn.", "Blue Dawn"),
        ("The breach was later claimed by the ransomware gang LockBit.", "LockBit"),
        ("The ransomware gang LockBit listed the ministry as a victim.", "LockBit"),
        ("LockBit, a ransomware gang, posted the files on its leak site.", "LockBit"),
        ("The company's name appeared on the leak site of the ransomware gang LockBit.", "LockBit"),
        ("Samples of the data surfaced on LockBit's dark web blog.", "LockBit"),
        ("Ransom notes signed by Red Lantern came out of the printers.", "Red Lantern"),
        ("The defaced page bore the signature of Red Lantern.", "Red Lantern"),
        ("Killnet said it was behind the attack.", "Killnet"),
        ("Killnet told a newspaper that it had knocked the site offline.", "Killnet"),
        ("Killnet admitted the attack.", "Killnet"),
        ("Killnet owned up within hours.", "Killnet"),
        ("The attack, for which the group Killnet took responsibility, lasted a day.", "Killnet"),
        ("Desorden claimed the attack in a forum post.", "Desorden"),
        ("Killnet boasted of having taken the data of two million people.", "Killnet"),
        ("The group that claimed responsibility, Silent Choir, has no known past.", "Silent Choir"),
        ("The hackers claimed to have stolen a terabyte of mail.", "hackers"),
    ],
)
def test_attackers_claim_responsibility(body: str, name: str) -> None:
    assert names(body, Stance.CLAIMS_RESPONSIBILITY) == {name}


@pytest.mark.parametrize(
    "body",
    [
        "No group has claimed responsibility for the attack.",
        "Nobody took credit for the breach.",
        "Killnet has not claimed responsibility.",
        "The minister took full responsibility and resigned.",
        "The company boasted of record growth.",
        "The company said it had shut down its systems.",
        "The ministry claimed that the attack came from abroad.",
        "The airline listed the affected flights on its site.",
    ],
)
def test_others_claim_no_responsibility(body: str) -> None:
    assert said(body, Stance.CLAIMS_RESPONSIBILITY) == set()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The FBI declined to say who was behind the attack.", "FBI"),
        ("The FBI refused to name a culprit.", "FBI"),
        ("The FBI has not attributed the breach.", "FBI"),
        ("The FBI did not blame any country.", "FBI"),
        ("The FBI would not point the finger at anyone.", "FBI"),
        ("The FBI stopped short of accusing a state.", "FBI"),
        ("The FBI warned of attacks without naming a perpetrator.", "FBI"),
        ("The FBI could not say which country had ordered the operation.", "FBI"),
        ("The FBI cannot yet identify the attackers.", "FBI"),
        ("The FBI said it was too early to attribute the attack.", "FBI"),
        ("The FBI said that it would be premature to speculate on who did it.", "FBI"),
        ("The FBI said it did not know who was responsible.", "FBI"),
        ("The FBI has yet to determine who broke in.", "FBI"),
        ("The FBI named no one.", "FBI"),
        ("The FBI blamed nobody.", "FBI"),
        ("The FBI said it had no attribution to offer.", "FBI"),
        ("The FBI said nothing about who might have done it.", "FBI"),
        ("The FBI was silent on the identity of the attackers.", "FBI"),
        ("The FBI keeps an open mind about who did it.", "FBI"),
        ("On the identity of the intruders the FBI is silent.", "FBI"),
        ("By whom it was done the FBI did not say.", "FBI"),
        ("What the FBI cannot say is who gave the order.", "FBI"),
        ("The FBI would not comment on whether Russia was behind it.", "FBI"),
        ("The FBI has not confirmed that it was Russia.", "FBI"),
        ("The FBI has no idea who the culprits are.", "FBI"),
        ("The FBI was careful not to accuse a government.", "FBI"),
        ("The FBI sees no way of knowing who gave the order.", "FBI"),
        ('"It could have been anyone," the FBI said.', "FBI"),
        ('"We are not going to speculate," the FBI said.', "FBI"),
        ("Microsoft has not been able to link the activity to any known group.", "Microsoft"),
        ("Microsoft said attribution was never easy and would take time.", "Microsoft"),
        ("The FBI, too, did not name anyone.", "FBI"),
        ("Bluewater Mills has never named a suspect.", "Bluewater Mills"),
    ],
)
def test_who_names_nobody_declines_to_attribute(body: str, name: str) -> None:
    assert names(body, Stance.DECLINES_TO_ATTRIBUTE) == {name}


@pytest.mark.parametrize(
    "body",
    [
        "Moscow declined to comment.",
        "The Kremlin would not say who was behind the attack.",
        "A source who declined to be named said Russia was behind the attack.",
        "The FBI did not name the victims.",
        "The FBI did not say which companies were affected.",
        "The FBI would not say how the attackers got in.",
        "The FBI declined to say whether a ransom had been paid.",
        "The hackers did not say who had paid them.",
        "The company has not disclosed how many customers were affected.",
        "The researchers did not publish the technical details to protect users.",
    ],
)
def test_silence_on_other_things_is_no_refusal_to_attribute(body: str) -> None:
    assert said(body, Stance.DECLINES_TO_ATTRIBUTE) == set()


def test_others_who_do_the_same_refuse_too() -> None:
    assert names("The FBI named no culprit. Nor has the White House.", Stance.DECLINES_TO_ATTRIBUTE) == {"FBI", "United States"}
    both = said("ANSSI declined to say who did it, and so did the foreign ministry.", Stance.DECLINES_TO_ATTRIBUTE)
    assert both == {("ANSSI", "FR"), ("foreign ministry", "FR")}


def test_what_a_report_says_of_itself_is_nobodys_by_name() -> None:
    body = "We have not been able to tie this operation to any known group."
    assert said(body, Stance.DECLINES_TO_ATTRIBUTE) == {(UNSPECIFIED.name, None)}


def test_officials_of_a_place_speak_for_its_state() -> None:
    assert said("Officials in Warsaw blamed no one.", Stance.DECLINES_TO_ATTRIBUTE) == {("Officials", "PL")}


def test_who_did_it_may_be_unclear_to_nobody_in_particular() -> None:
    assert said("It was unclear who was behind the attack.", Stance.DECLINES_TO_ATTRIBUTE) == {(UNSPECIFIED.name, None)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Kaspersky said it had seen no evidence that Russia was involved.", "Kaspersky"),
        ("Kaspersky found nothing that led back to the Russian government.", "Kaspersky"),
        ("Kaspersky has found no trace of a Russian hand.", "Kaspersky"),
        ("Kaspersky doubts that Russia was behind it.", "Kaspersky"),
        ("Kaspersky cast doubt on the attribution.", "Kaspersky"),
        ("Kaspersky was sceptical of the claim that Moscow gave the order.", "Kaspersky"),
        ("Kaspersky is not convinced that Russia did it.", "Kaspersky"),
        ("Kaspersky warned against jumping to conclusions.", "Kaspersky"),
        ("Kaspersky said the traces might be a false flag meant to point to Russia.", "Kaspersky"),
        ("Kaspersky disputed the accusation.", "Kaspersky"),
        ("Kaspersky questioned whether the evidence against Russia would hold.", "Kaspersky"),
        ("Kaspersky said that Russia was not behind the attack.", "Kaspersky"),
        ("Kaspersky called the evidence circumstantial.", "Kaspersky"),
        ("Kaspersky noted that a shared tool proves nothing about Russia.", "Kaspersky"),
        ("Kaspersky found it hard to believe that Russia had done it.", "Kaspersky"),
    ],
)
def test_who_questions_an_accusation_doubts_it(body: str, name: str) -> None:
    assert names(body, Stance.DOUBTS) == {name}


@pytest.mark.parametrize(
    "body",
    [
        "Kaspersky said there was no doubt that Russia was behind it.",
        "Kaspersky found no evidence that customer data had been taken.",
        "Kaspersky doubts that users will change their passwords.",
        "Kaspersky warned against opening attachments.",
        "The attackers framed the photograph.",
    ],
)
def test_doubt_about_other_things_is_none(body: str) -> None:
    assert said(body, Stance.DOUBTS, None if "users" in body else RUSSIA) == set()


def test_few_who_believe_it_are_nobody_in_particular() -> None:
    assert said("A hacker took credit. Few believed him.", Stance.DOUBTS) == {(UNSPECIFIED.name, None)}


def test_the_accused_deny_and_do_not_doubt() -> None:
    body = "The Kremlin said there was no evidence that Russia was involved in the attack."
    assert said(body, Stance.DOUBTS) == set()
    assert {country for _, country in said(body, Stance.DENIES)} == {"RU"}


def spent(body: str) -> float:
    """Seconds of processor time, the least of three runs."""
    read = reading(body)
    found = Statements(read, Speakers(read, None), frozenset({"RU"}), RUSSIA)
    times = []
    for _ in range(3):
        start = time.process_time()
        found.claims()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "words",
    [
        "the ministry did not say that it could not confirm evidence and never denied the claims of the group ",
        "Killnet and Russia said that Poland did not name who and claimed it had ",
        "no evidence of the ",
        "which state, ",
    ],
)
def test_time_grows_no_faster_than_a_sentence(words: str) -> None:
    spent(words)
    assert spent(words * 640) < 16 * max(spent(words * 80), 0.005)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It was “a Baseless and Clumsy invention”, the embassy said.", "Baseless"),
        ("On Monday Lima’s envoy waved away a charge by its neighbours.", "waved away a charge"),
        ("Lima had nothing to do with it, he said.", "had nothing to do"),
        ('On Facebook she wrote of "losers in search of an excuse".', "losers in search of an excuse"),
        ('She is one of the alleged "fathers" of the worm and laughed.', ""),
        ("There were no facts which would prove it.", "no facts"),
        ("That is precisely what Lima says.", ""),
    ],
)
def test_the_words_of_a_denial_stand_in_its_sentence(sentence: str, words: str) -> None:
    assert denial_words(sentence) == words
    assert words in sentence
