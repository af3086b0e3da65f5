"""Moodle XML, read back by rules of our own: what Moodle would mark is what the engine marks."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest

from grader.bridges.exports.cloze import field
from grader.bridges.exports.items import Item, items_of, typed
from grader.bridges.exports.moodle import GRADES, fraction, moodle_xml
from grader.bridges.exports.number_cells import replies
from grader.language.text import Text
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.numbers import flat
from grader.quiz.exact.stream import Stream
from grader.quiz.marking.marks import mark_question
from grader.quiz.question.records import Item as ToMatch
from grader.quiz.question.records import Kind, Mode, Option, Part, Question, Quiz
from grader.quiz.question.solving import equal, solve
from grader.quiz.variants.drawing import ask

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
LANGUAGES = ("zh-TW", "en")


def exported(name: str, lang: str, count: int = 2):
    quiz = load_quiz(ROOT, name)
    questions = items_of(quiz, quiz_pool(ROOT, quiz), lang, count, Mode.GRADED)
    return quiz, questions, moodle_xml(quiz, questions, lang)


# --------------------------------------------------------------------------- a reader


class Field:
    """One field of a cloze, read as Moodle's documentation has it."""

    def __init__(self, source: str) -> None:
        weight, self.kind, rest = source[1:-1].split(":", 2)
        self.weight = int(weight)
        self.answers = []
        for answer in rest.split("~"):
            share, text = Fraction(0), answer
            if answer.startswith("="):
                share, text = Fraction(1), answer[1:]
            elif found := re.match(r"%(-?[0-9.]+)%", answer):
                share, text = Fraction(found[1]) / 100, answer[found.end() :]
            # A reference holds a # that starts no feedback.
            text, _, told = re.sub("&#", "&\0", text).partition("#")
            self.answers.append(
                (share, unescape(text.replace("\0", "#")), unescape(told.replace("\0", "#")))
            )

    def number(self, given: Fraction) -> tuple[Fraction, str]:
        for share, text, told in self.answers:
            due, slack = map(Fraction, text.split(":"))
            if abs(given - due) <= slack:
                return share, told
        return Fraction(0), ""

    def chosen(self, given: str) -> tuple[Fraction, str]:
        for share, text, told in self.answers:
            if unescape(text) == given or text == given:
                return share, told
        return Fraction(0), ""


FIELD = re.compile(
    r"\{\d+:(?:NUMERICAL|SHORTANSWER|MULTICHOICE|MULTICHOICE_V|MULTIRESPONSE):[^}]*\}"
)


def fields(question: ET.Element) -> list[Field]:
    text = question.findtext("questiontext/text")
    return [Field(found) for found in FIELD.findall(text)]


def cells(item: Item, all_fields: list[Field]) -> dict[str, list[Field]]:
    """The fields of each part, in order."""
    out, at = {}, 0
    for part in item.parts:
        kind = part.part.kind
        size = len(part.cells) if kind.numeric else 1
        if kind in (Kind.MATCHING, Kind.ORDERING):
            size = len(part.key)
        out[part.step] = all_fields[at : at + size]
        at += size
    assert at == len(all_fields)
    return out


def questions_of(source: str) -> list[ET.Element]:
    return [q for q in ET.fromstring(source) if q.get("type") != "category"]


