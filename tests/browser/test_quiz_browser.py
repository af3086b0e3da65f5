"""The quiz pages in Chromium, by keyboard: practice, what is saved, who is asked.

Skipped where there is no Chromium. `DLGRADE_AXE` may name an `axe.min.js` (axe-core), which is
then run on every page.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import Browser, Page, found, started

from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.make.proving import as_entry
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.marking.marks import mark, mark_question
from grader.quiz.page.pages import asking_page, graded_page, practice_page
from grader.quiz.question.solving import solve
from grader.quiz.variants.drawing import practice_variant, student_variant

ROOT = Path(__file__).resolve().parents[2]
SECRET = b"a secret of sixteen bytes or more"
CHROMIUM = found()
AXE = os.environ.get("DLGRADE_AXE", "")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with started(CHROMIUM) as running:
        yield running


def course(name):
    quiz = load_quiz(ROOT, name)
    return quiz, quiz_pool(ROOT, quiz)


def saved(folder, name, html):
    path = folder / name
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture
def practice(browser, tmp_path) -> Page:
    quiz, pool = course("mlp_quiz")
    return browser.open(
        saved(tmp_path, "practice.html", practice_page(quiz, pool, variants=24)), 390
    )


# --------------------------------------------------------------------------- practice


def fill_cells(page, part, values):
    """Into a grid by keyboard: Tab to its first cell, the arrow down, Enter from the last."""
    page.tab_to(f"#p-{part} .cells input")
    for i, value in enumerate(values):
        page.type(value)
        page.press("ArrowDown" if i < len(values) - 1 else "Enter")


def test_practice_by_keyboard_names_the_mistake_and_carries_it_forward(practice):
    page = practice
    quiz, pool = course("mlp_quiz")
    asked = practice_variant(quiz, pool).asked[0]
    no_bias = next(m for m in asked.question.mistakes if m.id == "mlp.no-bias")
    values = solve(asked.question, asked.params, [no_bias])
    entries = {p.step: as_entry(asked, p, values[p.step]) for p in asked.question.parts}
    fill_cells(page, "forward-z", entries["z"])
    assert "吻合這個常見錯誤" in page.text("#p-forward-z .feedback")
    assert no_bias.text["zh-TW"] in page.text("#p-forward-z .feedback")
    assert page.js("document.querySelectorAll('#p-forward-z [aria-invalid=true]').length") == 3
    fill_cells(page, "forward-h", entries["h"])
    assert "依你的 z，這一步是對的。" in page.text("#p-forward-h .feedback")
    page.tab_to("#p-forward-y_hat-a")
    page.type("99")
    page.press("Enter")
    assert "還不對" in page.text("#p-forward-y_hat .feedback")
    # The browser and Python agree on the whole attempt.
    typed = {**entries, "y_hat": "99"}
    del typed["label"]
    marks = mark_question(asked, {f"forward.{k}": v for k, v in typed.items()})
    assert [str(m.credit) for m in marks] == ["0", "1", "0", "0"]
    page.tab_to("#q-forward .worked > summary")
    page.press("Enter")
    told = page.text("#q-forward .diverges")
    assert "從這一步開始不一樣" in told and "[0.5, 0.4, -1.7]" in told
    steps = page.js(
        "[...document.querySelectorAll('#q-forward .steps > li')].map(x => x.className)"
    )
    assert steps == ["", "diverges", "", "", ""]
    assert "依你前面的答案" in page.text("#q-forward .steps > li:nth-child(4)")
    assert not page.errors()


def test_another_one_like_it_isolates_the_mistake_and_progress_is_kept(practice):
    page = practice
    quiz, pool = course("mlp_quiz")
    fill_cells(page, "forward-z", ["0.5", "0.4", "-1.7"])
    page.tab_to("#q-forward .again")
    assert page.text("#q-forward .again") == "再來一題類似的"
    page.press("Enter")
    page.until("document.activeElement.id === 'q-forward-h'")
    number = int("".join(c for c in page.text("#q-forward .variant") if c.isdigit()))
    assert number > 0 and page.js("[...document.querySelectorAll('#p-forward-z input')]"
                                  ".every(x => x.value === '')")  # fmt: skip
    asked = practice_variant(quiz, pool, number).asked[0]
    for part in asked.question.parts:
        entry = as_entry(asked, part, asked.key(part))
        if part.step in ("z", "h"):
            fill_cells(page, f"forward-{part.step}", entry)
        elif part.step == "y_hat":
            page.tab_to("#p-forward-y_hat-a")
            page.type(entry)
            page.press("Enter")
        else:
            page.tab_to("#p-forward-label input")
            page.press("ArrowDown" if entry == "B" else " ")
            page.tab_to("#p-forward-label .check")
            page.press("Enter")
    assert page.text("#q-forward .done") == "這一題全對。"
    assert page.text("[data-progress=forward]") == "全對 1 組"
    page.reload()
    page.until("document.querySelector('#p-forward-z .feedback').innerText")
    assert page.text("[data-progress=forward]") == "全對 1 組"
    assert "答對了" in page.text("#p-forward-z .feedback")
    page.js("document.querySelector('.switch button[value=en]').click()")
    assert page.text("[data-progress=forward]") == "1 solved"
    assert "Right" in page.text("#p-forward-z .feedback")
    page.js("document.querySelector('#forget').click()")
    page.until("document.querySelector('[data-progress=forward]').innerText === 'not tried yet'")
    assert page.text("#q-forward .variant") == "The slide's numbers"
    assert not page.errors()


def paste(page, selector, text):
    page.js(
        f"""(() => {{ const field = document.querySelector({json.dumps(selector)}); field.focus();
        const data = new DataTransfer(); data.setData("text/plain", {json.dumps(text)});
        field.dispatchEvent(new ClipboardEvent("paste",
          {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"""
    )


def test_a_matrix_is_pasted_in_whatever_form(practice):
    page = practice
    values = "[...document.querySelectorAll('#p-forward-z .cells input')].map(x => x.value)"
    for text in ("[[1], [2], [3/4]]", "1\n2\n3/4", "1\t2\t3/4", "z = [1, 2, 3/4]", "1; 2; 3/4"):
        page.js("document.querySelectorAll('#p-forward-z .cells input').forEach(x => x.value = '')")
        paste(page, "#p-forward-z-a0", text)
        assert page.js(values) == ["1", "2", "3/4"], text
    paste(page, "#p-forward-z-a0", "[[1, 2], [3, 4]]")
    assert page.js(values) == ["1", "2", "3/4"]
    assert "2×2" in page.text("#p-forward-z .grid-note")


def test_practice_works_where_nothing_can_be_kept(browser, tmp_path):
    quiz, pool = course("matmul_quiz")
    path = saved(tmp_path, "p.html", practice_page(quiz, pool, variants=3))
    deny = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    page = browser.open(path, first=deny)
    key = practice_variant(quiz, pool).asked[0]
    part = key.question.parts[0]
    page.tab_to(f"#p-{key.question.id}-{part.step}-a")
    page.type(as_entry(key, part, key.key(part)))
    page.press("Enter")
    assert "答對了" in page.text(f"#p-{key.question.id}-{part.step} .feedback")
    assert not page.errors()


def test_an_old_browser_practises_the_slides_numbers(browser, tmp_path):
    quiz, pool = course("matmul_quiz")
    path = saved(tmp_path, "p.html", practice_page(quiz, pool, variants=3))
    page = browser.open(path, first="delete window.DecompressionStream;")
    assert "太舊" in page.text(".top .note:last-child")
    assert not page.errors()


# --------------------------------------------------------------------------- graded


def enter_all(page, variant):
    """Fill every part by script, as typing would leave it; returns the entries."""
    entries = {}
    for asked in variant.asked:
        for part in asked.question.parts:
            entry = as_entry(asked, part, asked.key(part))
            entries[f"{asked.question.id}.{part.step}"] = entry
            uid = f"p-{asked.question.id}-{part.step}"
            flat = [entry] if isinstance(entry, str) else list(entry)
            page.js(
                f"""(() => {{ const part = document.getElementById({json.dumps(uid)});
                const flat = {json.dumps(flat)};
                const fields = [...part.querySelectorAll("input[type=text], select")];
                fields.forEach((field, i) => {{ field.value = flat[i]; }});
                if (!fields.length) part.querySelectorAll("input").forEach((field) => {{
                  field.checked = flat.includes(field.value); }});
                part.querySelector("input, select").dispatchEvent(
                  new Event("input", {{ bubbles: true }})); }})()"""
            )
    return entries


def download(page, folder, name):
    page.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    page.tab_to("#download")
    page.press("Enter")
    path = folder / name
    page.until("document.querySelector('#saved').innerText.includes('下載')")
    for _ in range(2000):
        if path.exists() and path.read_bytes().endswith(b"}\n"):
            return path
        page.js("new Promise(r => setTimeout(r, 20))")
    raise AssertionError("nothing was downloaded")


@pytest.mark.parametrize("name", ["concept_quiz", "activation_quiz"])
def test_a_graded_page_saves_what_python_reads_and_restores_it(browser, tmp_path, name):
    quiz, pool = course(name)
    variant = student_variant(quiz, pool, SECRET, "王小明", 1)
    page = browser.open(saved(tmp_path, "g.html", graded_page(variant)), 390, dark=True)
    enter_all(page, variant)
    page.reload()
    page.until("document.querySelector('#saved').innerText.includes('還原')")
    path = download(page, tmp_path, f"{name}.answers.json")
    attempt = attempt_from_json(path.read_bytes())
    marked = mark(variant, attempt)
    assert marked.points == 100 and not marked.doubt and not marked.notes
    assert path.read_text(encoding="utf-8") == attempt_to_json(attempt)
    # A clean browser, and the file.
    page.js("localStorage.clear()")
    page.reload()
    fields = "[...document.querySelectorAll('input[type=text], select')]"
    assert page.js(f"{fields}.every((x) => x.value === '')")
    give_file(page, path)
    page.until("document.querySelector('#saved').innerText.includes('檔案')")
    path.unlink()
    again = download(page, tmp_path, f"{name}.answers.json")
    assert mark(variant, attempt_from_json(again.read_bytes())).points == 100
    assert not page.errors()


def give_file(page, path):
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    node = page.call("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
    page.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])


def test_a_graded_page_takes_no_other_file(browser, tmp_path):
    quiz, pool = course("metrics_quiz")
    variant = student_variant(quiz, pool, SECRET, "a")
    page = browser.open(saved(tmp_path, "g.html", graded_page(variant)))
    good = json.loads(attempt_to_json(attempt_from_json(json.dumps({
        "schema": "quiz-answers/1", "quiz": "metrics_quiz", "mode": "graded", "student": "a",
        "attempt": 0, "fingerprint": "", "answers": {"confusion.accuracy": "0.5"},
    }))))  # fmt: skip
    for change, said in (
        ({"quiz": "mlp_quiz"}, "不是這份測驗的作答檔"),
        ({"schema": "x"}, "不是這份測驗的作答檔"),
        ({"student": "b"}, "是 b 的"),
        ({"fingerprint": "0123456789abcdef"}, "另一份題目"),
    ):
        give_file(page, saved(tmp_path, "f.json", json.dumps({**good, **change})))
        page.until(f"document.querySelector('#saved').innerText.includes({json.dumps(said)})")
        assert page.js("document.querySelector('#p-confusion-accuracy-a').value") == ""
    give_file(page, saved(tmp_path, "f.json", "{"))
    page.until("document.querySelector('#saved').innerText.includes('不是這份測驗的作答檔')")
    give_file(page, saved(tmp_path, "f.json", json.dumps(good)))
    page.until("document.querySelector('#p-confusion-accuracy-a').value === '0.5'")


def test_one_page_asks_who_is_there(browser, tmp_path):
    quiz, pool = course("neuron_quiz")
    students = ["B11230001", "B11230002", "王小明"]
    variants = [student_variant(quiz, pool, SECRET, s) for s in students]
    page = browser.open(saved(tmp_path, "a.html", asking_page(variants)), 390)
    page.tab_to("#who-id")
    page.type("B9")
    page.press("Enter")
    page.until("document.querySelector('#who-said').innerText.includes('沒有這個代號')")
    page.js("document.querySelector('#who-id').value = ' 王小明 '")
    page.press("Enter")
    page.until("!document.querySelector('#bar').hidden")
    assert page.text("#student") == "王小明"
    enter_all(page, variants[2])
    path = download(page, tmp_path, "neuron_quiz.answers.json")
    attempt = attempt_from_json(path.read_bytes())
    marked = mark(variants[2], attempt)
    assert marked.points == 100 and not marked.doubt and attempt.student == "王小明"
    assert '"王小明"' in page.js("document.querySelector('#cell').textContent")
    assert not page.errors()


# --------------------------------------------------------------------------- every page


CHECK_ALL = """
document.querySelectorAll("details").forEach((d) => { d.open = true; });
document.querySelectorAll(".part").forEach((part) => {
  part.querySelectorAll("input[type=text]").forEach((x) => { x.value = "3"; });
  part.querySelectorAll("select").forEach((x) => { x.selectedIndex = 1; });
  const choice = part.querySelector("input[type=radio], input[type=checkbox]");
  if (choice) choice.checked = true;
  const check = part.querySelector(".check");
  if (check) check.click();
});
"""


@pytest.mark.parametrize("name", quiz_names(ROOT))
def test_no_page_is_wider_than_a_phone_or_trips_over_itself(browser, tmp_path, name):
    quiz, pool = course(name)
    variant = student_variant(quiz, pool, SECRET, "B11230001")
    pages = {"p": practice_page(quiz, pool, variants=2), "g": graded_page(variant, "en")}
    for at, html in pages.items():
        path = saved(tmp_path, f"{at}.html", html)
        for width, dark in ((390, False), (1280, True)):
            page = browser.open(path, width, dark)
            page.js("localStorage.clear()")
            page.js(CHECK_ALL)
            beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.js(beyond) <= 0, (at, width)
            assert not page.errors()
            if AXE:
                page.call("Page.setBypassCSP", enabled=True)
                page.js(Path(AXE).read_text(encoding="utf-8") + ";0")
                found_here = page.js(
                    "axe.run(document).then((r) => r.violations.map((v) => v.id + ' ' +"
                    " v.nodes[0].html.slice(0, 200)))"
                )
                assert found_here == [], (at, width, dark)
