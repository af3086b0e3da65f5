"""Scores into the sheets of Canvas and Moodle: the right cell or none, all else as it was."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from grading import ROOT, grade_cli, reference
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.bridges.gradebook.feedback_column import BEGIN, END, merged
from grader.bridges.gradebook.headings import layout_of
from grader.bridges.gradebook.sheet import GradeSheet, decimal_comma, number_of, parse
from grader.bridges.gradebook.sheet_people import GradedStudent, matched

STUB = (ROOT / "assignments/matmul/matmul.py").read_text(encoding="utf-8")
MANIFEST = ROOT / "solutions" / "matmul" / "manifest.toml"
PARTLY = reference("matmul").replace("raise ValueError", "raise KeyError")
CLASS = {
    "王小明_1001_assignsubmission_file_": reference("matmul"),
    "李美玲_1002_assignsubmission_file_": PARTLY,
    "王小明_1003_assignsubmission_file_": STUB,
    "=SUM(A1)_1004_assignsubmission_file_": PARTLY,
    "劉雅婷_1005_assignsubmission_file_": PARTLY,
}
WORKSHEET = (
    "識別碼,完整名稱,電子郵件信箱,狀態,成績,最高成績,分數可以被更改,"
    "最後修改的(作業),最後修改的(得分),評語回饋\r\n"
    "參與者1001,王小明,a@x.edu.tw,已繳交，等待評分中,,50.00,是,2026年 03月 1日,-,\r\n"
    "參與者1002,李美玲,b@x.edu.tw,已繳交，等待評分中,12.50,50.00,是,-,-,"
    '"<p>做得不錯，""繼續""</p>"\r\n'
    'Participant 1003,王小明,c@x.edu.tw,"已繳交，等待評分中",,50.00,是,-,-,\r\n'
    "參與者1004,=SUM(A1),d@x.edu.tw,已繳交，等待評分中,,50.00,是,-,-,\r\n"
    "參與者1005,劉雅婷,e@x.edu.tw,已繳交，等待評分中,7.00,50.00,否,-,-,老師寫的\r\n"
    "參與者1006,張缺交,f@x.edu.tw,沒有繳交的作業,,50.00,是,-,-,\r\n"
)


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> Path:
    """A class that was downloaded from Moodle, graded by the real command."""
    folder = tmp_path_factory.mktemp("class")
    for name, source in CLASS.items():
        (folder / "handed-in" / name).mkdir(parents=True)
        (folder / "handed-in" / name / "matmul.py").write_text(source, encoding="utf-8")
    done = grade_cli("batch", "handed-in", "--out", "out", "--course", ROOT, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture(scope="module")
def scores(results) -> dict[str, float]:
    text = (results / "results.csv").read_text(encoding="utf-8-sig")
    return {r["student"].lstrip("'"): float(r["score"]) for r in csv.DictReader(io.StringIO(text))}


def rows(data: bytes | str, delimiter: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    text = data.decode(encoding) if isinstance(data, bytes) else data
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def run(folder: Path, sheet: str | bytes, results: Path, *words: object, code: int = 0):
    path = folder / "成績 表.csv"
    path.write_bytes(sheet.encode() if isinstance(sheet, str) else sheet)
    words = ("gradebook", path.name, "--results", results, "--lang", "en", *words)
    done = grade_cli(*words, cwd=folder)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr + done.stdout
    return done


# --------------------------------------------------------------------------- Moodle's worksheet


@pytest.mark.slow
def test_a_worksheet_is_filled_in(results, scores, tmp_path):
    done = run(tmp_path, WORKSHEET, results)
    before, after = rows(WORKSHEET), rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    assert [row[4] for row in after[1:]] == [
        "50",
        f"{scores['李美玲'] / 2:g}",
        "0",
        f"{scores['=SUM(A1)'] / 2:g}",
        "7.00",
        "",
    ]
    assert [r[:4] + r[5:] for r in after] == [r[:4] + r[5:] for r in before]
    assert "scaled from 100 to the sheet's 50" in done.stdout
    assert f"12.50 → {scores['李美玲'] / 2:g}" in done.stdout
    assert "the sheet says that it cannot be changed" in done.stdout
    assert "參與者1006" not in done.stdout and "張缺交" in done.stdout
    assert (tmp_path / "成績 表.csv").read_bytes() == WORKSHEET.encode()


@pytest.mark.slow
def test_decimal_commas_in_quotes_are_read_and_written(results, scores, tmp_path):
    """Moodle's own export where numbers have commas: the delimiter stays a comma."""
    sheet = (
        WORKSHEET.replace("50.00", '"20,00"').replace("12.50", '"5,50"').replace("7.00", '"3,00"')
    )
    done = run(tmp_path, sheet, results)
    after = rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    expected = f"{scores['李美玲'] / 5:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    assert [row[4] for row in after[1:4]] == ["20", expected, "0"] and after[5][4] == "3,00"
    assert "scaled from 100 to the sheet's 20" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("maximum", ["1,000", "五十"])
