"""What goes into the output layer: neurons, activation and loss for three kinds of task."""

from grader.quiz.authoring import (
    Item,
    Kind,
    Option,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    same,
    table,
)

TASKS = {
    "regression": (
        Text("迴歸問題", "a regression"),
        Text("預測房價", "predicting the price of a house"),
        Text("預測明天的氣溫", "predicting tomorrow's temperature"),
        Text("預測機器還能用幾小時", "predicting how many hours a machine will last"),
        Text("預測一個月的用電量", "predicting a month's power use"),
        Text("預測配送要幾分鐘", "predicting the minutes a delivery takes"),
    ),
    "binary": (
        Text("二元分類", "a binary classification"),
        Text("判斷是不是垃圾信", "telling spam from other mail"),
        Text("判斷面板是良品還是瑕疵品", "telling good panels from bad ones"),
        Text("判斷客戶會不會退訂", "telling whether a customer will leave"),
        Text("判斷交易是不是詐騙", "telling whether a payment is a fraud"),
        Text("判斷影評是正面還是負面", "telling good film reviews from bad ones"),
    ),
    "multiclass": (
        Text("⟨k⟩ 個類別的多元分類", "a classification into ⟨k⟩ classes"),
        Text("辨認 ⟨k⟩ 種動物", "telling ⟨k⟩ kinds of animals apart"),
        Text("把新聞分成 ⟨k⟩ 類", "sorting news into ⟨k⟩ sections"),
        Text("判斷瑕疵是 ⟨k⟩ 種裡的哪一種", "telling which of ⟨k⟩ kinds a defect is"),
        Text("辨認 ⟨k⟩ 種交通號誌", "telling ⟨k⟩ kinds of traffic signs apart"),
        Text("把水果分成 ⟨k⟩ 級", "sorting fruit into ⟨k⟩ named grades"),
    ),
}

WHY_ACTIVATION = {
    "linear": Text(
        "迴歸的輸出可以是任何數值，輸出層用 Linear。",
        "A regression may give any number: its output layer is linear.",
    ),
    "sigmoid": Text(
        "二元分類的輸出是 0 和 1 之間的機率，一顆神經元用 Sigmoid。",
        "A binary classification gives one probability between 0 and 1: one unit with sigmoid.",
    ),
    "softmax": Text(
        "多元分類要每個類別一個機率、加起來是 1，用 Softmax。",
        "Several classes need a probability each, which add up to 1: softmax.",
    ),
}
WHY_LOSS = {
    "mse": Text(
        "迴歸用均方差 MSE（或 MAE）量數值的差距。",
        "A regression measures the distance of numbers, with MSE (or MAE).",
    ),
    "bce": Text(
        "二元分類用二元交叉熵 BCE。", "A binary classification takes binary cross-entropy, BCE."
    ),
    "ce": Text(
        "多元分類用交叉熵 CE。", "A classification into several classes takes cross-entropy, CE."
    ),
}
ACTIVATIONS = (
    Option("linear", same("Linear")),
    Option("sigmoid", same("Sigmoid")),
    Option("softmax", same("Softmax")),
    Option("relu", same("ReLU")),
)
LOSSES = (
    Option("mse", same("MSE")),
    Option("bce", same("Binary Cross Entropy")),
    Option("ce", same("Categorical Cross Entropy")),
    Option("accuracy", same("Accuracy")),
)
ACTIVATION_OF = {"regression": "linear", "binary": "sigmoid", "multiclass": "softmax"}
LOSS_OF = {"regression": "mse", "binary": "bce", "multiclass": "ce"}

recipe = Recipe()


@recipe.step
def neurons(v):
    return tuple(v.k if task == "multiclass" else 1 for task in v.order)


@recipe.step
def activation(v):
    return tuple(ACTIVATION_OF[task] for task in v.order)


@recipe.step
def loss(v):
    return tuple(LOSS_OF[task] for task in v.order)


@recipe.mistake(
    "concept.two-neurons-for-binary",
    step="neurons",
    zh="你給二元分類兩顆神經元：用 Sigmoid 時一顆就夠，另一類的機率是 1 減它。",
    en="You give the binary classification two units: with sigmoid one is enough, and the other "
    "class has 1 minus its probability.",
)
def _(v):
    return tuple(2 if t == "binary" else n for t, n in zip(v.order, neurons(v), strict=True))


