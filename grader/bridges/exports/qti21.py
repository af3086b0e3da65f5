"""QTI 2.1: an item a variant, and a test that draws one variant of each question.

The package has `imsmanifest.xml`, the test, and an item file for each variant; pictures lie in
`images/`. Formulas are MathML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from grader import __version__
from grader.bridges.exports.content_package import Resource, manifest, zipped
from grader.bridges.exports.items import PartItem, QuizItem
from grader.bridges.exports.number_cells import decimal
from grader.bridges.exports.rules21 import FEEDBACK, response
from grader.bridges.exports.scoring21 import outcomes, processing
from grader.quiz.markup.xhtml import Markup, mathml, plain
from grader.quiz.markup.xml import Xml, document, element, join, tag
from grader.quiz.question.records import Kind, Quiz
from grader.quiz.question.wording import letters

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ROOT: dict[str, object] = {
    "xmlns": QTI,
    "xmlns:xsi": _XSI,
    "xsi:schemaLocation": f"{QTI} {QTI}.xsd",
}


def qti21_package(quiz: Quiz, questions: Iterable[Sequence[QuizItem]], lang: str) -> bytes:
    """The zip that a QTI 2.1 system imports. `questions` holds the variants of each."""
    files: dict[str, str | bytes] = {}
    resources: list[Resource] = []
    sections: list[Xml] = []
    for variants in questions:
        for item in variants:
            markup = Markup(mathml, folder="images/")
            href = f"{item.ident}.xml"
            files[href] = item_xml(item, markup)
            pictures = [f"images/{name}" for name in sorted(markup.images)]
            files |= {f"images/{name}": data for name, data in markup.images.items()}
            resources.append(Resource(item.ident, "imsqti_item_xmlv2p1", href, pictures))
        if variants:
            sections.append(_section(variants))
    test = f"{quiz.id}.xml"
    files[test] = _test(quiz, sections, lang)
    needs = [r.id for r in resources]
    resources.insert(0, Resource(quiz.id, "imsqti_test_xmlv2p1", test, needs=needs))
    files["imsmanifest.xml"] = manifest(f"{quiz.id}-package", "QTIv2.1 Package", "1.0.0", resources)
    return zipped(files)


def _test(quiz: Quiz, sections: Sequence[Xml], lang: str) -> str:
    part = element(
        "testPart",
        {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "simultaneous"},
        *sections,
    )
    score = tag("outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    total = tag("sum", tag("testVariables", variableIdentifier="SCORE"))
    added = tag("outcomeProcessing", tag("setOutcomeValue", total, identifier="SCORE"))
    return document(
        element(
            "assessmentTest",
            {
                **_ROOT,
                "identifier": quiz.id,
                "title": plain(quiz.title[lang]),
                "toolName": "dlgrade",
                "toolVersion": __version__,
            },
            score,
            part,
            added,
        )
    )


def _section(variants: Sequence[QuizItem]) -> Xml:
    """The variants of one question, of which each student gets one."""
    first = variants[0]
    refs = [tag("assessmentItemRef", identifier=i.ident, href=f"{i.ident}.xml") for i in variants]
    return tag(
        "assessmentSection",
        tag("selection", select="1"),
        *refs,
        identifier=f"section-{first.asked.question.id}",
        title=plain(first.title),
        visible="true",
    )


def item_xml(item: QuizItem, markup: Markup) -> str:
    """One assessmentItem. Its pictures are left in `markup.images`."""
    declared = [d for part in item.parts for d in _declarations(part)]
    rules, remarks = processing(item)
    body = tag(
        "itemBody",
        tag("div", markup.statement(item.data)),
        *(_part(part, markup) for part in item.parts),
    )
    said = [
        tag(
            "modalFeedback",
            markup.line(remark.text),
            outcomeIdentifier=FEEDBACK,
            identifier=remark.id,
            showHide="show",
        )
        for remark in remarks
    ]
    return document(
        element(
            "assessmentItem",
            {
                **_ROOT,
                "identifier": item.ident,
                "title": f"{plain(item.title)} {item.number:03d}",
                "xml:lang": item.lang,
                "adaptive": "false",
                "timeDependent": "false",
                "toolName": "dlgrade",
                "toolVersion": __version__,
            },
            *declared,
            outcomes(item),
            body,
            rules,
            *said,
        )
    )


# --------------------------------------------------------------------------- responses


def _declarations(part: PartItem) -> list[Xml]:
    kind = part.part.kind
    if kind.numeric:
        return [
            _declared(response(part, at), "single", "float", [decimal(number)])
            for at, number in enumerate(part.cells)
        ]
    if kind is Kind.SHAPE:
        return [_declared(response(part), "single", "string", [_shape(part)])]
    expected = letters(part.asked, part.part, part.key)
    if kind is Kind.ORDERING:
        return [_declared(response(part), "ordered", "identifier", expected)]
    if kind is Kind.MATCHING:
        pairs = [f"I{at + 1} {letter}" for at, letter in enumerate(expected)]
        share = decimal(Fraction(1, len(pairs)))
        mapping = _mapping([(pair, share) for pair in pairs], None)
        return [_declared(response(part), "multiple", "directedPair", pairs, mapping)]
    if kind is Kind.CHOICES:
        share = decimal(Fraction(1, len(expected)))
        worth = [
            (o["id"], share if o["id"] in expected else f"-{share}") for o in part.data["options"]
        ]
        return [_declared(response(part), "multiple", "identifier", expected, _mapping(worth, "0"))]
    return [_declared(response(part), "single", "identifier", expected)]


def _shape(part: PartItem) -> str:
    inner = ", ".join(map(str, part.key))
    return f"({inner},)" if len(part.key) == 1 else f"({inner})"


def _declared(
    id: str, cardinality: str, base: str, expected: Sequence[str], mapping: Xml | None = None
) -> Xml:
    right = tag("correctResponse", *(tag("value", value) for value in expected))
    return tag(
        "responseDeclaration",
        right,
        mapping,
        identifier=id,
        cardinality=cardinality,
        baseType=base,
    )


def _mapping(worth: Sequence[tuple[str, str]], least: str | None) -> Xml:
    entries = [tag("mapEntry", mapKey=key, mappedValue=value) for key, value in worth]
    return tag("mapping", *entries, lowerBound=least, upperBound="1", defaultValue="0")


# --------------------------------------------------------------------------- what is shown


def _part(part: PartItem, markup: Markup) -> Xml:
    title = tag("p", tag("strong", markup.line(part.data["title"])))
    prompt = markup.line(part.data["prompt"])
    kind = part.part.kind
    if kind.numeric:
        return tag("div", title, tag("p", prompt), _entries(part, markup))
    if kind is Kind.SHAPE:
        return tag("div", title, tag("p", prompt), tag("p", _typed(response(part), 12)))
    if kind is Kind.MATCHING:
        return tag("div", title, _match(part, prompt, markup))
    return tag("div", title, _choice(part, prompt, markup))


def _typed(id: str, length: int) -> Xml:
    return tag("textEntryInteraction", responseIdentifier=id, expectedLength=length)


def _entries(part: PartItem, markup: Markup) -> Xml:
    rows, columns = part.grid
    if rows * columns == 1:
        return tag("p", _typed(response(part, 0), 10))
    cells = [
        tag("td", join(markup.line(label), " ") if label else None, _typed(response(part, at), 8))
        for at, label in enumerate(part.labels)
    ]
    lines = [tag("tr", *cells[r * columns : (r + 1) * columns]) for r in range(rows)]
    return tag("table", tag("tbody", *lines))


def _option(option: dict[str, object], markup: Markup) -> Xml:
    svg = option["svg"]
    return markup.plot(str(svg)) if svg else markup.line(str(option["text"]))


def _choice(part: PartItem, prompt: Xml, markup: Markup) -> Xml:
    kind = part.part.kind
    choices = [
        tag("simpleChoice", _option(option, markup), identifier=option["id"])
        for option in part.data["options"]
    ]
    shuffle = "true" if part.part.shuffled else "false"
    if kind is Kind.ORDERING:
        return tag(
            "orderInteraction",
            tag("prompt", prompt),
            *choices,
            responseIdentifier=response(part),
            shuffle="false",
        )
    return tag(
        "choiceInteraction",
        tag("prompt", prompt),
        *choices,
        responseIdentifier=response(part),
        shuffle=shuffle,
        maxChoices="0" if kind is Kind.CHOICES else "1",
    )


def _match(part: PartItem, prompt: Xml, markup: Markup) -> Xml:
    items = [
        tag("simpleAssociableChoice", markup.line(said), identifier=f"I{at}", matchMax="1")
        for at, said in enumerate(part.data["items"], 1)
    ]
    options = [
        tag("simpleAssociableChoice", _option(o, markup), identifier=o["id"], matchMax="0")
        for o in part.data["options"]
    ]
    return tag(
        "matchInteraction",
        tag("prompt", prompt),
        tag("simpleMatchSet", *items),
        tag("simpleMatchSet", *options),
        responseIdentifier=response(part),
        shuffle="false",
        maxAssociations=len(items),
    )
