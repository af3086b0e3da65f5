"""What lies in a folder or zip of submissions, whose it is, and that nothing is dropped."""

import io
import json
import os
import pickle
import random
import socket
import struct
import sys
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from gather_fixtures import (
    COURSE,
    DOT,
    GRADESCOPE,
    RELU,
    both,
    kinds,
    member,
    notebook,
    one,
    packed,
    pairs,
    plant,
    zipped,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.files.decode import file_name
from grader.intake import disk, file_reading, gathering
from grader.intake.file_reading import read_found
from grader.intake.gathered import Refused
from grader.intake.gathering import gather
from grader.intake.gradescope_metadata import submissions
from grader.intake.name_parts import named, printable, split_version, tidy
from grader.intake.not_graded import REASONS, reason
from grader.intake.report_names import safe_name, safe_names
from grader.intake.roster import Person, Roster, read_roster
from grader.intake.zips import members
from grader.model.errors import SubmissionError, UsageError

QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
LINUX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def roster(*people: tuple[str, str | None]) -> Roster:
    return Roster(tuple(Person(i, n) for i, n in people))


# ------------------------------------------------------------------------ shapes

TREES = {
    "a folder each": ["ann/matmul.py", "bob/matmul.ipynb", "bob/losses.py"],
    "a folder below": ["ann/week 1/matmul.py", "bob/new/matmul.ipynb", "bob/x/y/losses.py"],
    "nbgrader's course": [
        "submitted/ann/matmul/matmul.py",
        "submitted/bob/matmul/matmul.ipynb",
        "submitted/bob/losses/losses.py",
    ],
    "nbgrader's submitted": [
        "ann/matmul/matmul.py",
        "bob/matmul/matmul.ipynb",
        "bob/losses/losses.py",
    ],
    "a folder an assignment": ["matmul/ann.py", "matmul/bob.ipynb", "losses/bob.py"],
    "a folder an assignment, then a student": [
        "matmul/ann/a.py",
        "matmul/bob/a.ipynb",
        "losses/bob/a.py",
    ],
    "flat": ["ann_matmul.py", "matmul_bob.ipynb", "bob-losses.py"],
    "flat with versions": ["ann_matmul-2.py", "matmul-bob (1).ipynb", "bob_losses_final.py"],
    "wrapped": [
        "Deep Learning/ann/matmul.py",
        "Deep Learning/bob/matmul.ipynb",
        "Deep Learning/bob/losses.py",
    ],
    "wrapped twice": ["a/b/ann_matmul.py", "a/b/matmul_bob.ipynb", "a/b/bob-losses.py"],
    "Moodle": [
        "ann_1_assignsubmission_file_/matmul.py",
        "bob_2_assignsubmission_file/matmul.ipynb",
        "bob_2_assignsubmission_file/sub/losses.py",
    ],
    "Moodle, flat": [
        "ann_1_assignsubmission_file_matmul.py",
        "bob_2_assignsubmission_file_matmul.ipynb",
        "bob_2_assignsubmission_file_losses.py",
    ],
    "Canvas": ["ann_12_345_matmul.py", "bob_LATE_13_346_matmul-1.ipynb", "bob_13_347_losses.py"],
    "inbound": [
        "ann+matmul+2026-03-01 10:00:00.000000 UTC+QUJD/matmul.py",
        "bob+matmul+2026-03-01 10:00:00 UTC/matmul.ipynb",
        "bob+losses+2026-03-02 10:00:00 UTC+QUJD/losses.py",
    ],
}


@pytest.mark.parametrize("shape", TREES)
@pytest.mark.parametrize("packing", ["folder", "zip"])
def test_a_class_in_every_shape(tmp_path, shape, packing):
    files = {n: notebook() if n.endswith("ipynb") else DOT for n in TREES[shape]}
    root = both(tmp_path, files)[packing == "zip"]
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("bob", "losses"), ("bob", "matmul")]
    assert gathered.not_graded == () and gathered.warnings == () and gathered.absent == ()
    for found in gathered.found:
        submission = read_found(found)
        assert submission.student == found.student
        assert submission.assignment == found.assignment
        assert "".join(c.source for c in submission.cells).replace("\r\n", "\n") == DOT


def test_mixed_shapes(tmp_path):
    plant(tmp_path / "m", ["ann/matmul.py", "bob_losses.py"])
    zipped(
        tmp_path / "m" / "moodle.zip",
        ["王小明_1_assignsubmission_file_/matmul.py", "李美玲_2_assignsubmission_file_/matmul.py"],
    )
    zipped(tmp_path / "m" / "canvas.zip", ["cy_12_345_matmul.py", "di_LATE_13_346_matmul.py"])
    zipped(tmp_path / "m" / "eve.zip", ["matmul.py", "work/losses.py"])
    gathered = gather(tmp_path / "m", COURSE)
    assert pairs(gathered) == sorted(
        [
            ("ann", "matmul"),
            ("bob", "losses"),
            ("王小明", "matmul"),
            ("李美玲", "matmul"),
            ("cy", "matmul"),
            ("di", "matmul"),
            ("eve", "matmul"),
            ("eve", "losses"),
        ]
    )
    assert gathered.not_graded == ()
    warned = [(w.where, w.kind) for w in gathered.warnings]
    assert warned == [("canvas.zip", "download-beside"), ("moodle.zip", "download-beside")]


def test_by_content_and_by_the_only_assignment(tmp_path):
    plant(tmp_path, {"ann.py": DOT, "bob.py": RELU, "cy.py": "x = 1\n"})
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("bob", "activations")]
    assert kinds(gathered) == {"cy.py": "unknown"}
    gathered = gather(tmp_path, COURSE, assignments=["matmul"])
    assert pairs(gathered) == [("ann", "matmul"), ("cy", "matmul")]
    assert kinds(gathered) == {"bob.py": "not-asked"}


def test_one_students_own_folder_and_zip(tmp_path):
    root = plant(tmp_path / "王小明", ["matmul.py", "losses.py"])
    assert pairs(gather(root, COURSE)) == [("王小明", "losses"), ("王小明", "matmul")]
    assert one(zipped(tmp_path / "B1.zip", ["hw/matmul.py"])).student == "B1"
    assert one(plant(tmp_path, ["ann_matmul.py"]) / "ann_matmul.py").student == "ann"


def test_a_file_that_says_nobody(tmp_path):
    plant(tmp_path, ["matmul.py", "ann/matmul.py"])
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul")]
    assert kinds(gathered) == {"matmul.py": "no-student"}


def test_nbgraders_course_folder_leaves_the_instructors_side_alone(tmp_path):
    plant(
        tmp_path,
        {
            "source/matmul/matmul.py": DOT,
            "release/matmul/matmul.py": DOT,
            "gradebook.db": b"\0",
            "submitted/ann/matmul/matmul.py": DOT,
            "submitted/ann/matmul/timestamp.txt": "2026-03-01 10:00:00.000000 UTC\n",
            "submitted/ann/matmul/submission_secret.txt": "abc",
        },
    )
    gathered = gather(tmp_path, COURSE)
    found = one(tmp_path)
    assert (found.student, found.submitted) == ("ann", "2026-03-01 10:00:00.000000 UTC")
    assert found.late is None
    kind = [(n.kind, n.count) for n in gathered.not_graded]
    assert sorted(kind) == [("metadata", 2)] + [("not-submissions", 1)] * 3


