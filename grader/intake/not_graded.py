"""Why a file is not graded, said to the instructor: a sentence for each kind."""

from __future__ import annotations

from collections.abc import Iterable

from grader.intake.gathered import NotGraded
from grader.language.text import Text, tr

REASONS: dict[str, Text] = {
    "superseded": tr(
        "The same student has another file for this assignment: {chosen} is graded ({why})."
    ),
    "helper": tr("It is not the assignment's own file: {chosen} is graded."),
    "unwritten": tr(
        "Nothing is written in it, and {other} of the same student could not be read: not graded; "
        "see whether the work is there."
    ),
    "other": tr("It is neither a .py nor an .ipynb file."),
    "unknown": tr("Neither its name, its folder nor its content tells which assignment it is for."),
    "no-student": tr(
        "It does not say whose it is: put it into a folder named after the student, or name it "
        "student_assignment.py."
    ),
    "not-asked": tr("It is for {assignment}, which was not asked for this time."),
    "symlink": tr("It is a symbolic link, and links are not followed."),
    "special": tr("It is not an ordinary file (a pipe, a socket or a device); it was not opened."),
    "unreadable": tr("It cannot be read: {why}."),
    "too-large": tr("It is over {limit} MB, too large to be an exercise."),
    "bomb": tr(
        "It unpacks to far more than an exercise could be (a zip bomb?); it was not unpacked "
        "further."
    ),
    "overlap": tr("It overlaps another file in its zip, which no ordinary zip does."),
    "unsafe-path": tr(
        "Its path inside the zip is unsafe (absolute, with a drive letter, or with '..')."
    ),
    "encrypted": tr("It is encrypted with a password; ask for it without one."),
    "nested": tr("It is a zip too deep inside other zips to be opened; unpack it first."),
    "archive": tr(
        "It is a {suffix} archive, and only .zip is read: unpack it, or pack it as .zip."
    ),
    "bad-archive": tr("It is not a whole zip file and cannot be read ({why})."),
    "too-many": tr("It holds more than {limit} files and was not read; hand in the exercise only."),
    "too-deep": tr("It lies more than {limit} folders deep and was not looked into."),
    "duplicate": tr("Its zip holds two files of this name; the later one is used."),
    "empty": tr("It is empty."),
    "not-text": tr("It is not text, or not in an encoding known here."),
    "bad-notebook": tr("It is not a whole notebook: its JSON cannot be read."),
    "bad-answers": tr(
        "It is not a whole answers file of a quiz; ask for it to be saved from the quiz's page "
        "again."
    ),
    "quiz-sheet": tr(
        "This is the quiz itself and not the answers file ({assignment}.answers.json)."
    ),
    "practice-answers": tr("These are answers to a practice quiz, not to the graded one."),
    "unknown-quiz": tr("These are answers to the quiz {quiz}, which this course does not have."),
    "too-many-attempts": tr("This is attempt {attempt}; of this quiz only {most} count."),
    "another-student": tr(
        "It holds the quiz of {other}, but lies with {student}: it is not marked; find out whose "
        "it is."
    ),
    "online-text": tr("It is text typed on Moodle's page, not a file."),
    "junk": tr("Left by the system, an editor or Python, hidden: {count} in all."),
    "metadata": tr("The submission system's own records (who, when): {count} in all."),
    "not-submissions": tr("It holds no submissions: only the folder {folder} is read."),
    "not-on-roster": tr(
        "This student is not on the roster; graded all the same, under the name that the folder "
        "or file has."
    ),
    "ambiguous": tr(
        "Several on the roster could be meant: {people}; graded all the same, matched to none."
    ),
    "similar-ids": tr("Ids that differ only in case: {people}; graded as different students."),
    "id-unchecked": tr(
        "The answers say {other}, and nothing tells whether that is {student}: marked as the quiz "
        "of {other}. With --roster this is checked."
    ),
    "same-name": tr("Several students have this name; the LMS's number tells them apart."),
    "download-beside": tr(
        "It looks like a platform's download among students' folders; what is in it is graded "
        "under the names that it gives. Check that it is yours and not one student's folder."
    ),
    "several-sources": tr(
        "Files of this student for {assignment} come from several places; {chosen} is graded. "
        "Check that they are all this student's own."
    ),
}

_UNREAD = frozenset({"too-large", "unreadable", "symlink", "special", "not-text", "bad-notebook"})
_UNREAD_ZIP = frozenset(
    {"bomb", "overlap", "encrypted", "nested", "archive", "bad-archive", "too-many"}
)


def unread_work(lines: Iterable[NotGraded], student: str, assignment: str) -> NotGraded | None:
    """The first line of a file of this student that may hold work on this assignment, and could
    not be read."""
    for line in lines:
        if line.student != student or line.assignment not in (None, assignment):
            continue
        if line.kind in _UNREAD_ZIP or (
            line.kind in _UNREAD and line.where.lower().endswith((".py", ".ipynb"))
        ):
            return line
    return None


def reason(kind: str, **values: object) -> Text:
    """The sentence for `kind`. Those without values are one shared object."""
    return REASONS[kind].format(**values) if values else REASONS[kind]


# Why one of several versions was chosen: said to the student and, as {why}, to the instructor.
WHY: dict[str, Text] = {
    "own-place": tr("it lies in the student's own folder"),
    "worked": tr("the others are unwritten, or as handed out"),
    "attempt": tr("it is the last attempt"),
    "named": tr("its name fits the assignment best"),
    "submitted": tr("it was handed in last"),
    "newest": tr("it was saved last"),
    "version": tr("its version number is the highest"),
    "suffix": tr(".py goes before .ipynb"),
    "order": tr("its path comes first"),
    "same": tr("they are the same byte for byte"),
}

CHOSEN = tr("You handed in {count} files for this assignment; {chosen} is graded: {why}.")

SIMILAR = tr(
    "There is an id that differs from yours only in case ({people}); they are graded apart."
)

GROUP = tr("This is the work of a group of {count}.")

LATE = tr("late")