@recipe.mistake(
    "concept.one-neuron-for-all",
    step="neurons",
    zh="你每一題都只給一顆神經元：n 個類別要 n 顆。",
    en="You give every task one unit: n classes need n.",
)
def _(v):
    return (1, 1, 1)


@recipe.mistake(
    "concept.one-class-left-out",
    step="neurons",
    zh="你給多元分類的神經元少了一顆：n 個類別就要 n 顆。",
    en="You give the several classes one unit too few: n classes need n.",
)
def _(v):
    return tuple(n - 1 if n > 1 else n for n in neurons(v))


def generate(stream):
    ways = {task: stream.child(task).integer(1, 5) for task in TASKS}
    return {**ways, "k": stream.integer(3, 9), "order": stream.shuffled(list(TASKS))}


def described(v, task):
    text = TASKS[task][v[task]]
    return text.each(lambda said: said.replace("⟨k⟩", str(v.k)))


def _items(key, why):
    return lambda v: tuple(Item(task, described(v, task), why[key[task]]) for task in v.order)


def _confusions(what, why, options):
    return {
        (due, o.id): (f"concept.{what}-{o.id}-for-{due}", why[due])
        for due in why
        for o in options
        if o.id != due
    }


OUTPUT_LAYER = Question(
    id="output_layer",
    title=Text("輸出層怎麼選", "The output layer"),
    source=Text("迴歸問題、分類問題", "Regression and classification"),
    statement=Text(
        "用多層感知器做這三件事。輸出層各要怎麼設計？二元分類請用一個輸出值的做法。",
        "A multilayer perceptron is to do these three. How is its output layer made? For a binary "
        "classification, give the way with a single output value.",
    ),
    tables=lambda v: (table((Text("任務", "task"),), [(described(v, task),) for task in v.order]),),
    parts=(
        Part(
            step="neurons",
            kind=Kind.VECTOR,
            title=Text("輸出神經元的個數", "The number of output units"),
            prompt=Text(
                "輸出層各要幾顆神經元？照上面的順序寫。",
                "How many units does each output layer have? In the order above.",
            ),
            symbol=Text("神經元個數", "number of units"),
            points=8,
            decimals=0,
            labels=lambda v: tuple(described(v, task) for task in v.order),
        ),
        Part(
            step="activation",
            kind=Kind.MATCHING,
            title=Text("輸出層的激勵函數", "The output activation"),
            prompt=Text("輸出層各用哪一個激勵函數？", "Which activation goes into each?"),
            points=8,
            options=lambda v: ACTIVATIONS,
            items=_items(ACTIVATION_OF, WHY_ACTIVATION),
            confusions=_confusions("activation", WHY_ACTIVATION, ACTIVATIONS),
        ),
        Part(
            step="loss",
            kind=Kind.MATCHING,
            title=Text("損失函數", "The loss"),
            prompt=Text("各用哪一個損失函數？", "Which loss goes with each?"),
            points=8,
            options=lambda v: LOSSES,
            items=_items(LOSS_OF, WHY_LOSS),
            confusions=_confusions("loss", WHY_LOSS, LOSSES),
        ),
    ),
    repeats=True,
    generate=generate,
    slide={
        "regression": 0,
        "binary": 0,
        "multiclass": 0,
        "k": 3,
        "order": ("regression", "binary", "multiclass"),
    },
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    confirm=lambda p: {"neurons": [p["k"] if t.startswith("multi") else 1 for t in p["order"]]},
    worked=(
        Worked(
            "neurons",
            Text(
                "迴歸一顆，二元分類一顆，$⟨k⟩$ 個類別的分類 $⟨k⟩$ 顆。",
                "One for a regression, one for a binary classification, and for $⟨k⟩$ classes "
                "$⟨k⟩$.",
            ),
        ),
        Worked(
            "activation",
            Text(
                "迴歸用 Linear，二元分類用 Sigmoid，多元分類用 Softmax。",
                "Linear for regression, sigmoid for binary, softmax for several classes.",
            ),
        ),
        Worked(
            "loss",
            Text(
                "迴歸用 MSE，二元分類用 BCE，多元分類用 CE。",
                "MSE for regression, BCE for binary, CE for several classes.",
            ),
        ),
    ),
    hints=(
        Text(
            "先想輸出應該是什麼：任何數值、一個機率，還是一組加起來是 1 的機率？",
            "First think what the output is to be: any number, one probability, or several that "
            "add up to 1?",
        ),
    ),
)