def test_the_exchanges_latest_submission_wins(tmp_path):
    plant(
        tmp_path,
        {
            "ann+matmul+2026-03-01 10:00:00.000000 UTC+AAAA/matmul.py": "def dot(u): return 1\n",
            "ann+matmul+2026-03-01 10:00:01.500000 UTC+BBBB/matmul.py": "def dot(u): return 2\n",
            "ann+matmul+2026-02-28 23:59:59.000000 UTC+CCCC/matmul.py": "def dot(u): return 3\n",
            "c+d+matmul+2026-02-28 23:59:59.000000 UTC/matmul.py": DOT,
        },
    )
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("c+d", "matmul")]
    assert "return 2" in read_found(gathered.found[0]).cells[0].source
    assert sorted(n.kind for n in gathered.not_graded) == ["superseded", "superseded"]
    assert gathered.warnings == ()


def test_another_assignments_file_in_an_assignments_folder_is_a_helper(tmp_path):
    plant(
        tmp_path,
        {
            "ann/matmul/matmul.py": DOT,
            "ann/mlp_forward/matmul.py": DOT + "# a copy to import\n",
            "ann/mlp_forward/mlp_forward.py": "def linear(x):\n    return x\n",
        },
    )
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("ann", "mlp_forward")]
    assert gathered.found[0].source.shown == "ann/matmul/matmul.py"
    assert kinds(gathered) == {"ann/mlp_forward/matmul.py": "helper"}


# ------------------------------------------------------------------------ Moodle

NAMES = [
    "王小明",
    "Wang, Xiao-Ming",
    "Nguyễn Văn An",
    "o_brien_x",
    "Anne  Marie",
    "a.b",
    "'q' & co",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("flat", [False, True])
def test_moodle_names(tmp_path, name, flat):
    sep = "" if flat else "/"
    files = [
        f"{name}_123456_assignsubmission_file_{sep}matmul.py",
        "x_7_assignsubmission_file_/losses.py",
    ]
    found = gather(zipped(tmp_path / "m.zip", files), COURSE).found
    mine = next(f for f in found if f.assignment == "matmul")
    assert (mine.student, mine.name, mine.file) == (name, name, "matmul.py")
    assert read_found(mine).path == "matmul.py" and read_found(mine).cells[0].label == "matmul.py"


def test_moodle_typed_text_and_other_files(tmp_path):
    root = zipped(
        tmp_path / "m.zip",
        {
            "王小明_1_assignsubmission_onlinetext_/onlinetext.html": "hi",
            "王小明_1_assignsubmission_file_/report.pdf": b"%PDF",
            "李美玲_2_assignsubmission_onlinetext_onlinetext.html": "hi",
            "Default group_assignsubmission_file_/matmul.py": DOT,
        },
    )
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("Default group", "matmul")]
    assert [(n.student, n.kind) for n in gathered.not_graded] == [
        ("李美玲", "online-text"),
        ("王小明", "other"),
        ("王小明", "online-text"),
    ]


def test_moodle_namesakes_are_kept_apart(tmp_path):
    files = {
        "王小明_1_assignsubmission_file_/matmul.py": DOT,
        "王小明_2_assignsubmission_file_/matmul.py": DOT + "# other\n",
        "李美玲_3_assignsubmission_file_/matmul.py": DOT,
    }
    gathered = gather(zipped(tmp_path / "m.zip", files), COURSE)
    assert [f.student for f in gathered.found] == ["李美玲", "王小明_1", "王小明_2"]
    assert [w.kind for w in gathered.warnings] == ["same-name", "same-name"]
    # Nor does a roster that knows only one of them make one of the two.
    gathered = gather(tmp_path / "m.zip", COURSE, roster=roster(("B1", "王小明"), ("B2", "李美玲")))
    assert [f.student for f in gathered.found] == ["B2", "王小明_1", "王小明_2"]


def test_moodle_several_downloads_of_one_class(tmp_path):
    for number, name in enumerate(["matmul", "losses"]):
        zipped(
            tmp_path / "in" / f"DL-{name}-77.zip",
            [
                f"王小明_{number}1_assignsubmission_file_/作業.py",
                f"李美玲_{number}2_assignsubmission_file_/hw.py",
            ],
        )
    gathered = gather(tmp_path / "in", COURSE)
    assert pairs(gathered) == [
        ("李美玲", "losses"),
        ("李美玲", "matmul"),
        ("王小明", "losses"),
        ("王小明", "matmul"),
    ]
    assert gathered.warnings == ()


def test_a_student_cannot_hand_in_as_another_by_naming_a_file(tmp_path):
    inner = packed({"bob_2_assignsubmission_file_/matmul.py": "forged = 1\ndef dot(): pass\n"})
    moodle = zipped(
        tmp_path / "m.zip",
        {
            "ann_1_assignsubmission_file_/bob_2_assignsubmission_file_/losses.py": DOT,
            "ann_1_assignsubmission_file_bob_2_assignsubmission_file_matmul.py": DOT,
            "ann_1_assignsubmission_file_/x.zip": inner,
            "bob_2_assignsubmission_file_/matmul.py": DOT,
        },
    )
    gathered = gather(moodle, COURSE)
    assert pairs(gathered) == [("ann", "losses"), ("ann", "matmul"), ("bob", "matmul")]
    canvas = zipped(tmp_path / "c.zip", ["ann_11_111_bob_12_112_matmul.py", "bob_12_113_losses.py"])
    assert pairs(gather(canvas, COURSE)) == [("ann", "matmul"), ("bob", "losses")]
    plain = plant(tmp_path / "p", {"bob/matmul.py": DOT, "cy/matmul.py": DOT})
    (plain / "ann.zip").write_bytes(inner)
    gathered = gather(plain, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("bob", "matmul"), ("cy", "matmul")]
    assert "forged" not in read_found(gathered.found[1]).cells[0].source


def test_a_students_own_folder_goes_before_a_download_that_names_them(tmp_path):
    plant(tmp_path / "p", {"bob/matmul.py": DOT, "cy/matmul.py": DOT})
    zipped(
        tmp_path / "p" / "ann.zip",
        {
            member(
                "bob_2_assignsubmission_file_/matmul.py", when=(2030, 1, 1, 0, 0, 0)
            ): "dot = 1\n",
            "dan_3_assignsubmission_file_/matmul.py": DOT,
        },
    )
    gathered = gather(tmp_path / "p", COURSE)
    bob = next(f for f in gathered.found if f.student == "bob")
    assert bob.source.shown == "bob/matmul.py"
    assert ("bob", "several-sources") in [(w.student, w.kind) for w in gathered.warnings]


# ------------------------------------------------------------------------ Canvas


