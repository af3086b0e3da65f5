"""The renderers' own words. What a check has to say comes from the check."""

from __future__ import annotations

from collections.abc import Mapping

from grader.language.text import Text, tr, tr_in
from grader.model.report import CheckResult, Status, Verdict

VERDICT: Mapping[Verdict, Text] = {
    Verdict.PASS: tr("passed"),
    Verdict.WRONG: tr("not right yet"),
    Verdict.RAISED: tr("raised an error"),
    Verdict.TIMEOUT: tr("took too long"),
    Verdict.CRASHED: tr("crashed"),
    Verdict.REFUSED: tr("not allowed here"),
    Verdict.SKIPPED: tr("skipped for now"),
    Verdict.BROKEN: tr("the grader’s fault"),
}

UNWRITTEN = tr("not written yet")
BLANK = tr("not answered yet")


def verdict(check: CheckResult) -> Text:
    """How a check ended, in a word or two."""
    if check.unwritten:
        # A stub raises; a blank answer of a quiz is only not the right one.
        return BLANK if check.status is Verdict.WRONG else UNWRITTEN
    return VERDICT[check.status]


STATUS: Mapping[Status, Text] = {
    Status.GRADED: tr("graded"),
    Status.REJECTED: tr("could not be graded"),
    Status.NEEDS_REVIEW: tr_in("state of a report", "needs review"),
}

ISOLATION: Mapping[str, Text] = {
    "L1": tr("isolated (L1)"),
    "L2": tr("isolated, without namespaces (L2)"),
    "L3": tr("not isolated: for your own code (L3)"),
    "none": tr("no code was run"),
}


def isolation(tier: str) -> Text:
    """How far the code was shut in, in words; the tier itself where it is not one of ours."""
    return ISOLATION.get(tier, Text(tier))


HIDDEN: Mapping[Verdict, Text] = {
    Verdict.WRONG: tr(
        "A hidden check: the result is not the one due. Try other shapes, signs and sizes."
    ),
    Verdict.RAISED: tr("A hidden check: the call raised an error. Try other shapes and sizes."),
    Verdict.TIMEOUT: tr(
        "A hidden check: the call did not end in time. Is the code fast enough on larger data?"
    ),
    Verdict.CRASHED: tr("A hidden check: the program ended in the middle of the call."),
    Verdict.BROKEN: tr("A hidden check: the grader itself failed. It costs you no points."),
}
"""What stands in for a hidden check's message, which may carry its inputs."""

