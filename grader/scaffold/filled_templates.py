"""The templates of `templates/scaffold`, filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grader.language.text import LANGUAGES, Text, tr
from grader.render.html_page import templates_folder
from grader.scaffold.course_texts import (
    across,
    comment,
    in_course,
    python_arguments,
    python_text,
    quoted,
    toml_lines,
    toml_title,
    toml_value,
)
from grader.scaffold.open_places import MARKER

_NOTHING = "\0"  # what a line that is to go consists of
FORMULA = r"\frac{\sum_{j=1}^{N}w_jx_{ij}}{\sum_{j=1}^{N}w_j}"
EXAMPLE = "averages"
EXAMPLE_TITLE = tr("Weighted means")
EXAMPLE_TITLES = {"weighted_mean": tr("Weighted mean")}

_EXERCISE = ("manifest.toml", "checks.py", "inputs.py", "hidden.py")
README = "README.md"
CHINESE_README = "README.zh-TW.md"


def exercise_files(
    name: str,
    functions: Sequence[str],
    title: Text,
    lang: str,
    *,
    languages: Sequence[str] = LANGUAGES,
    titles: Mapping[str, Text] | None = None,
) -> dict[str, str]:
    """The files of `solutions/<name>/`, by path. Comments for the author are in `lang`, the
    texts for students in the course's `languages`.

    With `titles` of the functions the exercise is finished; without them every place to fill in
    says `MARKER` and what belongs there.
    """
    filled = titles is not None
    if titles is None:
        titles = {f: blank(f) for f in functions}
    values = {
        "name": name,
        "functions": functions,
        "title": in_course(title, languages),
        "titles": {f: in_course(text, languages) for f, text in titles.items()},
        "filled": filled,
        "points": shares(functions),
        "formula": FORMULA,
        "languages": languages,
    }
    files = {f: _draw(f"exercise/{f}", lang, values) for f in _EXERCISE}
    files[f"{name}.py"] = _draw("exercise/source.py", lang, values)
    for function in functions:
        own = {"function": function, "filled": filled, "languages": languages}
        files[f"mistakes/{function}.toml"] = _draw("exercise/mistakes.toml", lang, own)
    files["__init__.py"] = ""
    return files


def blank(name: str) -> Text:
    """A title that is still to be written."""
    return tr("{marker}: title of {name}", marker=MARKER, name=name)


def course_files(
    id: str, title: Text, languages: Sequence[str], seed: int, lang: str
) -> dict[str, str]:
    """The files at the top of a course, by path; the example's are `exercise_files`."""
    values = {
        "id": id,
        "title": in_course(title, languages),
        "languages": languages,
        "seed": seed,
        "exercise": EXAMPLE,
    }
    files = {"course.toml": _draw("course/course.toml", lang, values)}
    for name, template in _readmes(languages).items():
        files[name] = _draw(f"course/{template}", lang, values)
    files[".gitignore"] = _draw("course/gitignore", lang, values)
    files["solutions/__init__.py"] = ""
    return files


def _readmes(languages: Sequence[str]) -> dict[str, str]:
    """The READMEs of a course, each with its template: the English one where there is no other."""
    if tuple(languages) == ("zh-TW",):
        return {README: CHINESE_README}
    return {README: README} | ({CHINESE_README: CHINESE_README} if "zh-TW" in languages else {})


def quiz_files(
    name: str, title: Text, lang: str, *, languages: Sequence[str] = LANGUAGES
) -> dict[str, str]:
    """The files of `solutions/quizzes/<name>/`, by name, but the pool."""
    own = in_course(title, languages)
    values = {"name": name, "title": own, "filled": False, "languages": languages}
    return {"__init__.py": "", "quiz.py": _draw("quiz/quiz.py", lang, values)}


def shares(functions: Sequence[str]) -> dict[str, dict[str, int]]:
    """Whole points for each check of each function, 100 in all."""
    each, over = divmod(100, len(functions))
    found = {}
    for at, function in enumerate(functions):
        total = each + (at < over)
        mine = {"shapes": total * 20 // 100, "unchanged": total * 15 // 100}
        mine["hidden"] = total * 25 // 100
        found[function] = mine | {"values": total - sum(mine.values())}
    return found


def _draw(name: str, lang: str, values: Mapping[str, Any]) -> str:
    def note(what: str, indent: str = "") -> str:
        """A comment that says what to fill in; nothing in a finished exercise."""
        if values.get("filled"):
            return _NOTHING
        return comment(tr("{what}: {said}", what=MARKER, said=what)[lang], indent)

    # What is made is Python, TOML and Markdown: nothing is to be escaped as HTML.
    env = Environment(  # noqa: S701
        loader=FileSystemLoader(templates_folder() / "scaffold"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "quoted": quoted,
        "toml_value": toml_value,
        "toml_lines": toml_lines,
        "toml_title": toml_title,
        "python_arguments": python_arguments,
        "python_text": python_text,
        "across": across,
        "comment": comment,
    }
    env.globals["tr"] = lambda message, **values: tr(message, **values)[lang]
    env.globals["note"] = note
    env.globals["own"] = lambda message: in_course(tr(message), values["languages"])
    text = env.get_template(f"{name}.j2").render(values)
    return text.replace(f"{_NOTHING}\n", "").strip("\n") + "\n"
