"""How many parameters an n-m-k network has."""

from grader.quiz.authoring import Kind, Part, Question, Recipe, Text, Worked
from solutions.quizzes.mlp_quiz.network import NETWORK, SLIDE, distinct, generate

counting = Recipe()


@counting.step
def first(v):
    return v.n * v.m + v.m


@counting.step
def second(v):
    return v.m * v.k + v.k


@counting.step
def count(v):
    return v.first + v.second


@counting.mistake(
    "mlp.count-no-biases",
    step="count",
    zh="你的答案正好只數了權重：每個隱藏層和輸出層的神經元還各有一個偏差值。",
    en="Your answer counts the weights alone: each hidden and output unit has a bias as well.",
)
def _(v):
    return v.n * v.m + v.m * v.k


@counting.mistake(
    "mlp.count-bias-per-layer",
    step="count",
    zh="你的答案正好是每一層只算一個偏差值的結果：偏差值是每個神經元一個。",
    en="Your answer has one bias per layer: there is one per unit.",
)
def _(v):
    return v.n * v.m + 1 + v.m * v.k + 1 if v.k > 1 else None


@counting.mistake(
    "mlp.count-input-biases",
    step="count",
    zh="你的答案正好也替輸入算了偏差值：輸入只是資料，沒有偏差值。",
    en="Your answer gives the inputs biases too: inputs are data and have none.",
)
def _(v):
    return v.n + v.first + v.second


def _unlike(v, wrong):
    """The slide's 2, 3 and 1 give 6 added and 6 multiplied: then neither can be named."""
    return None if v.n * v.m * v.k == v.n + v.m + v.k else wrong


@counting.mistake(
    "mlp.count-all-multiplied",
    step="count",
    zh="你的答案正好是三個數相乘：兩層的權重要分開算，再加起來。",
    en="Your answer is the three numbers multiplied: the weights of the two layers are counted "
    "apart, and added.",
)
def _(v):
    return _unlike(v, v.n * v.m * v.k)


@counting.mistake(
    "mlp.count-units",
    step="count",
    zh="你的答案正好是神經元與輸入的個數：參數是它們之間的權重，加上偏差值。",
    en="Your answer is the number of units and inputs: parameters are the weights between them, "
    "and the biases.",
)
def _(v):
    return _unlike(v, v.n + v.m + v.k)


def confirm_count(p):
    import numpy as np

    n, m, k = p["n"], p["m"], p["k"]
    arrays = (np.ones((n, m)), np.ones((m, 1)), np.ones((m, k)), np.ones((k, 1)))
    return {"count": sum(a.size for a in arrays)}


PARAMETERS = Question(
    id="parameters",
    title=Text("參數有幾個", "How many parameters"),
    source=SLIDE,
    statement=NETWORK,
    parts=(
        Part(
            step="count",
            kind=Kind.NUMBER,
            title=Text("參數的個數", "The number of parameters"),
            prompt=Text(
                "權重和偏差值一共有幾個？", "How many weights and biases are there altogether?"
            ),
            symbol=Text("參數個數", "number of parameters"),
            points=12,
            decimals=0,
        ),
    ),
    repeats=True,
    generate=generate,
    slide={"n": 2, "m": 3, "k": 1},
    steps=counting.steps,
    mistakes=counting.mistakes,
    constraint=distinct,
    confirm=confirm_count,
    worked=(
        Worked(
            "first",
            Text(
                "隱藏層：$⟨n⟩ \\times ⟨m⟩$ 個權重，加 $⟨m⟩$ 個偏差值，是 $⟨first⟩$ 個。",
                "Hidden layer: $⟨n⟩ \\times ⟨m⟩$ weights and $⟨m⟩$ biases make $⟨first⟩$.",
            ),
        ),
        Worked(
            "second",
            Text(
                "輸出層：$⟨m⟩ \\times ⟨k⟩$ 個權重，加 $⟨k⟩$ 個偏差值，是 $⟨second⟩$ 個。",
                "Output layer: $⟨m⟩ \\times ⟨k⟩$ weights and biases: $⟨k⟩$; that makes $⟨second⟩$.",
            ),
        ),
        Worked(
            "count",
            Text(
                "一共 $⟨first⟩ + ⟨second⟩ = ⟨count⟩$ 個。",
                "Altogether $⟨first⟩ + ⟨second⟩ = ⟨count⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "一層一層數：權重是「進來的個數 × 神經元個數」，再加上每個神經元的偏差值。",
            "Layer by layer: inputs times units for the weights, then one bias for each unit.",
        ),
    ),
)
