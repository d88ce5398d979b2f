from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, ROOT, read

from demarche.model.source import Outcome
from demarche.steps.ingest.language import NAMES, language

SENTENCES = {
    "ar": "قالت حكومة نورلاند يوم الثلاثاء إن مجموعة مدعومة من دولة اخترقت سجلها.",
    "de": "Die Regierung von Norland erklärte am Dienstag, eine staatliche Gruppe sei in ihr Melderegister eingedrungen.",
    "es": "El gobierno de Norland dijo el martes que un grupo respaldado por un Estado había entrado en su registro.",
    "fa": "دولت نورلند روز سه‌شنبه گفت گروهی تحت حمایت یک دولت به سامانه ثبت آن نفوذ کرده است.",
    "fr": "Le gouvernement de Norland a déclaré mardi qu'un groupe soutenu par un État avait pénétré dans son registre.",
    "he": "ממשלת נורלנד אמרה ביום שלישי כי קבוצה הנתמכת על ידי מדינה פרצה למרשם שלה.",
    "it": "Il governo di Norland ha dichiarato martedì che un gruppo sostenuto da uno Stato è entrato nel suo registro.",
    "ja": "ノーランド政府は火曜日、国家が支援する集団が登録簿に侵入したと発表した。",
    "ko": "노를란드 정부는 화요일 국가의 지원을 받는 집단이 등록부에 침입했다고 밝혔다.",
    "nl": "De regering van Norland zei dinsdag dat een door een staat gesteunde groep haar register was binnengedrongen.",
    "pl": "Rząd Norlandu oświadczył we wtorek, że grupa wspierana przez państwo włamała się do jego rejestru.",
    "pt": "O governo de Norland disse na terça-feira que um grupo apoiado por um Estado invadiu o seu registo.",
    "ru": "Правительство Норландии заявило во вторник, что поддерживаемая государством группа проникла в его реестр.",
    "sq": "Qeveria e Norlandit tha të martën se një grup i mbështetur nga shteti kishte hyrë në regjistrin e saj.",
    "sv": "Norlands regering sade på tisdagen att en statsunderstödd grupp hade tagit sig in i dess register.",
    "tr": "Norland hükümeti salı günü, devlet destekli bir grubun kayıt sistemine girdiğini söyledi.",
    "uk": "Уряд Норландії заявив у вівторок, що підтримувана державою група проникла до його реєстру.",
    "zh": "诺兰政府周二表示，一个受国家支持的团伙侵入了其登记系统。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_tells_its_language(code: str) -> None:
    document = read(SENTENCES[code])
    assert document.origin.language == code
    assert document.outcome is Outcome.PARTIAL
    assert f"written in {NAMES[code]} ({code}): the reader knows English only" in (document.reason or "")


@pytest.mark.parametrize(
    "text",
    [
        "Emotet Qakbot TrickBot IcedID Bumblebee Gootloader SocGholish Raspberry Robin Cobalt Strike",
        "VPN firmware CVE-2024-1234 SSLVPN FortiOS 7.2.1 exploited in the wild",
        "MD5 d41d8cd98f00b204e9800998ecf8427e SHA256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Bonjour, Norland!",
        "",
    ],
)
def test_lists_and_short_texts_are_in_no_language(text: str) -> None:
    assert language(text) is None


@pytest.mark.parametrize(
    ("told", "code"), [("fr-CA", "fr"), (" EN_us ", "en"), ("de", "de"), ("nonsense", None), ("", None), (None, None)]
)
def test_what_a_container_says_counts_where_the_text_does_not_tell(told: str | None, code: str | None) -> None:
    assert language("Bonjour, Norland!", told) == code
    assert language(PARAGRAPH, told) == "en"


def test_english_with_a_foreign_quotation_is_english() -> None:
    document = read("\n\n".join((PARAGRAPH, SENTENCES["ru"], f"{PARAGRAPH[:-1]}, they said.")))
    assert document.origin.language == "en"
    assert document.outcome is Outcome.OK


def test_page_furniture_does_not_count() -> None:
    assert read(f"{SENTENCES['fr']}\n\nSubscribe to our newsletter and get the news of the day.").origin.language == "fr"


def _english() -> list[Path]:
    shown = [*(ROOT / "examples").glob("*.txt"), *(ROOT / "corpora" / "demarche").glob("*/*.txt")]
    return [path for path in sorted(shown) if not path.parent.name.startswith("held-out")]


def test_no_report_of_the_corpora_is_told_to_be_in_another_language() -> None:
    reports = _english()
    assert len(reports) > 300
    assert {language(path.read_text(encoding="utf-8")) for path in reports} == {"en"}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    found = language(text)
    assert found is None or found in NAMES
    assert language(text) == found
