"""A catalogue that is damaged, or wrong in a place, costs words and nothing else."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from grader.language import catalogue as catalogues
from grader.language.text import Text, tr, tr_many

GOT = "Got {given}."
DAMAGED = {
    "nothing": lambda whole: b"",
    "cut": lambda whole: whole[: len(whole) // 2],
    "its head alone": lambda whole: whole[:40],
    "no catalogue": lambda whole: b"no catalogue at all, but a text",
    "unknown encoding": lambda whole: whole.replace(b"charset=utf-8", b"charset=nons_"),
    "not in its encoding": lambda whole: whole.replace(b"Erhalten", b"\xff\xfe\xff\xfeaten"),
    "a rule that is none": lambda whole: whole.replace(b"(n != 1)", b"(import)"),
}
PLACES = (
    *("{nope}", "{given.nope}", "{given[9]}", "{given:d}", "{given!x}", "{}", "{0}", "{", "}"),
    "{given:{nope}}",
)


@pytest.fixture
def german(tmp_path, monkeypatch):
    """Puts a German catalogue there, with this for 'Got {given}.' and its bytes changed so."""
    for name in ("_folders", "_fallback"):
        monkeypatch.setattr(catalogues, name, list(getattr(catalogues, name)))

    def put(said="Erhalten: {given}.", change=lambda whole: whole):
        made = Catalog(locale="de")
        made.add(GOT, said)
        made.add(("One", "{n} of them"), ("Eins", "{n} davon"))
        path = tmp_path / "de" / "LC_MESSAGES" / "dlgrade.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_mo(file, made)
        path.write_bytes(change(path.read_bytes()))
        catalogues.use_catalogues(tmp_path)

    yield put
    catalogues.catalogue.cache_clear()
    catalogues.translated.cache_clear()


def test_the_words_of_a_sound_one_are_said(german):
    german()
    assert tr(GOT, given="x")["de"] == "Erhalten: x."
    assert tr_many("One", "{n} of them", 3)["de"] == "3 davon"


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_one_is_passed_over(german, name):
    german(change=DAMAGED[name])
    assert tr(GOT, given="x")["de"] == "Got x."
    assert tr_many("One", "{n} of them", 1)["de"] == "One"


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_cannot_be_filled_is_said_in_english(german, place):
    german(said=f"Erhalten: {place}.")
    assert tr(GOT, given="x")["de"] == "Got x."
    assert tr(GOT).format(given="x")["de"] == "Got x."


def test_a_rule_that_divides_by_zero(german):
    german(change=lambda whole: re.sub(rb"\(n != 1\)", b"(n / 0 )", whole))
    assert tr_many("One", "{n} of them", 1)["de"] == "One"
    assert tr_many("One", "{n} of them", 2)["de"] == "2 of them"
    assert tr(GOT, given="x")["de"] in ("Got x.", "Erhalten: x.")  # by the Python


def test_a_slip_in_the_source_is_not_hidden():
    with pytest.raises(KeyError):
        _ = tr("{nope}", given="x")["en"]
    with pytest.raises(KeyError):
        _ = Text("{nope}", "{nope}").format(given="x")["en"]