def test_canvas_late_versions_and_text(tmp_path):
    root = zipped(
        tmp_path / "c.zip",
        {
            "wangxiaoming_LATE_12345_678901_matmul-1.py": "def dot(): return 1\n",
            "wangxiaoming_LATE_12345_678900_matmul-2.py": "def dot(): return 2\n",
            member("wangxiaoming_LATE_12345_678899_matmul.py", when=(2030, 1, 1, 0, 0, 0)): DOT,
            "wang_ming_12346_678902_matmul.py": DOT,
            "王小明_12347_678903_matmul.py": DOT,
            "anon_x7Gh2_678904_matmul.py": DOT,
            "LATE_anon_y7Gh2_678905_matmul.py": DOT,
            "leemei_12348_text.html": "typed",
            "leemei_12349_678906_my report, v2.pdf": b"%PDF",
        },
    )
    gathered = gather(root, COURSE)
    assert [(f.student, bool(f.late)) for f in gathered.found] == [
        ("anon_x7Gh2", False),
        ("anon_y7Gh2", True),
        ("wang_ming", False),
        ("wangxiaoming", True),
        ("王小明", False),
    ]
    mine = next(f for f in gathered.found if f.student == "wangxiaoming")
    assert "return 2" in read_found(mine).cells[0].source and mine.file == "matmul-2.py"
    assert "matmul-2.py" in mine.notes[0]["en"] and "3 files" in mine.notes[0]["en"]
    assert sorted(n.kind for n in gathered.not_graded) == [
        "online-text",
        "other",
        "superseded",
        "superseded",
    ]


def test_canvas_namesakes_have_two_numbers(tmp_path):
    root = zipped(tmp_path / "c.zip", ["leemei_11_101_matmul.py", "leemei_12_102_matmul.py"])
    assert [f.student for f in gather(root, COURSE).found] == ["leemei_11", "leemei_12"]


def test_a_name_like_canvas_in_a_students_folder_is_no_mark(tmp_path):
    root = plant(tmp_path, ["ann/hw_1_2_matmul.py", "bob/matmul.py"])
    assert pairs(gather(root, COURSE)) == [("ann", "matmul"), ("bob", "matmul")]


@pytest.mark.parametrize(
    "outer",
    [
        "wang_LATE_12_345_hw.zip",
        "王小明_1_assignsubmission_file_/a.zip",
        "王小明_1_assignsubmission_file_hw.zip",
        "ann.zip",
    ],
)
def test_a_students_zip_in_a_platforms_zip(tmp_path, outer):
    inner = packed({"hw/matmul.py": DOT, "hw/data.csv": "1,2", "deep.zip": packed(["losses.py"])})
    root = zipped(tmp_path / "all.zip", {outer: inner})
    gathered = gather(root, COURSE)
    assert [f.assignment for f in gathered.found] == ["matmul"]
    assert gathered.found[0].source.shown == f"{outer}/hw/matmul.py"
    assert read_found(gathered.found[0]).cells[0].source == DOT
    assert sorted(n.kind for n in gathered.not_graded) == ["nested", "other"]


# ------------------------------------------------------------------------ Gradescope


@pytest.mark.parametrize("packing", [0, 1])
def test_gradescope_with_a_group(tmp_path, packing):
    root = both(
        tmp_path,
        {
            "assignment_123456_export/submission_metadata.yml": GRADESCOPE,
            "assignment_123456_export/submission_789/matmul.py": DOT,
            "assignment_123456_export/submission_790/src/matmul.py": DOT + "#\n",
            "assignment_123456_export/submission_791/matmul.py": DOT,
            "assignment_123456_export/submission_800/matmul.py": DOT,
            "assignment_123456_export/submission_790/notes.txt": "x",
        },
    )[packing]
    gathered = gather(root, COURSE)
    assert [(f.student, f.name) for f in gathered.found] == [
        ("222", "O'Neil, Ann"),
        ("333", "Ming 李"),
        ("B10901001", "王小明"),
        ("submission_791", None),
        ("submission_800", None),
    ]
    assert gathered.found[0].source == gathered.found[1].source
    assert "group of 2" in gathered.found[0].notes[0]["en"]
    assert gathered.found[2].submitted == "2026-03-01 10:00:00.861687000 Z"
    assert sorted(n.kind for n in gathered.not_graded) == ["metadata", "other"]


def test_gradescope_metadata_reads_only_its_own_keys():
    found = submissions(GRADESCOPE)
    assert list(found) == ["submission_789", "submission_790", "submission_791"]
    assert [s.sid for s in found["submission_790"].submitters] == ["222", "333"]
    assert found["submission_791"].submitters == ()
    assert found["submission_789"].submitters[0].email == "ming@example.edu"
    forged = "s_1:\n  :results:\n    :submitters:\n    - :sid: '9'\n  :submitters:\n  - :sid: '1'\n"
    assert [s.sid for s in submissions(forged)["s_1"].submitters] == ["1"]


@given(st.text(alphabet=":- \n'\"abs|submitters0\t{}[]&*!", max_size=300))
@QUICK
def test_gradescope_metadata_never_fails(text):
    submissions("submission_1:\n  :submitters:\n" + text)


# ------------------------------------------------------------------------ versions


def stub(suffix: str) -> bytes:
    return (COURSE.root / "assignments" / "matmul" / f"matmul{suffix}").read_bytes()


def test_an_untouched_stub_loses_whatever_its_time(tmp_path):
    plant(tmp_path, {"ann/matmul.py": DOT, "bob/matmul.ipynb": notebook()}, time=1_000_000_000)
    plant(
        tmp_path, {"ann/matmul.ipynb": stub(".ipynb"), "bob/matmul(2).py": stub(".py") + b"\n \n"}
    )
    gathered = gather(tmp_path, COURSE)
    assert [f.file for f in gathered.found] == ["matmul.py", "matmul.ipynb"]
    assert "as handed out" in gathered.found[0].notes[0]["en"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [("matmul.py", "matmul.ipynb"), ("matmul.ipynb", "matmul.py"), ("matmul(2).py", "matmul.py")],
)
def test_then_the_later_time(tmp_path, older, newer):
    content = {".py": DOT, "nb": notebook()}
    plant(
        tmp_path,
        {
            f"ann/{older}": content[older[-2:].replace("py", ".py")]
            if older.endswith(".py")
            else notebook()
        },
        time=1_700_000_000,
    )
    plant(
        tmp_path,
        {f"ann/{newer}": DOT + "#" if newer.endswith(".py") else notebook()},
        time=1_700_000_010,
    )
    found = one(tmp_path)
    assert found.file == newer and "saved last" in found.notes[0]["en"]


