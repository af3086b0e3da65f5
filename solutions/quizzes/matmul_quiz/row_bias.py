"""A row times a matrix, plus a bias: what one layer does, in row form."""

from grader.quiz.authoring import (
    Kind,
    Layout,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    add,
    matvec,
    products,
    reshape,
    sub,
    tenths,
    transpose,
    vecmat,
)
from solutions.quizzes.matmul_quiz.row_column import SLIDE

recipe = Recipe()


@recipe.step
def product(v):
    return vecmat(v.x, v.W)


@recipe.step
def total(v):
    return add(v.product, v.b)


@recipe.mistake(
    "matmul.entries-mixed",
    step="product",
    zh="你的答案正好是把矩陣的數字橫著讀成三組的結果：每個數要用矩陣的一整行（直的）。",
    en="Your answer is what comes out when the matrix is read along its rows in three pairs: each "
    "number comes from one whole column.",
)
def _(v):
    return matvec(reshape(v.W, 3), v.x)


@recipe.mistake(
    "matmul.reversed",
    step="product",
    zh="你的答案正好是把列向量倒過來配的結果：列向量的第一個數配矩陣的第一列。",
    en="Your answer is what comes out with the row back to front: its first number goes with the "
    "matrix's first row.",
)
def _(v):
    return vecmat(v.x[::-1], v.W)


@recipe.mistake(
    "matmul.sign-lost",
    step="product",
    zh="你的答案正好是不管負號的結果：正數乘負數是負數，要帶著負號加進去。",
    en="Your answer is what comes out without the minus signs: a positive times a negative is "
    "negative and goes into the sum with its sign.",
)
def _(v):
    return tuple(sum(abs(a * b) for a, b in zip(v.x, col, strict=True)) for col in transpose(v.W))


@recipe.mistake(
    "matmul.last-left-out",
    step="product",
    zh="你的答案只用了矩陣的第一列：每個數都是兩個乘積的和。",
    en="Your answer uses only the matrix's first row: each number is the sum of two products.",
)
def _(v):
    return tuple(v.x[0] * w for w in v.W[0])


@recipe.mistake(
    "matmul.no-bias",
    step="total",
    zh="你的答案正好是還沒加偏差值的結果：最後要再加上 b。",
    en="Your answer is what stands there before the bias: b is still to be added.",
)
def _(v):
    return v.product


@recipe.mistake(
    "matmul.bias-subtracted",
    step="total",
    zh="你的答案正好是減去偏差值的結果：b 要用加的，負的就連同負號一起加。",
    en="Your answer is what comes out with b subtracted: it is added, sign and all.",
)
def _(v):
    return sub(v.product, v.b)


@recipe.mistake(
    "matmul.bias-multiplied",
    step="total",
    zh="你的答案正好是乘上偏差值的結果：b 要用加的。",
    en="Your answer is what comes out with b multiplied in: it is added.",
)
def _(v):
    return tuple(a * b for a, b in zip(v.product, v.b, strict=True))


def generate(stream):
    W = tuple(tuple(stream.tenths(-9, 9) for _ in range(3)) for _ in range(2))
    x = stream.sample([-3, -2, 2, 3, 4, 5], 2)
    return {"x": x, "W": W, "b": tuple(stream.tenths(-20, 20) for _ in range(3))}


def constraint(v):
    return 0 not in v.product and len(set(v.product)) == 3 and len(set(v.total)) == 3


def confirm(p):
    import numpy as np

    x, W, b = (np.array(p[n], float) for n in ("x", "W", "b"))
    return {"product": x @ W, "total": x @ W + b}


def extras(v):
    columns = transpose(v.W)
    return {f"column{i}": products(v.x, columns[i]) for i in range(3)}


ROW_BIAS = Question(
    id="row_bias",
    title=Text("列向量乘矩陣，再加偏差值", "Row times matrix, plus bias"),
    source=SLIDE,
    statement=Text(
        "$$\\mathbf{x}W + \\mathbf{b} = ⟨x:row⟩\\,⟨W⟩ + ⟨b:row⟩$$",
        "$$\\mathbf{x}W + \\mathbf{b} = ⟨x:row⟩\\,⟨W⟩ + ⟨b:row⟩$$",
    ),
    parts=(
        Part(
            step="product",
            kind=Kind.VECTOR,
            title=Text("先算 xW", "First xW"),
            prompt=Text(
                "先算 $\\mathbf{x}W$，由左到右寫出三個數。",
                "First $\\mathbf{x}W$: three numbers from left to right.",
            ),
            symbol=Text("xW", "xW"),
            points=20,
            decimals=1,
            layout=Layout.ROW,
        ),
        Part(
            step="total",
            kind=Kind.VECTOR,
            title=Text("再加 b", "Then add b"),
            prompt=Text(
                "再加上 $\\mathbf{b}$，結果是多少？", "Then add $\\mathbf{b}$: what is the result?"
            ),
            symbol=Text("xW + b", "xW + b"),
            points=20,
            decimals=1,
            layout=Layout.ROW,
        ),
    ),
    generate=generate,
    slide={
        "x": (5, 2),
        "W": (tenths(-0.5, 0.2, -0.1), tenths(0.5, 0.4, -0.2)),
        "b": tenths(-1.5, 0.2, 0.8),
    },
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "product",
            Text("第 1 個：$⟨column0⟩ = ⟨product.0⟩$。", "First: $⟨column0⟩ = ⟨product.0⟩$."),
        ),
        Worked(
            "product",
            Text("第 2 個：$⟨column1⟩ = ⟨product.1⟩$。", "Second: $⟨column1⟩ = ⟨product.1⟩$."),
        ),
        Worked(
            "product",
            Text("第 3 個：$⟨column2⟩ = ⟨product.2⟩$。", "Third: $⟨column2⟩ = ⟨product.2⟩$."),
        ),
        Worked(
            "total",
            Text(
                "逐個加上偏差值：$⟨product:row⟩ + ⟨b:row⟩ = ⟨total:row⟩$。",
                "Add the bias, place by place: $⟨product:row⟩ + ⟨b:row⟩ = ⟨total:row⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "列向量和矩陣的每一行（直的）各做一次「列乘行」。",
            "The row meets each column of the matrix once: three rows times columns.",
        ),
    ),
)
