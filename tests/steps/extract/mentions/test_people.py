import pytest
from hypothesis import given, settings
from tape_samples import Seen, mentions, reports, tape_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the office before the name
        ("Foreign minister Maria Larkspur spoke.", ("OFFICIAL", "Foreign minister Maria Larkspur", None)),
        ("Norway's prime minister, Maria Larkspur, spoke.", ("OFFICIAL", "Norway's prime minister, Maria Larkspur", "NO")),
        ("Intelligence Minister Maria Larkspur spoke.", ("OFFICIAL", "Intelligence Minister Maria Larkspur", None)),
        ("Agriculture Secretary Maria Larkspur spoke.", ("OFFICIAL", "Agriculture Secretary Maria Larkspur", None)),
        ("Oslo Mayor Maria Larkspur spoke.", ("OFFICIAL", "Oslo Mayor Maria Larkspur", "NO")),
        ("Then-vice president Maria Larkspur spoke.", ("OFFICIAL", None, None)),
        ("The GRX Chief Operating Officer Maria Larkspur spoke.", ("EXPERT", None, None)),
        ("So says Microsoft president Maria Larkspur.", ("COMPANY", "Microsoft president Maria Larkspur", None)),
        ("Then analyst Maria Larkspur spoke.", ("EXPERT", "Maria Larkspur", None)),
        # the office after the name
        ("Maria Larkspur, Norway’s minister of health, spoke.", ("OFFICIAL", "Maria Larkspur", "NO")),
        ("Maria Larkspur, an analyst, spoke.", ("EXPERT", "Maria Larkspur", None)),
        ("Maria Larkspur, a senior vice president, spoke.", ("EXPERT", "Maria Larkspur", None)),
        ("Maria Larkspur, the vice president, spoke.", ("OFFICIAL", "Maria Larkspur", None)),
        ("Maria Larkspur of Microsoft spoke.", ("COMPANY", "Maria Larkspur", None)),
        ("Maria Larkspur, who leads the Norwegian government, spoke.", ("OFFICIAL", "Maria Larkspur", "NO")),
        # the place
        ("In Moscow, Maria Larkspur spoke.", ("OFFICIAL", "Maria Larkspur", "RU")),
        # none
        ("On Monday Maria Larkspur spoke.", ("EXPERT", "Maria Larkspur", None)),
        ("Lord Alder Larkspur spoke.", ("OFFICIAL", "Lord Alder Larkspur", None)),
    ],
)
def test_a_person_has_the_office_that_stands_beside_the_name(text: str, expected: Seen) -> None:
    kind, words, country = expected
    found = [one for one in mentions(text) if "Larkspur" in one[1]]
    assert [(one[0], one[2]) for one in found] == [(kind, country)]
    if words is not None:
        assert found[0][1] == words


@pytest.mark.parametrize(
    "name",
    [
        "Maria Larkspur",
        "Maria J. Larkspur",
        "M.J. Larkspur",
        "A. Larkspur",
        "Maria von Larkspur",
        "Mary-Ann O’Hara",
        "José Ibáñez",
    ],
)
def test_a_name_is_whole(name: str) -> None:
    text = f"So it was {name} who had the key."
    assert [words for _, words, _ in mentions(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They were hacking Maria Larkspur.", "Maria Larkspur"),  # no king
        ("They came to the camp, Maria Larkspur among them.", "Maria Larkspur"),  # no MP
        ("In Washington, D.C. Maria Larkspur spoke.", "Maria Larkspur"),
    ],
)
def test_the_end_of_a_word_is_no_title(text: str, name: str) -> None:
    assert ("EXPERT", name, None) in mentions(text)


@pytest.mark.parametrize(
    "text",
    ["The Supreme Court sat.", "WHEN THE SCREENS GO BLANK", "Last Monday Morning came.", "The HTTP POST failed."],
)
def test_capitals_alone_make_no_person(text: str) -> None:
    assert [one for one in mentions(text) if one[0] == "EXPERT"] == []


def test_a_surname_on_later_mention_has_the_office_first_given() -> None:
    text = "Norwegian minister Maria Larkspur spoke. Then Larkspur's aide and Mrs. Larkspur left. Larkspur-Stone stayed."
    _, tape = tape_of(text)
    later = [named for char in tape.text if (named := tape.mentions.get(char)) and named.role == "surname"]
    assert [(text[one.start : one.end], one.party.name, one.party.country) for one in later] == [
        ("Larkspur", "Maria Larkspur", "NO"),
        ("Mrs. Larkspur", "Maria Larkspur", "NO"),
    ]


def test_a_surname_before_anybody_has_it_means_nothing() -> None:
    assert mentions("Larkspur spoke.") == []


@settings(max_examples=100, deadline=None)
@given(reports)
def test_persons_lead_back_to_the_text_and_reading_twice_is_the_same(text: str) -> None:
    _, tape = tape_of(text)
    people = [named for char in tape.text if (named := tape.mentions.get(char)) and named.role in {"person", "surname"}]
    assert all(named.party.name.split()[-1] in text[named.start : named.end] for named in people)
    assert mentions(text) == mentions(text)


def test_a_surname_behind_an_honorific_is_who_was_named_in_full() -> None:
    found = mentions("Norway's prime minister, Maria Larkspur, spoke.\n\nMs Larkspur said more. Mr Alder did not.")
    assert [one for one in found if "Larkspur" in one[1]][1] == ("OFFICIAL", "Ms Larkspur", "NO")
    assert [one[2] for one in found if "Alder" in one[1]] == [None]
