"""Reading what a student hands in, whatever it was saved with."""

import json

import pytest

from grader.course.load import find_course
from grader.course.percent import notebook
from grader.intake.student_file import decode, read_submission
from grader.model.errors import SubmissionError

TEXT = "# 矩陣乘法\ndef dot(u, v):\n    return 0\n"
COURSE = find_course()


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (TEXT.encode(), False),
        (TEXT.replace("\n", "\r\n").encode(), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.encode("utf-16"), True),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("cp950"), True),
        (("# -*- coding: big5 -*-\n" + TEXT).encode("big5"), True),
        (("# -*- coding: nonsense -*-\n" + TEXT).encode(), False),
        (("# -*- coding: utf-8 -*-\n" + TEXT).encode("cp950"), True),
    ],
)
def test_every_encoding_gives_the_same_text(data, noted):
    text, notes = decode(data, "dot.py")
    assert text.endswith(TEXT)
    assert bool(notes) is noted


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xff" * 10, b"\xff\xfe\xfd", bytes(range(128, 256))]
)
def test_what_is_not_text_is_refused_in_a_sentence(data):
    with pytest.raises(SubmissionError, match=r"dot\.py"):
        decode(data, "dot.py")


def test_which_assignment(tmp_path):
    for name in ("matmul.py", "王小明_matmul_v2.py", "B0901 matmul.py"):
        path = tmp_path / name
        path.write_text(TEXT, encoding="utf-8")
        assert read_submission(path, COURSE).assignment == "matmul"
    path = tmp_path / "homework.py"
    path.write_text("def bce(y, p): ...\ndef mse(y, p): ...\n", encoding="utf-8")
    assert read_submission(path, COURSE).assignment == "losses"
    path.write_text("print(1)\n", encoding="utf-8")
    with pytest.raises(SubmissionError, match="--assignment"):
        read_submission(path, COURSE)
    assert read_submission(path, COURSE, assignment="metrics").assignment == "metrics"


def test_notebook_cells(tmp_path):
    path = tmp_path / "matmul.ipynb"
    document = json.loads(notebook("# %%\nimport numpy as np\n\n# %%\n" + TEXT, "matmul"))
    document["cells"].append(
        {
            "cell_type": "code",
            "id": "x",
            "metadata": {"nbgrader": {"grade": True, "solution": False}},
            "source": "assert dot([1], [1]) == 1",
            "outputs": [],
            "execution_count": None,
        }
    )
    path.write_text(json.dumps(document), encoding="utf-8")
    submission = read_submission(path, COURSE)
    assert [c.label for c in submission.cells] == ["cell 1", "cell 2"]
    path.write_text('{"cells": [', encoding="utf-8")
    with pytest.raises(SubmissionError, match="not a whole notebook"):
        read_submission(path, COURSE)


def test_missing_empty_and_huge(tmp_path):
    with pytest.raises(SubmissionError, match="not a file"):
        read_submission(tmp_path / "matmul.py", COURSE)
    empty = tmp_path / "matmul.py"
    empty.write_bytes(b"")
    assert read_submission(empty, COURSE).cells[0].source == ""
    empty.write_bytes(b"#" * (5 << 20))
    with pytest.raises(SubmissionError, match="too large"):
        read_submission(empty, COURSE)