@pytest.mark.parametrize(
    "names",
    [
        ["matmul.py", "matmul(1).py"],
        ["matmul-1.py", "matmul-2.py"],
        ["matmul_v2.py", "matmul_v10.py"],
        ["matmul-9.py", "matmul_final.py"],
        ["Copy of matmul.py", "matmul.py"],
        ["matmul - 複製.py", "matmul.py"],
        ["matmul.ipynb", "matmul.py"],
        ["matmul_helper.py", "matmul.py"],
        ["test_matmul_9.py", "matmul.ipynb"],
        ["matmul 副本.py", "matmul.py"],
        ["matmul.py", "matmul_final2.py"],
    ],
)
def test_then_name_and_number(tmp_path, names):
    files = {n: notebook(f"{DOT}# {n}") if n.endswith("nb") else f"{DOT}# {n}" for n in names}
    for root in both(tmp_path, {f"ann/{n}": c for n, c in files.items()}):
        gathered = gather(root, COURSE)
        assert [f.file for f in gathered.found] == [names[-1]]
        [lost] = gathered.not_graded
        assert (lost.student, lost.kind, lost.where) == ("ann", "superseded", f"ann/{names[0]}")
        assert names[-1] in lost.reason["zh-TW"] and names[-1] in lost.reason["en"]


def test_zip_times_decide_in_a_students_zip_but_not_in_a_platforms(tmp_path):
    late = member("matmul.py", when=(2026, 3, 2, 0, 0, 0))
    early = member("matmul-1.py", when=(2026, 3, 1, 0, 0, 0))
    inner = packed({late: DOT, early: DOT + "#"})
    assert one(zipped(tmp_path / "a.zip", {"ann.zip": inner})).file == "matmul.py"
    moodle = {
        member("ann_1_assignsubmission_file_/matmul.py", when=(2026, 3, 2, 0, 0, 0)): DOT,
        member("ann_1_assignsubmission_file_/matmul-1.py", when=(2026, 3, 1, 0, 0, 0)): DOT + "#",
    }
    assert one(zipped(tmp_path / "b.zip", moodle)).file == "matmul-1.py"


def test_two_seconds_are_one_moment(tmp_path):
    plant(tmp_path, {"ann/matmul.py": DOT}, time=1_700_000_000)
    plant(tmp_path, {"ann/matmul.ipynb": notebook()}, time=1_700_000_001)
    assert one(tmp_path).file == "matmul.py"


def test_the_same_bytes_twice(tmp_path):
    found = one(plant(tmp_path, ["ann/matmul.py", "ann/matmul(1).py"]))
    assert "byte for byte" in found.notes[0]["en"] and "完全相同" in found.notes[0]["zh-TW"]


@pytest.mark.parametrize(
    ("stem", "base", "version"),
    [
        ("a", "a", 0),
        ("a(3)", "a", 3),
        ("a-3", "a", 3),
        ("a v12", "a", 12),
        ("Copy of a", "a", -1),
        ("「a.ipynb」的副本", "a", -1),
        ("a copy", "a", -1),
        ("a_final", "a", 10**6),
        ("a3", "a3", 0),
        ("b10901001", "b10901001", 0),
        ("-1", "-1", 0),
        ("a-99999999999", "a-99999999999", 0),
    ],
)
def test_split_version(stem, base, version):
    assert split_version(stem) == (base, version)


def test_named_prefers_the_longest_and_whole_words():
    names = ("mlp", "mlp_forward", "hw1")
    assert named("bob_mlp_forward-2", names).assignment == "mlp_forward"
    assert named("bob_mlp_forward-2", names).version == 2
    assert named("hw12", names) is None and named("smlp", names) is None
    assert named("hw1", names).rest == ""


def test_long_names_are_not_searched_for_ever(tmp_path):
    long = "_" * 60_000
    root = zipped(
        tmp_path / "z.zip",
        {
            f"{long}_matmul.py": DOT,
            f"ann/{long}(1).py": DOT,
            f"{long}/matmul.py": DOT,
            "b" * 9000 + "/matmul.py": DOT,
        },
    )
    gathered = gather(root, COURSE)
    assert len(gathered.found) == 4
    assert all(len(f.student) <= 120 and len(f.source.shown) < 400 for f in gathered.found)
    assert len({f.student for f in gathered.found}) == 4


# ------------------------------------------------------------------------ what is refused


def test_every_kind_of_file_that_cannot_be_graded(tmp_path):
    plant(
        tmp_path,
        {
            "ann/matmul.py": DOT,
            "ann/data.csv": "1",
            "ann/plot.png": b"\x89PNG",
            "ann/a.tar.gz": b"x",
            "ann/b.7z": b"x",
            "ann/c.rar": b"x",
            "bob/matmul.py": "",
            "bob/losses.py": " \n\t\n",
            "cy/matmul.py": b"\0\1\2" * 99,
            "cy/matmul.ipynb": "{",
            "cy/losses.py": b"#" * (4 << 20) + b"#",
            "cy/d.zip": b"PK not really",
            "cy/other.py": "print(1)\n",
            "cy/.DS_Store": b"x",
            "__MACOSX/ann/._matmul.py": b"x",
            "ann/__pycache__/m.pyc": b"x",
            "Thumbs.db": b"x",
            "ann/.ipynb_checkpoints/matmul-checkpoint.ipynb": notebook(),
        },
    )
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul")]
    expected = {
        "ann/data.csv": "other",
        "ann/plot.png": "other",
        "ann/a.tar.gz": "archive",
        "ann/b.7z": "archive",
        "ann/c.rar": "archive",
        "bob/matmul.py": "empty",
        "bob/losses.py": "empty",
        "cy/matmul.py": "not-text",
        "cy/matmul.ipynb": "bad-notebook",
        "cy/losses.py": "too-large",
        "cy/d.zip": "bad-archive",
        "cy/other.py": "unknown",
    }
    got = kinds(gathered)
    junk = [n for n in gathered.not_graded if n.kind == "junk"]
    assert {k: v for k, v in got.items() if v != "junk"} == expected
    assert len(junk) == 1 and junk[0].count == 5
    assert {n.student for n in gathered.not_graded if n.kind != "junk"} == {"ann", "bob", "cy"}


HANDED_OUT = (COURSE.root / "assignments" / "matmul" / "matmul.py").read_text("utf-8")


@pytest.mark.parametrize("work", ["matmul.ipynb", "作業 matmul.py", "w.zip"])
def test_what_was_handed_out_is_no_zero_where_other_work_cannot_be_read(tmp_path, work):
    unread: dict[str, object] = {"matmul.ipynb": "{", "w.zip": b"PK not really"}
    plant(
        tmp_path,
        {
            f"ann/{work}": unread.get(work, b"\0\1\2" * 99),
            "ann/matmul.py": HANDED_OUT,
            f"bob/{work}": unread.get(work, b"\0\1\2" * 99),
            "bob/matmul.py": DOT,
            "cy/matmul.py": HANDED_OUT,
            "cy/notes.pdf": b"%PDF",
        },
    )
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("bob", "matmul"), ("cy", "matmul")]
    assert kinds(gathered)["ann/matmul.py"] == "unwritten"
    line = next(n for n in gathered.not_graded if n.kind == "unwritten")
    assert work in line.reason["en"] and (line.student, line.assignment) == ("ann", "matmul")


