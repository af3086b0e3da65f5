"""The n-m-k network that both questions about sizes describe."""

from grader.quiz.authoring import Text

SLIDE = Text("多層感知器運作方式", "How a multilayer perceptron works")

NETWORK = Text(
    "一個 $⟨n⟩$-$⟨m⟩$-$⟨k⟩$ 的多層感知器：$⟨n⟩$ 個輸入、一個有 $⟨m⟩$ 個神經元的隱藏層、$⟨k⟩$ "
    "個輸出神經元；每個神經元都有偏差值。",
    "A multilayer perceptron, $⟨n⟩$-$⟨m⟩$-$⟨k⟩$: $⟨n⟩$ inputs, one hidden layer of $⟨m⟩$ units, "
    "output units: $⟨k⟩$; every unit has a bias.",
)


def generate(stream):
    n, m = stream.integer(2, 12), stream.integer(2, 12)
    return {"n": n, "m": m, "k": stream.integer(1, 9)}


def distinct(v):
    return len({v.n, v.m, v.k}) == 3
