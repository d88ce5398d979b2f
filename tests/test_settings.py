from __future__ import annotations

from pathlib import Path

import pytest

from demarche.errors import UsageError
from demarche.model.atoms import Marking
from demarche.settings import FetchSettings, LanguageModelSettings, default_cache, settings

URL, MODEL = "http://127.0.0.1:8080/v1", "small"
NAMED = {"DEMARCHE_LLM_URL": URL, "DEMARCHE_LLM_MODEL": MODEL}


def test_what_is_given_comes_before_the_environment_and_that_before_the_default() -> None:
    assert settings(environment={}).reader == "model"
    assert settings(environment={"DEMARCHE_READER": "llm"}).reader == "llm"
    assert settings(environment={"DEMARCHE_READER": "llm"}, reader="rules").reader == "rules"


def test_without_an_address_there_is_no_language_model() -> None:
    assert settings(environment={"DEMARCHE_LLM_KEY": "k"}).language_model is None
    assert settings(environment={"DEMARCHE_LLM_URL": "", "DEMARCHE_LLM_MODEL": " "}).language_model is None


def test_a_language_model_is_an_address_and_a_name() -> None:
    assert settings(environment=NAMED).language_model == LanguageModelSettings(URL, MODEL, default_cache())
    for name in NAMED:
        with pytest.raises(UsageError, match=f"set {name}, or unset the other"):
            settings(environment={other: value for other, value in NAMED.items() if other != name})


def test_the_other_settings_of_a_language_model() -> None:
    told = {"DEMARCHE_LLM_KEY": " sk-secret\n", "DEMARCHE_LLM_CACHE": "answers", "DEMARCHE_LLM_SECONDS": "60"}
    found = settings(environment={**NAMED, **told, "DEMARCHE_LLM_MARKING": "Amber"}).language_model
    assert found == LanguageModelSettings(URL, MODEL, Path("answers"), "sk-secret", 60, Marking.AMBER)
    assert "sk-secret" not in repr(found)


@pytest.mark.parametrize(
    ("variable", "value"), [("DEMARCHE_WORKERS", "many"), ("DEMARCHE_LLM_SECONDS", "soon"), ("DEMARCHE_LLM_MARKING", "secret")]
)
def test_a_value_that_makes_no_sense_is_named_with_its_variable(variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"{variable} is '{value}'; set it to"):
        settings(environment={**NAMED, variable: value})


def test_without_a_word_nothing_but_the_public_web_is_fetched_from() -> None:
    assert settings(environment={}).fetch == FetchSettings()
    assert (FetchSettings().networks, FetchSettings().allow, FetchSettings().robots) == ((), (), True)


def test_what_may_be_fetched_is_set_by_the_environment() -> None:
    told = {
        "DEMARCHE_FETCH_ALLOW": "press.example, mfa.example",
        "DEMARCHE_FETCH_DENY": "old.press.example",
        "DEMARCHE_FETCH_NETWORKS": "10.1.0.0/16 fd00::/8",
        "DEMARCHE_FETCH_AGENT": " desk/1 (desk@mfa.example) ",
        "DEMARCHE_FETCH_SECONDS": "90",
        "DEMARCHE_FETCH_PAUSE": "0",
        "DEMARCHE_FETCH_ROBOTS": "Off",
    }
    assert settings(environment=told).fetch == FetchSettings(
        agent="desk/1 (desk@mfa.example)",
        allow=("press.example", "mfa.example"),
        deny=("old.press.example",),
        networks=("10.1.0.0/16", "fd00::/8"),
        robots=False,
        seconds=90,
        pause=0,
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DEMARCHE_FETCH_ALLOW", "https://press.example"),
        ("DEMARCHE_FETCH_DENY", "*.press.example"),
        ("DEMARCHE_FETCH_DENY", "."),
        ("DEMARCHE_FETCH_NETWORKS", "10.0.0.1/8"),
        ("DEMARCHE_FETCH_NETWORKS", "intranet"),
        ("DEMARCHE_FETCH_AGENT", "desk\r\nX: y"),
        ("DEMARCHE_FETCH_AGENT", "бюро"),
        ("DEMARCHE_FETCH_SECONDS", "soon"),
        ("DEMARCHE_FETCH_PAUSE", "1.5s"),
        ("DEMARCHE_FETCH_ROBOTS", "maybe"),
    ],
)
def test_a_setting_of_fetching_that_makes_no_sense_is_named(variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=variable):
        settings(environment={variable: value})
