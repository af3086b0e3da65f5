"""`grade new-course`: something sound to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.language.text import Text
from grader.model.errors import EXIT_PASSED
from grader.scaffold import Made, make_course

HELP: dict[str, Text] = {
    "folder": Text("新課程的資料夾", "the new course's folder"),
    "--title-zh": Text("中文名稱", "its title in Chinese"),
    "--title-en": Text("英文名稱", "its title in English"),
    "--id": Text("課程代號（預設由資料夾名稱）", "the course's id (default: from the folder)"),
    "--language": Text("學生預設看到的語言（預設 zh-TW）", "what students see (default: zh-TW)"),
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
            Text(
                f"會寫入 {made.root}（現在沒有寫）：\n{listed}",
                f"Would be written in {made.root} (nothing was):\n{listed}",
            )
        )


def _made(made: Made, folder: Path) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    steps = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    steps += "  grade verify\n  grade new-exercise NAME --function f\n"
    return Text(
        f"新課程在 {made.root}：\n{listed}接下來：\n{steps}",
        f"A new course in {made.root}:\n{listed}Next:\n{steps}",
    )
