"""A 3×3 matrix times a column: a column."""

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    matvec,
    products,
    transpose,
)
from solutions.quizzes.matmul_quiz.row_column import SLIDE

recipe = Recipe()


@recipe.step
def y(v):
    return matvec(v.A, v.x)


@recipe.mistake(
    "matmul.transposed",
    step="y",
    zh="你的答案正好是用矩陣的「行」去乘的結果：第 i 個數要用矩陣的第 i 列。",
    en="Your answer is what the matrix's columns give: entry i comes from row i of the matrix.",
)
def _(v):
    return matvec(transpose(v.A), v.x)


@recipe.mistake(
    "matmul.reversed",
    step="y",
    zh="你的答案正好是把行向量倒過來配的結果：每一列的第一個數配行向量最上面的數。",
    en="Your answer is what comes out with the column upside down: the first number of each row "
    "goes with the one at the top.",
)
def _(v):
    return matvec(v.A, v.x[::-1])


@recipe.mistake(
    "matmul.diagonal-only",
    step="y",
    zh="你的答案正好只用了對角線：每一列的三個數都要乘，再加起來。",
    en="Your answer uses the diagonal alone: all three numbers of each row are multiplied, and "
    "the products added.",
)
def _(v):
    return tuple(v.A[i][i] * v.x[i] for i in range(3))


@recipe.mistake(
    "matmul.row-scaled",
    step="y",
    zh="你的答案正好是「第 i 列的總和乘第 i 個數」：列裡的每個數各有自己要配的數。",
    en="Your answer is “the sum of row i, times entry i”: each number of a row has a partner of "
    "its own.",
)
def _(v):
    return tuple(sum(row) * a for row, a in zip(v.A, v.x, strict=True))


@recipe.mistake(
    "matmul.last-left-out",
    step="y",
    zh="你的答案每個都少了最後一項：每一列都有三個乘積要加。",
    en="Each of your numbers lacks the last product: three go into each row's sum.",
)
def _(v):
    return tuple(row[0] * v.x[0] + row[1] * v.x[1] for row in v.A)


@recipe.mistake(
    "matmul.sign-lost",
    step="y",
    zh="你的答案正好是不管負號的結果：正數乘負數是負數，要帶著負號加進去。",
    en="Your answer is what comes out without the minus signs: a positive times a negative is "
    "negative and goes into the sum with its sign.",
)
def _(v):
    wrong = tuple(sum(abs(a * b) for a, b in zip(row, v.x, strict=True)) for row in v.A)
    return None if min(v.x) > 0 and min(map(min, v.A)) > 0 else wrong


def generate(stream):
    flat = [stream.integer(-3, 9) for _ in range(9)]
    at = stream.below(9)
    flat[at] = -stream.integer(1, 3)
    x = stream.sample([-2, -1, 1, 2, 3, 4], 3)
    return {"A": (tuple(flat[:3]), tuple(flat[3:6]), tuple(flat[6:])), "x": x}


def constraint(v):
    """No symmetric matrix, no empty row, three different answers."""
    return (
        transpose(v.A) != v.A
        and all(sum(1 for a in row if a) >= 2 for row in (*v.A, *transpose(v.A)))
        and len(set(v.y)) == 3
        and 0 not in v.y
    )


def confirm(p):
    import numpy as np

    return {"y": np.array(p["A"], float) @ np.array(p["x"], float)}


def extras(v):
    return {f"row{i}": products(v.A[i], v.x) for i in range(3)}


MATRIX_COLUMN = Question(
    id="matrix_column",
    title=Text("矩陣乘行向量", "Matrix times column"),
    source=SLIDE,
    statement=Text(
        "3×3 的矩陣乘上一行，得到一行：\n\n$$⟨A⟩\\,⟨x⟩ = \\;?$$",
        "A 3×3 matrix times a column gives a column:\n\n$$⟨A⟩\\,⟨x⟩ = \\;?$$",
    ),
    parts=(
        Part(
            step="y",
            kind=Kind.VECTOR,
            title=Text("乘積（三個數）", "The product (three numbers)"),
            prompt=Text("由上到下寫出三個數。", "Give the three numbers from top to bottom."),
            symbol=Text("乘積", "product"),
            points=35,
            decimals=0,
            labels=lambda v: tuple(Text(f"第 {i} 列", f"Row {i}") for i in (1, 2, 3)),
        ),
    ),
    generate=generate,
    slide={"A": ((1, 2, 3), (4, 5, 6), (7, 8, 9)), "x": (1, 2, 3)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked("y", Text("第 1 列：$⟨row0⟩ = ⟨y.0⟩$。", "Row 1: $⟨row0⟩ = ⟨y.0⟩$.")),
        Worked("y", Text("第 2 列：$⟨row1⟩ = ⟨y.1⟩$。", "Row 2: $⟨row1⟩ = ⟨y.1⟩$.")),
        Worked("y", Text("第 3 列：$⟨row2⟩ = ⟨y.2⟩$。", "Row 3: $⟨row2⟩ = ⟨y.2⟩$.")),
    ),
    hints=(
        Text(
            "一次一列：每一列和行向量做一次「列乘行」。",
            "One row at a time: each is a row times the column.",
        ),
    ),
)
