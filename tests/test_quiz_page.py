"""The quiz pages as text: no key in what is graded, whole in both languages, one file."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
import re
import struct
import unicodedata
import zlib
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from javascript import run

from grader.language.text import Text
from grader.quiz.authoring import Kind, Layout, Part, Question, Recipe, same
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.numbers import flat, written
from grader.quiz.make.proving import as_entry, language_flaws
from grader.quiz.marking.entries import attempt_from_json
from grader.quiz.marking.keys import key_data
from grader.quiz.marking.marks import mark
from grader.quiz.page.page_words import WORDS
from grader.quiz.page.pages import answers_cell, asking_page, graded_page, practice_page
from grader.quiz.page.prose import block, formula, line
from grader.quiz.port.numpy_code import numpy_cell
from grader.quiz.question.records import Mode, Quiz, Values, Variant
from grader.quiz.question.solving import close, predicted, upto
from grader.quiz.variants.drawing import practice_variant, student_variant
from grader.quiz.variants.pool import Stock
from grader.render.html_page import templates_folder

ROOT = Path(__file__).resolve().parent.parent
QUIZZES = quiz_names(ROOT)
SECRET = b"a secret of sixteen bytes or more"
COURSE = {name: load_quiz(ROOT, name) for name in QUIZZES}
POOLS = {name: quiz_pool(ROOT, quiz) for name, quiz in COURSE.items()}


def graded(name, student="B11230001", attempt=0):
    return student_variant(COURSE[name], POOLS[name], SECRET, student, attempt)


# --------------------------------------------------------------------------- no key


def other(value, part):
    """Another value of the same form."""
    if isinstance(value, tuple):
        return tuple(other(v, part) for v in value)
    if isinstance(value, str):
        return value
    return value + Fraction(173, 8)


def blinded(variant):
    """The same statement with another key: every step's value replaced."""
    asked_all = []
    for asked in variant.asked:
        question = asked.question
        data = {name: asked.values[name] for name in asked.values}
        for step in question.steps:
            part = question.part(step.name)
            if part is not None and part.kind.chosen:
                ids = list(asked.orders[step.name])
                value = data[step.name]
                turned = {id: ids[(i + 1) % len(ids)] for i, id in enumerate(ids)}
                data[step.name] = (
                    tuple(turned[v] for v in value) if isinstance(value, tuple) else turned[value]
                )
            else:
                data[step.name] = other(data[step.name], part)
        asked_all.append(replace(asked, values=Values(data)))
    return replace(variant, asked=tuple(asked_all))


@pytest.mark.parametrize("name", QUIZZES)
def test_a_graded_page_does_not_depend_on_the_key(name):
    for student, attempt in (("B11230001", 0), ("王小明", 2)):
        variant = graded(name, student, attempt)
        assert graded_page(blinded(variant)) == graded_page(variant)
    both = [graded(name, "a"), graded(name, "b")]
    assert asking_page([blinded(v) for v in both]) == asking_page(both)


def encodings(text):
    """The ways to hide a string in a page that we look for."""
    raw = text.encode()
    found = {
        text,
        text[::-1],
        raw.hex(),
        raw.hex().upper(),
        raw[::-1].hex(),
        "".join(f"%{b:02x}" for b in raw),
        "".join(f"%{b:02X}" for b in raw),
        "".join(f"\\x{b:02x}" for b in raw),
        "".join(f"\\u{ord(c):04x}" for c in text),
        "".join(f"&#{ord(c)};" for c in text),
        "".join(f"&#x{ord(c):x};" for c in text),
        ",".join(str(b) for b in raw),
        ", ".join(str(b) for b in raw),
        " ".join(str(b) for b in raw),
        "".join(chr(219 - b) if 97 <= b <= 122 else chr(b) for b in raw),
    }
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + raw).decode()
        found.add(coded[(0, 2, 3)[shift] : len(coded) - (0, 3, 2)[(len(raw) + shift) % 3]])
    return {one for one in found if len(one) >= 4}


def float_encodings(number):
    out = set()
    for form in ("<d", ">d", "<f", ">f"):
        raw = struct.pack(form, float(number))
        if raw.count(0) < len(raw) - 3:
            out |= {raw.hex(), raw.hex().upper(), base64.b64encode(raw).decode().rstrip("=")}
            out.add(",".join(str(b) for b in raw))
    return out


