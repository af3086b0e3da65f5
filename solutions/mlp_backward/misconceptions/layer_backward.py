"""Wrong versions of `layer_backward` that learners write."""

import numpy as np

from grader.authoring import edited, misconception
from grader.model.assignment import Misconception

CATALOGUE: list[Misconception] = []

LAYER = """\
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    dX = W @ dZ
    dW = X @ dZ.T
    db = dZ.sum(axis=1, keepdims=True)
    return dX, dW, db
"""


edited(
    CATALOGUE,
    "layer_backward.derivative-missing",
    LAYER,
    (" * d_f(Z)", ""),
    zh=(
        "你沒有乘上 f′(Z)，直接把 dA 當成 dZ。連鎖律：dZ = dA ⊙ f′(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "f′(Z) is missing: you use dA as dZ. By the chain rule dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.times-z",
    LAYER,
    ("d_f(Z)", "Z"),
    zh="你乘的是 Z，不是 f′(Z)。dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "You multiply by Z, not by f′(Z). dZ = dA ⊙ d_f(Z). See backward propagation on "
        "the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.derivative-at-upstream",
    LAYER,
    ("d_f(Z", "d_f(dA"),
    zh=(
        "你把 dA 代入 d_f。導數要在激勵前的 Z 求值：dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "You put dA into d_f. The derivative is taken at the pre-activation Z: dZ = dA ⊙ "
        "d_f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.derivative-of-product",
    LAYER,
    ("dA * d_f(", "d_f(dA * "),
    zh=(
        "你算了 d_f(dA ⊙ Z)。先求 d_f(Z)，再和 dA 逐元素相乘。見投影片「深度學習訓練流程」的"
        "反向傳播。"
    ),
    en=(
        "You compute d_f(dA ⊙ Z). First d_f(Z), then multiply it by dA elementwise. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.derivative-only",
    LAYER,
    ("dA * d_f", "d_f"),
    zh=(
        "你的 dZ 只有 d_f(Z)，沒有乘上後面傳回來的 dA。dZ = dA ⊙ d_f(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "Your dZ is d_f(Z) alone, without the dA that comes from behind. dZ = dA ⊙ d_f(Z). "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.derivative-twice",
    LAYER,
    ("d_f(Z", "d_f(d_f(Z)"),
    zh=(
        "你把 d_f 套了兩次：d_f(d_f(Z))。只在 Z 求一次：dZ = dA ⊙ d_f(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "d_f is applied to its own result, d_f(d_f(Z)). Apply it once, at Z: dZ = dA ⊙ "
        "d_f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.derivative-squared",
    LAYER,
    ("d_f(Z)", "d_f(Z) ** 2"),
    zh=(
        "你把 d_f(Z) 乘了兩次。連鎖律只乘一次：dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "You multiply by d_f(Z) twice. The chain rule does so once: dZ = dA ⊙ d_f(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.at-activation-tanh",
    LAYER,
    ("d_f(Z", "d_f(np.tanh(Z)"),
    zh=(
        "你先把 Z 套上 tanh 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through tanh before giving it to d_f. d_f wants the pre-activation Z, not "
        "A = f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.at-activation-sigmoid",
    LAYER,
    ("d_f(Z", "d_f(1 / (1 + np.exp(-Z))"),
    zh=(
        "你先把 Z 套上 sigmoid 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深"
        "度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through the sigmoid before giving it to d_f. d_f wants the pre-activation "
        "Z, not A = f(Z). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.at-activation-relu",
    LAYER,
    ("d_f(Z", "d_f(np.maximum(0, Z)"),
    zh=(
        "你先把 Z 套上 ReLU 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through ReLU before giving it to d_f. d_f wants the pre-activation Z, not "
        "A = f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.without-bias",
    LAYER,
    ("d_f(Z", "d_f(W.T @ X"),
    zh=(
        "你自己重算了 WᵀX 代入 d_f，少了偏差。傳進來的 Z 已經含有 b，直接用 d_f(Z)。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "You give d_f a WᵀX of your own, without the bias. The Z you are given includes b: "
        "use d_f(Z). Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.matrix-product",
    LAYER,
    ("dA *", "dA @"),
    zh=(
        "你用矩陣乘法算 dA 與 d_f(Z)。激勵函數是逐元素的，所以這裡是逐元素相乘 (*)。見投影片"
        "「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You take the matrix product of dA and d_f(Z). The activation is elementwise, so "
        "this product is elementwise (*). See backward propagation on the slide “Deep "
        "learning training process”."
    ),
)


@misconception(
    "layer_backward.divided-by-derivative",
    zh=("你除以了 f′(Z)。連鎖律是相乘：dZ = dA ⊙ f′(Z)。見投影片「深度學習訓練流程」的反向傳播。"),
    en=(
        "You divide by f′(Z). The chain rule multiplies: dZ = dA ⊙ f′(Z). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    with np.errstate(all="ignore"):
        dZ = dA / d_f(Z)
        return W @ dZ, X @ dZ.T, dZ.sum(axis=1, keepdims=True)


edited(
    CATALOGUE,
    "layer_backward.added",
    LAYER,
    ("dA *", "dA +"),
    zh=(
        "你把 dA 與 f′(Z) 相加。連鎖律是相乘：dZ = dA ⊙ f′(Z)。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "You add dA and f′(Z). The chain rule multiplies: dZ = dA ⊙ f′(Z). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.negative",
    LAYER,
    ("dA *", "-dA *"),
    zh=(
        "三個梯度都差一個負號。這裡求的是梯度本身；減號是更新參數時才用的。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "All three gradients have the wrong sign. The gradient itself is due; the minus "
        "belongs to the update. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dx-w-transposed",
    LAYER,
    ("W @ dZ", "W.T @ dZ"),
    zh=(
        "dX 用了 Wᵀ。前向乘的是 Wᵀ，往回傳要乘 W：dX = W dZ。前向是 Z = WᵀX + b，見投影片「神"
        "經元計算」。"
    ),
    en=(
        "You use Wᵀ in dX. Forward multiplied by Wᵀ, so going back multiplies by W: dX = W "
        "dZ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dx-transposed",
    LAYER,
    ("W @ dZ", "dZ.T @ W.T"),
    zh=(
        "你的 dX 是轉置的 (N, n_in)。X 的一個樣本是一行 (column)，dX = W dZ 的形狀是 (n_in, N)。"
        "前向是 Z = WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "Your dX is transposed, (N, n_in). A sample is a column of X; dX = W dZ has shape "
        "(n_in, N). Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dx-from-da",
    LAYER,
    ("W @ dZ", "W @ dA"),
    zh=(
        "dX 用了 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dX uses dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dx-derivative-twice",
    LAYER,
    ("W @ dZ", "W @ (dZ * d_f(Z))"),
    zh=(
        "dX 裡 f′(Z) 乘了兩次：dZ = dA ⊙ f′(Z) 已經含了它，dX = W dZ 就好。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dX has f′(Z) twice: dZ = dA ⊙ f′(Z) holds it already, and dX = W dZ. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dw-from-da",
    LAYER,
    ("dZ.T", "dA.T"),
    zh=(
        "dW 用了 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dW uses dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-from-da",
    LAYER,
    ("dZ.sum", "dA.sum"),
    zh=(
        "db 加總的是 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "db sums dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dw-transposed",
    LAYER,
    ("X @ dZ.T", "dZ @ X.T"),
    zh=(
        "你的 dW 是轉置的 (n_out, n_in)。W 的形狀是 (n_in, n_out)，所以 dW = X dZᵀ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "Your dW is transposed, (n_out, n_in). W is (n_in, n_out), so dW = X dZᵀ. Forward "
        "was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dw-elementwise",
    LAYER,
    ("@ dZ.T", "* dZ"),
    zh=(
        "dW 用了逐元素相乘。每個權重要把所有樣本的貢獻加起來，所以是矩陣乘法 X dZᵀ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dW is an elementwise product. Each weight adds up the contributions of all samples: "
        "the matrix product X dZᵀ. Forward was Z = WᵀX + b; see the slide “Computing a "
        "neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dw-not-transposed",
    LAYER,
    ("dZ.T", "dZ"),
    zh=(
        "dW 算成 X dZ，少了轉置。X 是 (n_in, N)、dZ 是 (n_out, N)，所以是 X dZᵀ。前向是 Z = W"
        "ᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dW is X dZ; the transpose is missing. X is (n_in, N) and dZ (n_out, N), so it is X "
        "dZᵀ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dx-elementwise",
    LAYER,
    ("W @ dZ", "W * dZ"),
    zh=(
        "dX 用了逐元素相乘 W * dZ。每個輸入接到所有輸出神經元，所以是矩陣乘法 W dZ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dX is the elementwise product W * dZ. Each input feeds all the outputs: the matrix "
        "product W dZ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.averaged-again",
    LAYER,
    ("d_f(Z)", "d_f(Z) / X.shape[1]"),
    zh="三個梯度都又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "All three gradients are divided by N once more. The 1/N of the mean is already in "
        "dA. See the slide “Loss functions”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.parameters-averaged-again",
    LAYER,
    ("dZ.T", "dZ.T / X.shape[1]"),
    ("dZ.sum", "dZ.mean"),
    zh="dW 與 db 又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "dW and db are divided by N once more. The 1/N of the mean is already in dA. See the "
        "slide “Loss functions”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.dw-averaged-again",
    LAYER,
    ("dZ.T", "dZ.T / X.shape[1]"),
    zh="dW 又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "dW is divided by N once more. The 1/N of the mean is already in dA. See the slide "
        "“Loss functions”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-mean",
    LAYER,
    ("dZ.sum", "dZ.mean"),
    zh=(
        "db 取了平均。所有樣本共用 b，要把 dZ 對樣本加總；1/N 已經在 dA 裡。見投影片「深度學"
        "習訓練流程」的反向傳播。"
    ),
    en=(
        "db is a mean. All samples share b, so sum dZ over the samples; the 1/N is already "
        "in dA. See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-not-summed",
    LAYER,
    ("dZ.sum(axis=1, keepdims=True)", "dZ"),
    zh=(
        "db 沒有對樣本加總，直接回傳了 dZ。b 被每個樣本共用：沿 axis=1 加總，形狀 (n_out, 1)。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "db is dZ itself, not summed over the samples. All samples share b: sum along axis "
        "1, shape (n_out, 1). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-one-axis",
    LAYER,
    (", keepdims=True", ""),
    zh=(
        "db 的形狀是 (n_out，)。b 是 (n_out, 1)，請用 keepdims=True，不然之後 b − lr·db 會廣"
        "播成方陣。"
    ),
    en=(
        "db has shape (n_out,). b is (n_out, 1): use keepdims=True, or b − lr·db will "
        "broadcast to a square."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-over-neurons",
    LAYER,
    ("axis=1", "axis=0"),
    zh=(
        "db 沿 axis=0 加總，把神經元加在一起了。要對樣本加總：axis=1。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "db sums along axis 0, over the neurons. Sum over the samples: axis 1. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.db-total",
    LAYER,
    ("axis=1, keepdims=True", ""),
    zh=(
        "db 把整個 dZ 加成一個數。每個神經元有自己的 b：只沿 axis=1 加總。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "db adds all of dZ into one number. Each neuron has a b of its own: sum along axis 1 "
        "only. See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.last-sample-only",
    LAYER,
    (" @ dZ.T", "[:, -1:] @ dZ[:, -1:].T"),
    ("dZ.sum(axis=1, keepdims=True)", "dZ[:, -1:]"),
    zh=(
        "dW 與 db 只剩最後一個樣本的貢獻。迴圈裡要用 += 累加每個樣本。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "Only the last sample is left in dW and db. In the loop over samples use += to add "
        "them up. See backward propagation on the slide “Deep learning training process”."
    ),
)


edited(
    CATALOGUE,
    "layer_backward.order-dw-db-dx",
    LAYER,
    ("dX, dW, db", "dW, db, dX"),
    zh="數值對，但順序是 (dW, db, dX)。要回傳 (dX, dW, db)。",
    en="The gradients are right but come as (dW, db, dX). Return (dX, dW, db).",
)


edited(
    CATALOGUE,
    "layer_backward.order-dw-dx-db",
    LAYER,
    ("dX, dW", "dW, dX"),
    zh="數值對，但 dX 與 dW 的順序反了。要回傳 (dX, dW, db)。",
    en="The gradients are right but dX and dW are swapped. Return (dX, dW, db).",
)


@misconception(
    "layer_backward.integers-truncated",
    zh="參數是整數時，你的 dW 存進整數陣列 (例如 zeros_like(W))，小數被截掉。請用 float 陣列。",
    en=(
        "When W holds integers, so does your dW (zeros_like(W), say), and the fractions are "
        "cut off. Use a float array."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    dW = np.zeros_like(W)
    dW[...] = X @ dZ.T
    return W @ dZ, dW, dZ.sum(axis=1, keepdims=True)


@misconception(
    "layer_backward.in-place",
    zh="答案對，但 dA *= … 改掉了傳入的 dA。請把乘積放進新的陣列。",
    en=(
        "The values are right, but dA *= … changes the dA you were given. Put the product into "
        "a new array."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    if dA.dtype.kind == "f":
        dA[...] = dZ
    return W @ dZ, X @ dZ.T, dZ.sum(axis=1, keepdims=True)
