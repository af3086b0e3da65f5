"""What the quiz pages themselves say. What a question has to say comes from the question."""

from __future__ import annotations

from collections.abc import Mapping

from grader.language.text import Text, tr, tr_in

WORDS: Mapping[str, Text] = {
    # --- on every page
    "points": tr("{n} points"),
    "point": tr("1 point"),
    "slide": tr("Slides: {name}"),
    "contents": tr("Questions"),
    "answer": tr("Answer"),
    "cell": tr("row {row}, column {column}"),
    "place": tr("entry {n}"),
    "order": tr("number {n}"),
    "options": tr("Options"),
    "table": tr("Table"),
    "choice": tr_in("a letter and what it stands for", "{letter}: {text}"),
    "plot": tr("Plot"),
    "shape_hint": tr("for example (4, 5)"),
    "grid_hint": tr("Arrow keys move between cells, Enter goes on; a whole matrix can be pasted."),
    "no_fit": tr(
        "What you pasted is {rows}×{columns}; this is {height}×{width}, so nothing was filled in."
    ),
    "entering": tr("How to enter answers"),
    "entering_about": tr(
        "Decimals, fractions (1/3), percentages (25%) and 1e-3 are all read. Several numbers can "
        "be pasted at once: `[[1, 2], [3, 4]]`, cells of a spreadsheet, or what NumPy prints."
    ),
    "no_script": tr("This page needs JavaScript to save answers."),
    # --- graded
    "graded": tr("Quiz"),
    "student": tr("Student"),
    "attempt_name": tr("Attempt"),
    "attempt": tr("Attempt {n}"),
    "how_graded": tr(
        "Answers are kept in this browser as you write. When you are done, choose “Download "
        "answers” and hand in `{file}`: that file is what is submitted, not this page."
    ),
    "download": tr("Download answers"),
    "reopen": tr("Open a saved file"),
    "cell_title": tr("Without this page: Python"),
    "cell_about": tr(
        "Fill the quotes with your answers and run this in a notebook or a terminal: it writes "
        "the same `{file}`."
    ),
    "after": tr_in("one sentence after another", "{first} {next}"),
    "copy": tr("Copy"),
    "copied": tr("Copied."),
    "select": tr("Selected: copy it yourself."),
    "keep_local": tr("Kept in this browser, not downloaded."),
    "keep_not": tr("This browser cannot keep answers: download them before you close the page."),
    "keep_done": tr("Downloaded {file}: hand it in. If you change anything, download again."),
    "keep_restored": tr("Your answers are back."),
    "keep_opened": tr("Answers restored from the file."),
    "keep_blank": tr("{n} parts are blank."),
    "bad_file": tr(
        "This is not an answers file of this quiz (*.answers.json); nothing was changed."
    ),
    "other_student": tr("This answers file is {student}'s; nothing was changed."),
    "other_statement": tr(
        "This answers file belongs to another statement (another attempt, perhaps); nothing was "
        "changed."
    ),
    # --- the page that asks who you are
    "who": tr("Your student id"),
    "who_about": tr("Everybody has other numbers. Enter your id to see yours."),
    "begin": tr("Begin"),
    "unknown": tr("There is no such id on the list. Check the spelling, or ask your instructor."),
    "somebody": tr("Another id"),
    # --- practice
    "practice": tr("Practice"),
    "variant": tr("Numbers {n}"),
    "slide_numbers": tr("The slide's numbers"),
    "check": tr("Check"),
    "right": tr("Right"),
    "partly": tr("Partly right"),
    "wrong": tr("Not right yet"),
    "named": tr("Your answer matches this known mistake"),
    "why": tr("Why"),
    "named_two": tr("Two mistakes fit"),
    "hint": tr("Hint"),
    "worked": tr("Worked solution"),
    "worked_about": tr("In your numbers."),
    "diverges": tr("This is the first step that differs"),
    "yours": tr("Yours"),
    "due": tr("The answer"),
    "due_given": tr("Given your earlier answers, due here"),
    "numpy": tr("The same in NumPy"),
    "again": tr("Another one"),
    "again_like": tr("Another one like this"),
    "again_about": tr("Other numbers, the same point."),
    "solved": tr("All of this question is right."),
    "progress": tr("{n} solved"),
    "progress_none": tr("not tried yet"),
    "progress_open": tr("under way"),
    "forget": tr("Forget my progress"),
    "forgotten": tr("Forgotten."),
    "kept_here": tr("Progress is kept in this browser alone and sent nowhere."),
    "blank": tr("Enter an answer first."),
    "old_browser": tr(
        "This browser is too old for more than the slide's numbers. The others need Chrome 109, "
        "Safari 16.4, Firefox 113 or later."
    ),
}


def word(key: str, **values: object) -> Text:
    """A text of the pages with its `{placeholders}` filled."""
    return WORDS[key].format(**values) if values else WORDS[key]
