"""The least-squares line through three points, by hand."""

from fractions import Fraction

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Quiz,
    Recipe,
    Text,
    Worked,
    dot,
    each,
    mean,
    same,
    table,
)

recipe = Recipe()


@recipe.step
def x_mean(v):
    return mean(v.x)


@recipe.step
def y_mean(v):
    return mean(v.y)


@recipe.step
def slope(v):
    dx, dy = each(lambda a: a - v.x_mean, v.x), each(lambda b: b - v.y_mean, v.y)
    return Fraction(dot(dx, dy)) / dot(dx, dx)


@recipe.step
def intercept(v):
    return v.y_mean - v.slope * v.x_mean


@recipe.step
def predicted(v):
    return v.intercept + v.slope * v.at


@recipe.mistake(
    "line.through-origin",
    step="slope",
    zh="你的答案正好是 Σxy / Σx²，那是通過原點的直線：x 和 y 要先減去平均。",
    en="Your answer is Σxy / Σx², the line through the origin: subtract the means from x and y "
    "first.",
)
def _(v):
    return Fraction(dot(v.x, v.y), dot(v.x, v.x))


@recipe.mistake(
    "line.exchanged",
    step="slope",
    zh="你的答案正好除以 Σ(y − ȳ)²：由 x 預測 y，要除以 Σ(x − x̄)²。",
    en="Your answer is divided by Σ(y − ȳ)²: to predict y from x, divide by Σ(x − x̄)².",
)
def _(v):
    dx, dy = each(lambda a: a - v.x_mean, v.x), each(lambda b: b - v.y_mean, v.y)
    return Fraction(dot(dx, dy)) / dot(dy, dy)


@recipe.mistake(
    "line.first-and-last",
    step="slope",
    zh="你的答案正好是第一點和最後一點的連線：最小平方法要用到每一點。",
    en="Your answer is the slope from the first point to the last: least squares takes all of "
    "them.",
)
def _(v):
    return Fraction(v.y[-1] - v.y[0], v.x[-1] - v.x[0])


@recipe.mistake(
    "line.intercept-negated",
    step="intercept",
    zh="你的答案正負號反了：截距是 ȳ 減去斜率乘 x̄。",
    en="The sign of your answer is the other way round: the intercept is ȳ less slope times x̄.",
)
def _(v):
    return v.slope * v.x_mean - v.y_mean


@recipe.mistake(
    "line.intercept-mean",
    step="intercept",
    zh="你的答案正好是 ȳ：還要減去斜率乘 x̄。",
    en="Your answer is ȳ: slope times x̄ is still to be subtracted.",
)
def _(v):
    return v.y_mean


@recipe.mistake(
    "line.no-intercept",
    step="predicted",
    zh="你的答案正好沒有加截距。",
    en="Your answer lacks the intercept.",
)
def _(v):
    return v.slope * v.at


def generate(stream):
    x = tuple(sorted(stream.sample(range(8), 3)))
    return {"x": x, "y": stream.sample(range(-3, 13), 3), "at": stream.integer(8, 12)}


def constraint(v):
    """Not evenly spaced (the middle point counts), and neither flat nor through the origin."""
    return v.x[2] - v.x[1] != v.x[1] - v.x[0] and v.slope != 0 and v.intercept != 0


def confirm(p):
    import numpy as np

    slope, intercept = np.polyfit(np.array(p["x"], float), np.array(p["y"], float), 1)
    return {
        "slope": float(slope),
        "intercept": float(intercept),
        "predicted": float(intercept + slope * p["at"]),
    }


def tables(v):
    head = (same("$x$"), same("$y$"))
    return (table(head, tuple(zip(v.x, v.y, strict=True))),)


LINE = Question(
    id="line",
    title=Text("三個點的迴歸直線", "The line through three points"),
    source=Text("第 2 節", "section 2"),
    statement=Text(
        "用最小平方法找出 $\\hat y = w_0 + w_1 x$。可以寫分數，或四捨五入到小數第 3 位。",
        "Find $\\hat y = w_0 + w_1 x$ by least squares. Give fractions, or round to three "
        "decimals.",
    ),
    tables=tables,
    parts=(
        Part(
            step="slope",
            kind=Kind.NUMBER,
            title=Text("斜率", "Slope"),
            prompt=Text("斜率 $w_1$ 是多少？", "What is the slope $w_1$?"),
            symbol=same("w₁"),
            points=50,
        ),
        Part(
            step="intercept",
            kind=Kind.NUMBER,
            title=Text("截距", "Intercept"),
            prompt=Text("截距 $w_0$ 是多少？", "What is the intercept $w_0$?"),
            symbol=same("w₀"),
            points=30,
            tolerance=Fraction(1, 100),
        ),
        Part(
            step="predicted",
            kind=Kind.NUMBER,
            title=Text("預測", "Prediction"),
            prompt=Text("$x = ⟨at⟩$ 時的預測是多少？", "What is predicted at $x = ⟨at⟩$?"),
            points=20,
            tolerance=Fraction(1, 50),
        ),
    ),
    generate=generate,
    constraint=constraint,
    slide={"x": (0, 1, 5), "y": (1, 4, 7), "at": 8},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    confirm=confirm,
    worked=(
        Worked(
            "slope",
            Text(
                "平均是 $\\bar x ⟨x_mean:3,eq⟩$、$\\bar y ⟨y_mean:3,eq⟩$。減去平均之後，"
                "斜率是乘積的和除以 x 的平方和：$w_1 ⟨slope:3,eq⟩$。",
                "The means are $\\bar x ⟨x_mean:3,eq⟩$ and $\\bar y ⟨y_mean:3,eq⟩$. With the means "
                "subtracted, the slope is the sum of the products over that of the squares of x: "
                "$w_1 ⟨slope:3,eq⟩$.",
            ),
        ),
        Worked(
            "intercept",
            Text(
                "直線通過 $(\\bar x, \\bar y)$：$w_0 = \\bar y - w_1 \\bar x ⟨intercept:3,eq⟩$。",
                "The line goes through $(\\bar x, \\bar y)$: "
                "$w_0 = \\bar y - w_1 \\bar x ⟨intercept:3,eq⟩$.",
            ),
        ),
        Worked(
            "predicted",
            Text(
                "代入：$w_0 + w_1 \\times ⟨at⟩ ⟨predicted:3,eq⟩$。",
                "Put in: $w_0 + w_1 \\times ⟨at⟩ ⟨predicted:3,eq⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "先算 x 和 y 的平均，再把每個數減去自己的平均。",
            "Find the means of x and y first, then subtract its own mean from each number.",
        ),
    ),
)

QUIZ = Quiz(
    id="line_quiz",
    title=Text("小測驗：迴歸直線", "Quiz: a regression line"),
    summary=Text("三個點，用手算。", "Three points, by hand."),
    questions=(LINE,),
)