def test_outputs_do_not_make_a_notebook_too_large(tmp_path):
    data = json.loads(notebook())
    data["cells"][-1]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": "x" * (6 << 20)}
    ]
    long = json.loads(notebook("# " + "x" * (5 << 20) + "\n" + DOT))
    plant(
        tmp_path,
        {
            "ann/matmul.ipynb": json.dumps(data),
            "bob/matmul.ipynb": json.dumps(long),
            "cy/matmul.ipynb": b" " * (16 << 20) + b"{}",
        },
    )
    gathered = gather(tmp_path, COURSE)
    assert pairs(gathered) == [("ann", "matmul")]
    assert {n.kind for n in gathered.not_graded} == {"too-large"}
    assert DOT in read_found(gathered.found[0]).cells[-1].source


@LINUX
@pytest.mark.parametrize("below", [True, False])
def test_links_pipes_and_loops_on_disk_are_not_followed(tmp_path, monkeypatch, below):
    monkeypatch.setattr(disk, "_BELOW", below)  # False: as on Windows
    root = plant(tmp_path / "in", ["ann/matmul.py", "bob/keep.txt"])
    secret = plant(
        tmp_path / "out", {"secret.py": "SECRET = 1\ndef dot(): pass\n", "d/matmul.py": DOT}
    )
    (root / "bob" / "matmul.py").symlink_to(secret / "secret.py")
    (root / "bob" / "losses.py").symlink_to(root / "ann" / "matmul.py")
    (root / "cy").symlink_to(secret / "d", target_is_directory=True)
    (root / "ann" / "loop").symlink_to(root, target_is_directory=True)
    (root / "ann" / "gone.py").symlink_to(tmp_path / "nowhere")
    os.mkfifo(root / "bob" / "metrics.py")
    with socket.socket(socket.AF_UNIX) as unix:
        try:
            unix.bind(str(root / "bob" / "neuron.py"))
        except OSError:
            (root / "bob" / "neuron.py").symlink_to("matmul.py")
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("ann", "matmul")]
    got = kinds(gathered)
    for name in ("bob/matmul.py", "bob/losses.py", "cy", "ann/loop", "ann/gone.py"):
        assert got[name] == "symlink", name
    assert got["bob/metrics.py"] == "special"
    assert got["bob/neuron.py"] in {"special", "symlink"}


@LINUX
@pytest.mark.parametrize("below", [True, False])
def test_a_file_that_changes_into_a_link_is_refused_when_read(tmp_path, monkeypatch, below):
    monkeypatch.setattr(disk, "_BELOW", below)
    secret = plant(tmp_path / "out", {"matmul.py": "SECRET = 1\n"})
    root = plant(
        tmp_path / "in", ["ann/matmul.py", "bob/matmul.py", "cy/matmul.py", "dan/matmul.py"]
    )
    ann, bob, cy, dan = gather(root, COURSE).found
    (root / "ann" / "matmul.py").unlink()
    (root / "ann" / "matmul.py").symlink_to(secret / "matmul.py")
    (root / "bob" / "matmul.py").unlink()
    (root / "bob").rmdir()
    (root / "bob").symlink_to(secret, target_is_directory=True)
    (root / "cy" / "matmul.py").unlink()
    (root / "dan" / "matmul.py").write_bytes(b"x" * (5 << 20))
    for found in (ann, bob, cy, dan):
        with pytest.raises(SubmissionError) as caught:
            read_found(found)
        assert found.source.shown in caught.value.text["zh-TW"] and "SECRET" not in str(
            caught.value
        )


@LINUX
def test_what_may_not_be_read(tmp_path, monkeypatch):
    root = plant(tmp_path, ["ann/matmul.py", "bob/matmul.py"])
    real = os.open

    def forbidding(path, *args, **options):  # root may read everything: refused for it too
        if path == "bob" or (path == "matmul.py" and options.get("dir_fd") is not None):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **options)

    monkeypatch.setattr("grader.intake.disk.os.open", forbidding)
    gathered = gather(root, COURSE)
    assert kinds(gathered) == {"ann/matmul.py": "unreadable", "bob": "unreadable"}
    assert "Permission denied" in gathered.not_graded[0].reason["en"]


def test_a_file_that_vanishes_during_the_scan(tmp_path, monkeypatch):
    root = plant(tmp_path, ["ann/matmul.py", "bob/matmul.py"])
    real = disk.open_file

    def vanishing(where: str, parts: tuple[str, ...]) -> object:
        if parts[0] == "ann":
            (root / "ann" / "matmul.py").unlink(missing_ok=True)
        return real(where, parts)

    monkeypatch.setattr(file_reading, "open_file", vanishing)
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("bob", "matmul")]
    assert kinds(gathered) == {"ann/matmul.py": "unreadable"}


def test_unsafe_members_are_named_and_nothing_is_written(tmp_path):
    root = zipped(
        tmp_path / "in" / "z.zip",
        {
            "../../ann/matmul.py": DOT,
            "/etc/matmul.py": DOT,
            "C:/x/matmul.py": DOT,
            "..\\bob\\matmul.py": DOT,
            "ok/../../matmul.py": DOT,
            "ann/matmul.py": DOT,
            member("cy/matmul.py", mode=0o120777): "/etc/passwd",
            member("dan/matmul.py", mode=0o010644): "",
            "eve\\matmul.py": DOT,
        },
    )
    before = sorted(p for p in tmp_path.rglob("*"))
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("eve", "matmul")]
    assert (
        sorted(n.kind for n in gathered.not_graded) == ["special", "symlink"] + ["unsafe-path"] * 5
    )
    assert sorted(p for p in tmp_path.rglob("*")) == before
    shown = {n.where for n in gathered.not_graded}
    assert "../../ann/matmul.py" in shown and "/etc/matmul.py" in shown


@pytest.mark.slow
def test_bombs(tmp_path):
    big = packed({"matmul.py": b"#" * (40 << 20)})
    root = zipped(
        tmp_path / "z.zip",
        {
            "ann/matmul.py": DOT,
            "bob.zip": big,
            "cy/matmul.py": os.urandom(64) * 90_000,
            "dan.zip": packed({"matmul.zip": b"\0" * (65 << 20)}),
        },
    )
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("ann", "matmul")]
    assert kinds(gathered)["bob.zip/matmul.py"] == "bomb"
    assert kinds(gathered)["cy/matmul.py"] in {"bomb", "too-large"}
    assert kinds(gathered)["dan.zip/matmul.zip"] in {"bomb", "nested"}