def test_a_maximum_that_cannot_be_read_is_not_guessed(results, tmp_path, maximum):
    sheet = WORKSHEET.replace("50.00", f'"{maximum}"').replace("12.50", "").replace("7.00", "")
    done = run(tmp_path, sheet, results)
    after = rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    assert {row[4] for row in after[1:]} == {""}
    assert "maximum cannot be read" in done.stdout
    run(tmp_path, sheet, results, "--max", "50")
    assert rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())[1][4] == "50"


@pytest.mark.parametrize(
    "heading", ["作業: 矩陣運算 (實際分數)", "矩陣運算 (999)", "Assignment: matmul (Real)"]
)
def test_a_title_is_found_behind_what_systems_add(results, tmp_path, heading):
    title = tomllib.loads(MANIFEST.read_text("utf-8"))["title"]["zh-TW"]
    heading = heading.replace("矩陣運算", title)
    sheet = f"學號,姓名,{heading},{heading.split(' (')[0]} (回饋)\nB02,李美玲,-,\n"
    run(tmp_path, sheet, results, "--max", "100", code=1)
    assert rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())[1][2] not in ("-", "")


def test_bytes_of_others_stay_as_they_are(results, tmp_path):
    run(tmp_path, WORKSHEET, results)
    before = WORKSHEET.encode().split(b"\r\n")
    after = (tmp_path / "成績 表-dlgrade.csv").read_bytes().split(b"\r\n")
    assert before[0] == after[0] and before[5:] == after[5:]
    assert b",=SUM(A1)," in after[4]
    assert '"已繳交，等待評分中"'.encode() in after[3]
    assert '"<p>做得不錯，""繼續""</p>"'.encode() in after[2]


@pytest.mark.slow
def test_feedback_is_added_and_never_lost(results, tmp_path):
    run(tmp_path, WORKSHEET, results, "--feedback")
    once = (tmp_path / "成績 表-dlgrade.csv").read_bytes()
    comments = [row[9] for row in rows(once)[1:]]
    assert comments[0].startswith(BEGIN) and comments[0].endswith(END)
    assert comments[1].startswith('<p>做得不錯，"繼續"</p><br>[dlgrade]')
    assert "× dot" in comments[1] and "100 / 100" in comments[0]
    assert comments[4] == "老師寫的" and comments[5] == ""
    run(tmp_path, once, results, "--feedback")
    assert (tmp_path / "成績 表-dlgrade.csv").read_bytes() == once, "the same again changes nothing"


def test_a_grade_that_is_there_can_stay(results, tmp_path):
    done = run(tmp_path, WORKSHEET, results, "--keep")
    after = rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    assert after[2][4] == "12.50"
    assert "Grades left (--keep) (1):" in done.stdout


