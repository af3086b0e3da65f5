"""Outputs to classes by a threshold; one output lies exactly on it."""

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
    tenths,
)

recipe = Recipe()


@recipe.step
def label(v):
    return each(lambda y: int(y >= v.threshold), v.outputs)


@recipe.mistake(
    "neuron.equal-is-below",
    step="label",
    zh="你把剛好等於閾值的當成 0：大於「或等於」閾值的是 1。",
    en="You give 0 to the output that equals the threshold: at least the threshold means 1.",
)
def _(v):
    return each(lambda y: int(y > v.threshold), v.outputs) if v.threshold in v.outputs else None


@recipe.mistake(
    "neuron.classes-exchanged",
    step="label",
    zh="0 和 1 正好全部對調了：比閾值小的是 0。",
    en="0 and 1 are exchanged throughout: below the threshold means 0.",
)
def _(v):
    return each(lambda y: int(y < v.threshold), v.outputs)


@recipe.mistake(
    "neuron.threshold-ignored",
    step="label",
    zh="你的答案正好是用 0.5 當閾值的結果；這一題的閾值不是 0.5。",
    en="Your answer is what a threshold of 0.5 gives; it is not 0.5 here.",
)
def _(v):
    return None if v.threshold == Fraction(1, 2) else each(lambda y: int(2 * y >= 1), v.outputs)


def generate(stream):
    threshold = stream.choice([3, 4, 6, 7])
    below = stream.sample(range(1, threshold), 2)
    above = stream.sample(range(threshold + 1, 10), 2)
    between = range(min(threshold, 5) + (threshold > 5), max(threshold, 5))
    fooled = stream.choice([n for n in between if n != threshold] or [5])
    outputs = {threshold, fooled, *below[:1], *above[:1]}
    rest = [n for n in range(1, 10) if n not in outputs]
    outputs |= set(stream.sample(rest, 5 - len(outputs)))
    return {
        "outputs": tuple(exact(Fraction(n, 10)) for n in stream.shuffled(sorted(outputs))),
        "threshold": Fraction(threshold, 10),
    }


def constraint(v):
    return v.outputs.count(v.threshold) <= 1 and 0 < sum(v.label) < len(v.label)


def confirm(p):
    import numpy as np

    return {"label": np.where(np.array(p["outputs"], float) < float(p["threshold"]), 0, 1)}


def extras(v):
    rows = (
        rf"{latex(y)} {'<' if y < v.threshold else '=' if y == v.threshold else '>'} "
        rf"{latex(v.threshold)} \Rightarrow {k}"
        for y, k in zip(v.outputs, v.label, strict=True)
    )
    return {"compared": r",\quad ".join(rows)}


CLASSIFY = Question(
    id="classify",
    title=Text("用閾值分類", "Classes by a threshold"),
    source=Text("多層感知器應用", "Multilayer perceptron: applications"),
    statement=Text(
        "神經元對幾筆資料的輸出是\n\n$$\\hat{\\mathbf{y}} = ⟨outputs:row⟩$$\n\n"
        "閾值是 $⟨threshold⟩$。每一筆屬於哪一類？",
        "A neuron's outputs for some samples are\n\n$$\\hat{\\mathbf{y}} = ⟨outputs:row⟩$$\n\n"
        "The threshold is $⟨threshold⟩$. Which class is each sample in?",
    ),
    parts=(
        Part(
            step="label",
            kind=Kind.VECTOR,
            title=Text("每一筆的類別", "The class of each sample"),
            prompt=Text("由左到右寫出 0 或 1。", "Give 0 or 1 for each, from left to right."),
            symbol=Text("類別", "classes"),
            points=40,
            decimals=0,
            labels=lambda v: tuple(
                Text(f"第 {i} 筆", f"sample {i}") for i in range(1, len(v.outputs) + 1)
            ),
        ),
    ),
    repeats=True,
    generate=generate,
    slide={"outputs": tenths(0.2, 0.9, 0.3), "threshold": Fraction(1, 2)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "label",
            Text(
                "小於閾值的是 0，大於或等於的是 1：$⟨compared⟩$。",
                "Below the threshold is 0, at least the threshold is 1: $⟨compared⟩$.",
            ),
        ),
    ),
    hints=(Text("剛好等於閾值時算 1。", "An output that equals the threshold counts as 1."),),
)
