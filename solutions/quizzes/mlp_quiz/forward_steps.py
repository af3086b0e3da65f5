"""The steps of the forward pass, and the mistakes made in them."""

from grader.quiz.authoring import Recipe, add, dot, each, matvec, reshape, sub, transpose

recipe = Recipe()


@recipe.step
def product(v):
    return matvec(transpose(v.W1), v.x)


@recipe.step
def z(v):
    return add(v.product, v.b1)


@recipe.step
def h(v):
    return each(lambda a: max(v.slope * a, a), v.z)


@recipe.step
def y_hat(v):
    return dot(v.w2, v.h) + v.b2


@recipe.step
def label(v):
    return "1" if v.y_hat >= v.threshold else "0"


# --------------------------------------------------------------------------- mistakes in z


@recipe.mistake(
    "mlp.not-transposed",
    step="product",
    zh="你的答案正好是把 W₁ 的數字橫著讀成三組的結果，沒有轉置：第 j 個神經元的權重是 W₁ 的第 j "
    "行（直的）。",
    en="Your answer is what comes out when W₁ is read along its rows in three pairs and not "
    "transposed: the weights of unit j are column j of W₁.",
)
def _(v):
    return matvec(reshape(v.W1, 3), v.x)


@recipe.mistake(
    "mlp.inputs-swapped",
    step="product",
    zh="你的答案正好是兩個輸入對調的結果：x 的第一個數配 W₁ 的第一列。",
    en="Your answer is what comes out with the two inputs exchanged: the first entry of x goes "
    "with the first row of W₁.",
)
def _(v):
    return matvec(transpose(v.W1), v.x[::-1])


@recipe.mistake(
    "mlp.sign-lost",
    step="product",
    zh="你的答案正好是相乘時不管負號的結果：負的權重要帶著負號加進去。",
    en="Your answer is what comes out when minus signs are dropped in the products: a negative "
    "weight goes in with its sign.",
)
def _(v):
    return tuple(sum(abs(a * b) for a, b in zip(row, v.x, strict=True)) for row in transpose(v.W1))


@recipe.mistake(
    "mlp.no-bias",
    step="z",
    zh="你的答案正好是沒有加 b₁ 的結果：z = W₁ᵀx + b₁。",
    en="Your answer is what comes out without b₁: z = W₁ᵀx + b₁.",
)
def _(v):
    return v.product


@recipe.mistake(
    "mlp.bias-subtracted",
    step="z",
    zh="你的答案正好是減去 b₁ 的結果：偏差值要用加的，負的就連同負號一起加。",
    en="Your answer is what comes out with b₁ subtracted: the bias is added, sign and all.",
)
def _(v):
    return sub(v.product, v.b1)


# --------------------------------------------------------------------------- mistakes in h


@recipe.mistake(
    "mlp.no-activation",
    step="h",
    zh="你的答案正好是沒有套用激勵函數的結果：負的 z 要先經過 f₁。",
    en="Your answer is what comes out without the activation function: negative entries of z "
    "must go through f₁ first.",
)
def _(v):
    return v.z


@recipe.mistake(
    "mlp.smaller-for-larger",
    step="h",
    zh="你的答案正好是把 max 當成 min 的結果：激勵函數取的是比較大的那個，正的 z 不變。",
    en="Your answer is what comes out with min in place of max: the larger of the two is taken, "
    "and a positive z stays as it is.",
)
def _(v):
    return each(lambda a: min(v.slope * a, a), v.z)


@recipe.mistake(
    "mlp.absolute",
    step="h",
    zh="你的答案正好是取絕對值的結果：激勵函數不會把負的 z 變成同樣大小的正數。",
    en="Your answer is what absolute values give: the activation does not turn a negative z into "
    "a positive number of the same size.",
)
def _(v):
    return each(abs, v.z)


@recipe.mistake(
    "mlp.activation-before-bias",
    step="h",
    zh="你的答案正好是先套激勵函數、再加 b₁ 的結果：要先加 b₁，再套激勵函數。",
    en="Your answer is what comes out when the activation is applied before b₁ is added: the "
    "bias comes first.",
)
def _(v):
    return add(each(lambda a: max(v.slope * a, a), v.product), v.b1)


@recipe.mistake(
    "mlp.relu-for-leaky",
    step="h",
    zh="你的答案正好是用 ReLU 的結果；這一題是 Leaky ReLU，負的 z 要乘 a，不是變成 0。",
    en="Your answer is what ReLU gives; this is Leaky ReLU, which multiplies a negative z by a "
    "and does not make it 0.",
)
def _(v):
    return each(lambda a: max(0, a), v.z) if v.slope else None


# --------------------------------------------------------------------------- mistakes in ŷ


@recipe.mistake(
    "mlp.output-no-bias",
    step="y_hat",
    zh="你的答案正好是沒有加 b₂ 的結果：輸出層也有自己的偏差值。",
    en="Your answer is what comes out without b₂: the output layer has a bias of its own.",
)
def _(v):
    return dot(v.w2, v.h)


@recipe.mistake(
    "mlp.output-bias-subtracted",
    step="y_hat",
    zh="你的答案正好是減去 b₂ 的結果：偏差值要用加的。",
    en="Your answer is what comes out with b₂ subtracted: it is added.",
)
def _(v):
    return dot(v.w2, v.h) - v.b2


@recipe.mistake(
    "mlp.output-bias-each-time",
    step="y_hat",
    zh="你的答案正好是把 b₂ 加了三次的結果：一個輸出神經元只加一次 b₂。",
    en="Your answer is what comes out with b₂ added three times: one output unit adds it once.",
)
def _(v):
    return dot(v.w2, v.h) + 3 * v.b2


@recipe.mistake(
    "mlp.output-weights-reversed",
    step="y_hat",
    zh="你的答案正好是把 W₂ 倒過來配的結果：W₂ 最上面的權重配 h 最上面的數。",
    en="Your answer is what comes out with W₂ upside down: its top weight goes with the top "
    "entry of h.",
)
def _(v):
    wrong = dot(v.w2[::-1], v.h) + v.b2
    return None if v.h == v.h[::-1] else wrong


@recipe.mistake(
    "mlp.output-weights-left-out",
    step="y_hat",
    zh="你的答案正好是沒有乘 W₂、直接把 h 加起來的結果：每個 h 要先乘自己的權重。",
    en="Your answer is what comes out when h is summed without W₂: each entry is multiplied by "
    "its weight first.",
)
def _(v):
    return sum(v.h) + v.b2


@recipe.mistake(
    "mlp.output-from-z",
    step="y_hat",
    twin="mlp.no-activation",
    zh="你的答案正好是用 z 算的結果：輸出層的輸入是經過激勵函數的 h。",
    en="Your answer is computed from z: what goes into the output layer is h, after the "
    "activation.",
)
def _(v):
    return dot(v.w2, v.z) + v.b2