@pytest.mark.slow
def test_in_place_keeps_a_copy(results, tmp_path):
    for n in range(2):
        run(tmp_path, WORKSHEET, results, "--in-place")
        backup = tmp_path / ("成績 表.csv.bak" if n == 0 else "成績 表.csv.2.bak")
        assert backup.read_bytes() == WORKSHEET.encode()
        assert rows((tmp_path / "成績 表.csv").read_bytes())[1][4] == "50"
    assert not (tmp_path / "成績 表-dlgrade.csv").exists()


def test_two_of_one_name_are_not_guessed(results, tmp_path):
    """Without Moodle's numbers nothing tells the two apart."""
    sheet = re.sub(r"(參與者|Participant )\d+", "x", WORKSHEET)
    done = run(tmp_path, sheet, results, code=1)
    after = rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    assert [after[1][4], after[3][4]] == ["", ""]
    assert "Results without a place: please look (2):" in done.stdout
    assert "more than one may be meant" in done.stdout or "not in the sheet" in done.stdout
    assert "Matched by name alone" in done.stdout


def test_it_works_when_the_submissions_are_gone(results, tmp_path):
    handed_in = results.parent / "handed-in"
    handed_in.rename(results.parent / "elsewhere")
    try:
        done = run(tmp_path, WORKSHEET, results, code=1)
    finally:
        (results.parent / "elsewhere").rename(handed_in)
    assert "is gone, so the LMS's own numbers cannot be used" in done.stderr
    assert rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())[1][4] == ""


# --------------------------------------------------------------------------- Moodle's gradebook

MOODLE = (
    "\ufeff名字;姓氏;學號;電子郵件信箱;作業: matmul (實得分數);作業: matmul (回饋);"
    "作業: matmul (百分比);課程總分 (實得分數);從這一課程的最後下載\n"
    "美玲;李;B02;b@x.edu.tw;-;;-;-;1700000000\n"
    "小明;王;B01;a@x.edu.tw;1,50;寫得好;1,5 %;1,50;1700000000\n"
    "雅婷;劉;B05;e@x.edu.tw;;;;;1700000000"
)