def tell_tales(variant):
    """What would give something away: values with digits enough to be told from other text."""
    for asked in variant.asked:
        question = asked.question
        for part in question.parts:
            values = [asked.key(part)]
            values += [predicted(question, asked.params, part, [m]) for m in upto(question, part)]
            for value in values:
                if value is None or not part.kind.numeric:
                    continue
                for number in flat(value):
                    text = written(number, max(part.decimals, 3)).lstrip("-")
                    if len(text.replace(".", "").lstrip("0")) >= 3:
                        yield text, number
        for mistake in question.mistakes:
            yield mistake.id, None
            yield mistake.text["zh-TW"][:12], None
            yield mistake.text["en"][:24], None
        for hint in question.hints:
            yield hint["zh-TW"][:12], None
        for part in question.parts:
            for option in part.options(asked.values) if part.options else ():
                if option.why:
                    yield option.why["zh-TW"], None
            for item in part.items(asked.values) if part.items else ():
                yield item.why["zh-TW"] or item.id, None


PLOT = re.compile(r"<svg.*?</svg>", re.DOTALL)


@pytest.mark.parametrize("name", QUIZZES)
def test_no_key_in_any_encoding_is_on_a_graded_page(name):
    for student in ("B11230001", "B11230002"):
        variant = graded(name, student)
        page = graded_page(variant)
        shown = re.sub(r"[^0-9.]+", " ", page).split()
        for text, number in set(tell_tales(variant)):
            if number is not None and text in shown:
                # A number of the statement may be equal to one of the key: then it stands there
                # whatever the key is, which the test above shows.
                assert text in re.sub(r"[^0-9.]+", " ", graded_page(blinded(variant))).split()
                continue
            for one in encodings(text):
                # A few characters are found by chance among the coordinates of a plot.
                where = page if len(one) > 6 else PLOT.sub("", page)
                assert one not in where, f"{text} as {one}"
            for one in float_encodings(number) if number is not None else ():
                assert one not in page, f"{number} as {one}"
        for secret in (SECRET.decode(), "DLGRADE_SECRET", "quiz-key", "misconception"):
            assert not any(one in page for one in encodings(secret))


def test_the_hunt_finds_what_is_hidden():
    for hidden in (
        base64.b64encode(b"xx-1.375,").decode(), "2d312e333735", "573.1-", "\\u0031\\u002e\\u0033",
        "45,49,46,51,55,53", "&#45;&#49;&#46;&#51;&#55;&#53;",
    ):  # fmt: skip
        assert any(one in hidden for one in encodings("-1.375") | encodings("1.3")), hidden
    assert any(one in struct.pack("<d", -1.375e-3).hex() for one in float_encodings(-1.375e-3))


@pytest.mark.parametrize("name", QUIZZES)
def test_nothing_on_a_graded_page_is_packed_or_runs_the_marking(name):
    page = graded_page(graded(name))
    longest = max(map(len, re.findall(r"[A-Za-z0-9+/=]{40,}", page)), default=0)
    assert longest <= 64  # the digest of the policy is the longest run of that kind
    for word in ("markQuestion", "mistake", "steps:", "solve(", "hints", "DecompressionStream("):
        assert word not in page.replace("new DecompressionStream(", ""), word


def test_a_practice_variant_has_no_graded_page():
    variant = practice_variant(COURSE["mlp_quiz"], POOLS["mlp_quiz"])
    with pytest.raises(ValueError):
        graded_page(variant)


@pytest.mark.parametrize("name", QUIZZES)
def test_a_practice_page_holds_no_graded_variant(name):
    pool = POOLS[name]
    page = practice_page(COURSE[name], pool, variants=3)
    stock = unpacked(page)
    for question in COURSE[name].questions:
        held = {json.dumps(v["params"], sort_keys=True) for v in stock[question.id]}
        assert len(held) == 2
        for params in pool[question.id].graded:
            asked = held_params(params)
            assert json.dumps(asked, sort_keys=True) not in held