SAID: Mapping[str, Text] = {
    "report": tr("Assignment report"),
    "file": tr("File"),
    "student": tr("Student"),
    "seed": tr("seed"),
    "isolation": tr("isolation"),
    "score": tr("Score"),
    "total": tr("Total"),
    "points": tr_in("a unit", "points"),
    "call": tr("Call"),
    "expected": tr("Expected"),
    "given": tr_in("beside the value expected", "Yours"),
    "where": tr("Where"),
    "mistake": tr("The mistake"),
    "mistakes": tr("One of these"),
    "line": tr("Look at"),
    "next": tr("Next"),
    "hidden": tr("hidden"),
    "check": tr("“{title}”: {ended}"),
    "note": tr("Note"),
    "hint": tr("For a hint: `{command}`"),
    "all_passed": tr("Everything passes. Well done!"),
    "more": tr("{n} more below full points; fix this one, then run again."),
    "more_one": tr("One more below full points; fix this one, then run again."),
    "quiz_next": tr("Practise it: `{command}`"),
    "quiz_more": tr("{n} more questions below full points."),
    "quiz_more_one": tr("One more question below full points."),
    "quiz_contents": tr("Question by question"),
    "quiz_attempt": tr("attempt {n}"),
    "broken_next": tr(
        "This is not your mistake and costs no points. Please show this report to your teacher."
    ),
    "hidden_next": tr(
        "Hidden checks do not show their inputs. Try more shapes and values of your own; "
        "for a hint: `{command}`"
    ),
    "rejected": tr("This file could not be graded."),
    "needs_review": tr(
        "The grader failed in some checks. A teacher will look at this report; it costs no points."
    ),
    "skip_link": tr("Skip to the content"),
    "language": tr("Language"),
    "checks_passed": tr("{passed} of {total} checks pass"),
    "start": tr("Start here"),
    "contents": tr("Function by function"),
    "your_code": tr("Your code"),
    "your_code_about": tr(
        "A rule on the left marks each function below full points; its label leads back up."
    ),
    "slide": tr("Slide"),
    "lines": tr("{label}, lines {first}–{last}"),
    "one_line": tr("{label}, line {first}"),
    "not_defined": tr("This function is not in the file yet."),
    "cut": tr("{n} more lines are not shown."),
    "graded_with": tr("Graded with"),
    "repeat": tr("Run again with the same seed and every case is the same."),
    "class_report": tr("The class"),
    "contents_list": tr("Contents"),
    "class_students": tr("Students"),
    "class_reports": tr("Submissions graded"),
    "class_reviews": tr("To review"),
    "class_unread": tr("Not graded"),
    "class_absent": tr("Not handed in"),
    "class_scores": tr("Scores"),
    "class_scores_about": tr("A score leads to its report."),
    "class_legend": tr("✗ could not be graded, ? needs review."),
    "class_first": tr(
        "Only the first {n} students are listed; searching, sorting and paging need JavaScript."
    ),
    "class_all_grades": tr("All scores (CSV)"),
    "class_all_results": tr("Every result (CSV)"),
    "class_all_unread": tr("Files not graded (CSV)"),
    "class_search": tr("Find a student"),
    "class_show": tr("Show"),
    "class_show_all": tr("all students"),
    "class_show_below": tr("below full points"),
    "class_show_look": tr("to review or not graded"),
    "class_show_missing": tr("something missing"),
    "class_range": tr("{a}–{b} of {n} students"),
    "class_nobody": tr("No such student."),
    "class_previous": tr("Previous"),
    "class_next": tr_in("page", "Next"),
    "class_who": tr("Show these students"),
    "class_only": tr("Only students with {what}"),
    "class_clear": tr("Clear"),
    "class_mean": tr("Mean"),
    "class_median": tr("Median"),
    "class_total": tr("Total"),
    "class_mistakes": tr("What the class has not understood"),
    "class_mistakes_about": tr(
        "Mistakes that were recognised, the commonest first. Each counts once a submission."
    ),
    "class_for_one": tr("For one of them:"),
    "class_none": tr("No known mistake was found."),
    "class_spread": tr("How the scores are spread"),
    "class_spread_about": tr(
        "Share of full marks from left to right, full marks last; above each bar, how many."
    ),
    "class_bar": tr("{scores}: {n}"),
    "class_functions": tr_in("a class", "Function by function"),
    "class_functions_about": tr("The percentage is how many pass every check."),
    "class_function": tr("Function"),
    "class_full": tr("all right"),
    "class_partly": tr("partly"),
    "class_not": tr("no points"),
    "class_unwritten": tr("not written"),
    "class_tally": tr(
        "of {total}: {full} all right, {partly} partly, {none} no points, {unwritten} not written"
    ),
    "class_reviews_about": tr(
        "The grader itself failed here. These scores are not final: look before you use them."
    ),
    "class_unread_about": tr("These files have no score, and why."),
    "class_absent_about": tr("On the roster, but no file was found."),
    "class_more": tr("{n} more."),
    "class_missing": tr("not handed in"),
    "started": tr("started"),
    "finished": tr("finished"),
    "times": tr("{n}×"),
    "same_mistake": tr("The same mistake as above."),
    "fixed": tr("fixed"),
    "broke": tr("now failing"),
    "no_change": tr("Nothing changed."),
    "gained": tr("{delta} points since last time"),
}


def say(text: Text, lang: str) -> str:
    """`text` in `lang`, or in another language where this one is missing."""
    return text[lang] or next((text[tag] for tag in text.tags if text[tag]), "")


def word(key: str, lang: str, **values: object) -> str:
    """One of the renderers' own words; a `Text` among `values` is said in `lang`."""
    return say(SAID[key].format(**values) if values else SAID[key], lang)