def test_a_moodle_gradebook_with_semicolons_and_decimal_commas(results, scores, tmp_path):
    done = run(tmp_path, MOODLE, results, "--feedback", "--max", "15", code=1)
    data = (tmp_path / "成績 表-dlgrade.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and not data.endswith(b"\n")
    after = rows(data, ";", "utf-8-sig")
    expected = f"{scores['李美玲'] * 0.15:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    assert after[1][4] == expected and "," in expected
    assert after[1][5].startswith(BEGIN)
    # Two students are called 王小明: neither is taken for the one in the sheet.
    assert after[2][4:] == rows(MOODLE, ";")[2][4:]
    assert "scaled from 100 to the sheet's 15" in done.stdout


# --------------------------------------------------------------------------- Canvas's gradebook

CANVAS = (
    'Student,ID,SIS User ID,SIS Login ID,Section,Notes,"HW1, matmul (101)",Other (102),'
    "Assignments Current Score,Final Score\n"
    ",,,,,,Manual Posting,,,\n"
    "    Points Possible,,,,,,20,5,(read only),(read only)\n"
    '"小明, 王",501,b01,王小明_1001,DL,"a\nb",,1,10,10\n'
    '"美玲, 李",502,b02,b02@x.edu.tw,DL,,,2,10,10\n'
    '"劉雅婷",503,b05,劉雅婷,DL,,EX,3,10,10\n'
    '"Student, Test",599,,,DL,,,,,\n'
)


def test_a_canvas_gradebook_is_filled_in(results, tmp_path):
    done = run(tmp_path, CANVAS, results, code=1)
    before, after = rows(CANVAS), rows((tmp_path / "成績 表-dlgrade.csv").read_bytes())
    assert after[3][6] == "20", "by account, scaled to 20"
    assert after[4][6] != "" and "Matched by name alone" in done.stdout
    assert after[5][6] == "EX" and "no number; left as it is" in done.stdout
    assert [r[:6] + r[7:] for r in after] == [r[:6] + r[7:] for r in before]
    assert after[1] == before[1] and after[6] == before[6]
    assert "upload: Canvas" in done.stderr


def test_canvas_says_that_it_has_no_feedback_column(results, tmp_path):
    done = run(tmp_path, CANVAS, results, "--feedback", code=2)
    assert "no column for feedback" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950"])
def test_encodings_are_kept(results, tmp_path, encoding):
    data = CANVAS.replace(",", "\t").encode(encoding)
    run(tmp_path, data, results, "--column", "HW1\t matmul", code=1)
    after = (tmp_path / "成績 表-dlgrade.csv").read_bytes()
    assert (
        after.decode(encoding).replace("\t20\t1\t", "\t\t1\t").split("\n")[:4]
        == (data.decode(encoding).split("\n")[:4])
    )
    assert after[:2] == data[:2]


# --------------------------------------------------------------------------- what is wrong


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sheet", "words", "said"),
    [
        (WORKSHEET, ("--assignment", "losses"), "no results for losses"),
        (CANVAS, ("--column", "Nothing"), "no column Nothing for grades; there are: HW1"),
        (CANVAS, ("--column", "Final Score"), "no column Final Score for grades"),
        (CANVAS.replace("matmul", "first"), (), "name it with --column ASSIGNMENT=NAME"),
        (CANVAS.replace("Other", "matmul again"), (), "Cannot tell which column is for matmul"),
        (WORKSHEET.replace("最高成績", "量尺"), (), "graded on a scale"),
        (WORKSHEET, ("--max", "-1"), "positive number"),
        (WORKSHEET, ("--out", "成績 表.csv"), "--out is the sheet itself"),
        ("a,b\n1,2\n", (), "names no column that tells students"),
        ("\n\n", (), "it is empty"),
        (b"PK\3\4....", (), "it is no CSV"),
        (b"id,grade\n\xff\xff\xff,1\n", (), "its encoding is unknown"),
    ],
)
def test_what_is_wrong_is_said(results, tmp_path, sheet, words, said):
    done = run(tmp_path, sheet, results, *words, code=2)
    assert said in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["成績 表.csv"]


@pytest.mark.slow
def test_no_results_no_sheet(results, tmp_path):
    done = run(tmp_path, WORKSHEET, tmp_path, code=2)
    assert "no results of `grade batch`" in done.stderr
    done = grade_cli("gradebook", "nowhere.csv", "--results", results, cwd=tmp_path)
    assert done.returncode == 2 and "nowhere.csv" in done.stderr


def test_a_result_that_needs_review_is_no_zero(results, tmp_path):
    copy = tmp_path / "out"
    shutil.copytree(results, copy)
    journal = copy / ".store" / "journal.jsonl"
    text = journal.read_text(encoding="utf-8").replace('"graded","L', '"needs-review","L')
    assert "needs-review" in text
    journal.write_text(text, encoding="utf-8")
    run(tmp_path, WORKSHEET, copy, "--feedback")
    assert (tmp_path / "成績 表-dlgrade.csv").read_bytes() == WORKSHEET.encode()


# --------------------------------------------------------------------------- the parts

cells = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\0\ufeff"), st.sampled_from(',;\t"\r\n =')
    ),
    max_size=12,
)
tables = st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=8)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    table=tables,
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_reading_and_writing_is_identity(table, delimiter, encoding, quoting):
    # Python's csv quotes a carriage return only where it is part of what ends a line.
    end = "\r\n" if quoting == csv.QUOTE_MINIMAL else "\n"
    head = ["ID", *["head"] * 9]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([head, *table])
    data = out.getvalue().encode(encoding)
    sheet = parse(data)
    assert sheet is not None and sheet.delimiter == delimiter
    assert sheet.data() == data
    values = [[cell.value for cell in line.cells] for line in sheet.lines]
    assert values == [head, *table]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
