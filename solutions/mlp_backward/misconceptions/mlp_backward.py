"""Wrong versions of `mlp_backward` that learners write."""

from grader.authoring import edited
from grader.model.assignment import Misconception

CATALOGUE: list[Misconception] = []

NETWORK = """\
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden not in ("relu", "tanh", "sigmoid"):
        raise ValueError(hidden)
    if task not in ("regression", "binary", "multiclass"):
        raise ValueError(task)
    Z1 = W1.T @ X + b1
    A1 = {"relu": np.maximum(0, Z1), "tanh": np.tanh(Z1), "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]
    slope = {"relu": Z1 > 0, "tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1)}[hidden]
    Z2 = W2.T @ A1 + b2
    S, E = 1 / (1 + np.exp(-Z2)), np.exp(Z2 - Z2.max(axis=0))
    Y_hat = {"regression": Z2, "binary": S, "multiclass": E / E.sum(axis=0)}[task]
    scale = {"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]
    dZ2 = scale * (Y_hat - y)
    dZ1 = W2 @ dZ2 * slope
    dW1, db1 = X @ dZ1.T, dZ1.sum(axis=1, keepdims=True)
    dW2, db2 = A1 @ dZ2.T, dZ2.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
"""


edited(
    CATALOGUE,
    "mlp_backward.negative",
    NETWORK,
    ("Y_hat - y", "y - Y_hat"),
    zh=(
        "四個梯度都差一個負號：誤差要是 Ŷ − y，不是 y − Ŷ。更新時的減號不屬於梯度。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "All four gradients have the wrong sign: the error is Ŷ − y, not y − Ŷ. The minus of "
        "the update is not part of the gradient. See backward propagation on the slide "
        "“Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.not-averaged",
    NETWORK,
    (
        '{"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        '2 if task == "regression" else 1',
    ),
    zh=(
        "你沒有除以樣本數。三種損失都是平均，梯度也要帶著 1/N (MSE、BCE 是每個元素)。見投影片"
        "「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You do not divide by the number of samples. All three losses are means, so the "
        "gradients carry 1/N (every element for MSE and BCE). See the slide “Loss functions "
        "(regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.averaged-twice",
    NETWORK,
    ("return dW1, db1, dW2, db2", "n = X.shape[1]\n    return dW1 / n, db1 / n, dW2 / n, db2 / n"),
    zh=(
        "你除以 N 兩次：dZ2 已經除過，dW 與 db 又除了一次。整條路只除一次。見投影片「損失函數"
        " (迴歸問題)」。"
    ),
    en=(
        "You divide by N twice: dZ2 has it already, and dW and db have it again. Divide once "
        "on the whole way. See the slide “Loss functions (regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-not-averaged",
    NETWORK,
    ("return dW1, db1, dW2,", "n = X.shape[1]\n    return dW1, n * db1, dW2, n *"),
    zh=(
        "dW 有除以 N，db 卻沒有。損失是平均，偏差的梯度也要帶 1/N。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "dW is divided by N but db is not. The loss is a mean, so the gradients of the "
        "biases carry 1/N too. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-averaged-again",
    NETWORK,
    ("return dW1, db1, dW2, db2", "n = X.shape[1]\n    return dW1, db1 / n, dW2, db2 / n"),
    zh=(
        "db 又取了一次平均。1/N 已經在 dZ2 裡，db 對樣本加總就好。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "db is averaged once more. The 1/N is already in dZ2: just sum db over the samples. "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.weights-averaged-again",
    NETWORK,
    ("return dW1, db1, dW2", "n = X.shape[1]\n    return dW1 / n, db1, dW2 / n"),
    zh="dW 又除了一次 N。1/N 已經在 dZ2 裡，不要再除。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "dW is divided by N once more. The 1/N is already in dZ2. See backward propagation "
        "on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.mse-two-missing",
    NETWORK,
    ('": 2', '": 1'),
    zh=(
        "迴歸少了係數 2：(ŷ − y)² 的導數是 2(ŷ − y)。這裡的 MSE 前面沒有 1/2。見投影片「損失"
        "函數 (迴歸問題)」。"
    ),
    en=(
        "The factor 2 is missing for regression: the derivative of (ŷ − y)² is 2(ŷ − y). "
        "This MSE has no 1/2 in front. See the slide “Loss functions (regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.mse-n-for-kn",
    NETWORK,
    ('2 / y.size, "', '2 / y.shape[1], "'),
    zh="迴歸只除以 N。MSE 對每個元素平均，k 個輸出時要除以 kN。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "Regression is divided by N only. The MSE is a mean over every element: with k "
        "outputs divide by kN. See the slide “Loss functions (regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.bce-n-for-kn",
    NETWORK,
    ('1 / y.size, "', '1 / y.shape[1], "'),
    zh=(
        "二元分類只除以 N。BCE 對每個元素平均，k 個輸出時要除以 kN。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "Binary classification is divided by N only. The BCE is a mean over every element: with "
        "k outputs divide by kN. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.n-for-kn",
    NETWORK,
    ('2 / y.size, "binary": 1 / y.size', '2 / y.shape[1], "binary": 1 / y.shape[1]'),
    zh=(
        "每種損失都只除以 N。只有多元分類的 CE 是這樣；MSE 與 BCE 對每個元素平均，k 個輸出時要"
        "除以 kN。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Every loss is divided by N only. That is right for the multi-class CE; MSE and BCE are "
        "means over every element: with k outputs divide by kN. See the slide “Loss functions "
        "(regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.ce-kn-for-n",
    NETWORK,
    ("y.shape[1]", "y.size"),
    zh="多元分類除以了 kN。Cross entropy 只除以樣本數 N。見投影片「損失函數 (分類問題)」。",
    en=(
        "Multi-class is divided by kN. The cross-entropy is divided by the number of samples "
        "N only. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.two-everywhere",
    NETWORK,
    ('1 / y.size, "multiclass": 1', '2 / y.size, "multiclass": 2'),
    zh="分類也乘了 2。2 來自 MSE 的平方，BCE 與 CE 沒有。見投影片「損失函數 (分類問題)」。",
    en=(
        "The classification tasks have a factor 2 as well. It comes from the square in the "
        "MSE; BCE and CE have none. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.binary-sigmoid-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = dZ2 * S * (1 - S)'),
    zh=(
        "二元分類又多乘了 σ′ = ŷ(1 − ŷ)。BCE 與 sigmoid 合起來就是 (ŷ − y)，σ′ 已經消掉了。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "For binary you multiply by σ′ = ŷ(1 − ŷ) once more. BCE and sigmoid together give "
        "ŷ − y: σ′ has cancelled. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.multiclass-softmax-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "多元分類又多乘了 p(1 − p)。CE 與 softmax 合起來就是 (p − y)，不用再乘。見投影片「損"
        "失函數 (分類問題)」。"
    ),
    en=(
        "For multi-class you multiply by p(1 − p) once more. CE and softmax together give p "
        "− y already. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.output-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task != "regression":\n        dZ2 = dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "兩種分類都又多乘了 ŷ(1 − ŷ)。BCE + sigmoid、CE + softmax 合起來就是 (ŷ − y)。見投影"
        "片「損失函數 (分類問題)」。"
    ),
    en=(
        "Both classification tasks have an extra ŷ(1 − ŷ). BCE with sigmoid and CE with "
        "softmax give ŷ − y already. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.binary-chain-forgotten",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = dZ2 / (S * (1 - S))'),
    zh=(
        "二元分類停在對 ŷ 的導數 (ŷ − y)/(ŷ(1 − ŷ))，忘了再乘 sigmoid 的導數。見投影片「損失"
        "函數 (分類問題)」。"
    ),
    en=(
        "For binary you stop at the derivative with respect to ŷ, (ŷ − y)/(ŷ(1 − ŷ)), and "
        "leave out the derivative of the sigmoid. See the slide “Loss functions "
        "(classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.multiclass-chain-forgotten",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = -scale * y / Y_hat'),
    zh=(
        "多元分類停在對 p 的導數 −y/p，忘了再乘 softmax 的導數。合起來是 (p − y)/N。見投影片"
        "「損失函數 (分類問題)」。"
    ),
    en=(
        "For multi-class you stop at the derivative with respect to p, −y/p, and leave out "
        "that of softmax. Together they give (p − y)/N. See the slide “Loss functions "
        "(classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.multiclass-diagonal-only",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = -scale * y * (1 - Y_hat)'),
    zh=(
        "softmax 的導數你只用了對角線 p(1 − p)。每個 logit 影響所有類別，合起來是 (p − y)/N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You use only the diagonal p(1 − p) of the derivative of softmax. Each logit moves "
        "every class; together it is (p − y)/N. See the slide “Loss functions "
        "(classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.softmax-over-samples",
    NETWORK,
    ("E / E.sum(axis=0", "np.exp(Z2) / np.exp(Z2).sum(axis=1, keepdims=True"),
    zh=(
        "softmax 沿樣本 (axis=1) 做了。類別在 axis=0：每一行 (一個樣本) 加總為 1。見投影片「"
        "Softmax (分類問題)」。"
    ),
    en=(
        "softmax runs along the samples (axis 1). Classes are axis 0: each column, one "
        "sample, sums to 1. See the slide “Softmax (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.softmax-over-everything",
    NETWORK,
    ("E / E.sum(axis=0", "np.exp(Z2) / np.exp(Z2).sum("),
    zh=(
        "softmax 的分母把整個矩陣都加進去了。要一個樣本一個樣本做：E.sum(axis=0)。見投影片「"
        "Softmax (分類問題)」。"
    ),
    en=(
        "The denominator of softmax adds up the whole matrix. Do it sample by sample: sum "
        "along axis 0. See the slide “Softmax (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.multiclass-sigmoid",
    NETWORK,
    ("E / E.sum(axis=0)", "S"),
    zh=(
        "多元分類的輸出用了 sigmoid。要用 softmax，各類別的機率加總才會是 1。見投影片「分類問"
        "題(多元分類)」。"
    ),
    en=(
        "The multi-class output goes through the sigmoid. Use softmax, so that the classes "
        "sum to 1. See the slide “Classification (multi-class)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.multiclass-no-softmax",
    NETWORK,
    ("E / E.sum(axis=0)", "Z2"),
    zh="多元分類直接用 Z2 減 y，沒有經過 softmax。見投影片「分類問題(多元分類)」。",
    en=(
        "Multi-class subtracts y from Z2 itself, without softmax. See the slide "
        "“Classification (multi-class)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.binary-mse",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = 2 * dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "二元分類用了 MSE 的導數 2(ŷ − y)ŷ(1 − ŷ)。損失是二元交叉熵，∂L/∂z 化簡之後只剩 ŷ − y。"
        "見投影片「分類問題(二元分類)」。"
    ),
    en=(
        "Binary uses the derivative of MSE, 2(ŷ − y)ŷ(1 − ŷ). The loss is binary "
        "cross-entropy, whose ∂L/∂z comes down to ŷ − y. See the slide “Classification (binary)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.softmax-not-normalised",
    NETWORK,
    ("E / E.sum(axis=0)", "E"),
    zh="softmax 少了分母：取完 exp 還要除以每一行的總和。見投影片「Softmax (分類問題)」。",
    en=(
        "The softmax lacks its denominator: after exp, divide by each column's sum. See the "
        "slide “Softmax (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.binary-no-sigmoid",
    NETWORK,
    (": S,", ": Z2,"),
    zh="二元分類直接用 Z2 減 y，沒有經過 sigmoid。見投影片「分類問題(二元分類)」。",
    en=(
        "Binary subtracts y from Z2 itself, without the sigmoid. See the slide "
        "“Classification (binary)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.regression-sigmoid",
    NETWORK,
    (": Z2,", ": S,"),
    zh="迴歸的輸出經過了 sigmoid。迴歸的輸出層是 linear：Ŷ 就是 Z2。見投影片「迴歸問題」。",
    en=(
        "The regression output goes through the sigmoid. Its output layer is linear: Ŷ is "
        "Z2. See the slide “Regression”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.regression-hidden-activation",
    NETWORK,
    (
        'Y_hat = {"regression": Z2',
        (
            'F2 = {"relu": np.maximum(0, Z2), "tanh": np.tanh(Z2), "sigmoid": S}[hidden]\n'
            '    Y_hat = {"regression": F2'
        ),
    ),
    zh=(
        "迴歸的輸出也套了隱藏層的激勵函數。迴歸的輸出層是 linear：Ŷ 就是 Z2。見投影片「迴歸問題」。"
    ),
    en=(
        "The regression output goes through the hidden activation as well. Its output layer "
        "is linear: Ŷ is Z2. See the slide “Regression”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.mae-for-mse",
    NETWORK,
    ("- y)", '- y)\n    if task == "regression":\n        dZ2 = np.sign(Y_hat - y) / y.size'),
    zh=(
        "迴歸用了 MAE 的導數 (正負號)。損失是 MSE，導數是 2(ŷ − y)/(kN)。見投影片「損失函數 ("
        "迴歸問題)」。"
    ),
    en=(
        "Regression uses the derivative of the MAE, a sign. The loss is the MSE: 2(ŷ − "
        "y)/(kN). See the slide “Loss functions (regression)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-slope-missing",
    NETWORK,
    (" * slope", ""),
    zh=(
        "往回傳過隱藏層時少乘了 f′(Z1)：dZ1 = (W2 dZ2) ⊙ f′(Z1)。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "f′(Z1) is missing on the way back through the hidden layer: dZ1 = (W2 dZ2) ⊙ "
        "f′(Z1). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.slope-at-activation",
    NETWORK,
    (
        'slope = {"relu": Z1 > 0, "tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1',
        (
            "S1 = 1 / (1 + np.exp(-A1))\n"
            '    slope = {"relu": A1 > 0, "tanh": 1 - np.tanh(A1) ** 2, "sigmoid": S1 * (1 - S1'
        ),
    ),
    zh=(
        "隱藏層的導數在 A1 求值，等於把激勵函數套了兩次。要在激勵前的 Z1 求值。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "The hidden derivative is taken at A1, which applies the activation twice. Take it "
        "at the pre-activation Z1. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.slope-always-relu",
    NETWORK,
    ('"tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1)', '"tanh": Z1 > 0, "sigmoid": Z1 > 0'),
    zh=(
        "不論 hidden 是什麼，反向時都用了 ReLU 的導數。tanh 是 1 − A1²，sigmoid 是 A1(1 − A1)。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "The backward pass uses ReLU's derivative whatever `hidden` is. It is 1 − A1² for tanh "
        "and A1(1 − A1) for sigmoid. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.slope-of-z",
    NETWORK,
    ('A1**2, "sigmoid": A1 * (1 - A1', 'Z1**2, "sigmoid": Z1 * (1 - Z1'),
    zh=(
        "你用了 1 − Z1² 與 Z1(1 − Z1)。這兩個式子裡要放的是激勵後的 A1，或先對 Z1 套激勵函數。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You use 1 − Z1² and Z1(1 − Z1). What goes into these formulas is the activation A1 "
        "= f(Z1). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.tanh-slope-of-z",
    NETWORK,
    ("- A1*", "- Z1*"),
    zh=(
        "tanh 的導數你用了 1 − Z1²。應該是 1 − A1²，A1 = tanh(Z1)。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For tanh you use 1 − Z1². It is 1 − A1² with A1 = tanh(Z1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.sigmoid-slope-of-z",
    NETWORK,
    ("A1 * (1 - A1", "Z1 * (1 - Z1"),
    zh=(
        "sigmoid 的導數你用了 Z1(1 − Z1)。應該是 A1(1 − A1)，A1 = σ(Z1)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "For the sigmoid you use Z1(1 − Z1). It is A1(1 − A1) with A1 = σ(Z1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.tanh-slope-not-squared",
    NETWORK,
    ("A1**2", "A1"),
    zh="tanh 的導數你用了 1 − A1，忘了平方：1 − A1²。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "For tanh you use 1 − A1; the square is missing: 1 − A1². See backward propagation "
        "on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.tanh-sigmoid-formula",
    NETWORK,
    ("1 - A1**2", "A1 * (1 - A1)"),
    zh=(
        "tanh 的導數你用了 sigmoid 的 A1(1 − A1)。tanh 的是 1 − A1²。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "For tanh you use the formula of the sigmoid, A1(1 − A1). That of tanh is 1 − A1². "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.sigmoid-tanh-formula",
    NETWORK,
    ("A1 * (1 - A1)", "1 - A1**2"),
    zh=(
        "sigmoid 的導數你用了 tanh 的 1 − A1²。sigmoid 的是 A1(1 − A1)。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "For the sigmoid you use the formula of tanh, 1 − A1². That of the sigmoid is A1(1 "
        "− A1). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.sigmoid-slope-not-multiplied",
    NETWORK,
    ("A1 * (1 - A1)", "1 - A1"),
    zh=(
        "sigmoid 的導數你用了 1 − A1，少乘了 A1：A1(1 − A1)。見投影片「深度學習訓練流程」的反"
        "向傳播。"
    ),
    en=(
        "For the sigmoid you use 1 − A1; the factor A1 is missing: A1(1 − A1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.relu-slope-is-value",
    NETWORK,
    ("Z1 > 0", "A1"),
    zh=(
        "ReLU 的導數你用了 max(0, Z1) 本身。斜率只有 0 與 1：Z1 > 0。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For ReLU you use max(0, Z1) itself. The slope is 0 or 1: Z1 > 0. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.relu-slope-one",
    NETWORK,
    ("Z1 > ", "1."),
    zh=(
        "ReLU 的導數你到處用 1。Z1 ≤ 0 的神經元沒有作用，斜率是 0。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For ReLU you use 1 everywhere. Neurons with Z1 ≤ 0 are off: their slope is 0. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.relu-slope-of-error",
    NETWORK,
    ("Z1 > ", "1."),
    ("dZ1 = W2 @ dZ2", 'dA1 = W2 @ dZ2\n    dZ1 = dA1 * (dA1 > 0) if hidden == "relu" else dA1'),
    zh=(
        "你用傳回來的誤差 (W2 dZ2) 的正負決定 ReLU 的導數。要看的是前向的 Z1 > 0。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You decide the slope of ReLU by the sign of the error W2 dZ2. What counts is the "
        "forward Z1 > 0. See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.w2-transposed",
    NETWORK,
    ("= W2 ", "= W2.T "),
    zh=(
        "往回傳誤差時用了 W2ᵀ。前向乘的是 W2ᵀ，往回要乘 W2：dA1 = W2 dZ2。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "You send the error back with W2ᵀ. Forward multiplied by W2ᵀ, so going back "
        "multiplies by W2: dA1 = W2 dZ2. See backward propagation on the slide “Deep "
        "learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.weights-transposed",
    NETWORK,
    (", db1, dW2", ".T, db1, dW2.T"),
    zh=(
        "dW1 與 dW2 是轉置的。W1 是 (n_in, n_hidden)，所以 dW1 = X dZ1ᵀ，dW2 = A1 dZ2ᵀ。見投"
        "影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "dW1 and dW2 are transposed. W1 is (n_in, n_hidden), so dW1 = X dZ1ᵀ and dW2 = A1 "
        "dZ2ᵀ. See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.dw2-from-z1",
    NETWORK,
    ("= A1 ", "= Z1 "),
    zh=(
        "dW2 用了激勵前的 Z1。輸出層的輸入是激勵後的 A1：dW2 = A1 dZ2ᵀ。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "dW2 uses the pre-activation Z1. The input of the output layer is A1: dW2 = A1 dZ2ᵀ. "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-not-summed",
    NETWORK,
    ("db1, dW2, db2", "dZ1, dW2, dZ2"),
    zh=(
        "db 沒有對樣本加總。所有樣本共用 b：沿 axis=1 加總，形狀 (n, 1)。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "The db are not summed over the samples. All samples share b: sum along axis 1, "
        "shape (n, 1). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-one-axis",
    NETWORK,
    (", dW2, db2", "[:, 0], dW2, db2[:, 0]"),
    zh="db 的形狀少了一個軸 (n，)。b 是 (n, 1)，加總時請用 keepdims=True。",
    en="The db have lost an axis: (n,). b is (n, 1): sum with keepdims=True.",
)


edited(
    CATALOGUE,
    "mlp_backward.biases-over-neurons",
    NETWORK,
    ("db1, dW2, db2", "dZ1.sum(axis=0, keepdims=True), dW2, dZ2.sum(axis=0, keepdims=True)"),
    zh=(
        "db 沿 axis=0 加總，把神經元加在一起了。要對樣本加總：axis=1。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "The db sum along axis 0, over the neurons. Sum over the samples: axis 1. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-total",
    NETWORK,
    ("db1, dW2, db2", "dZ1.sum(), dW2, dZ2.sum()"),
    zh=(
        "db 把整個 dZ 加成一個數。每個神經元有自己的 b：只沿 axis=1 加總。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "The db add all of dZ into one number. Each neuron has a b of its own: sum along "
        "axis 1 only. See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.last-sample-only",
    NETWORK,
    (" @ dZ1.T, dZ1.sum(axis=1, keepdims=True)", "[:, -1:] @ dZ1[:, -1:].T, dZ1[:, -1:]"),
    (" @ dZ2.T, dZ2.sum(axis=1, keepdims=True)", "[:, -1:] @ dZ2[:, -1:].T, dZ2[:, -1:]"),
    zh=(
        "只剩最後一個樣本的梯度。迴圈裡要用 += 把每個樣本加起來。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "Only the gradient of the last sample is left. In the loop use += to add up the "
        "samples. See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.b1-forgotten",
    NETWORK,
    (" + b1", ""),
    zh="前向傳播時忘了加 b1：Z1 = W1ᵀX + b1。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b1: Z1 = W1ᵀX + b1. See the slide “How a multilayer "
        "perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.b2-forgotten",
    NETWORK,
    (" + b2", ""),
    zh="前向傳播時忘了加 b2：Z2 = W2ᵀA1 + b2。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b2: Z2 = W2ᵀA1 + b2. See the slide “How a multilayer "
        "perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.biases-forgotten",
    NETWORK,
    (" + b1", ""),
    (" + b2", ""),
    zh="前向傳播時忘了加 b1 與 b2：每一層都是 WᵀX + b。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b1 and b2: each layer is WᵀX + b. See the slide “How a "
        "multilayer perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.activation-skipped",
    NETWORK,
    ("@ A1 ", "@ Z1 "),
    zh=(
        "前向傳播時輸出層用了 Z1，沒有經過隱藏層的激勵函數 A1 = f1(Z1)。見投影片「多層感知器"
        "運作方式」。"
    ),
    en=(
        "In the forward pass the output layer takes Z1, without the hidden activation A1 = "
        "f1(Z1). See the slide “How a multilayer perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-always-relu",
    NETWORK,
    ("[hidden]\n    slope", '["relu"]\n    slope'),
    ("[hidden", '["relu"'),
    zh=(
        "不論 hidden 是什麼都用了 ReLU。請依 hidden 選擇激勵函數與它的導數。見投影片「多層感"
        "知器運作方式」。"
    ),
    en=(
        "ReLU is used whatever hidden says. Choose the activation and its derivative by "
        "hidden. See the slide “How a multilayer perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-always-sigmoid",
    NETWORK,
    ("[hidden]\n    slope", '["sigmoid"]\n    slope'),
    ("[hidden", '["sigmoid"'),
    zh=(
        "不論 hidden 是什麼都用了 sigmoid。請依 hidden 選擇激勵函數與它的導數。見投影片「多層"
        "感知器運作方式」。"
    ),
    en=(
        "The sigmoid is used whatever hidden says. Choose the activation and its derivative "
        "by hidden. See the slide “How a multilayer perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-always-tanh",
    NETWORK,
    ("[hidden]\n    slope", '["tanh"]\n    slope'),
    ("[hidden", '["tanh"'),
    zh=(
        "不論 hidden 是什麼都用了 tanh。請依 hidden 選擇激勵函數與它的導數。見投影片「多層感"
        "知器運作方式」。"
    ),
    en=(
        "tanh is used whatever hidden says. Choose the activation and its derivative by "
        "hidden. See the slide “How a multilayer perceptron works”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.always-mse",
    NETWORK,
    (
        '{"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        "2 / y.size",
    ),
    zh=(
        "三種任務都用了 MSE 的係數 2/(kN)。分類用 BCE 與 CE：(ŷ − y)/N。見投影片「損失函數 ("
        "分類問題)」。"
    ),
    en=(
        "All tasks use the factor 2/(kN) of the MSE. Classification uses BCE and CE: (ŷ − "
        "y)/N. See the slide “Loss functions (classification)”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.order-output-first",
    NETWORK,
    ("dW1, db1, dW2, db2", "dW2, db2, dW1, db1"),
    zh="數值對，但順序是 (dW2, db2, dW1, db1)。要回傳 (dW1, db1, dW2, db2)。",
    en="The gradients are right but come as (dW2, db2, dW1, db1). Return (dW1, db1, dW2, db2).",
)


edited(
    CATALOGUE,
    "mlp_backward.order-weights-first",
    NETWORK,
    ("db1, dW2", "dW2, db1"),
    zh="數值對，但順序是 (dW1, dW2, db1, db2)。要回傳 (dW1, db1, dW2, db2)。",
    en="The gradients are right but come as (dW1, dW2, db1, db2). Return (dW1, db1, dW2, db2).",
)


edited(
    CATALOGUE,
    "mlp_backward.updated-parameters",
    NETWORK,
    ("dW1, db1, dW2,", "W1 - dW1, b1 - db1, W2 - dW2, b2 -"),
    zh=(
        "你回傳了更新後的參數，不是梯度。更新是 sgd_step 的工作，這裡只要梯度。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You return parameters minus gradients. The update is for sgd_step; here the "
        "gradients themselves are due. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-not-checked-sigmoid",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    (', "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]', "}.get(hidden, 1 / (1 + np.exp(-Z1)))"),
    (', "sigmoid": A1 * (1 - A1)}[hidden]', "}.get(hidden, A1 * (1 - A1))"),
    zh="不認得的 hidden 被當成 sigmoid (最後的 else)。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for sigmoid (the last else). Only three names are "
        "allowed; raise ValueError for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-not-checked-tanh",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, np.tanh(Z1))"),
    ("[hidden]", ".get(hidden, 1 - A1**2)"),
    zh="不認得的 hidden 被當成 tanh。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for tanh. Only three names are allowed; raise ValueError "
        "for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-not-checked-relu",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, np.maximum(0, Z1))"),
    ("[hidden]", ".get(hidden, Z1 > 0)"),
    zh="不認得的 hidden 被當成 ReLU。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for ReLU. Only three names are allowed; raise ValueError "
        "for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.hidden-not-checked-linear",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, Z1)"),
    ("[hidden]", ".get(hidden, 1.0)"),
    zh="不認得的 hidden 被當成沒有激勵函數。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for no activation at all. Only three names are allowed; "
        "raise ValueError for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.task-not-checked-multiclass",
    NETWORK,
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (', "multiclass": E / E.sum(axis=0)}[task]', "}.get(task, E / E.sum(axis=0))"),
    (', "multiclass": 1 / y.shape[1]}[task]', "}.get(task, 1 / y.shape[1])"),
    zh="不認得的 task 被當成多元分類 (最後的 else)。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown task is taken for multi-class (the last else). Only three names are "
        "allowed; raise ValueError for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.task-not-checked-regression",
    NETWORK,
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (
        'regression": Z2, "binary": S, "multiclass": E / E.sum(axis=0)}[task]',
        'binary": S, "multiclass": E / E.sum(axis=0)}.get(task, Z2)',
    ),
    (
        'regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        'binary": 1 / y.size, "multiclass": 1 / y.shape[1]}.get(task, 2 / y.size)',
    ),
    zh="不認得的 task 被當成迴歸。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown task is taken for regression. Only three names are allowed; raise "
        "ValueError for any other."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.names-not-checked",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (', "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]', "}.get(hidden, 1 / (1 + np.exp(-Z1)))"),
    (', "sigmoid": A1 * (1 - A1)}[hidden]', "}.get(hidden, A1 * (1 - A1))"),
    (', "multiclass": E / E.sum(axis=0)}[task]', "}.get(task, E / E.sum(axis=0))"),
    (', "multiclass": 1 / y.shape[1]}[task]', "}.get(task, 1 / y.shape[1])"),
    zh=(
        "不認得的 hidden 與 task 都落到最後的 else (sigmoid、多元分類)。其他名稱要 raise "
        "ValueError。"
    ),
    en=(
        "An unknown hidden or task falls to the last else (sigmoid, multi-class). Raise "
        "ValueError for any other name."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.integers-truncated",
    NETWORK,
    (
        "return dW1, db1, dW2, db2",
        (
            "grads = [np.zeros_like(p) for p in (W1, b1, W2, b2)]\n"
            "    for grad, value in zip(grads, (dW1, db1, dW2, db2), strict=True):\n"
            "        grad[...] = value\n"
            "    return tuple(grads)"
        ),
    ),
    zh="參數是整數時，你的梯度存進整數陣列 (例如 zeros_like(W1))，小數被截掉。請用 float 陣列。",
    en=(
        "When the parameters hold integers, so do your gradients (zeros_like(W1), say), and "
        "the fractions are cut off. Use float arrays."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.in-place-y",
    NETWORK,
    ("return", 'if y.dtype.kind == "f":\n        y -= Y_hat\n    return'),
    zh="梯度對，但你改掉了傳入的 y (例如 y -= Ŷ)。請用新的陣列存誤差。",
    en=(
        "The gradients are right, but you changed the y you were given (y -= Ŷ, say). Keep "
        "the error in a new array."
    ),
)


edited(
    CATALOGUE,
    "mlp_backward.in-place-parameters",
    NETWORK,
    (
        "return",
        (
            "for p, grad in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):\n"
            '        if p.dtype.kind == "f":\n'
            "            p -= grad\n"
            "    return"
        ),
    ),
    zh=(
        "梯度對，但你順手更新了傳入的參數。這裡只要算梯度，更新是 sgd_step 的工作。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "The gradients are right, but you updated the parameters you were given. Only the "
        "gradients are due here; sgd_step updates. See backward propagation on the slide "
        "“Deep learning training process”."
    ),
)