def held_params(params):
    from grader.quiz.page.page_data import encoded

    return {name: encoded(value) for name, value in params.items()}


def unpacked(page):
    packed = re.search(r'<script type="text/plain" id="stock">([^<]+)</script>', page)[1]
    return json.loads(zlib.decompress(base64.b64decode(packed)))


# --------------------------------------------------------------------------- the answers file


@pytest.mark.parametrize("name", QUIZZES)
def test_the_python_cell_writes_an_answers_file_that_earns_everything(name, tmp_path, monkeypatch):
    variant = graded(name, 'O\'Brien "王" s1', 1)
    code = answers_cell(variant, "en")
    for asked in variant.asked:
        for part in asked.question.parts:
            entry = as_entry(asked, part, asked.key(part))
            filled = json.dumps(entry, ensure_ascii=False)
            line_of = re.compile(rf'^    "{asked.question.id}.{part.step}": .*,$', re.MULTILINE)
            code, times = line_of.subn(
                f'    "{asked.question.id}.{part.step}": {filled},'.replace("\\", r"\\"), code
            )
            assert times == 1
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "cell", "exec"), {})
    attempt = attempt_from_json((tmp_path / f"{name}.answers.json").read_bytes())
    assert attempt.student == 'O\'Brien "王" s1' and attempt.number == 1
    marked = mark(variant, attempt)
    assert marked.points == 100 and not marked.doubt and not marked.notes


