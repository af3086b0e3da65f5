"""Does a change keep every verdict, id, sentence and page? Two trees grade the same answers.

    python -m benchmarks.same_reports --before REV [--after REV] [--sample N] [--assignment A]

Both trees grade what the one before knows: the references, tests/corpus and every known mistake of
both courses; and each its own example class, by `grade demo`. All that they write has to be the
same, byte for byte, but for what report_diff.py names. Ends in 1 if anything differs.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report_diff import Comparison, compared

ROOT = Path(__file__).resolve().parent.parent
COURSES = {"course": ".", "second course": "examples/courses/statistics-basics"}
SETTINGS = "--lang", "en", "--seed", "20250617"
SHOWN = 10


@dataclass(frozen=True)
class Tree:
    """A version of the product, unpacked at `root`."""

    name: str
    root: Path

    def run(self, *arguments: str | Path, at: Path) -> str:
        """What Python prints, with this tree first on its path, in the folder `at`.

        Raises:
            SystemExit: it failed; the message holds what it said.
        """
        settings = {k: v for k, v in os.environ.items() if not k.startswith("DLGRADE_")}
        settings |= {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=at, env=settings, encoding="utf-8", capture_output=True, check=False
        )
        if done.returncode not in (0, 3):  # 3: a report needs review, and is compared like others
            sys.exit(f"{self.name}: {' '.join(command)} ended in {done.returncode}\n{done.stderr}")
        return done.stdout

    def grade(self, answers: Path, out: Path) -> None:
        """The example class and each course's `answers`, into `out`."""
        out.mkdir()
        demo = "-m", "grader", "demo", *SETTINGS, "--course", self.root, "--out", "class"
        (out / "class.txt").write_text(self.run(*demo, at=out), encoding="utf-8")
        for name, folder in COURSES.items():
            if not any((answers / name).iterdir()):
                continue
            batch = "-m", "grader", "batch", answers / name, "-j", "2", *SETTINGS
            place = "--course", self.root / folder, "--out", name
            (out / f"{name}.txt").write_text(self.run(*batch, *place, at=out), encoding="utf-8")


def unpacked(revision: str | None, folder: Path) -> Tree:
    """`revision` of this repository, put into `folder`; None: the working tree as it is."""
    if revision is None:
        return Tree("the working tree", ROOT)
    command = ["git", "archive", "--format=tar", revision]
    archive = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        sys.exit(archive.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as packed:
        packed.extractall(folder, filter="data")
    return Tree(revision, folder)


def answers_of(tree: Tree, out: Path, *chosen: str) -> Mapping[str, str]:
    """Writes all that `tree` knows the verdict of; folder of its reports → what the answer is."""
    script = Path(__file__).with_name("answer_files.py")
    titles: dict[str, str] = {}
    for name, folder in COURSES.items():
        tree.run(script, tree.root / folder, out / name, *chosen, at=tree.root)
        told = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
        titles |= {f"{name}/reports/{student}": title for student, title in told.items()}
    return titles


def group_of(path: str) -> str:
    """Whose report it is: `answer_files` begins a student's name with the group."""
    run, _, rest = path.partition("/")
    if run.startswith("class"):
        return "class"
    student = re.match(r"reports/([a-z]+)\d+/", rest)
    return student[1] if student else "overview"


def told(groups: Mapping[str, Comparison], titles: Mapping[str, str]) -> Iterator[str]:
    """A line a group, and below it the first files that differ."""
    for name, group in groups.items():
        yield f"{name:10} {group}"
        for path, lines in list(group.differing.items())[:SHOWN]:
            title = titles.get(path.rpartition("/")[0], "")
            yield f"  {path}  {title}"
            yield "\n".join(f"    {line}" for line in lines.split("\n"))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--before", required=True, metavar="REV", help="the version to go by")
    parser.add_argument("--after", metavar="REV", help="default: the working tree")
    parser.add_argument("--sample", type=int, metavar="N", help="N answers of each group")
    parser.add_argument(
        "--assignment",
        action="append",
        default=[],
        metavar="A",
        help="answers for this one only (may be repeated)",
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder for all files")
    asked = parser.parse_args()
    started = time.monotonic()
    with contextlib.ExitStack() as stack:
        if asked.keep is None:
            work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            work.chmod(0o755)  # the cage's user has to reach the engine
        else:
            work = asked.keep.resolve()
            work.mkdir(parents=True)
        before = unpacked(asked.before, work / "tree before")
        after = unpacked(asked.after, work / "tree after")
        chosen = [f"--assignment={name}" for name in asked.assignment]
        chosen += [] if asked.sample is None else [f"--sample={asked.sample}"]
        titles = answers_of(before, work / "answers", *chosen)
        print(f"{len(titles):,} answers", flush=True)
        for tree, out in (before, "before"), (after, "after"):
            tree.grade(work / "answers", work / out)
            print(f"{tree.name}: graded, {time.monotonic() - started:.0f} s", flush=True)
        groups = compared(work / "before", work / "after", group_of)
    reports = sum(group.counts["reports"] for name, group in groups.items() if name != "class")
    if reports != len(titles):
        sys.exit(f"{reports} reports for {len(titles)} answers: this comparison is not whole")
    print(*told(groups, titles), sep="\n")
    return any(group.differing for group in groups.values())


if __name__ == "__main__":
    sys.exit(main())