# --------------------------------------------------------------------------- the course's


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_category_a_question_and_its_variants(name, lang):
    quiz, _, source = exported(name, lang)
    root = ET.fromstring(source)
    kinds = [q.get("type") for q in root]
    assert kinds.count("category") == len(quiz.questions)
    assert len(kinds) == 3 * len(quiz.questions)
    assert set(kinds) <= {"category", "numerical", "multichoice", "cloze"}
    ids = [q.findtext("idnumber") for q in questions_of(source)]
    assert len(set(ids)) == len(ids)
    for question in questions_of(source):
        assert question.findtext("name/text").strip()
        html = question.findtext("questiontext/text")
        ET.fromstring(f"<div>{html.replace('&nbsp;', ' ')}</div>")
        assert "⟨" not in html and "$" not in html
        linked = set(re.findall(r"@@PLUGINFILE@@/([\w.-]+)", ET.tostring(question, "unicode")))
        held = {f.get("name") for f in question.iter("file")}
        assert linked == held
        for file in question.iter("file"):
            assert ET.fromstring(base64.b64decode(file.text)).tag.endswith("svg")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_cloze_marks_the_key_and_every_mistake_as_the_engine_does(name):
    _quiz, questions, source = exported(name, "en")
    by_id = {q.findtext("idnumber"): q for q in questions_of(source)}
    for item in (i for variants in questions for i in variants):
        question = by_id[item.ident]
        if question.get("type") != "cloze":
            continue
        found = cells(item, fields(question))
        weights = {s: sum(f.weight for f in group) for s, group in found.items()}
        scale = {Fraction(weights[p.step]) / Fraction(str(p.part.points)) for p in item.parts}
        assert len(scale) == 1
        ways = [(None, item.asked.values)]
        ways += [
            (m, v)
            for m in item.asked.question.mistakes
            if (v := solve(item.asked.question, item.asked.params, [m])) is not None
        ]
        for mistake, values in ways:
            entries = {
                f"{item.asked.question.id}.{p.step}": typed(item.asked, p.part, values[p.step])
                for p in item.parts
            }
            for mark in mark_question(item.asked, entries):
                if not mark.part.kind.numeric:
                    continue
                got = [
                    f.number(Fraction(number))
                    for f, number in zip(
                        found[mark.part.step], flat(values[mark.part.step]), strict=True
                    )
                ]
                shares = [share for share, _ in got]
                if mistake is None:
                    assert shares == [1] * len(shares)
                elif not mark.answer.form:
                    # A cell does not know what stands beside it: in doubt it earns.
                    earned = sum(shares) / len(shares)
                    assert earned >= mark.credit, (item.ident, mistake.id)
                    known = next(p.known for p in item.parts if p.part is mark.part)
                    value = values[mark.part.step]
                    doubt = any(k.carried and equal(k.value, value) for k in known)
                    assert earned == mark.credit or doubt or len(shares) > 1
                if mistake and len(got) == 1 and not shares[0] and len(mark.diagnosis) == 1:
                    assert got[0][1], (item.ident, mistake.id, mark.part.step)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["concept_quiz", "mlp_quiz"])
def test_menus_have_one_right_answer_each_and_the_key_is_it(name):
    from grader.quiz.question.wording import letters

    _, questions, source = exported(name, "zh-TW")
    by_id = {q.findtext("idnumber"): q for q in questions_of(source)}
    seen = 0
    for item in (i for variants in questions for i in variants):
        question = by_id[item.ident]
        if question.get("type") != "cloze":
            continue
        for part in item.parts:
            if part.part.kind not in (Kind.MATCHING, Kind.ORDERING, Kind.CHOICE):
                continue
            group = cells(item, fields(question))[part.step]
            options = {o["id"]: o["text"] for o in part.data["options"]}
            due = letters(item.asked, part.part, part.key)
            assert [f.chosen(options[letter])[0] for f, letter in zip(group, due, strict=True)] == [
                1
            ] * len(due)
            assert all(sum(share for share, _, _ in f.answers) == 1 for f in group)
            seen += 1
    assert seen


def test_a_shape_is_taken_as_the_engine_reads_it():
    from grader.bridges.exports.spellings import shape_pattern, written_shapes
    from grader.quiz.marking.typed_numbers import read_shape

    for shape in ((2, 3), (4, 1), (3,), (12, 7), (2, 3, 4)):
        for form in written_shapes(shape):
            assert read_shape(form)[0] == shape, form
            assert re.fullmatch(shape_pattern(shape), form), form
        for other in ((3, 2), (2,), (2, 13), (23,)):
            if other != shape:
                assert not set(written_shapes(other)) & set(written_shapes(shape))
                assert not re.fullmatch(shape_pattern(shape), written_shapes(other)[0])


# --------------------------------------------------------------------------- any text at all


def nasty(kind: Kind, **more) -> Question:
    """A question whose texts have everything that means something to XML, HTML or a cloze."""
    bad = "<b>&amp;\"x'</b> {1:SHORTANSWER:=x} ~ # = % \\ / * ]]> 中文"
    options = [Option(i, Text(f"{i} {bad}", f"{i} {bad}"), Text(bad, bad)) for i in "abc"]
    return Question(
        id="q",
        title=Text("題/目 <i>", "T/itle <i>"),
        statement=Text(bad, bad),
        parts=(
            Part(
                step="s",
                kind=kind,
                title=Text(bad, bad),
                prompt=Text(bad, bad),
                points=10,
                options=lambda v: tuple(options),
                **more,
            ),
        ),
        generate=lambda stream: {},
        slide={},
        steps=(),
    )