def test_an_empty_cell_is_an_attempt_of_blanks(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in QUIZZES:
        variant = graded(name)
        exec(compile(answers_cell(variant), "cell", "exec"), {})
        attempt = attempt_from_json((tmp_path / f"{name}.answers.json").read_bytes())
        marked = mark(variant, attempt)
        assert marked.points == 0 and all(m.answer.blank for m in marked.parts), name


# --------------------------------------------------------------------------- one page for a class


def test_the_asking_page_gives_each_student_their_own_statement():
    name = "neuron_quiz"
    students = ["B11230001", "B11230002", "e\u0301tudiant 王"]
    variants = [graded(name, s, 1) for s in students]
    page = asking_page(variants)
    stock = unpacked(page)
    assert len(stock["students"]) == 3
    for student, variant in zip(students, variants, strict=True):
        id = unicodedata.normalize("NFC", student)
        digest = hashlib.sha256(f"{name}\n{id}".encode()).hexdigest()[:32]
        attempt, print_, cell, sheets = stock["students"][digest]
        own = graded_page(variant)
        assert attempt == 1 and print_ in own
        for question, at in zip(COURSE[name].questions, sheets, strict=True):
            assert stock["sheets"][question.id][at].strip() in re.sub(r"\n\s*", "\n", own)
        code = stock["cells"][cell].replace("@student@", json.dumps(id, ensure_ascii=False))
        code = code.replace("@attempt@", "1").replace("@fingerprint@", f'"{print_}"')
        assert code == answers_cell(variant)
        assert student not in page and id not in page


def test_the_digest_in_the_browser_is_sha256():
    source = (templates_folder() / "quiz" / "asking.js").read_text(encoding="utf-8")
    texts = ["", "abc", "quiz\nB11230001", "王小明" * 40, "x" * 55, "x" * 56, "x" * 64, "é" * 100]
    found = run(source.split("const asking =")[0] + "return given.map(digest);", texts)
    assert found == [hashlib.sha256(t.encode()).hexdigest() for t in texts]


def test_an_asking_page_refuses_what_is_not_one_class():
    one = graded("mlp_quiz")
    practice = practice_variant(COURSE["mlp_quiz"], POOLS["mlp_quiz"])
    for variants in ([], [one, one], [one, graded("loss_quiz", "b")], [practice]):
        with pytest.raises(ValueError):
            asking_page(variants)


# --------------------------------------------------------------------------- whole pages


class Reader(HTMLParser):
    """Tags in balance, ids and what refers to them, and everything that would be fetched."""

    VOID = frozenset({"meta", "input", "br", "img", "link", "hr"})

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.refers, self.fetched, self.flaws = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("aria-labelledby", "aria-describedby", "for"):
            self.refers += (given.get(name) or "").split()
        self.fetched += [given[n] for n in ("src", "action") if n in given]
        if "href" in given and not given["href"].startswith("#"):
            self.fetched.append(given["href"])
        if tag == "input" and given.get("type") == "text" and "aria-labelledby" not in given:
            self.refers.append(given["id"] + "?")
        if tag not in self.VOID and not tag.startswith(("poly", "path")):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID and not tag.startswith(("poly", "path")):
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.flaws.append(f"</{tag}> at {self.getpos()}")


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def assert_whole(page):
    reader = read(page)
    assert not reader.flaws and not reader.open
    assert len(set(reader.ids)) == len(reader.ids)
    missing = {r for r in reader.refers if r not in reader.ids} - {"who-id?"}
    assert not missing
    assert not reader.fetched
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    policy = re.search(r"script-src '(sha256-[^']+)'", page)[1]
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(script) == 1
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert policy == f"sha256-{digest}"
    assert "⟨" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize("name", QUIZZES)
def test_pages_are_whole_in_both_languages(name):
    note = Text("十二月一日前交。", "Due on 1 December.")
    for lang in ("zh-TW", "en"):
        page = graded_page(graded(name), lang, note=note)
        assert_whole(page)
        assert note["zh-TW"] in page and note["en"] in page and f'<html lang="{lang}"' in page
        practice = practice_page(COURSE[name], POOLS[name], lang, variants=2)
        assert_whole(practice)
        for question in COURSE[name].questions:
            assert question.title["zh-TW"] in page and question.title["en"] in practice.replace(
                "&#39;", "'"
            )
    assert_whole(asking_page([graded(name), graded(name, "b")]))


@pytest.mark.slow
@pytest.mark.parametrize("name", QUIZZES)
def test_every_sheet_of_a_practice_page_is_whole(name):
    page = practice_page(COURSE[name], POOLS[name], variants=12)
    for held in unpacked(page).values():
        for variant in held:
            for html in (variant["html"], *(w for _, w in variant["worked"])):
                reader = read(html)
                assert not reader.flaws and not reader.open
                assert len(set(reader.ids)) == len(reader.ids)
                assert not {r for r in reader.refers if r not in reader.ids}
                assert "⟨" not in html and "$" not in re.sub(r"<select.*?</select>", "", html)


@pytest.mark.parametrize("name", QUIZZES)
def test_a_page_is_the_same_every_time_and_small_enough_for_a_phone(name):
    one = practice_page(COURSE[name], POOLS[name], variants=3)
    assert one == practice_page(COURSE[name], POOLS[name], variants=3)
    assert graded_page(graded(name)) == graded_page(graded(name))
    assert len(graded_page(graded(name)).encode()) < 200_000
    assert len(one.encode()) < 400_000


def test_a_hostile_name_stays_a_name(tmp_path, monkeypatch):
    name = "</script><img src=x onerror=alert(1)>'\"&{{ 7 * 7 }}<!--"
    variant = graded("metrics_quiz", name)
    page = graded_page(variant, note=same("<b>$x$</b>"))
    assert_whole(page)
    assert "<img" not in page and "<b>" not in re.sub(r'<b class="letter">', "", page)
    monkeypatch.chdir(tmp_path)
    exec(compile(answers_cell(variant), "cell", "exec"), {})
    attempt = attempt_from_json((tmp_path / "metrics_quiz.answers.json").read_bytes())
    assert attempt.student == name
    assert_whole(asking_page([variant]))


def test_the_words_of_the_pages_are_in_both_languages():
    only_places = {"choice", "after"}
    for key, text in WORDS.items():
        assert key in only_places or not list(language_flaws(text)), key
        holes = [set(re.findall(r"\{\w+\}", t)) for t in (text["zh-TW"], text["en"])]
        assert holes[0] == holes[1], key


def test_words_that_a_script_asks_for_are_given_to_it():
    folder = templates_folder() / "quiz"
    for scripts, page in (
        (("form", "practice"), practice_page(COURSE["mlp_quiz"], POOLS["mlp_quiz"], variants=1)),
        (("form", "graded", "asking"), asking_page([graded("mlp_quiz")])),
    ):
        said = json.loads(re.search(r'id="said">(.*?)</script>', page)[1])
        for name in scripts:
            source = (folder / f"{name}.js").read_text(encoding="utf-8")
            assert set(re.findall(r'worded\("(\w+)"', source)) <= set(said), name
            assert set(re.findall(r'"(\w+)" : mark', source)) <= set(said), name


# --------------------------------------------------------------------------- NumPy cells


@pytest.mark.parametrize("name", QUIZZES)
def test_numpy_cells_print_the_key(name):
    for number in (0, 1, 41):
        for asked in practice_variant(COURSE[name], POOLS[name], number).asked:
            numeric = [p for p in asked.question.parts if p.kind.numeric]
            code = numpy_cell(asked)
            named = getattr(asked.question.confirm, "__name__", "<lambda>") != "<lambda>"
            assert code or not (numeric and named), asked.question.id
            if not code:
                continue
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(code, "cell", "exec"), {})
            for part in numeric:
                shown = re.search(rf"^{part.step} = (.*(?:\n .*)*)", out.getvalue(), re.MULTILINE)
                mine = [float(x) for x in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", shown[1])]
                key = [float(x) for x in flat(asked.key(part))]
                assert mine == pytest.approx(key, abs=10 ** -max(part.decimals, 3)), code


# --------------------------------------------------------------------------- texts, forms


def test_texts_become_html_that_nothing_breaks_out_of():
    hostile = same('<script>alert(1)</script> & $x<y$ `<b>` "q"')
    assert "<script" not in line(hostile) and "<b>" not in line(hostile)
    assert "<code>&lt;b&gt;</code>" in line(hostile) and "<math>" in line(hostile)
    assert line(Text("一", "one")) == (
        '<span class="t" lang="zh-TW">一</span><span class="t" lang="en">one</span>'
    )
    assert block(same("a\n\nb")) == '<p class="scroll">a</p><p class="scroll">b</p>'
    assert str(formula(r"\nosuch{<x>}")).startswith("<code>\\nosuch{&lt;x&gt;}")
    assert "</math>，</span>" in line(same("$x$，y"))
    wide = block(same(r"$$x = \begin{bmatrix}1\\2\end{bmatrix},\quad y = \frac{1,\quad 2}{3}$$"))
    assert wide.count("<math") == 2 and wide.count('class="bracketed"') == 1


def test_a_matrix_and_a_lying_vector_have_a_grid_of_labelled_cells():
    recipe = Recipe()

    @recipe.step
    def m(v):
        return v.A

    @recipe.step
    def r(v):
        return v.A[0]

    def part(step, kind, **more):
        return Part(step=step, kind=kind, title=same(step), prompt=same("?"), points=50, **more)

    question = Question(
        id="q", title=same("q"), statement=same("$⟨A⟩$"), generate=lambda stream: {},
        slide={"A": ((1, 2, 3), (4, 5, 6))}, steps=recipe.steps,
        parts=(part("m", Kind.MATRIX), part("r", Kind.VECTOR, layout=Layout.ROW, unit=same("cm"),
               labels=lambda v: tuple(Text(f"第 {i}", f"no. {i}") for i in (1, 2, 3)))),
    )  # fmt: skip
    quiz = Quiz("q", same("q"), same("q"), (question,))
    stock = Stock((question.slide,), (question.slide,), 1)
    variant = replace(practice_variant(quiz, {"q": stock}), mode=Mode.GRADED, student="s")
    page = graded_page(variant)
    assert_whole(page)
    assert 'data-rows="2" data-columns="3"' in page and 'data-rows="1" data-columns="3"' in page
    assert page.count('id="p-q-m-a') == 6 and "第 2 列第 3 行" in page and "row 2, column 3" in page
    assert page.count("no. 3") == 2 and "cm" in page
    assert_whole(practice_page(quiz, {"q": stock}))
    data = key_data(replace(variant, mode=Mode.PRACTICE), "en")
    assert data["parts"]["q.m"]["shown"] == "[[1, 2, 3], [4, 5, 6]]"
    assert close(variant.asked[0].key(question.parts[0]), ((1, 2, 3), (4, 5, 6)), question.parts[0])
    assert isinstance(variant, Variant)
