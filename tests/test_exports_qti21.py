"""QTI 2.1: held against a grammar of our own, and marked by an engine of our own.

The grammar is the part of the specification that the export uses, and nothing besides. (Against
IMS's own schema, and with a public QTI engine, packages were tried by hand; neither can lie here.)
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.bridges.exports.items import items_of, typed
from grader.bridges.exports.qti21 import QTI, qti21_package
from grader.bridges.exports.rules21 import response
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.numbers import flat
from grader.quiz.marking.marks import mark_question
from grader.quiz.marking.saying import notes
from grader.quiz.markup.xhtml import MATHML, mathml
from grader.quiz.question.records import Kind, Mode
from grader.quiz.question.solving import solve
from grader.quiz.question.wording import letters

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
COUNT = 2


@cache
def exported(name: str, lang: str):
    quiz = load_quiz(ROOT, name)
    questions = items_of(quiz, quiz_pool(ROOT, quiz), lang, COUNT, Mode.GRADED)
    data = qti21_package(quiz, questions, lang)
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.testzip() is None
    return quiz, questions, {n: package.read(n) for n in package.namelist()}


# --------------------------------------------------------------------------- the grammar

FLOW = "(p|div|table|ol|choiceInteraction|orderInteraction|matchInteraction)*"
INLINE = "(#|br|strong|span|img|math|textEntryInteraction)*"
EXPRESSION = (
    "(sum|product|divide|baseValue|variable|multiple|mapResponse|and|or|not|isNull|equal|match|"
    "member|gt|index|patternMatch|testVariables)"
)
DECLARED = "identifier cardinality baseType"
GRAMMAR: dict[str, tuple[str, str, str]] = {
    # element: children in order (# is text), required attributes, others
    "assessmentItem": (
        "responseDeclaration*outcomeDeclaration*itemBody responseProcessing modalFeedback*",
        "identifier title adaptive timeDependent",
        "lang toolName toolVersion schemaLocation",
    ),
    "responseDeclaration": ("correctResponse mapping?", DECLARED, ""),
    "correctResponse": ("value+", "", ""),
    "value": ("#", "", ""),
    "mapping": ("mapEntry+", "defaultValue", "lowerBound upperBound"),
    "mapEntry": ("", "mapKey mappedValue", ""),
    "outcomeDeclaration": ("defaultValue?", DECLARED, "normalMaximum"),
    "defaultValue": ("value", "", ""),
    "itemBody": ("div+", "", ""),
    "div": (FLOW, "", "class"),
    "p": (INLINE, "", ""),
    "strong": (INLINE, "", ""),
    "span": (INLINE, "", ""),
    "br": ("", "", ""),
    "img": ("", "src alt", "width height"),
    "ol": ("li*", "", ""),
    "li": (INLINE, "", ""),
    "table": ("caption?thead?tbody", "", "class"),
    "caption": (INLINE, "", ""),
    "thead": ("tr+", "", ""),
    "tbody": ("tr+", "", ""),
    "tr": ("(th|td)+", "", ""),
    "th": (INLINE, "", ""),
    "td": (INLINE, "", ""),
    "textEntryInteraction": ("", "responseIdentifier", "expectedLength"),
    "choiceInteraction": ("prompt simpleChoice+", "responseIdentifier shuffle maxChoices", ""),
    "orderInteraction": ("prompt simpleChoice+", "responseIdentifier shuffle", ""),
    "matchInteraction": (
        "prompt simpleMatchSet simpleMatchSet",
        "responseIdentifier shuffle maxAssociations",
        "",
    ),
    "prompt": (INLINE, "", ""),
    "simpleChoice": (INLINE, "identifier", ""),
    "simpleMatchSet": ("simpleAssociableChoice+", "", ""),
    "simpleAssociableChoice": (INLINE, "identifier matchMax", ""),
    "responseProcessing": ("(responseCondition|setOutcomeValue)+", "", ""),
    "responseCondition": ("responseIf", "", ""),
    "responseIf": (f"{EXPRESSION} (responseCondition|setOutcomeValue)+", "", ""),
    "setOutcomeValue": (EXPRESSION, "identifier", ""),
    "baseValue": ("#", "baseType", ""),
    "variable": ("", "identifier", ""),
    "mapResponse": ("", "identifier", ""),
    "testVariables": ("", "variableIdentifier", ""),
    **dict.fromkeys(("sum", "product", "multiple", "and", "or"), (f"{EXPRESSION}+", "", "")),
    **dict.fromkeys(("not", "isNull"), (EXPRESSION, "", "")),
    **dict.fromkeys(("divide", "match", "gt", "member"), (f"{EXPRESSION} {EXPRESSION}", "", "")),
    "equal": (f"{EXPRESSION} {EXPRESSION}", "toleranceMode", "tolerance"),
    "index": (EXPRESSION, "n", ""),
    "patternMatch": (EXPRESSION, "pattern", ""),
    "modalFeedback": (INLINE, "outcomeIdentifier identifier showHide", ""),
    "assessmentTest": (
        "outcomeDeclaration+ testPart+ outcomeProcessing",
        "identifier title",
        "toolName toolVersion schemaLocation",
    ),
    "testPart": ("assessmentSection+", "identifier navigationMode submissionMode", ""),
    "assessmentSection": ("selection assessmentItemRef+", "identifier title visible", ""),
    "selection": ("", "select", ""),
    "assessmentItemRef": ("", "identifier href", ""),
    "outcomeProcessing": ("setOutcomeValue", "", ""),
}


def local(name: str) -> str:
    return name.rpartition("}")[2]


@cache
def model(source: str) -> re.Pattern[str]:
    """A content model as an expression over names that end in a blank."""
    together = re.sub(r"(?<=[)*+?]) ", "", source)
    return re.compile(re.sub(r"(\w+|#) ?", r"(?:\1 )", together))


def valid(element: ET.Element) -> None:
    name = local(element.tag)
    if element.tag == f"{{{MATHML}}}math":
        return
    assert element.tag == f"{{{QTI}}}{name}", element.tag
    children, required, others = GRAMMAR[name]
    held = {local(a) for a in element.attrib}
    assert set(required.split()) <= held <= set(f"{required} {others}".split()), (name, held)
    texts = [element.text or "", *((child.tail or "") for child in element)]
    if "#" not in children:
        assert not any(t.strip() for t in texts), (name, texts)
    names = "".join(f"{local(child.tag)} " for child in element)
    if children == "#":
        assert not names
    else:
        assert model(children.replace("#|", "")).fullmatch(names), (name, names)
    for child in element:
        valid(child)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_whole_and_every_file_keeps_to_the_grammar(name, lang):
    quiz, _, files = exported(name, lang)
    manifest = ET.fromstring(files["imsmanifest.xml"])
    listed, ids = set(), set()
    for resource in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}resource"):
        assert resource.get("identifier") not in ids
        ids.add(resource.get("identifier"))
        inside = [f.get("href") for f in resource.findall("{*}file")]
        assert resource.get("href") in inside
        listed |= set(inside)
    assert listed == set(files) - {"imsmanifest.xml"}
    for href in (n for n in files if n.endswith(".xml") and n != "imsmanifest.xml"):
        root = ET.fromstring(files[href])
        valid(root)
        for image in root.iter(f"{{{QTI}}}img"):
            assert image.get("src") in files and image.get("alt")
    test = ET.fromstring(files[f"{quiz.id}.xml"])
    sections = test.findall(".//{*}assessmentSection")
    assert len(sections) == len(quiz.questions)
    assert all(len(s.findall("{*}assessmentItemRef")) == COUNT for s in sections)


@pytest.mark.parametrize("name", NAMES)
def test_every_identifier_that_is_used_is_declared(name):
    _, questions, files = exported(name, "en")
    for item in (i for variants in questions for i in variants):
        root = ET.fromstring(files[f"{item.ident}.xml"])
        responses = {r.get("identifier") for r in root.findall("{*}responseDeclaration")}
        outcomes = {o.get("identifier") for o in root.findall("{*}outcomeDeclaration")}
        asked = [e.get("responseIdentifier") for e in root.iter() if e.get("responseIdentifier")]
        assert sorted(asked) == sorted(responses)
        used = {e.get("identifier") for e in root.iter(f"{{{QTI}}}variable")}
        assert used <= responses | outcomes
        said = {e.get("identifier") for e in root.findall("{*}modalFeedback")}
        put = {
            e.text
            for e in root.iter(f"{{{QTI}}}baseValue")
            if e.get("baseType") == "identifier" and e.text.startswith("F_")
        }
        assert said == put


# --------------------------------------------------------------------------- an engine


class Engine:
    """Response processing of what the export uses; numbers are exact."""

    def __init__(self, root: ET.Element, responses: dict[str, Any]) -> None:
        self.root = root
        self.values: dict[str, Any] = dict(responses)
        for one in root.findall("{*}outcomeDeclaration"):
            start = one.findtext("{*}defaultValue/{*}value")
            self.values[one.get("identifier")] = Fraction(start) if start else None
        self.mappings = {
            d.get("identifier"): d.find("{*}mapping")
            for d in root.findall("{*}responseDeclaration")
        }
        for rule in root.find("{*}responseProcessing"):
            self.rule(rule)

    def rule(self, rule: ET.Element) -> None:
        if local(rule.tag) == "setOutcomeValue":
            self.values[rule.get("identifier")] = self.value(rule[0])
            return
        condition, *then = rule[0]
        if self.value(condition) is True:
            for one in then:
                self.rule(one)

    def value(self, e: ET.Element) -> Any:
        return getattr(self, f"_{local(e.tag)}")(e)

    def _each(self, e: ET.Element) -> list[Any]:
        return [self.value(child) for child in e]

    def _variable(self, e):
        return self.values[e.get("identifier")]

    def _baseValue(self, e):
        return Fraction(e.text) if e.get("baseType") == "float" else e.text

    def _sum(self, e):
        given = self._each(e)
        return None if None in given else sum(given)

    def _product(self, e):
        one, two = self._each(e)
        return None if one is None or two is None else one * two

    def _divide(self, e):
        one, two = self._each(e)
        return None if one is None else one / two

    def _multiple(self, e):
        out = []
        for one in self._each(e):
            out += one if isinstance(one, list) else [] if one is None else [one]
        return out or None

    def _and(self, e):
        given = self._each(e)
        return False if False in given else None if None in given else True

    def _or(self, e):
        given = self._each(e)
        return True if True in given else None if None in given else False

    def _not(self, e):
        given = self.value(e[0])
        return None if given is None else not given

    def _isNull(self, e):
        return self.value(e[0]) is None

    def _equal(self, e):
        one, two = self._each(e)
        if one is None or two is None:
            return None
        if e.get("toleranceMode") == "exact":
            return one == two
        assert e.get("toleranceMode") == "absolute"
        below, above = map(Fraction, e.get("tolerance").split())
        return two - below <= one <= two + above

    def _match(self, e):
        one, two = self._each(e)
        return None if one is None or two is None else one == two

    def _member(self, e):
        one, many = self._each(e)
        return None if many is None else one in many

    def _gt(self, e):
        one, two = self._each(e)
        return one > two

    def _index(self, e):
        many = self.value(e[0])
        at = int(e.get("n")) - 1
        return many[at] if many is not None and at < len(many) else None

    def _patternMatch(self, e):
        given = self.value(e[0])
        return None if given is None else bool(re.fullmatch(e.get("pattern"), given))

    def _mapResponse(self, e):
        name = e.get("identifier")
        mapping = self.mappings[name]
        worth = {m.get("mapKey"): Fraction(m.get("mappedValue")) for m in mapping}
        given = self.values[name] or []
        default = Fraction(mapping.get("defaultValue"))
        total = sum((worth.get(one, default) for one in set(given)), Fraction(0))
        if mapping.get("lowerBound") is not None:
            total = max(total, Fraction(mapping.get("lowerBound")))
        return min(total, Fraction(mapping.get("upperBound")))


def entered(item, values):
    """Responses as a delivery engine holds them; None everywhere for a blank attempt."""
    out: dict[str, Any] = {}
    for part in item.parts:
        kind = part.part.kind
        value = None if values is None else values[part.step]
        if kind.numeric:
            for at in range(len(part.cells)):
                out[response(part, at)] = None if value is None else Fraction(list(flat(value))[at])
            continue
        name = response(part)
        try:
            chosen = None if value is None else letters(item.asked, part.part, value)
        except (KeyError, TypeError):
            chosen = None
        if kind is Kind.SHAPE:
            out[name] = None if value is None else str(value)
        elif kind is Kind.MATCHING:
            out[name] = chosen and [f"I{i} {letter}" for i, letter in enumerate(chosen, 1)]
        elif kind in (Kind.ORDERING, Kind.CHOICES):
            out[name] = chosen and list(chosen)
        else:
            out[name] = chosen and chosen[0]
    return out


def attempts(item):
    """The key, nothing, every mistake, every mistake in one part alone, all choices exchanged."""
    question, params, right = item.asked.question, item.asked.params, item.asked.values
    yield "key", right
    yield "blank", None
    for mistake in question.mistakes:
        values = solve(question, params, [mistake])
        if values is None:
            continue
        yield mistake.id, values
        blank = right_of(values)
        for part in item.parts[:-1]:
            blank[part.step] = None
        yield f"{mistake.id} after blanks", blank
        for part in item.parts[:-1]:
            alone = {**right_of(right), part.step: values[part.step]}
            yield f"{mistake.id} alone in {part.step}", alone
    turned = right_of(right)
    for part in item.parts:
        ids = item.asked.orders.get(part.step, ())
        if part.part.kind in (Kind.MATCHING, Kind.ORDERING):
            turned[part.step] = (*turned[part.step][1:], turned[part.step][0])
        elif part.part.kind is Kind.CHOICES:
            turned[part.step] = tuple(sorted(ids[:2]))
        elif part.part.kind.chosen:
            turned[part.step] = next(i for i in ids if i != turned[part.step])
        elif part.part.kind is Kind.SHAPE:
            turned[part.step] = turned[part.step][::-1]
    yield "turned", turned


def part_of(item, step):
    return item.asked.question.part(step)


def right_of(values):
    return {name: values[name] for name in values}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_processing_marks_and_names_as_the_engine_does(name):
    _, questions, files = exported(name, "en")
    carried = named = 0
    for item in (i for variants in questions for i in variants):
        root = ET.fromstring(files[f"{item.ident}.xml"])
        made = {m.id for m in item.asked.question.mistakes}
        texts = {
            e.get("identifier"): "".join(e.itertext()) for e in root.findall("{*}modalFeedback")
        }
        for what, values in attempts(item):
            entries = {}
            if values is not None:
                entries = {
                    f"{item.asked.question.id}.{p.step}": typed(item.asked, p.part, values[p.step])
                    for p in item.parts
                    if values[p.step] is not None
                }
            got = Engine(root, entered(item, values)).values
            marks = mark_question(item.asked, entries)
            total = Fraction(0)
            for mark in marks:
                step = mark.part.step
                due = Fraction(str(mark.part.points)) * mark.credit
                score = got[f"SCORE_{step}"]
                total += score
                # A share like 1/3 is written with twelve places.
                assert abs(score - due) < Fraction(1, 10**9), (item.ident, what, step)
                said = [f for f in got["FEEDBACK"] or [] if f.startswith(f"F_{step}_")]
                if mark.diagnosis and what.removesuffix(" after blanks") in made:
                    assert said, (item.ident, what, step)
                    named += 1
                told = {one["en"] for one in (*(d.text for d in mark.diagnosis), *notes(mark))}
                plainly = {texts[f] for f in said if not part_of(item, step).kind.chosen}
                assert all(t in told or " Or: " in t or "$" in str(told) for t in plainly)
                if mark.right and not mark.carried:
                    assert not said, (item.ident, what, step, texts[said[0]])
                carried += bool(mark.carried and mark.credit)
            assert got["SCORE"] == total
    assert named or not any(q.mistakes for q in load_quiz(ROOT, name).questions)
    assert carried or name != "mlp_quiz"


def test_zeros_everywhere_earn_nothing():
    _, questions, files = exported("mlp_quiz", "en")
    item = questions[0][0]
    zeros = {
        name: Fraction(0) if not isinstance(value, (str, list)) else None
        for name, value in entered(item, item.asked.values).items()
    }
    got = Engine(ET.fromstring(files[f"{item.ident}.xml"]), zeros).values
    assert got["SCORE"] == 0


def test_formulas_are_mathml_that_the_schema_of_qti_knows():
    for latex in (
        r"\max(0,\, z)",
        r"\begin{cases}a & x \geq 0 \\ b & x < 0\end{cases}",
        r"\hat{y}",
    ):
        made = mathml(latex, True)
        root = ET.fromstring(made)
        assert root.tag == f"{{{MATHML}}}math"
        for element in root.iter():
            assert not {"style", "scriptlevel"} & set(element.attrib)
            for name in ("lspace", "rspace", "width"):
                assert re.fullmatch(r"-?[\d.]+em", element.get(name, "0em"))


def test_the_same_quiz_is_the_same_bytes():
    quiz = load_quiz(ROOT, "neuron_quiz")
    made = {
        qti21_package(quiz, items_of(quiz, quiz_pool(ROOT, quiz), "en", 2, Mode.GRADED), "en")
        for _ in range(2)
    }
    assert len(made) == 1
