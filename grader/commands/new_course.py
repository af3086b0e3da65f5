"""`grade new-course`: something sound to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED
from grader.scaffold import Made, make_course

HELP: dict[str, Text] = {
    "folder": tr("the new course's folder"),
    "--title-zh": tr("its title in Chinese"),
    "--title-en": tr("its title in English"),
    "--id": tr("the course's id (default: from the folder)"),
    "--language": tr("what students see (default: zh-TW)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-course`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("folder", type=Path, metavar="FOLDER", help=said["folder"])
    add("--id", metavar="ID", help=said["--id"])
    add("--language", choices=("zh-TW", "en"), default="zh-TW", help=said["--language"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the course, and say what to do next."""
    made = make_course(
        options.folder,
        id=options.id,
        title_zh=options.title_zh,
        title_en=options.title_en,
        language=options.language,
        lang=console.lang,
        dry=options.dry_run,
    )
    told(made, console, written=not options.dry_run)
    if not options.dry_run:
        console.say(_made(made, options.folder))
    return EXIT_PASSED


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
    return tr(
        "A new course in {root}:\n{listed}Next:\n{steps}",
        root=made.root,
        listed=listed,
        steps=steps,
    )