def lying(data: bytes, **changes: int) -> bytes:
    """A zip of one file with other numbers in its directory."""
    at = data.rfind(b"PK\1\2")
    offsets = {
        "method": (10, "<H"),
        "flags": (8, "<H"),
        "crc": (16, "<L"),
        "packed": (20, "<L"),
        "plain": (24, "<L"),
        "offset": (42, "<L"),
    }
    out = bytearray(data)
    for name, value in changes.items():
        struct.pack_into(offsets[name][1], out, at + offsets[name][0], value)
    return bytes(out)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"crc": 1}, "bad-archive"),
        ({"method": 12}, "bad-archive"),
        ({"packed": 5}, "bad-archive"),
        ({"packed": 2**31}, None),
        ({"offset": 7}, "bad-archive"),
        ({"flags": 1}, "encrypted"),
        ({"plain": 10}, None),
        ({"plain": 2**31}, None),
    ],
)
def test_a_zip_that_lies_about_a_file(tmp_path, changes, kind):
    data = lying(packed({"ann/matmul.py": DOT}), **changes)
    (tmp_path / "z.zip").write_bytes(data)
    gathered = gather(tmp_path / "z.zip", COURSE)
    assert [n.kind for n in gathered.not_graded] == ([kind] if kind else [])
    assert len(gathered.found) == (0 if kind else 1)


def test_members_that_overlap_are_refused(tmp_path):
    whole = packed({"ann/matmul.py": DOT, "bob/matmul.py": DOT, "cy/matmul.py": DOT})
    first = whole.find(b"PK\1\2")
    second = whole.find(b"PK\1\2", first + 4)
    out = bytearray(whole)
    struct.pack_into("<L", out, second + 42, 0)
    (tmp_path / "z.zip").write_bytes(bytes(out))
    gathered = gather(tmp_path / "z.zip", COURSE)
    assert pairs(gathered) == [("cy", "matmul")]
    assert kinds(gathered) == {"ann/matmul.py": "overlap", "bob/matmul.py": "overlap"}


def test_what_one_student_unpacks_is_limited_and_costs_nobody_else(tmp_path, monkeypatch):
    monkeypatch.setattr(gathering, "_MOST_UNPACKED", 64 << 10)
    files: dict[str | bytes | zipfile.ZipInfo, str] = {
        f"ann/matmul({i}).py": DOT + "#" * (3 << 10) for i in range(30)
    }
    root = zipped(tmp_path / "z.zip", {**files, "bob/matmul.py": DOT})
    gathered = gather(root, COURSE)
    assert pairs(gathered) == [("ann", "matmul"), ("bob", "matmul")]
    why = [n.kind for n in gathered.not_graded]
    assert len(why) == 29 and why.count("bomb") == 9
    assert {n.student for n in gathered.not_graded} == {"ann"}


def test_two_members_of_one_name(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ann/matmul.py", "def dot(): return 1\n")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("ann/matmul.py", "def dot(): return 2\n")
    (tmp_path / "z.zip").write_bytes(buffer.getvalue())
    gathered = gather(tmp_path / "z.zip", COURSE)
    assert "return 2" in read_found(gathered.found[0]).cells[0].source
    assert [n.kind for n in gathered.not_graded] == ["duplicate"]


def test_names_that_differ_only_in_case(tmp_path):
    root = zipped(
        tmp_path / "z.zip", {"ann/matmul.py": DOT, "ann/MATMUL.PY": DOT + "#", "Ann/matmul.py": DOT}
    )
    gathered = gather(root, COURSE)
    assert [f.student for f in gathered.found] == ["Ann", "ann"]
    assert all("differs from yours only in case" in f.notes[-1]["en"] for f in gathered.found)
    assert [w.kind for w in gathered.warnings] == ["similar-ids"] * 2
    assert [n.kind for n in gathered.not_graded] == ["superseded"]


def test_names_in_every_encoding(tmp_path):
    nfd = unicodedata.normalize("NFD", "Nguyễn")
    root = zipped(
        tmp_path / "z.zip",
        [
            "王小明_1_assignsubmission_file_/matmul.py".encode("cp950"),
            "李美玲_2_assignsubmission_file_/matmul.py".encode(),
            b"Ren\x82_3_assignsubmission_file_/matmul.py",
            f"{nfd}_4_assignsubmission_file_/matmul.py",
        ],
    )
    students = {f.student for f in gather(root, COURSE).found}
    assert students == {"王小明", "李美玲", "René", unicodedata.normalize("NFC", "Nguyễn")}


@LINUX
def test_a_big5_name_on_disk(tmp_path):
    folder = os.fsencode(tmp_path) + b"/" + "王小明".encode("cp950")
    try:
        os.mkdir(folder)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    with open(folder + b"/matmul.py", "w") as file:
        file.write(DOT)
    found = one(tmp_path)
    assert found.student == "王小明" and read_found(found).cells[0].source == DOT
    assert read_found(pickle.loads(pickle.dumps(found))) == read_found(found)


def test_names_that_do_not_print_are_shown_escaped(tmp_path):
    names = ["a\nb", "a\0b", "a\u202eyp.x", "a\x1b[31m", "a\\u202eyp.x" if os.sep == "/" else "z"]
    root = zipped(tmp_path / "z.zip", [f"{n}/matmul.py".encode() for n in names])
    gathered = gather(root, COURSE)
    # A backslash separates folders in a zip, as Windows' own packers wrote it.
    for text in [f.student for f in gathered.found] + [f.source.shown for f in gathered.found]:
        assert text.isprintable() and "\u202e" not in text
    assert {"a\\x0ab", "a\\x00b", "a\\u202eyp.x", "a\\x1b[31m"} < {
        f.student for f in gathered.found
    }
    assert printable("a\\b") == "a\\\\b" and printable("王 é") == "王 é"


def many_members(count: int) -> bytes:
    """A zip of empty files s/0, s/1 …, with a zip64 end: written here because that is quick."""
    header = struct.Struct("<4s4B4H3L5H2L")
    local = b"PK\3\4" + bytes(22) + struct.pack("<HH", 1, 0) + b"x"
    directory = bytearray()
    for i in range(count):
        name = f"s/{i}".encode()
        at = i * len(local)
        directory += header.pack(
            b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, at
        )
        directory += name
    size, start = len(directory), count * len(local)
    end = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
    end += struct.pack("<4sLQL", b"PK\6\7", 0, start + size, 1)
    end += struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, size, start, 0)
    return local * count + bytes(directory) + end


@pytest.mark.slow
def test_very_many_members(tmp_path):
    (tmp_path / "big.zip").write_bytes(many_members(40_000))
    gathered = gather(tmp_path / "big.zip", COURSE)
    assert len(gathered.not_graded) == 40_000 and not gathered.found
    too_many = zipped(tmp_path / "o.zip", {"ann.zip": many_members(10_001), "bob/matmul.py": DOT})
    gathered = gather(too_many, COURSE)
    assert pairs(gathered) == [("bob", "matmul")] and kinds(gathered) == {"ann.zip": "too-many"}


@pytest.mark.slow
def test_deep_trees(tmp_path):
    deep = "hw1/" * 3000
    root = zipped(
        tmp_path / "z.zip",
        {f"{deep}matmul.py": DOT, "ann/matmul.py": DOT, "a/" * 4000 + "matmul.py": DOT},
    )
    gathered = gather(root, COURSE)
    assert len(gathered.found) + len(gathered.not_graded) == 3
    plant(tmp_path / "in", ["ann/matmul.py", "bob/" + "d/" * 30 + "matmul.py"])
    assert [n.kind for n in gather(tmp_path / "in", COURSE).not_graded] == ["too-deep"]


