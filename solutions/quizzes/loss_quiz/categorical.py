"""Cross-entropy of a table of three rows and three classes."""

import math
from fractions import Fraction

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    each,
    exact,
    latex,
    mean,
    same,
    table,
    tenths,
    written,
)
from solutions.quizzes.loss_quiz.binary import ROWS

recipe = Recipe()


@recipe.step
def picked(v):
    return tuple(row[c] for row, c in zip(v.P, v.classes, strict=True))


@recipe.step
def terms(v):
    return each(lambda p: -math.log(p), v.picked)


@recipe.step
def ce(v):
    return mean(v.terms)


@recipe.mistake(
    "loss.ce-largest-taken",
    step="picked",
    zh="你的答案正好取了每一列最大的機率：要取的是標籤是 1 的那個類別的機率。",
    en="Your answer takes the largest probability of each row: take that of the class whose label "
    "is 1.",
)
def _(v):
    wrong = each(max, v.P)
    right = tuple(row[c] for row, c in zip(v.P, v.classes, strict=True))
    return None if wrong == right else wrong


@recipe.mistake(
    "loss.ce-complement",
    step="picked",
    zh="你的答案正好是 1 − p：要取的是正確類別的機率 p 本身。",
    en="Your answer is 1 − p: take the probability p of the right class itself.",
)
def _(v):
    return tuple(1 - row[c] for row, c in zip(v.P, v.classes, strict=True))


@recipe.mistake(
    "loss.log10",
    step="terms",
    zh="你的答案正好用了以 10 為底的 log：這裡的 log 是自然對數 ln。",
    en="Your answer uses the logarithm to base 10: log is the natural one here, ln.",
)
def _(v):
    return each(lambda p: -math.log10(p), v.picked)


@recipe.mistake(
    "loss.minus-forgotten",
    step="terms",
    zh="你的答案正好差一個負號：機率的 log 是負的，前面要加負號，損失才是正的。",
    en="Your answer lacks the minus: logarithms of probabilities are negative, and the minus in "
    "front makes the loss positive.",
)
def _(v):
    return each(math.log, v.picked)


@recipe.mistake(
    "loss.ce-zeros-counted",
    step="terms",
    zh="你的答案正好把標籤是 0 的類別也算進去了（用 log(1 − ŷ)）：交叉熵只算標籤是 1 的那一個。",
    en="Your answer counts the classes with label 0 too, by log(1 − ŷ): cross-entropy has the one "
    "with label 1 alone.",
)
def _(v):
    return tuple(
        -math.log(row[c]) - sum(math.log(1 - p) for j, p in enumerate(row) if j != c)
        for row, c in zip(v.P, v.classes, strict=True)
    )


@recipe.mistake(
    "loss.ce-divided-by-all",
    step="ce",
    zh="你的答案正好是除以 9（表格的格數）的結果：要除以資料的筆數 3。",
    en="Your answer is divided by 9, the cells of the table: divide by 3, the number of rows.",
)
def _(v):
    return sum(v.terms) / 9


@recipe.mistake(
    "loss.ce-not-divided",
    step="ce",
    zh="你的答案正好是三項的總和：還要除以 3。",
    en="Your answer is the sum of the three terms: it is still to be divided by 3.",
)
def _(v):
    return sum(v.terms)


def generate(stream):
    rows = []
    for _ in range(3):
        cuts = sorted(stream.sample(range(1, 10), 2))
        rows.append((cuts[0], cuts[1] - cuts[0], 10 - cuts[1]))
    classes = tuple(stream.below(3) for _ in range(3))
    P = tuple(tuple(exact(Fraction(n, 10)) for n in row) for row in rows)
    return {"P": P, "classes": classes}


def constraint(v):
    """No tie for the largest in a row, not all labels alike, no row twice."""
    alone = all(sorted(row)[-1] != sorted(row)[-2] for row in v.P)
    return alone and len(set(v.classes)) > 1 and len(set(v.P)) == 3 and len(set(v.picked)) > 1


def confirm(p):
    import numpy as np

    picked = np.array(p["P"], float)[np.arange(3), list(p["classes"])]
    return {"picked": picked, "ce": np.average(-np.log(picked))}


def extras(v):
    logs = " + ".join(rf"\log {latex(p)}" for p in v.picked)
    return {"logs": logs, "sum": " + ".join(written(t, 4) for t in v.terms)}


def tables(v):
    data = Text("資料", "data")
    head = (data, same("$c_1$"), same("$c_2$"), same("$c_3$"))
    outputs = [(i + 1, *row) for i, row in enumerate(v.P)]
    labels = [(i + 1, *(int(j == c) for j in range(3))) for i, c in enumerate(v.classes)]
    return (
        table(head, labels, Text("標籤 $y$", "Labels $y$")),
        table(head, outputs, Text("輸出 $\\hat{y}$", "Outputs $\\hat{y}$")),
    )


CATEGORICAL = Question(
    id="categorical",
    title=Text("交叉熵", "Cross-entropy"),
    source=Text("損失函數 (分類問題)", "Loss functions (classification)"),
    statement=Text(
        "三筆資料、三個類別，標籤是 one-hot，輸出是機率。$\\log$ 是自然對數；可以用計算機。",
        "Three samples, three classes; labels are one-hot and outputs are probabilities. $\\log$ "
        "is the natural logarithm; you may use a calculator.",
    ),
    tables=tables,
    parts=(
        Part(
            step="picked",
            kind=Kind.VECTOR,
            title=Text("正確類別的機率", "The probability of the right class"),
            prompt=Text(
                "每一筆資料，模型給正確類別的機率是多少？",
                "Which probability does the model give to the right class of each sample?",
            ),
            symbol=Text("正確類別的機率", "probabilities"),
            points=10,
            decimals=1,
            labels=lambda v: ROWS,
        ),
        Part(
            step="ce",
            kind=Kind.NUMBER,
            title=Text("交叉熵 CE", "Cross-entropy"),
            prompt=Text(
                "交叉熵是多少？（四捨五入到小數第 3 位）",
                "What is the cross-entropy? (To three decimals.)",
            ),
            symbol=same("CE"),
            points=20,
            decimals=3,
            tolerance=Fraction(1, 1000),
        ),
    ),
    generate=generate,
    slide={
        "P": (tenths(0.3, 0.6, 0.1), tenths(0.8, 0.1, 0.1), tenths(0.2, 0.3, 0.5)),
        "classes": (1, 0, 2),
    },
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "picked",
            Text(
                "每一列只看標籤是 1 的類別：$⟨picked:row⟩$。",
                "In each row only the class with label 1 counts: $⟨picked:row⟩$.",
            ),
        ),
        Worked(
            "ce",
            Text(
                "取 $-\\log$ 再平均：$-\\frac{⟨logs⟩}{3} = \\frac{⟨sum⟩}{3} \\approx ⟨ce:4⟩$。",
                "The mean of $-\\log$: $-\\frac{⟨logs⟩}{3} = \\frac{⟨sum⟩}{3} \\approx ⟨ce:4⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "one-hot 標籤乘上 log ŷ，每一列只會留下一項。",
            "One-hot labels times log ŷ leave one term in each row.",
        ),
    ),
)
