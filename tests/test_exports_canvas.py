"""QTI 1.2 for Canvas: grammar, and what Canvas would mark, by a reader of our own."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from grader.bridges.exports.canvas import part_ident
from grader.bridges.exports.items import items_of
from grader.bridges.exports.qti12 import QTI, qti12_package
from grader.bridges.exports.spellings import written_numbers
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.numbers import flat
from grader.quiz.marking.typed_numbers import read_number
from grader.quiz.question.records import Kind, Mode
from grader.quiz.question.solving import near
from grader.quiz.question.wording import letters

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
COUNT = 2


@cache
def exported(name: str, lang: str):
    quiz = load_quiz(ROOT, name)
    questions = items_of(quiz, quiz_pool(ROOT, quiz), lang, COUNT, Mode.GRADED)
    data = qti12_package(quiz, questions, lang)
    package = zipfile.ZipFile(io.BytesIO(data))
    return quiz, questions, {n: package.read(n) for n in package.namelist()}


# element: children in order, attributes ("?" after those that may be missing)
GRAMMAR = {
    "questestinterop": ("assessment", "schemaLocation"),
    "assessment": ("qtimetadata section", "ident title"),
    "section": ("selection_ordering?(section|item)+", "ident title?"),
    "selection_ordering": ("selection", ""),
    "selection": ("selection_number selection_extension", ""),
    "selection_number": ("#", ""),
    "selection_extension": ("points_per_item", ""),
    "points_per_item": ("#", ""),
    "item": ("itemmetadata presentation resprocessing itemfeedback*", "ident title"),
    "itemmetadata": ("qtimetadata", ""),
    "qtimetadata": ("qtimetadatafield+", ""),
    "qtimetadatafield": ("fieldlabel fieldentry", ""),
    "fieldlabel": ("#", ""),
    "fieldentry": ("#", ""),
    "presentation": ("material(response_lid|response_str)+", ""),
    "material": ("mattext", ""),
    "mattext": ("#", "texttype?"),
    "response_lid": ("material?render_choice", "ident rcardinality?"),
    "response_str": ("render_fib", "ident rcardinality"),
    "render_choice": ("response_label+", ""),
    "render_fib": ("response_label", "fibtype?"),
    "response_label": ("material?", "ident rshuffle?"),
    "resprocessing": ("outcomes respcondition+", ""),
    "outcomes": ("decvar", ""),
    "decvar": ("", "maxvalue minvalue varname vartype"),
    "respcondition": ("conditionvar setvar?displayfeedback?", "continue?"),
    "conditionvar": ("(or|and|other|varequal)+", ""),
    "or": ("(varequal|and)+", ""),
    "and": ("(varequal|not|vargte|varlte)+", ""),
    "not": ("varequal", ""),
    "other": ("", ""),
    "varequal": ("#", "respident"),
    "vargte": ("#", "respident"),
    "varlte": ("#", "respident"),
    "setvar": ("#", "action varname"),
    "displayfeedback": ("", "feedbacktype linkrefid"),
    "itemfeedback": ("flow_mat", "ident"),
    "flow_mat": ("material", ""),
}
KINDS = {
    "numerical_question",
    "fill_in_multiple_blanks_question",
    "multiple_dropdowns_question",
    "multiple_choice_question",
    "multiple_answers_question",
    "short_answer_question",
}


def local(name: str) -> str:
    return name.rpartition("}")[2]


@cache
def model(source: str) -> re.Pattern[str]:
    together = re.sub(r"(?<=[)*+?]) ", "", source)
    return re.compile(re.sub(r"(\w+) ?", r"(?:\1 )", together))


def valid(element: ET.Element) -> None:
    name = local(element.tag)
    assert element.tag == f"{{{QTI}}}{name}"
    children, attributes = GRAMMAR[name]
    known = attributes.split()
    held = {local(a) for a in element.attrib}
    assert {a for a in known if not a.endswith("?")} <= held <= {a.rstrip("?") for a in known}
    names = "".join(f"{local(child.tag)} " for child in element)
    if children == "#":
        assert not names
    else:
        assert not (element.text or "").strip()
        assert model(children).fullmatch(names), (name, names)
    for child in element:
        valid(child)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_whole_and_keeps_to_the_grammar(name, lang):
    quiz, _, files = exported(name, lang)
    manifest = ET.fromstring(files["imsmanifest.xml"])
    listed = {f.get("href") for f in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}file")}
    assert listed == set(files) - {"imsmanifest.xml"}
    root = ET.fromstring(files[f"{name}/{name}.xml"])
    valid(root)
    meta = ET.fromstring(files[f"{name}/assessment_meta.xml"])
    groups = root.findall(".//{*}section/{*}section")
    assert len(groups) == len(quiz.part_ids)
    each = [Fraction(g.findtext(".//{*}points_per_item")) for g in groups]
    assert sum(each) == Fraction(meta.findtext("{*}points_possible")) == 100
    assert all(len(g.findall("{*}item")) == COUNT for g in groups)
    idents = [i.get("ident") for i in root.iter(f"{{{QTI}}}item")]
    assert len(set(idents)) == len(idents)
    for item in root.iter(f"{{{QTI}}}item"):
        assert item.findtext(".//{*}fieldentry") in KINDS
        labels = [e.get("ident") for e in item.iter(f"{{{QTI}}}response_label")]
        assert len(set(labels)) == len(labels)
        shown = {e.get("linkrefid") for e in item.iter(f"{{{QTI}}}displayfeedback")}
        assert shown == {e.get("ident") for e in item.findall("{*}itemfeedback")}
        for text in item.iter(f"{{{QTI}}}mattext"):
            if text.get("texttype") == "text/html":
                html = ET.fromstring(f"<div>{text.text}</div>")
                assert html.find(".//p//p") is None
                for image in html.iter("img"):
                    assert image.get("alt")
                    source = image.get("src").replace("$IMS-CC-FILEBASE$/", "")
                    assert source in files or source.startswith("/equation_images/")


# --------------------------------------------------------------------------- a reader


def holds(condition: ET.Element, given: Mapping[str, object]) -> bool:
    name = local(condition.tag)
    if name in ("conditionvar", "or"):
        return any(holds(c, given) for c in condition)
    if name == "and":
        return all(holds(c, given) for c in condition)
    if name == "not":
        return not holds(condition[0], given)
    mine = given.get(condition.get("respident"))
    if name == "varequal":
        if isinstance(mine, Fraction):
            return mine == Fraction(condition.text)
        return condition.text in mine if isinstance(mine, set) else mine == condition.text
    assert name in ("vargte", "varlte") and isinstance(mine, Fraction)
    bound = Fraction(condition.text)
    return mine >= bound if name == "vargte" else mine <= bound


def scored(item: ET.Element, given: Mapping[str, object]) -> Fraction:
    """Percent, by the item's own rules. What is typed into a blank stands for the first answer of
    that text, as in Canvas."""
    total = Fraction(0)
    for rule in item.findall("{*}resprocessing/{*}respcondition"):
        points = rule.find("{*}setvar")
        if points is None or not holds(rule.find("{*}conditionvar"), given):
            continue
        if points.get("action") == "Set":
            return Fraction(points.text)
        total += Fraction(points.text)
    return total


def blanks(item: ET.Element) -> dict[str, dict[str, str]]:
    """For each blank, the answers' identifiers by their texts."""
    return {
        lid.get("ident"): {
            label.findtext(".//{*}mattext"): label.get("ident")
            for label in lid.iter(f"{{{QTI}}}response_label")
        }
        for lid in item.findall("{*}presentation/{*}response_lid")
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_key_earns_all_and_known_mistakes_do_not(name):
    _, questions, files = exported(name, "en")
    root = ET.fromstring(files[f"{name}/{name}.xml"])
    items = {i.get("ident"): i for i in root.iter(f"{{{QTI}}}item")}
    for item in (i for variants in questions for i in variants):
        for part in item.parts:
            xml, kind = items[part_ident(item, part)], part.part.kind
            if kind is Kind.NUMBER:
                key, slack = Fraction(part.key), part.part.slack
                within: Mapping[str, object] = {"response1": key + slack * Fraction(9, 10)}
                beyond = {"response1": key - slack * 2}
                # Keys that do not end are written with twelve places.
                exact = {"response1": round(key, 12)}
                assert [scored(xml, e) for e in (exact, within, beyond)] == [100, 100, 0]
                for known in part.known:
                    assert scored(xml, {"response1": Fraction(known.value)}) == 0
            elif kind is Kind.SHAPE:
                assert scored(xml, {"response1": str(part.key)}) == 100
                for known in part.known:
                    assert scored(xml, {"response1": str(known.value)}) == 0
            elif kind.numeric:
                taken = blanks(xml)
                assert len(taken) == len(part.cells)
                for at, (forms, number) in enumerate(zip(taken.values(), part.cells, strict=True)):
                    for form in forms:
                        assert near(read_number(form), number, part.part.slack), form
                    for known in part.known:
                        wrong = list(flat(known.value))[at]
                        if not near(wrong, number, part.part.slack):
                            assert not set(written_numbers(wrong, part)) & set(forms) or near(
                                wrong, number, 2 * part.part.slack
                            )
            elif kind in (Kind.MATCHING, Kind.ORDERING):
                due = letters(item.asked, part.part, part.key)
                names = list(blanks(xml))
                right = {
                    n: f"{n.removeprefix('response_')}_{d}" for n, d in zip(names, due, strict=True)
                }
                assert abs(scored(xml, right) - 100) < Fraction(1, 1000)
                first = next(iter(right))
                assert abs(
                    scored(xml, {**right, first: "?"}) - 100 + Fraction(100, len(due))
                ) < Fraction(1, 1000)
            else:
                chosen = set(letters(item.asked, part.part, part.key))
                ids = [o["id"] for o in part.data["options"]]
                if kind is Kind.CHOICES:
                    assert scored(xml, {"response1": chosen}) == 100
                    assert scored(xml, {"response1": set(ids)}) == 0
                else:
                    assert [scored(xml, {"response1": i}) for i in ids] == [
                        100 * (i in chosen) for i in ids
                    ]


def test_what_is_typed_into_a_blank_may_be_written_as_people_write_it():
    _, questions, _ = exported("mlp_quiz", "en")
    part = next(p for p in questions[0][0].parts if p.step == "h")
    for number, forms in (
        (Fraction(1, 2), {"0.5", ".5", "0.50", "0.500", ".50", "1/2", "0.501"}),
        (Fraction(-3, 10), {"-0.3", "−0.3", "-.3", "-0.30"}),
        (Fraction(2), {"2", "2.0", "2.00", "1.999"}),
        (Fraction(0), {"0", "0.0", "0.00"}),
    ):
        written = list(written_numbers(number, part))
        assert forms <= set(written)
        assert read_number(written[0]) == number
        assert not any(near(read_number(w), number, part.part.slack) is False for w in written)