@pytest.mark.parametrize("name", ["nothing", "x.tar.gz", "bad.zip"])
def test_a_root_that_cannot_be_read_is_one_sentence(tmp_path, name):
    if name != "nothing":
        (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(UsageError) as caught:
        gather(tmp_path / name, COURSE)
    assert name in caught.value.text["zh-TW"] and name in caught.value.text["en"]
    with pytest.raises(UsageError):
        gather(tmp_path, COURSE, assignments=["nosuch"])


def test_a_zip_without_a_suffix_is_a_zip(tmp_path):
    root = zipped(tmp_path / "download", ["ann/matmul.py", "bob/matmul.py"])
    assert pairs(gather(root, COURSE)) == [("ann", "matmul"), ("bob", "matmul")]


def test_skipped_folders_are_not_looked_into(tmp_path):
    plant(tmp_path, ["ann/matmul.py", "results/bob/matmul.py"])
    assert pairs(gather(tmp_path, COURSE, skip=[tmp_path / "results"])) == [("ann", "matmul")]


def test_every_reason_is_said_in_both_languages():
    for kind in REASONS:
        text = reason(kind)
        assert text["zh-TW"] and text["en"] and text["zh-TW"] != text["en"]


# ------------------------------------------------------------------------ roster


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950", "utf-16"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_rosters_in_every_encoding(tmp_path, encoding, comma):
    rows = [
        ["學號", "姓名", "電子郵件"],
        ["B1", "王小明", "ming@example.edu"],
        ["B2", "李美玲", ""],
    ]
    path = tmp_path / "r.csv"
    path.write_bytes("\r\n".join(comma.join(r) for r in rows).encode(encoding))
    people = read_roster(path).people
    assert people == (Person("B1", "王小明", "ming@example.edu"), Person("B2", "李美玲"))


@pytest.mark.parametrize(
    ("header", "row", "person"),
    [
        ("student_id,name", "B1,王小明", Person("B1", "王小明")),
        ("Username,First name,Surname", "ann,Ann,Lee", Person("ann", "Ann Lee")),
        ("帳號,姓,名", "B1,王,小明", Person("B1", "王小明")),
        ("email", "a@b.tw", Person("a@b.tw", None, "a@b.tw")),
        ("學號 / Student ID,Name", "B1,Ann", Person("B1", "Ann")),
        (
            "Student,ID,SIS User ID,SIS Login ID,Section",
            '"Lee, Ann",77,B1,ann,A',
            Person("B1", "Lee, Ann", None, ("ann", "77")),
        ),
    ],
)
def test_rosters_from_everywhere(tmp_path, header, row, person):
    path = tmp_path / "r.csv"
    path.write_text(f"{header}\n{row}\n\n", encoding="utf-8")
    assert read_roster(path).people == (person,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("foo,bar\n1,2\n", "foo、bar"),
        ("id,name\n", "no student"),
        ("id,name\n1,a\n1,b\n", "lines 2 and 3"),
        ("id,name\n1,a\n,b\n", "line 3"),
        ("PK\x03\x04", "save it as CSV"),
    ],
)
def test_a_wrong_roster_is_one_sentence(tmp_path, text, said):
    path = tmp_path / "r.csv"
    path.write_bytes(text.encode())
    with pytest.raises(UsageError) as caught:
        read_roster(path)
    assert (
        said in caught.value.text["en"]
        and str(path) in caught.value.text["zh-TW"]
        and caught.value.exit_code == 2
    )
    with pytest.raises(UsageError):
        read_roster(tmp_path / "missing.csv")
    path.write_bytes(b"id\n\xff\xff\xff\n")
    with pytest.raises(UsageError):
        read_roster(path)


def test_students_are_matched_with_the_roster(tmp_path):
    people = Roster(
        (
            Person("B1", "王小明", "ming@example.edu", ("77",)),
            Person("B2", "李美玲"),
            Person("B3", "Ann Lee", "ann@example.edu"),
            Person("B4", "Bob Orr"),
            Person("B5", "陳一"),
            Person("B6", "陳二"),
            Person("B7", "張三", None, ("88",)),
        )
    )
    plant(
        tmp_path / "in",
        [
            "b1/matmul.py",
            "李美玲/matmul.py",
            "B5_陳一/matmul.py",
            "stranger/matmul.py",
            "ann@example.edu/matmul.py",
        ],
    )
    zipped(tmp_path / "in" / "canvas.zip", ["orrbob_12_345_matmul.py", "zhang_88_346_matmul.py"])
    gathered = gather(tmp_path / "in", COURSE, roster=people)
    assert [(f.student, f.name) for f in gathered.found] == [
        ("B1", "王小明"),
        ("B2", "李美玲"),
        ("B3", "Ann Lee"),
        ("B4", "Bob Orr"),
        ("B5", "陳一"),
        ("B7", "張三"),
        ("stranger", None),
    ]
    assert [(w.student, w.kind) for w in gathered.warnings] == [
        (None, "download-beside"),
        ("stranger", "not-on-roster"),
    ]
    assert [(a.student, a.assignment) for a in gathered.absent] == [("B6", "matmul")]


def test_ambiguous_students_are_matched_to_nobody(tmp_path):
    plant(tmp_path, ["王小明/matmul.py", "x/matmul.py"])
    gathered = gather(tmp_path, COURSE, roster=roster(("B1", "王小明"), ("B2", "王小明")))
    assert [f.student for f in gathered.found] == ["x", "王小明"]
    assert sorted(w.kind for w in gathered.warnings) == ["ambiguous", "not-on-roster"]


def test_absent_students_show_what_they_handed_in_instead(tmp_path):
    plant(
        tmp_path,
        {"B1/matmul.py": DOT, "B2/matmul.py": "", "B2/report.pdf": b"x", "B3/losses.py": DOT},
    )
    people = roster(("B1", None), ("B2", "李美玲"), ("B3", None), ("B4", None))
    absent = gather(tmp_path, COURSE, roster=people, assignments=["matmul"]).absent
    assert [(a.student, a.instead) for a in absent] == [
        ("B2", ("B2/matmul.py", "B2/report.pdf")),
        ("B3", ()),
        ("B4", ()),
    ]
    assert len(gather(tmp_path, COURSE, roster=people).absent) == 6
    (tmp_path / "B4").mkdir()
    (tmp_path / "B4" / "neuron.py").write_bytes(b"")
    absent = gather(tmp_path, COURSE, roster=people).absent
    assert [a.student for a in absent if a.assignment == "neuron"] == ["B1", "B2", "B3", "B4"]


def test_the_roster_says_what_a_folder_is(tmp_path):
    plant(tmp_path, ["week/B1/matmul.py", "other/B2/matmul.py", "other/B1/losses.py"])
    gathered = gather(tmp_path, COURSE, roster=roster(("B1", None), ("B2", None)))
    assert pairs(gathered) == [("B1", "losses"), ("B1", "matmul"), ("B2", "matmul")]


