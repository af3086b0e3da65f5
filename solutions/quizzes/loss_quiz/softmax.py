"""Softmax of two and of three logits."""

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
    latex,
    same,
    written,
)

recipe = Recipe()


def softmax(z):
    top = each(math.exp, z)
    return each(lambda e: e / sum(top), top)


@recipe.step
def p2(v):
    return softmax(v.z2)


@recipe.step
def p3(v):
    return softmax(v.z3)


def wrong(id, *, zh, en, steps=("p2", "p3")):
    """Enter a wrong softmax, a function of the logits, for the parts it is made in."""

    def enter(function):
        for step, name in (("p2", "z2"), ("p3", "z3")):
            if step in steps:
                recipe.mistake(id, step=step, zh=zh, en=en)(lambda v, name=name: function(v[name]))
        return function

    return enter


@wrong(
    "loss.softmax-no-exp",
    zh="你的答案正好是直接用 logit 除以總和的結果：每個要先取 e 的次方。",
    en="Your answer divides the logits themselves by their sum: e is raised to each of them first.",
)
def _(z):
    return each(lambda a: Fraction(a) / sum(z), z) if sum(z) else None


@wrong(
    "loss.softmax-not-normalised",
    zh="你的答案正好只取了 e 的次方：還要除以總和，加起來才會是 1。",
    en="Your answer stops at the powers of e: they are still to be divided by their sum, which "
    "makes the total 1.",
)
def _(z):
    return each(math.exp, z)


@wrong(
    "loss.softmax-as-sigmoid",
    zh="你的答案正好是各自取 sigmoid 的結果：softmax 的分母是所有類別的總和。",
    en="Your answer is the sigmoid of each: the denominator of softmax is the sum over all "
    "classes.",
)
def _(z):
    return each(lambda a: 1 / (1 + math.exp(-a)), z)


@wrong(
    "loss.softmax-own-term-left-out",
    zh="你的答案的分母正好少了自己那一項：分母是所有類別的總和，包括自己。",
    en="Your denominators lack the class's own term: the sum is over all classes, its own "
    "included.",
)
def _(z):
    top = each(math.exp, z)
    return each(lambda e: e / (sum(top) - e), top)


@wrong(
    "loss.softmax-exponent-sign",
    steps=("p3",),
    zh="你的答案正好是用 e⁻ᶻ 的結果：次方是 z 本身，越大的 logit 機率越大。",
    en="Your answer uses e⁻ᶻ: the exponent is z itself, and the larger logit has the larger "
    "probability.",
)
def _(z):
    return softmax(each(lambda a: -a, z))


@wrong(
    "loss.softmax-as-argmax",
    zh="你的答案正好是最大的給 1、其他給 0：softmax 給的是機率，不是直接選一個。",
    en="Your answer gives 1 to the largest and 0 to the others: softmax gives probabilities, it "
    "does not choose.",
)
def _(z):
    return each(lambda a: int(a == max(z)), z)


def generate(stream):
    return {
        "z2": stream.child("two").sample(range(-2, 4), 2),
        "z3": stream.child("three").sample(range(-2, 4), 3),
    }


def confirm(p):
    import numpy as np

    two, three = np.exp(p["z2"]), np.exp(p["z3"])
    return {"p2": two / two.sum(), "p3": three / three.sum()}


def _written_out(z):
    top = each(math.exp, z)
    total = " + ".join(written(e, 3) for e in top)
    return r",\quad ".join(
        rf"\frac{{{written(e, 3)}}}{{{total}}} \approx {written(e / sum(top), 4)}" for e in top
    )


def extras(v):
    return {"two": _written_out(v.z2), "three": _written_out(v.z3), "first": latex(v.z2[0])}


def _part(step, z, count, points):
    return Part(
        step=step,
        kind=Kind.VECTOR,
        title=Text(f"{count[0]}個 logit 的 softmax", f"Softmax of {count[1]} logits"),
        prompt=Text(
            f"$\\mathrm{{softmax}}\\left(⟨{z}:row⟩\\right)$ 是多少？",
            f"What is $\\mathrm{{softmax}}\\left(⟨{z}:row⟩\\right)$?",
        ),
        symbol=same("softmax"),
        points=points,
        decimals=4,
        tolerance=Fraction(1, 2000),
    )


SOFTMAX = Question(
    id="softmax",
    title=same("Softmax"),
    source=Text("Softmax (分類問題)", "Softmax (classification)"),
    statement=Text(
        "$$\\mathrm{softmax}(z_j) = \\frac{e^{z_j}}{\\sum_{k} e^{z_k}}$$\n\n"
        "可以用計算機，四捨五入到小數第 4 位。",
        "$$\\mathrm{softmax}(z_j) = \\frac{e^{z_j}}{\\sum_{k} e^{z_k}}$$\n\n"
        "You may use a calculator. Round to four decimals.",
    ),
    parts=(_part("p2", "z2", ("兩", "two"), 12), _part("p3", "z3", ("三", "three"), 14)),
    generate=generate,
    slide={"z2": (-1, 2), "z3": (-1, 2, 1)},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked("p2", Text("兩個類別：$⟨two⟩$。", "Two classes: $⟨two⟩$.")),
        Worked("p3", Text("三個類別：$⟨three⟩$。", "Three classes: $⟨three⟩$.")),
    ),
    hints=(
        Text(
            "先算每個 e 的次方，再各除以總和；最後檢查加起來是不是 1。",
            "Find each power of e, divide each by their sum, and see whether the total is 1.",
        ),
    ),
)
