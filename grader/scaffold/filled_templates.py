"""The templates of `templates/scaffold`, filled in."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grader.language.text import Text, tr
from grader.language.written import latin
from grader.render.html_page import templates_folder
from grader.scaffold.open_places import MARKER

_NOTHING = "\0"  # what a line that is to go consists of
FORMULA = r"\frac{\sum_{j=1}^{N}w_jx_{ij}}{\sum_{j=1}^{N}w_j}"
EXAMPLE = "averages"
EXAMPLE_TITLE = tr("Weighted means")
EXAMPLE_TITLES = {"weighted_mean": tr("Weighted mean")}

_EXERCISE = ("manifest.toml", "checks.py", "inputs.py", "hidden.py")
_COURSE = ("course.toml", "README.md", "README.zh-TW.md")


def exercise_files(
    name: str,
    functions: Sequence[str],
    title: Text,
    lang: str,
    *,
    titles: Mapping[str, Text] | None = None,
) -> dict[str, str]:
    """The files of `solutions/<name>/`, by path. Comments for the author are in `lang`.

    With `titles` of the functions the exercise is finished; without them every place to fill in
    says `MARKER` and what belongs there.
    """
    filled = titles is not None
    if titles is None:
        titles = {f: blank(f) for f in functions}
    values = {
        "name": name,
        "functions": functions,
        "title": title,
        "titles": titles,
        "filled": filled,
        "points": shares(functions),
        "formula": FORMULA,
    }
    files = {f: _draw(f"exercise/{f}", lang, values) for f in _EXERCISE}
    files[f"{name}.py"] = _draw("exercise/source.py", lang, values)
    for function in functions:
        files[f"mistakes/{function}.toml"] = _draw(
            "exercise/mistakes.toml", lang, {"function": function, "filled": filled}
        )
    files["__init__.py"] = ""
    return files


def blank(name: str) -> Text:
    """A title that is still to be written."""
    return tr("{marker}: English title of {name}", marker=MARKER, name=name)


def course_files(id: str, title: Text, language: str, seed: int, lang: str) -> dict[str, str]:
    """The files at the top of a course, by path; the example's are `exercise_files`."""
    values = {
        "id": id,
        "title": title,
        "language": language,
        "seed": seed,
        "exercise": EXAMPLE,
    }
    files = {f: _draw(f"course/{f}", lang, values) for f in _COURSE}
    files[".gitignore"] = _draw("course/gitignore", lang, values)
    files["solutions/__init__.py"] = ""
    return files


def quiz_files(name: str, title: Text, lang: str) -> dict[str, str]:
    """The files of `solutions/quizzes/<name>/`, by name, but the pool."""
    values = {"name": name, "title": title, "filled": False}
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


def _draw(name: str, lang: str, values: Mapping[str, object]) -> str:
    def note(what: str, indent: str = "") -> str:
        """A comment that says what to fill in; nothing in a finished exercise."""
        if values.get("filled"):
            return _NOTHING
        said = tr("{what}: {said}", what=MARKER, said=what)[lang]
        width = 92 - len(indent) if latin(lang) else 46  # a Chinese character takes two columns
        lines = textwrap.wrap(said, width, break_on_hyphens=False)
        return "\n".join(f"{indent}# {line}" for line in lines)

    # What is made is Python, TOML and Markdown: nothing is to be escaped as HTML.
    env = Environment(  # noqa: S701
        loader=FileSystemLoader(templates_folder() / "scaffold"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["toml"] = lambda text: json.dumps(text, ensure_ascii=False)
    env.filters["python"] = env.filters["toml"]  # JSON's strings are Python's as well
    env.globals["tr"] = lambda message, **values: tr(message, **values)[lang]
    env.globals["note"] = note
    text = env.get_template(f"{name}.j2").render(values)
    return text.replace(f"{_NOTHING}\n", "").strip("\n") + "\n"