def test_a_strangers_folder_cannot_speak_for_those_on_the_roster(tmp_path):
    plant(tmp_path, ["B1/matmul.py", "stranger/B2/matmul.py"])
    gathered = gather(tmp_path, COURSE, roster=roster(("B1", None), ("B2", None)))
    assert pairs(gathered) == [("B1", "matmul"), ("stranger", "matmul")]
    assert [a.student for a in gathered.absent] == ["B2"]


# ------------------------------------------------------------------------ file names


def fold(name: str) -> str:
    return unicodedata.normalize("NFD", name).casefold()


@pytest.mark.slow
@given(st.sets(st.text(max_size=80), max_size=12))
@QUICK
def test_safe_names_are_injective_and_portable(students):
    names = safe_names(students)
    assert set(names) == students
    assert len({fold(n) for n in names.values()}) == len(students)
    for name in names.values():
        assert 0 < len(name.encode("utf-8")) <= 230
        assert not set(name) & set('<>:"/\\|?*') and name.isprintable()
        assert name == name.strip() and not name.endswith(".") and not name.startswith((".", "-"))
        assert name.split(".")[0].split("~")[0].strip().upper() not in {
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "COM1",
        }


AWKWARD = [
    "CON",
    "con",
    "con.txt",
    "aux .py",
    "COM¹",
    "a.",
    "a",
    "A",
    "a ",
    "ａ",
    "ß",
    "ss",
    "ﬁ",
    "fi",
    "..",
    ".",
    "/",
    "\\",
    "a/b",
    "a:b",
    "a~0123abcd",
    "é",
    "e\u0301",
    "\u202ea",
    "王小明",
    "İ",
    "i̇",
    "-rf",
    "~",
    "a\0",
    "\ud800",
]


def test_safe_names_of_awkward_students():
    names = safe_names(AWKWARD)
    assert len({fold(n) for n in names.values()}) == len(AWKWARD)
    assert names["王小明"] == "王小明" == safe_name("王小明")
    assert names["con"].startswith("_con~") and names["A"] != "A"
    chosen = safe_name("a:b")
    assert names["a:b"] == chosen and safe_names(reversed(AWKWARD)) == names


# ------------------------------------------------------------------------ all in all

PARTS = st.sampled_from(
    [
        "ann",
        "Bob",
        "王小明",
        "matmul",
        "submitted",
        "hw1",
        "x_1_assignsubmission_file_",
        "a_12_345_matmul.py",
        "submission_1",
        "b+matmul+2026-03-01 10:00:00 UTC",
        ".git",
        "week 2",
    ]
)
LEAVES = st.sampled_from(
    [
        "matmul.py",
        "matmul.ipynb",
        "losses.py",
        "ann_matmul-1.py",
        "a.pdf",
        "x.py",
        "matmul(1).py",
        ".DS_Store",
        "b.zip",
        "c.tar.gz",
        "timestamp.txt",
        "li_LATE_12_345_matmul.py",
        "y_2_assignsubmission_file_losses.py",
        "submission_metadata.yml",
        "Copy of losses.ipynb",
    ]
)
CONTENT = st.sampled_from([DOT, RELU, "", "x = 1\n", notebook(), GRADESCOPE, b"\0\xff\xfe", "{}"])
FILES = st.dictionaries(
    st.builds(
        lambda folders, leaf: "/".join([*folders, leaf]), st.lists(PARTS, max_size=3), LEAVES
    ),
    CONTENT,
    max_size=12,
)


def possible(files: Mapping[str, object]) -> bool:
    """No file is also another's folder."""
    return not any(f"{a}/" == b[: len(a) + 1] for a in files for b in files)


def shares(gathered) -> list[str]:
    """Every file that is in `found` or in `not_graded`, as often as it is (a group's once)."""
    graded = sorted({f.source.shown for f in gathered.found})
    left = [n.where for n in gathered.not_graded if n.kind not in {"junk", "metadata"}]
    return graded + left


@pytest.mark.slow
@given(files=FILES.filter(possible), seed=st.integers(0, 3), listed=st.booleans())
@QUICK
def test_every_file_is_found_or_not_graded_exactly_once(tmp_path_factory, files, seed, listed):
    tmp = tmp_path_factory.mktemp("g")
    tree, archive = both(tmp, files)
    tree.mkdir(exist_ok=True)
    people = roster(("ann", "王小明"), ("li", None)) if listed else None
    for root in [tree, archive] if files else [tree]:
        gathered = gather(root, COURSE, roster=people)
        grouped = sum(n.count for n in gathered.not_graded if n.kind in {"junk", "metadata"})
        every = shares(gathered)
        hidden = {f.split(".git/")[0] + ".git" for f in files if ".git/" in f}
        inside = [f for f in files if ".git/" in f]
        lost = len(inside) - len(hidden) if root == tree else 0
        assert len(every) == len(set(every))
        assert len(every) + grouped + lost == len(files)
        assert set(every) <= set(files)
        assert gathered == pickle.loads(pickle.dumps(gathered))
        keys = [(f.student, f.assignment) for f in gathered.found]
        assert keys == sorted(set(keys))
        shuffled = list(files.items())
        random.Random(seed).shuffle(shuffled)
        if root == archive:
            again = gather(
                zipped(tmp / "again" / "tree.zip", dict(shuffled)), COURSE, roster=people
            )
            assert [(f.student, f.assignment, f.file) for f in again.found] == [
                (f.student, f.assignment, f.file) for f in gathered.found
            ]


@given(st.data())
@QUICK
def test_a_damaged_zip_never_raises_anything_else(tmp_path_factory, data):
    whole = bytearray(
        packed({"ann/matmul.py": DOT, "b.zip": packed(["matmul.py"]), "c/losses.py": DOT})
    )
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(whole) - 60, len(whole)))
    path = tmp_path_factory.mktemp("z") / "z.zip"
    path.write_bytes(bytes(whole[:cut]))
    try:
        gathered = gather(path, COURSE)
    except UsageError:
        return
    for found in gathered.found:
        assert read_found(found).cells


@pytest.mark.slow
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), st.binary(max_size=99)
    )
)
@QUICK
def test_members_are_those_that_zipfile_sees(files):
    safe = {n.replace("\0", "0").replace("\\", "_").lstrip("/") or "x": c for n, c in files.items()}
    data = packed({n: c for n, c in safe.items() if not n.endswith("/")})
    mine = [m.name for m in members(io.BytesIO(b"MZ prefix" + data), limit=999)]
    assert mine == [i.filename for i in zipfile.ZipFile(io.BytesIO(data)).infolist()]


def test_small_parts():
    assert file_name("作業".encode("cp950")) == "作業" and file_name(b"\xff") == "\xa0"
    assert tidy("  e\u0301 ") == "é" and len(tidy("x" * 999)) == 100
    assert tidy("x" * 999) != tidy("x" * 998)
    refused = pickle.loads(pickle.dumps(Refused("too-large", limit=4)))
    assert (refused.kind, refused.values) == ("too-large", {"limit": 4})
    assert isinstance(COURSE.root, Path)