@example(b'a,"b\n')
@example(b'a,b"c"\r"d"e,f')
@example("學號,成績\n".encode("cp950"))
def test_whatever_is_read_is_written_back(data):
    sheet = parse(data)
    if sheet is not None:
        assert sheet.data() == data


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(table=tables, value=cells, data=st.data())
def test_one_cell_changes_and_no_other(table, value, data):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["ID", "a", "b", "c", "d", "e", "f"], *table])
    sheet = parse(out.getvalue().encode())
    assert sheet is not None
    row = data.draw(st.integers(1, len(table)))
    column = data.draw(st.integers(0, len(table[row - 1]) - 1))
    sheet.put(sheet.lines[row], column, value)
    table[row - 1][column] = value
    again = parse(sheet.data())
    assert again is not None
    assert [[c.value for c in line.cells] for line in again.lines[1:]] == table


def test_numbers():
    assert number_of(" 7.50 ") == 7.5 and number_of("7,5", comma=True) == 7.5
    assert number_of("7,5") is None and number_of("EX") is None and number_of("nan") is None
    assert decimal_comma(["", "7,5", "-", "8"]) and not decimal_comma(["7.5", "8,5"])
    assert not decimal_comma(["7", "-"]) and not decimal_comma(["1,000", "7,5"])


def test_a_comment_of_ours_is_replaced_and_others_stay():
    ours = f"{BEGIN} 5 {END}"
    assert merged("", ours) == ours == merged("  ", ours)
    assert merged("theirs", ours) == f"theirs<br>{ours}"
    assert merged(f"a {BEGIN} 4<br>x {END} b", ours) == f"a {ours} b"
    assert merged(merged("theirs", f"{BEGIN} 1 {END}"), ours) == f"theirs<br>{ours}"


def sheet_of(text: str) -> GradeSheet:
    sheet = parse(text.encode())
    assert sheet is not None
    return sheet


@pytest.mark.parametrize(
    ("student", "how", "record"),
    [
        (GradedStudent("b1001"), "sure", "B1001"),
        (GradedStudent("B1001_王大文"), "sure", "B1001"),
        (GradedStudent("x", emails=("two@x.edu",)), "sure", "B02"),
        (GradedStudent("two"), "sure", "B02"),
        (GradedStudent("two@x.edu"), "sure", "B02"),
        (GradedStudent("x", users=("13",)), "sure", "B03"),
        (GradedStudent("13"), "none", ""),
        (GradedStudent("x", participants=("13",)), "none", ""),
        (GradedStudent("x", "Ann Lee"), "name", "B03"),
        (GradedStudent("leeann"), "name", "B03"),
        (GradedStudent("x", "Bo Ek"), "several", ""),
        (GradedStudent("b1001", emails=("two@x.edu",)), "several", ""),
        (GradedStudent("nobody"), "none", ""),
    ],
)
def test_who_is_who(student, how, record):
    sheet = sheet_of(
        "Student,ID,SIS User ID,SIS Login ID,Section,A (1)\n"
        '"王, 大文",11,B1001,one@x.edu,S,\n'
        '"Ek, Bo",12,B02,two@x.edu,S,\n'
        '"Lee, Ann",13,B03,three@x.edu,S,\n'
        '"Ek, Bo",14,B04,four@x.edu,S,\n'
    )
    layout = layout_of(sheet)
    assert layout is not None and layout.kind == "canvas"
    match = matched([student], sheet, layout)[student.id]
    assert match.how == how
    if record:
        assert match.lines[0].value(2) == record


def test_two_students_never_share_a_record():
    sheet = sheet_of("學號,姓名,hw\nB01,王小明,\n")
    layout = layout_of(sheet)
    assert layout is not None and layout.kind == "table"
    found = matched([GradedStudent("b01"), GradedStudent("B01")], sheet, layout)
    assert [match.how for match in found.values()] == ["several", "several"]
    found = matched([GradedStudent("B01"), GradedStudent("c", "王小明")], sheet, layout)
    assert [match.how for match in found.values()] == ["sure", "several"]
