"""What goes wrong without activation functions."""

from grader.quiz.authoring import Kind, Option, Part, Question, Recipe, Text, Worked

TRUE = {
    "one-layer": (
        Text(
            "不管疊幾層，都等於一層線性轉換",
            "However many layers are stacked, they equal one linear layer",
        ),
        Text(
            "線性轉換接線性轉換還是線性轉換，所以疊幾層都等於一層。",
            "A linear map after a linear map is linear again, so any stack equals one layer.",
        ),
    ),
    "merged": (
        Text(
            "兩層的權重可以先相乘，合併成一個矩陣",
            "The weights of two layers can be multiplied into one matrix",
        ),
        Text(
            "W₂ᵀ(W₁ᵀx + b₁) + b₂ 可以乘開，合併成一個矩陣和一個偏差值。",
            "W₂ᵀ(W₁ᵀx + b₁) + b₂ can be multiplied out into one matrix and one bias.",
        ),
    ),
    "xor": (
        Text("學不會 XOR", "XOR cannot be learnt"),
        Text(
            "XOR 是線性不可分的，線性的網路學不會。",
            "XOR is not linearly separable: a linear network cannot learn it.",
        ),
    ),
    "straight": (
        Text(
            "兩個輸入的二元分類，邊界一定是一條直線",
            "With two inputs, the border of a binary classification is a straight line",
        ),
        Text(
            "輸出是輸入的線性函數，和閾值相等的地方就是直線。",
            "The output is linear in the input; where it equals the threshold is a straight line.",
        ),
    ),
    "double": (
        Text(
            "輸入每增加 1，輸出的變化量永遠一樣",
            "Whenever an input grows by 1, the output changes by the same amount",
        ),
        Text(
            "輸出是輸入的線性函數，斜率處處相同。",
            "The output is linear in the input, so its slope is the same everywhere.",
        ),
    ),
    "no-gain": (
        Text(
            "再多加一個隱藏層，也不能表達更多種函數",
            "One more hidden layer does not make more functions possible",
        ),
        Text(
            "多一層還是線性的，能表達的函數沒有變多。",
            "With one more layer it is still linear: no function is gained.",
        ),
    ),
}
FALSE = {
    "curved": (
        Text(
            "只要層數夠多，還是能學出彎曲的邊界",
            "With enough layers, curved borders can still be learnt",
        ),
        Text(
            "層數再多，沒有激勵函數還是線性的，邊界不會彎。",
            "However many layers: without activations the network is linear, and borders are "
            "straight.",
        ),
    ),
    "no-gradient": (
        Text("算不出梯度，所以無法訓練", "There are no gradients, so it cannot be trained"),
        Text(
            "線性函數也有梯度，可以訓練，只是學不到非線性的關係。",
            "A linear function has gradients and can be trained; it just learns nothing nonlinear.",
        ),
    ),
    "bounded": (
        Text("輸出一定在 0 和 1 之間", "The output is always between 0 and 1"),
        Text(
            "把輸出限制在 0 和 1 之間的是 Sigmoid 之類的函數；線性的輸出沒有範圍。",
            "It is a function such as sigmoid that keeps outputs in 0 to 1; a linear one has no "
            "bounds.",
        ),
    ),
    "no-bias": (
        Text("偏差值會全部變成 0", "All biases become 0"),
        Text(
            "偏差值照樣存在，只是可以合併成一個。",
            "The biases are still there; they can merely be merged into one.",
        ),
    ),
    "wider": (
        Text(
            "只要隱藏層的神經元夠多，就能解 XOR",
            "With enough hidden units, XOR can be solved",
        ),
        Text(
            "神經元再多，沒有激勵函數還是線性的，解不了 XOR。",
            "However many units: without activations the network is linear, and XOR is out of "
            "reach.",
        ),
    ),
    "relu": (
        Text("等於每一層都用 ReLU", "It is the same as ReLU in every layer"),
        Text(
            "ReLU 會把負的變成 0，是非線性的；沒有激勵函數是 f(z) = z。",
            "ReLU makes negative numbers 0 and is not linear; no activation is f(z) = z.",
        ),
    ),
    "deaf": (
        Text("輸出不再隨輸入改變", "The output no longer depends on the input"),
        Text(
            "輸出還是會隨輸入改變，只是變化是線性的。",
            "The output still changes with the input; it only changes linearly.",
        ),
    ),
}

recipe = Recipe()


@recipe.step
def consequences(v):
    return tuple(sorted(v.true))


def generate(stream):
    true = stream.sample(sorted(TRUE), stream.choice([2, 3]))
    false = stream.sample(sorted(FALSE), stream.choice([2, 3]))
    return {"true": tuple(sorted(true)), "false": tuple(sorted(false))}


def options(v):
    whole = {**TRUE, **FALSE}
    return tuple(Option(id, *whole[id]) for id in (*v.true, *v.false))


NO_ACTIVATION = Question(
    id="no_activation",
    title=Text("沒有激勵函數會怎樣", "Without activation functions"),
    source=Text("激勵函數", "Activation functions"),
    statement=Text(
        "把一個多層感知器的激勵函數全部拿掉（也就是 $f(z) = z$）。",
        "All activation functions are taken out of a multilayer perceptron (that is, $f(z) = z$).",
    ),
    parts=(
        Part(
            step="consequences",
            kind=Kind.CHOICES,
            title=Text("會發生什麼", "What follows"),
            prompt=Text("哪些說法是對的？選出所有對的。", "Which are true? Choose all that are."),
            points=10,
            options=options,
        ),
    ),
    generate=generate,
    slide={"true": ("one-layer", "xor"), "false": ("curved", "no-gradient")},
    steps=recipe.steps,
    worked=(
        Worked(
            "consequences",
            Text(
                "$W_2^T(W_1^T x + b_1) + b_2 = (W_1 W_2)^T x + (W_2^T b_1 + b_2)$：疊起來還是一層"
                "線性轉換，所以線性不可分的問題（如 XOR）學不會。",
                "$W_2^T(W_1^T x + b_1) + b_2 = (W_1 W_2)^T x + (W_2^T b_1 + b_2)$: a stack is one "
                "linear map, so what is not linearly separable (such as XOR) cannot be learnt.",
            ),
        ),
    ),
    hints=(Text("把兩層的式子乘開，看看剩下什麼。", "Multiply the formula of two layers out."),),
)
