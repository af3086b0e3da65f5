"""A row times a column: one number."""

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    products,
    same,
)

SLIDE = Text("矩陣乘法小練習", "Matrix products: a small exercise")

recipe = Recipe()


@recipe.step
def terms(v):
    return tuple(a * b for a, b in zip(v.u, v.w, strict=True))


@recipe.step
def product(v):
    return sum(v.terms)


@recipe.mistake(
    "matmul.sign-lost",
    step="terms",
    zh="你的答案正好是不管負號的結果：正數乘負數是負數，要帶著負號加進去。",
    en="Your answer is what comes out without the minus signs: a positive times a negative is "
    "negative and goes into the sum with its sign.",
)
def _(v):
    return tuple(abs(a * b) for a, b in zip(v.u, v.w, strict=True))


@recipe.mistake(
    "matmul.added",
    step="terms",
    zh="你的答案正好是把所有數字加起來的結果：對應的數要先相乘，再把乘積加起來。",
    en="Your answer is the sum of all the numbers: numbers in the same place are multiplied "
    "first, and the products added.",
)
def _(v):
    return tuple(a + b for a, b in zip(v.u, v.w, strict=True))


@recipe.mistake(
    "matmul.reversed",
    step="terms",
    zh="你的答案正好是把行向量倒過來配的結果：列的第一個數配行的第一個數（最上面那個）。",
    en="Your answer is what comes out with the column upside down: the row's first number goes "
    "with the column's first, at the top.",
)
def _(v):
    return tuple(a * b for a, b in zip(v.u, v.w[::-1], strict=True))


@recipe.mistake(
    "matmul.last-left-out",
    step="product",
    zh="你的答案正好少了最後一項：三個乘積都要加進去。",
    en="Your answer lacks the last product: all three go into the sum.",
)
def _(v):
    return sum(v.terms[:-1])


@recipe.mistake(
    "matmul.first-left-out",
    step="product",
    zh="你的答案正好少了第一項：三個乘積都要加進去。",
    en="Your answer lacks the first product: all three go into the sum.",
)
def _(v):
    return sum(v.terms[1:])


def generate(stream):
    u = [stream.nonzero(-5, 9) for _ in range(3)]
    w = [stream.nonzero(-5, 5) for _ in range(3)]
    at = stream.below(3)
    w[at] = -abs(w[at])
    u[at] = abs(u[at])
    return {"u": tuple(u), "w": tuple(w)}


def constraint(v):
    """A product that is negative, and nothing that makes an order of the numbers immaterial."""
    return min(v.terms) < 0 and v.u[0] != v.u[2] and v.w[0] != v.w[2] and v.product != 0


def confirm(p):
    import numpy as np

    return {"product": np.array(p["u"], float) @ np.array(p["w"], float)}


ROW_COLUMN = Question(
    id="row_column",
    title=Text("列乘行", "Row times column"),
    source=SLIDE,
    statement=Text(
        "一列乘上一行，得到一個數：\n\n$$⟨u:row⟩\\,⟨w⟩ = \\;?$$",
        "A row times a column gives one number:\n\n$$⟨u:row⟩\\,⟨w⟩ = \\;?$$",
    ),
    parts=(
        Part(
            step="product",
            kind=Kind.NUMBER,
            title=Text("乘積", "The product"),
            prompt=Text("乘積是多少？", "What is the product?"),
            symbol=Text("乘積", "product"),
            points=25,
            decimals=0,
        ),
    ),
    repeats=True,
    generate=generate,
    slide={"u": (5, 2, 1), "w": (-1, 3, 3)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=lambda v: {"sum": products(v.u, v.w), "each": same(" + ".join(_terms(v)))},
    worked=(
        Worked(
            "terms",
            Text(
                "列的每個數，乘上行裡同一個位置的數：$⟨sum⟩$。",
                "Each number of the row times the number in the same place of the column: $⟨sum⟩$.",
            ),
        ),
        Worked(
            "product",
            Text(
                "把三個乘積加起來：$⟨each⟩ = ⟨product⟩$。", "Add the three: $⟨each⟩ = ⟨product⟩$."
            ),
        ),
    ),
    hints=(
        Text(
            "先寫出三個乘積，再相加；負號跟著走。",
            "Write the three products first, then add; signs stay with their numbers.",
        ),
    ),
)


def _terms(v):
    return [f"({t})" if t < 0 else str(t) for t in v.terms]
