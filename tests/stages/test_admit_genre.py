import pytest
from admitted import admit_words, article

from counterclaim.records import RawText, Rejection
from counterclaim.stages.admit import admit

REPORT = (
    "The council of Osten said on Friday that the bridge over the Merl would stay closed for two months. "
    "A spokesman told reporters that four people had been hurt. Police said two men were being questioned. "
) * 4
OPINION = (
    "The bridge was more than stone. It was the bitter proof that a divided town "
    "could still meet itself halfway. "
    "Those who broke it knew this, and those who now promise to mend it should be "
    "ashamed of the years in which "
    "they let it rot. A town that cannot cross its own river has lost its way, and no committee will find it "
    "again. What is needed is the courage to say so, and the noble habit of building before one is asked to. "
) * 2
INTERVIEW = """Q: When did you hear of it?
A: On Friday morning, at home.
Q: Were you alone there?
A: My wife was there, and a neighbour.
Q: What did you do next?
A: I went to the bridge."""
RELEASE = f"PRESS RELEASE\n\n{REPORT}"


@pytest.mark.parametrize(
    ("text", "metadata", "genre"),
    [
        (REPORT, {}, "report"),
        (OPINION, {}, "opinion"),
        (REPORT, {"section": "Opinion"}, "opinion"),
        (f"Opinion\n\n{REPORT}", {}, "opinion"),
        (
            f"{REPORT}\n\nThe views expressed in this article are the author's own.",
            {"section": "Comment"},
            "opinion",
        ),
        (f"OSTEN (Reuters) - {REPORT}", {}, "wire"),
        (f"{REPORT}--Reuters", {}, "wire"),
        (f"{REPORT}\n\nPolice stand by the bridge, Osten, April 9, 2021. Reuters\n\n{REPORT}", {}, "report"),
        (REPORT, {"outlet": "TASS"}, "wire"),
        (REPORT, {"outlet": "tass.com"}, "wire"),
        (REPORT, {"outlet": "Reuters World"}, "wire"),
        (REPORT, {"outlet": "MENA Watch"}, "report"),
        (INTERVIEW, {}, "interview"),
        (RELEASE, {}, "statement"),
        (
            "Blast in Osten hurts four, police say. Bridge over the Merl closed until further notice.",
            {},
            "flash",
        ),
    ],
)
def test_genres(text: str, metadata: dict[str, str], genre: str) -> None:
    assert article(text, **metadata).genre == genre


def test_an_opinion_s_words_in_quotation_marks_are_another_s() -> None:
    quoted = (
        f"“{OPINION}” said the mayor of Osten on Friday. He told the council this. Police said nothing. "
        + REPORT
    )
    assert article(quoted).genre == "report"


@pytest.mark.parametrize(
    ("text", "guess", "reason"),
    [
        (
            "قتل أربعة أشخاص في انفجار على الجسر يوم الجمعة قرب المدينة",
            "ar",
            "language is Arabic (ar): only English",
        ),
        ("Четыре человека погибли при взрыве на мосту в пятницу утром", "ru", "Russian (ru)"),
        (
            "Quatre personnes ont été blessées dans une explosion sur le pont, a dit la police du canton",
            "fr",
            "French",
        ),
        ("Qvx zzt wlk " * 20, "xx", "not English but 'xx'"),
        ("Qvx zzt wlk " * 20, "zxx", "holds no words of a language that is known"),
        ("12:30 --- 45", "en", "holds no words"),
        ("😀😀 !!!", "en", "holds no words"),
    ],
)
def test_other_languages_are_rejected(text: str, guess: str, reason: str) -> None:
    raw = RawText(file="a.txt", text=text, sha256="0")
    admitted = admit(raw, language=lambda _: guess, words=admit_words())
    assert isinstance(admitted, Rejection)
    assert admitted.stage == "admit"
    assert reason in admitted.reason


@pytest.mark.parametrize(
    "text",
    [
        "Blast Osten bridge: four hurt, Merl traffic halted, Governor Brandt en route, Oberst Keller says",
        "Russian strikes kill 34 civilians in Syrias Deir Ezzor",
        "BRIDGE CLOSED",
        "The dead were named as Jean-Luc Moreau, Pierre Dubois and Élodie Lefèvre, of the rue de la Paix.",
    ],
)
@pytest.mark.parametrize("guess", ["fr", "de", "pcm"])
def test_terse_english_is_read_whatever_the_guess(text: str, guess: str) -> None:
    raw = RawText(file="a.txt", text=text, sha256="0")
    assert not isinstance(admit(raw, language=lambda _: guess, words=admit_words()), Rejection)