def nasty_item(question: Question, key: object) -> Item:
    from grader.quiz.question.records import Step

    question = replace(question, steps=(Step("s", lambda v: key),))
    quiz = Quiz("nasty", Text("測/驗", "Qu/iz"), Text("<&>", "<&>"), (question,))
    return Item(quiz, ask(question, {}, Stream(b"x" * 16, "nasty")), 1, "en")


@pytest.mark.parametrize(
    ("kind", "key"),
    [(Kind.CHOICE, "b"), (Kind.CHOICES, ("a", "c")), (Kind.ORDERING, ("c", "a", "b"))],
)
def test_texts_come_back_as_they_were(kind, key):
    item = nasty_item(nasty(kind), key)
    source = moodle_xml(item.quiz, [[item]], "en")
    (question,) = questions_of(source)
    html = question.findtext("questiontext/text")
    assert "<b>" not in html and "&lt;b&gt;" in html
    plain = "".join(ET.fromstring(f"<div>{html}</div>").itertext())
    assert item.data["statement"] in plain
    assert ET.fromstring(source).find("question/category/text").text == (
        "$course$/top/Qu//iz/T//itle <i>"
    )
    if kind is Kind.ORDERING:
        # The field that stands in the author's own text is no field of ours.
        ours = [Field(f) for f in FIELD.findall(html)[-3:]]
        wanted = {o["text"] for o in item.parts[0].data["options"]}
        for one in ours:
            assert {unescape(text) for _, text, _ in one.answers} == wanted
    else:
        answers = question.findall("answer")
        texts = {"".join(ET.fromstring(f"<p>{a.findtext('text')}</p>").itertext()) for a in answers}
        assert texts == {o["text"] for o in item.parts[0].data["options"]}


def test_several_right_choices_share_the_marks_and_wrong_ones_cost_as_much():
    item = nasty_item(nasty(Kind.CHOICES), ("a", "c"))
    (question,) = questions_of(moodle_xml(item.quiz, [[item]], "en"))
    assert question.findtext("single") == "false"
    assert sorted(Fraction(a.get("fraction")) for a in question.findall("answer")) == [-50, 50, 50]


def test_matching_is_moodles_own_where_there_is_nothing_to_tell():
    pairs = (ToMatch("1", Text("一", "one")), ToMatch("2", Text("二", "two")))
    item = nasty_item(nasty(Kind.MATCHING, items=lambda v: pairs), ("c", "a"))
    (question,) = questions_of(moodle_xml(item.quiz, [[item]], "en"))
    assert question.get("type") == "matching"
    asked = {
        s.findtext("text"): s.findtext("answer/text")[0] for s in question.findall("subquestion")
    }
    assert asked == {"one": "c", "two": "a", "": "b"}


def test_fractions_are_those_that_moodle_takes():
    allowed = set(GRADES)
    for parts in range(1, 11):
        for share in (Fraction(1, parts), Fraction(-1, parts)):
            written = Fraction(fraction(share))
            assert abs(written) in allowed
            assert abs(written - 100 * share) < 3
    assert fraction(Fraction(1)) == "100"


def test_a_field_closes_only_where_it_ends():
    said = field(3, "MULTICHOICE", [("100", "x", 'a } ~ # & <b> "')])
    assert said.count("}") == 1 and said.endswith("}")
    (answer,) = Field(said).answers
    assert unescape(answer[2]) == 'a } ~ # & <b> "'


def test_a_number_that_two_mistakes_come_near_is_not_spoken_of():
    _, questions, _ = exported("matmul_quiz", "en")
    part = questions[0][0].parts[0]
    first = part.known[0]
    far = replace(first, value=1000, text=Text("甲", "one"))
    near = replace(first, value=Fraction("1000.009"), text=Text("乙", "two"))
    same = replace(first, value=1000, text=Text("乙", "two"))

    def said(*known):
        (cell,) = replies(replace(part, known=known))
        return [(reply.number, reply.text["en"]) for reply in cell[1:]]

    assert said(far) == [(1000, "one")]
    assert said(far, near) == said(far, same) == []
    assert said(replace(far, value=part.key + Fraction(1, 200))) == []
