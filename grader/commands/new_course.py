"""`grade new-course`: something sound to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.language.text import LANGUAGES, NO_TEXT, Text, tr
from grader.model.errors import EXIT_PASSED
from grader.scaffold import MARKER, Made, Titles, course_languages, make_course

HELP: dict[str, Text] = {
    "folder": tr("the new course's folder"),
    "--title": tr("its title in its first language"),
    "--title-zh": tr("its title in Chinese"),
    "--title-en": tr("its title in English"),
    "--id": tr("the course's id (default: from the folder)"),
    "--language": tr("what students see (default: zh-TW)"),
    "--languages": tr("what it is written in, the default first: en; zh-TW,en; ja,en"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-course`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("folder", type=Path, metavar="FOLDER", help=said["folder"])
    add("--id", metavar="ID", help=said["--id"])
    written = parser.add_mutually_exclusive_group()
    written.add_argument("--language", choices=LANGUAGES, help=said["--language"])
    written.add_argument(
        "--languages", action="append", metavar="TAG,TAG", help=said["--languages"]
    )
    add("--title", metavar="TEXT", help=said["--title"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the course, and say what to do next."""
    made = make_course(
        options.folder,
        id=options.id,
        titles=Titles(options.title, options.title_zh, options.title_en),
        languages=_languages(options),
        lang=console.lang,
        dry=options.dry_run,
    )
    told(made, console, written=not options.dry_run)
    if not options.dry_run:
        console.say(_made(made, options.folder))
    return EXIT_PASSED


def _languages(options: argparse.Namespace) -> tuple[str, ...]:
    if options.languages:
        return course_languages(options.languages)
    first = options.language or LANGUAGES[0]
    return (first, *(tag for tag in LANGUAGES if tag != first))


def told(made: Made, console: Console, *, written: bool) -> None:
    """The envelope of what was made; with --dry-run also the lines for people."""
    console.tell(root=made.root, files=made.paths, written=written)
    if not written:
        listed = "".join(f"  {path}\n" for path in made.paths)
        console.say(
            tr("Would be written in {root} (nothing was):\n{listed}", root=made.root, listed=listed)
        )


def _made(made: Made, folder: Path) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    steps = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    steps += "  grade verify\n  grade new-exercise NAME --function f\n"
    places = "".join(f"  {path}  {count}\n" for path, count in made.places)
    open_places = tr(
        "To be put into the course's language: these places say {marker}:\n{places}",
        marker=MARKER,
        places=places,
    )
    return tr(
        "A new course in {root}:\n{listed}{open_places}Next:\n{steps}",
        root=made.root,
        listed=listed,
        open_places=open_places if places else NO_TEXT,
        steps=steps,
    )
