"""QTI 1.2 for Canvas: a quiz with one group of questions a part, of which each student gets one.

Canvas keeps what it imports in a question bank as well. Two parts of one question may be drawn
from two variants; so each carries its statement, and stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from grader.bridges.exports.canvas import part_ident, part_xml
from grader.bridges.exports.content_package import Resource, manifest, zipped
from grader.bridges.exports.items import QuizItem
from grader.bridges.exports.number_cells import decimal
from grader.quiz.markup.xhtml import Markup, canvas_math, plain
from grader.quiz.markup.xml import Xml, document, element, tag
from grader.quiz.question.records import Quiz

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_XSD = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_BASE = "$IMS-CC-FILEBASE$/"
_META = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def qti12_package(quiz: Quiz, questions: Iterable[Sequence[QuizItem]], lang: str) -> bytes:
    """The zip that Canvas imports as a QTI package. `questions` holds the variants of each."""
    markup = Markup(canvas_math, folder=_BASE)
    sections: list[Xml] = []
    points = Fraction(0)
    for variants in questions:
        for at in range(len(variants[0].parts) if variants else 0):
            sections.append(_group(variants, at, markup))
            points += Fraction(str(variants[0].parts[at].part.points))
    ident, meta = quiz.id, f"{quiz.id}-meta"
    files: dict[str, str | bytes] = {
        f"{ident}/{ident}.xml": _assessment(quiz, sections, lang),
        f"{ident}/assessment_meta.xml": _meta(quiz, decimal(points), lang),
        **markup.images,
    }
    resources = [
        Resource(ident, "imsqti_xmlv1p2", f"{ident}/{ident}.xml", needs=(meta,), named=False),
        Resource(meta, _META, f"{ident}/assessment_meta.xml"),
        *(Resource(name.partition(".")[0], "webcontent", name) for name in sorted(markup.images)),
    ]
    files["imsmanifest.xml"] = manifest(f"{ident}-package", "IMS Content", "1.1.3", resources)
    return zipped(files)


def _assessment(quiz: Quiz, sections: Sequence[Xml], lang: str) -> str:
    attempts = tag(
        "qtimetadata",
        tag("qtimetadatafield", tag("fieldlabel", "cc_maxattempts"), tag("fieldentry", "1")),
    )
    return document(
        element(
            "questestinterop",
            {
                "xmlns": QTI,
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": f"{QTI} {_XSD}",
            },
            tag(
                "assessment",
                attempts,
                tag("section", *sections, ident="root_section"),
                ident=quiz.id,
                title=plain(quiz.title[lang]),
            ),
        )
    )


def _group(variants: Sequence[QuizItem], at: int, markup: Markup) -> Xml:
    """The same part of all variants, of which one is drawn."""
    first = variants[0].parts[at]
    worth = decimal(Fraction(str(first.part.points)))
    drawn = tag(
        "selection_ordering",
        tag(
            "selection",
            tag("selection_number", "1"),
            tag("selection_extension", tag("points_per_item", worth)),
        ),
    )
    title = f"{plain(variants[0].title)}: {plain(first.data['title'])}"
    return tag(
        "section",
        drawn,
        *(part_xml(item, item.parts[at], markup) for item in variants),
        ident=f"group-{part_ident(variants[0], first)}",
        title=title,
    )


def _meta(quiz: Quiz, points: str, lang: str) -> str:
    return document(
        element(
            "quiz",
            {"xmlns": _CANVAS, "identifier": quiz.id},
            tag("title", plain(quiz.title[lang])),
            tag("description", str(tag("p", quiz.summary[lang]))),
            tag("shuffle_answers", "true"),
            tag("scoring_policy", "keep_highest"),
            tag("quiz_type", "assignment"),
            tag("points_possible", points),
            tag("show_correct_answers", "true"),
            tag("allowed_attempts", "1"),
            tag("one_question_at_a_time", "false"),
            tag("cant_go_back", "false"),
            tag("available", "false"),
        )
    )
