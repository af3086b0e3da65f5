"""MSE and MAE of a table of three rows."""

import math

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    each,
    in_parentheses,
    latex,
    mean,
    same,
    sub,
    table,
)

recipe = Recipe()


@recipe.step
def errors(v):
    return sub(v.y, v.out)


@recipe.step
def mse(v):
    return mean(each(lambda e: e * e, v.errors))


@recipe.step
def mae(v):
    return mean(each(abs, v.errors))


@recipe.mistake(
    "loss.mse-not-divided",
    step="mse",
    zh="你的答案正好是平方和：還要除以資料的筆數。",
    en="Your answer is the sum of the squares: it is still to be divided by the number of rows.",
)
def _(v):
    return sum(e * e for e in v.errors)


@recipe.mistake(
    "loss.mse-rooted",
    step="mse",
    zh="你的答案正好多開了根號（那是 RMSE）：MSE 不開根號。",
    en="Your answer is the root (the RMSE): the MSE takes no root.",
)
def _(v):
    return math.sqrt(_mse(v))


@recipe.mistake(
    "loss.mse-divided-by-n-minus-1",
    step="mse",
    zh="你的答案正好是除以 N − 1 的結果：這裡除以 N。",
    en="Your answer is divided by N − 1: here it is N.",
)
def _(v):
    return mean(each(lambda e: e * e, v.errors)) * len(v.errors) / (len(v.errors) - 1)


@recipe.mistake(
    "loss.mse-halved",
    step="mse",
    zh="你的答案正好多除了 2：這裡的 MSE 沒有 1/2。",
    en="Your answer is halved: there is no 1/2 in this MSE.",
)
def _(v):
    return _mse(v) / 2


@recipe.mistake(
    "loss.mse-absolute",
    step="mse",
    zh="你的答案正好是 MAE：MSE 要把差距平方，不是取絕對值。",
    en="Your answer is the MAE: the MSE squares the differences.",
)
def _(v):
    return mean(each(abs, v.errors))


@recipe.mistake(
    "loss.mse-signed",
    step="mse",
    zh="你的答案正好是差距直接平均的結果：差距要先平方，正負才不會互相抵消。",
    en="Your answer is the mean of the differences as they are: they are squared first, so that "
    "signs do not cancel.",
)
def _(v):
    return abs(mean(v.errors))


@recipe.mistake(
    "loss.mae-signed",
    step="mae",
    zh="你的答案正好是沒有取絕對值就平均的結果：正負會互相抵消，要先取絕對值。",
    en="Your answer is the mean without absolute values: signs cancel, so they are taken first.",
)
def _(v):
    return abs(mean(v.errors))


@recipe.mistake(
    "loss.mae-not-divided",
    step="mae",
    zh="你的答案正好是絕對值的總和：還要除以資料的筆數。",
    en="Your answer is the sum of the absolute values: it is still to be divided by the number "
    "of rows.",
)
def _(v):
    return sum(abs(e) for e in v.errors)


@recipe.mistake(
    "loss.mae-squared",
    step="mae",
    zh="你的答案正好是 MSE：MAE 取絕對值，不平方。",
    en="Your answer is the MSE: the MAE takes absolute values, not squares.",
)
def _(v):
    return _mse(v)


def _mse(v):
    return mean(each(lambda e: e * e, v.errors))


def generate(stream):
    y = tuple(stream.integer(2, 12) * 5 for _ in range(3))
    sizes = stream.sample(range(1, 9), 3)
    signs = stream.choice([(1, 1, -1), (1, -1, 1), (-1, 1, 1), (-1, -1, 1), (1, -1, -1)])
    out = tuple(a - s * e for a, s, e in zip(y, signs, sizes, strict=True))
    return {"y": y, "out": out}


def constraint(v):
    return len(set(v.y)) == 3


def confirm(p):
    import numpy as np

    gap = np.array(p["y"], float) - np.array(p["out"], float)
    return {"mse": float(gap @ gap) / gap.size, "mae": float(np.linalg.norm(gap, 1)) / gap.size}


def extras(v):
    square = " + ".join(f"{in_parentheses(e)}^2" for e in v.errors)
    absolute = " + ".join(f"|{latex(e)}|" for e in v.errors)
    squares = " + ".join(latex(e * e) for e in v.errors)
    sizes = " + ".join(latex(abs(e)) for e in v.errors)
    return {"square": square, "absolute": absolute, "squares": squares, "sizes": sizes}


def tables(v):
    head = (
        Text("資料", "data"),
        Text("標籤 $y$", "label $y$"),
        Text("輸出 $\\hat{y}$", "output $\\hat{y}$"),
    )
    rows = zip((1, 2, 3), v.y, v.out, strict=True)
    return (table(head, list(rows)),)


REGRESSION = Question(
    id="regression",
    title=Text("MSE 與 MAE", "MSE and MAE"),
    source=Text("損失函數 (迴歸問題)", "Loss functions (regression)"),
    statement=Text(
        "下表是三筆資料的標籤與模型的輸出。可以寫分數，或四捨五入到小數第 3 位。",
        "The table holds the labels of three samples and a model's outputs. Give fractions, or "
        "round to three decimals.",
    ),
    tables=tables,
    parts=(
        Part(
            step="mse",
            kind=Kind.NUMBER,
            title=Text("均方差 MSE", "Mean squared error"),
            prompt=Text("MSE 是多少？", "What is the MSE?"),
            symbol=same("MSE"),
            points=12,
            decimals=3,
        ),
        Part(
            step="mae",
            kind=Kind.NUMBER,
            title=Text("平均絕對差 MAE", "Mean absolute error"),
            prompt=Text("MAE 是多少？", "What is the MAE?"),
            symbol=same("MAE"),
            points=10,
            decimals=3,
        ),
    ),
    repeats=True,
    generate=generate,
    slide={"y": (30, 50, 100), "out": (29, 53, 98)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "errors",
            Text(
                "每一筆的差距 $y - \\hat{y}$：$⟨errors:row⟩$。",
                "The differences $y - \\hat{y}$: $⟨errors:row⟩$.",
            ),
        ),
        Worked(
            "mse",
            Text(
                "平方後平均：$\\frac{⟨square⟩}{3} = \\frac{⟨squares⟩}{3} ⟨mse:3,eq⟩$。",
                "Square, then average: $\\frac{⟨square⟩}{3} = \\frac{⟨squares⟩}{3} ⟨mse:3,eq⟩$.",
            ),
        ),
        Worked(
            "mae",
            Text(
                "取絕對值後平均：$\\frac{⟨absolute⟩}{3} = \\frac{⟨sizes⟩}{3} ⟨mae:3,eq⟩$。",
                "Absolute values, then average: $\\frac{⟨absolute⟩}{3} = \\frac{⟨sizes⟩}{3} "
                "⟨mae:3,eq⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "先寫下三個差距，帶著正負號。", "Write the three differences first, with their signs."
        ),
    ),
)
