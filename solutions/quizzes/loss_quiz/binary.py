"""Binary cross-entropy of a table of three rows."""

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

recipe = Recipe()


@recipe.step
def chosen(v):
    """What the logarithm is taken of: ŷ for label 1, 1 − ŷ for label 0."""
    return tuple(p if y else 1 - p for y, p in zip(v.y, v.out, strict=True))


@recipe.step
def terms(v):
    return each(lambda p: -math.log(p), v.chosen)


@recipe.step
def bce(v):
    return mean(v.terms)


@recipe.mistake(
    "loss.bce-label-ignored",
    step="chosen",
    zh="你的答案正好是每一筆都用 log ŷ 的結果：標籤是 0 時要用 log(1 − ŷ)。",
    en="Your answer uses log ŷ in every row: for label 0 it is log(1 − ŷ).",
)
def _(v):
    return v.out


@recipe.mistake(
    "loss.bce-labels-exchanged",
    step="chosen",
    zh="你的答案正好是標籤 0 和 1 對調的結果：標籤是 1 時用 log ŷ，是 0 時用 log(1 − ŷ)。",
    en="Your answer has labels 0 and 1 exchanged: log ŷ goes with label 1, log(1 − ŷ) with 0.",
)
def _(v):
    return tuple(1 - p if y else p for y, p in zip(v.y, v.out, strict=True))


@recipe.mistake(
    "loss.bce-positive-term-only",
    step="terms",
    zh="你的答案正好只算了標籤是 1 的資料：標籤是 0 的也要付出代價，−log(1 − ŷ)。",
    en="Your answer counts only rows with label 1: label 0 costs something too, −log(1 − ŷ).",
)
def _(v):
    return tuple(-math.log(p) if y else 0 for y, p in zip(v.y, v.chosen, strict=True))


@recipe.mistake(
    "loss.log10",
    step="terms",
    zh="你的答案正好用了以 10 為底的 log：這裡的 log 是自然對數 ln。",
    en="Your answer uses the logarithm to base 10: log is the natural one here, ln.",
)
def _(v):
    return each(lambda p: -math.log10(p), v.chosen)


@recipe.mistake(
    "loss.minus-forgotten",
    step="terms",
    zh="你的答案正好差一個負號：機率的 log 是負的，前面要加負號，損失才是正的。",
    en="Your answer lacks the minus: logarithms of probabilities are negative, and the minus in "
    "front makes the loss positive.",
)
def _(v):
    return each(math.log, v.chosen)


@recipe.mistake(
    "loss.bce-not-divided",
    step="bce",
    zh="你的答案正好是三項的總和：還要除以 3。",
    en="Your answer is the sum of the three terms: it is still to be divided by 3.",
)
def _(v):
    return sum(v.terms)


@recipe.mistake(
    "loss.bce-of-mean",
    step="bce",
    zh="你的答案正好是先把機率平均、再取 log 的結果：要先各自取 log，再平均。",
    en="Your answer is the logarithm of the mean probability: take the logarithms first, and "
    "then the mean.",
)
def _(v):
    return -math.log(mean(each(lambda t: math.exp(-t), v.terms)))


def generate(stream):
    y = stream.shuffled(stream.choice([(0, 0, 1), (0, 1, 1)]))
    out = tuple(exact(Fraction(n, 10)) for n in stream.sample([1, 2, 3, 4, 6, 7, 8, 9], 3))
    return {"y": y, "out": out}


def confirm(p):
    import numpy as np

    y, out = np.array(p["y"], float), np.array(p["out"], float)
    terms = -np.log(np.abs(out - (1 - y)))  # ŷ where the label is 1, 1 − ŷ where it is 0
    return {"terms": terms, "bce": np.average(terms)}


def extras(v):
    logs = r",\quad ".join(
        rf"-\log {latex(p)} \approx {written(t, 4)}" for p, t in zip(v.chosen, v.terms, strict=True)
    )
    total = " + ".join(written(t, 4) for t in v.terms)
    return {"logs": logs, "sum": total}


def tables(v):
    head = (
        Text("資料", "data"),
        Text("標籤 $y$", "label $y$"),
        Text("輸出 $\\hat{y}$", "output $\\hat{y}$"),
    )
    return (table(head, list(zip((1, 2, 3), v.y, v.out, strict=True))),)


ROWS = tuple(Text(f"第 {i} 筆", f"row {i}") for i in (1, 2, 3))

BINARY = Question(
    id="binary",
    title=Text("二元交叉熵", "Binary cross-entropy"),
    source=Text("損失函數 (分類問題)", "Loss functions (classification)"),
    statement=Text(
        "下表是三筆資料的標籤與模型的輸出。$\\log$ 是自然對數；"
        "可以用計算機，四捨五入到小數第 3 位。",
        "The table holds the labels of three samples and a model's outputs. $\\log$ is the "
        "natural logarithm; you may use a calculator. Round to three decimals.",
    ),
    tables=tables,
    parts=(
        Part(
            step="terms",
            kind=Kind.VECTOR,
            title=Text("每一筆的損失", "The loss of each row"),
            prompt=Text(
                "每一筆的 $-\\left(y \\log\\hat{y} + (1-y)\\log(1-\\hat{y})\\right)$ 是多少？",
                "What is $-\\left(y \\log\\hat{y} + (1-y)\\log(1-\\hat{y})\\right)$ in each row?",
            ),
            symbol=Text("每一筆的損失", "losses"),
            points=10,
            decimals=3,
            tolerance=Fraction(1, 1000),
            labels=lambda v: ROWS,
        ),
        Part(
            step="bce",
            kind=Kind.NUMBER,
            title=Text("二元交叉熵 BCE", "Binary cross-entropy"),
            prompt=Text("BCE 是多少？", "What is the BCE?"),
            symbol=same("BCE"),
            points=12,
            decimals=3,
            tolerance=Fraction(1, 1000),
        ),
    ),
    generate=generate,
    slide={"y": (0, 1, 0), "out": tenths(0.2, 0.9, 0.3)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "chosen",
            Text(
                "標籤是 1 取 $\\hat{y}$，標籤是 0 取 $1 - \\hat{y}$：$⟨chosen:row⟩$。",
                "Label 1 takes $\\hat{y}$, label 0 takes $1 - \\hat{y}$: $⟨chosen:row⟩$.",
            ),
        ),
        Worked("terms", Text("各取 $-\\log$：$⟨logs⟩$。", "Take $-\\log$ of each: $⟨logs⟩$.")),
        Worked(
            "bce",
            Text(
                "平均：$\\frac{⟨sum⟩}{3} \\approx ⟨bce:4⟩$。",
                "The mean: $\\frac{⟨sum⟩}{3} \\approx ⟨bce:4⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "標籤像開關：1 留下 log ŷ，0 留下 log(1 − ŷ)。",
            "The label is a switch: 1 keeps log ŷ, 0 keeps log(1 − ŷ).",
        ),
    ),
)
