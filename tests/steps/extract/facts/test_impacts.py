from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import ImpactValue
from demarche.model.vocabulary.incidents import DataClass, Impact
from demarche.steps.extract.facts.exposure import data_classes, head_count, is_personal, whose
from demarche.steps.extract.facts.impacts import find_impacts
from demarche.steps.extract.facts.money import sums


def impacts(body: str) -> list[ImpactValue]:
    return [claim.value for claim in find_impacts(reading(body, "2024-05-01")) if isinstance(claim.value, ImpactValue)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The attack knocked the ministry's websites offline.", Impact.SERVICE_OUTAGE),
        ("Clerks went back to pen and paper.", Impact.SERVICE_OUTAGE),
        ("A wiper erased the disks of the utility.", Impact.DATA_DESTROYED),
        ("The gang encrypted the servers of the hospital.", Impact.DATA_ENCRYPTED),
        ("The centrifuges were sent spinning until they broke.", Impact.PHYSICAL_EFFECT),
    ],
)
def test_what_came_of_it_is_read(body: str, expected: Impact) -> None:
    assert [value.impact for value in impacts(body)] == [expected]


def test_exposed_data_have_classes_owners_and_a_count() -> None:
    (value,) = impacts(
        "The hackers stole the names, e-mail addresses and social security numbers of some 9.7 million customers."
    )
    assert value.impact is Impact.DATA_EXPOSED
    assert value.data_classes == (DataClass.NAMES, DataClass.EMAIL, DataClass.NATIONAL_ID)
    assert value.personal
    assert value.head_count == 9_700_000


def test_papers_of_an_office_are_exposed_but_not_personal() -> None:
    (value,) = impacts("Intruders stole documents of the ministry.")
    assert (value.impact, value.personal, value.head_count) == (Impact.DATA_EXPOSED, False, None)


def test_nothing_is_exposed_when_the_words_deny_it() -> None:
    assert impacts("No data was stolen and no service was disrupted.") == []


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("The heist cost the bank $81 million in all.", 81_000_000, "USD"),
        ("It lost £200m in sales.", 200_000_000, "GBP"),
        ("Damage of 1.5 billion euros was done.", 1_500_000_000, "EUR"),
        ("It cost firms billions of dollars.", None, "USD"),
        ("They lost EUR 4,600,000.", 4_600_000, "EUR"),
    ],
)
def test_sums_have_an_amount_and_a_currency(text: str, amount: int | None, currency: str) -> None:
    assert list(sums(text, 0, len(text))) == [(amount, currency)]


@pytest.mark.parametrize(
    "text", ["A reward of $10 million was offered.", "The gang demanded $50m.", "Police seized $6.1 million."]
)
def test_money_that_is_not_lost_is_left_out(text: str) -> None:
    assert list(sums(text, 0, len(text))) == []


def test_money_lost_is_an_impact_once() -> None:
    found = [value for value in impacts("The company paid $11 million to the hackers. It paid $11 million.") if value.amount]
    assert found == [ImpactValue(Impact.MONEY_LOST, amount=11_000_000, currency="USD")]


def test_whose_data_prefers_persons_over_offices() -> None:
    text = "They leaked e-mails from the ministry and personal data linked to opposition politicians."
    assert whose(text) == "opposition politicians"
    assert whose("The data was stolen.") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("records of 1.5 million patients", 1_500_000),
        ("the details of 412 employees and 3,000 customers", 3_000),
        ("the details of employees", None),
    ],
)
def test_head_counts_are_the_greatest_number_given(text: str, count: int | None) -> None:
    assert head_count(text) == count


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("passwords and fingerprints", (DataClass.CREDENTIALS, DataClass.BIOMETRIC)),
        ("medical records and bank details", (DataClass.FINANCIAL, DataClass.HEALTH)),
        ("classified documents", (DataClass.STATE_SECRETS,)),
        ("ip addresses of servers", ()),
    ],
)
def test_classes_are_told_by_their_words(text: str, classes: tuple[DataClass, ...]) -> None:
    assert data_classes(text) == classes


def test_secrets_of_state_are_not_personal() -> None:
    assert not is_personal("classified documents", (DataClass.STATE_SECRETS,))
    assert is_personal("names", (DataClass.NAMES,))


@pytest.mark.parametrize(
    "body",
    [
        "A spreadsheet with details of over 400,000 members was put on the internet.",
        "He is accused of having taken the records of some five million Bulgarians.",
        "The hackers stole files, and 6.5 million customers had their details copied.",
    ],
)
def test_data_of_many_people_are_personal(body: str) -> None:
    assert any(value.personal for value in impacts(body))


@pytest.mark.parametrize(
    ("body", "amount"),
    [
        ("The heist drained the reserves of the bank.", None),
        ("The repair bill is put at some five million euros.", None),
        ("Prosecutors spoke of the record $1.5 billion theft.", 1_500_000_000),
    ],
)
def test_money_is_lost_with_or_without_a_sum(body: str, amount: int | None) -> None:
    assert [(value.impact, value.amount) for value in impacts(body)] == [(Impact.MONEY_LOST, amount)]


def test_tampering_with_a_dam_is_felt() -> None:
    assert Impact.PHYSICAL_EFFECT in {value.impact for value in impacts("Hackers took control of a dam and opened a valve.")}
