"""What the scripts that mark in the browser say: the same messages as `quiz.marking` says here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grader.language.text import Text, tr, tr_in, tr_many
from grader.render.html_page import languages

MOST = 120
"""No part of a question has more places than that, by which plurals go."""

WORDS: Mapping[str, Text] = {
    "comma": tr_in("between the things in a list", ", "),
    "next": tr_in("one sentence after another", "{first} {next}"),
    "and": tr_in("between the names of things", " and "),
    "last": tr("{some} and {last}"),
    # --- the form of an answer
    "unread": tr("“{short}” cannot be read."),
    "ragged": tr("The rows differ in length: this is no matrix."),
    "one_number": tr("The same number in every place earns nothing."),
    "row": tr(
        "The layout is not right: a row (lying) is due here, and this is a column (standing)."
    ),
    "column": tr(
        "The layout is not right: a column (standing) is due here, and this is a row (lying)."
    ),
    "count": tr("{size} numbers are due here, and there are {n}."),
    "vector": tr("A vector of {size} numbers is due here, and this is a {rows}×{columns} matrix."),
    "matrix": tr("A {due}×{due2} matrix is due here, and this is {rows}×{columns}."),
    "option": tr("“{strange}” is not an option; the options are A to {last}."),
    "only_one": tr("Only one may be chosen here."),
    "matched": tr("{n} are to be matched, not {m}."),
    "twice": tr("One of them stands there more than once."),
    "ordered": tr("{size} are due, not {count}."),
    # --- the mistake
    "together": tr("Two things together: "),
    "besides": tr(" And: "),
    "transposed": tr(
        "Your answer is exactly the transpose of the right one: rows and columns are exchanged."
    ),
    "order": tr("The right numbers, in other places."),
    "negated": tr("Every number is right except for its sign."),
    "rounded": tr("Rounded too far: give as many decimals as the question asks for."),
    "percent": tr("Exactly 100 times too large: a percentage where a decimal is due (or add %)."),
    "shape_reversed": tr(
        "Both numbers are right, in the wrong order: rows come first, then columns."
    ),
    # --- what is not right
    "blank": tr("This part is blank."),
    "place": tr("Not right at place {places}."),
    "ticked": tr("Not quite: one too many is ticked, or one is missing."),
    "not_right": tr("Not right."),
    "given_right": tr("This step is right, given your {names}."),
    "given": tr("This step is marked by your {names}."),
    "idle": tr(
        "Your earlier answers leave nothing to check in this step, so it is marked by the right "
        "ones."
    ),
    "places_blank": tr("{places} blank."),
    "places_unread": tr("{places}: {what}"),
    "more_unread": tr("{n} more cannot be read."),
    "none_right": tr("None of the numbers is right."),
    "row_column": tr("Row {row} column {column}"),
}

PLURALS: Mapping[str, tuple[str, str]] = {
    "places_wrong": ("{places} is not right.", "{places} are not right."),
    "places_wrong_only": (
        "{places} is not right; the others are.",
        "{places} are not right; the others are.",
    ),
    "entry": ("Entry {places}", "Entries {places}"),
    "matched_wrong": (
        "Number {places} is not matched right.",
        "Numbers {places} are not matched right.",
    ),
}
"""Messages that `quiz.marking.saying` has the catalogues know of."""


def sayings() -> str:
    """The table as the constant `SAYINGS`, in the languages of the page."""
    words: dict[str, list[Any]] = {
        key: [text.template(tag) for tag in languages()] for key, text in WORDS.items()
    }
    words |= {key: [_forms(pair, tag) for tag in languages()] for key, pair in PLURALS.items()}
    data = {"languages": languages(), "opening": [_opens(tag) for tag in languages()]}
    text = json.dumps({**data, "words": words}, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"const SAYINGS = {text};\n"


def _forms(pair: tuple[str, str], tag: str) -> Any:
    """The forms of a plural, and which of them is for 0, 1, 2 …; one where there is only one."""
    said = [tr_many(*pair, n).template(tag) for n in range(MOST + 1)]
    forms = list(dict.fromkeys(said))
    if len(forms) == 1:
        return forms[0]
    # From where on it is always the same form, the numbers need not be told.
    of = [forms.index(one) for one in said]
    while len(of) > 3 and len(set(of[-3:])) == 1:
        of.pop()
    return {"forms": forms, "of": of}


def _opens(tag: str) -> str:
    """How an author's words open a sentence: see `quiz.marking.saying`."""
    return "gap" if tag.startswith("zh") else "capital"
