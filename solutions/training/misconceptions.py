"""What learners get wrong in training, each as a small wrong implementation.

Those of `train` are long and lie in `mistakes_loop` and `mistakes_gradient`.
"""

import numpy as np

from grader.authoring import misconception

from . import mistakes_gradient, mistakes_loop


@misconception(
    "init_params.zero-weights",
    zh=(
        "你把權重也設成 0。這樣每個隱藏神經元的輸出和梯度都一樣，網路學不到東西；W 要"
        "用 rng 抽隨機數。見投影片「實作時間」。"
    ),
    en=(
        "Your weights are 0 too. Every hidden neuron then has the same output and the "
        "same gradient, and nothing is learned: draw W from rng. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    return (
        np.zeros((n_in, n_hidden)),
        np.zeros((n_hidden, 1)),
        np.zeros((n_hidden, n_out)),
        np.zeros((n_out, 1)),
    )


@misconception(
    "init_params.equal-weights",
    zh=(
        "你的權重全部是同一個值 （例如 np.ones，或只抽了一個亂數）。同一層的神經"
        "元會永遠一樣；每個權重都要各抽一個亂數。見投影片「實作時間」。"
    ),
    en=(
        "All your weights are one and the same number (np.ones, or a single random "
        "draw). The neurons of a layer then stay alike for ever: draw a number for each "
        "weight. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    return (
        np.ones((n_in, n_hidden)),
        np.zeros((n_hidden, 1)),
        np.ones((n_hidden, n_out)),
        np.zeros((n_out, 1)),
    )


@misconception(
    "init_params.identical-neurons",
    zh=(
        "你只為一個隱藏神經元抽了權重，再複製給其他的。它們會永遠一樣；每個神經元 (W "
        "的每一行) 都要有自己的亂數。見投影片「實作時間」。"
    ),
    en=(
        "You drew weights for one hidden neuron and copied them to the others, which "
        "will then stay alike for ever. Each neuron (each column of W) needs random "
        "numbers of its own. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = np.repeat(rng.standard_normal((n_in, 1)), n_hidden, axis=1)
    W2 = np.repeat(rng.standard_normal((n_hidden, 1)), n_out, axis=1)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_out, 1))


@misconception(
    "init_params.nonzero-biases",
    zh=(
        "你的偏差不是 0。這裡約定偏差從 0 開始，打破對稱的工作交給隨機的 W。見投影片「實作時間」。"
    ),
    en=(
        "Your biases are not 0. Here they start at 0; breaking the symmetry is the work "
        "of the random W. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.standard_normal((n_in, n_hidden)) * 0.5
    b1 = rng.standard_normal((n_hidden, 1)) * 0.5
    W2 = rng.standard_normal((n_hidden, n_out)) * 0.5
    b2 = rng.standard_normal((n_out, 1)) * 0.5
    return W1, b1, W2, b2


@misconception(
    "init_params.transposed",
    zh=(
        "你的 W 轉置了：這門課裡 W 是 (n_in, n_out)，前向傳播用 Wᵀ"
        "。W1 應為 (n_in, n_hidden),W2 應為 (n_hidden,"
        " n_out)。見投影片「實作時間」。"
    ),
    en=(
        "Your W are transposed: in this course W is (n_in, n_out) and the forward pass "
        "uses its transpose. W1 should be (n_in, n_hidden) and W2 (n_hidden, n_out). See "
        "the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.standard_normal((n_hidden, n_in)) * 0.5
    W2 = rng.standard_normal((n_out, n_hidden)) * 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_out, 1))


@misconception(
    "init_params.flat-biases",
    zh=(
        "你的偏差是一維的 (n,)。它應該是一行 (n, 1)，才能加到每個樣本上；用 "
        "np.zeros((n, 1))。見投影片「實作時間」。"
    ),
    en=(
        "Your biases are one-dimensional, (n,). A column (n, 1) is due, so that it is "
        "added to every sample: np.zeros((n, 1)). See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.standard_normal((n_in, n_hidden)) * 0.5
    W2 = rng.standard_normal((n_hidden, n_out)) * 0.5
    return W1, np.zeros(n_hidden), W2, np.zeros(n_out)


@misconception(
    "init_params.row-biases",
    zh=("你的偏差是一列 (1, n)。一個樣本是一行，所以偏差應該是 (n, 1)。見投影片「實作時間」。"),
    en=(
        "Your biases are rows, (1, n). A sample is a column here, so a bias is (n, 1). "
        "See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.standard_normal((n_in, n_hidden)) * 0.5
    W2 = rng.standard_normal((n_hidden, n_out)) * 0.5
    return W1, np.zeros((1, n_hidden)), W2, np.zeros((1, n_out))


@misconception(
    "init_params.order",
    zh=("你回傳的順序是 W1, W2, b1, b2；應該是 W1, b1, W2, b2。見投影片「實作時間」。"),
    en="You return W1, W2, b1, b2; the order is W1, b1, W2, b2. See the hands-on slide.",
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.standard_normal((n_in, n_hidden)) * 0.5
    W2 = rng.standard_normal((n_hidden, n_out)) * 0.5
    return W1, W2, np.zeros((n_hidden, 1)), np.zeros((n_out, 1))


@misconception(
    "init_params.global-random",
    zh=(
        "你的亂數不是來自引數 rng （用了 np.random 或自己新建的產生器）,"
        "所以同樣的 rng 每次結果都不同。改成 rng.normal(…) 之類。見投"
        "影片「實作時間」。"
    ),
    en=(
        "Your random numbers do not come from the argument rng (but from np.random or a "
        "new generator), so the same rng gives other values every time. Call "
        "rng.normal(…) or the like. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    W1 = np.random.randn(n_in, n_hidden) * 0.5
    W2 = np.random.randn(n_hidden, n_out) * 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_out, 1))


@misconception(
    "init_params.fixed-seed",
    zh=(
        "你用了自己固定的種子，rng 沒有用到：換了 rng，權重還是一樣。請從引數 r"
        "ng 抽亂數。見投影片「實作時間」。"
    ),
    en=(
        "You use a fixed seed of your own and never rng: another rng gives the same "
        "weights. Draw from the argument rng. See the hands-on slide."
    ),
)
def init_params(n_in, n_hidden, n_out, rng):
    own = np.random.default_rng(0)
    W1 = own.standard_normal((n_in, n_hidden)) * 0.5
    W2 = own.standard_normal((n_hidden, n_out)) * 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_out, 1))


@misconception(
    "sgd_step.ascent",
    zh=(
        "你用的是 p + lr·g。梯度指向損失上升的方向，下降要用減的。見投影片「一個"
        "類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You compute p + lr·g. The gradient points uphill, and descent needs a minus. "
        "See the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p + lr * g for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.lr-left-out",
    zh=("你減去了整個梯度，沒有乘上學習率 lr。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "You subtract the whole gradient, without the learning rate lr. See the slide on "
        "the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p - g for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.divided-by-lr",
    zh=("你除以了學習率；應該是乘：p − lr·g。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "You divide by the learning rate; it multiplies: p − lr·g. See the slide on the "
        "training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    with np.errstate(all="ignore"):
        return tuple(p - np.divide(g, lr) for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.step-only",
    zh=(
        "你只回傳了 −lr·g （走的那一步），忘了加上原來的參數 p。見投影片「一個類"
        "神經網路訓練及預測的流程」。"
    ),
    en=(
        "You return the step −lr·g alone, without the parameter p it starts from. See "
        "the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(-lr * g for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.swapped",
    zh=("你把參數和梯度弄反了：算成 g − lr·p。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "Parameters and gradients are swapped: you compute g − lr·p. See the slide on "
        "the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(g - lr * p for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.reversed",
    zh=("你算的是 lr·g − p，整個結果差一個負號。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "You compute lr·g − p: the whole result has the wrong sign. See the slide on the "
        "training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(lr * g - p for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.lr-on-everything",
    zh=(
        "括號的位置不對：你算的是 lr·(p − g)，參數也被縮小了。應該是 p − "
        "lr·g。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The brackets are off: you compute lr·(p − g), which shrinks the parameter too. "
        "It is p − lr·g. See the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(lr * (p - g) for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.shrinks",
    zh=(
        "你把 p 也乘進去了：p·(1 − lr·g)。更新是減法，不是乘法：p − l"
        "r·g。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You multiply by p: p·(1 − lr·g). An update is a subtraction: p − lr·g. See the "
        "slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p * (1 - lr * g) for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.twice",
    zh="你走了兩步：減了 2·lr·g。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "You take the step twice: 2·lr·g is subtracted. See the slide on the training "
        "and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p - 2 * lr * g for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.sign-of-gradient",
    zh=(
        "你只用了梯度的正負號；步伐要和梯度的大小成正比：p − lr·g。見投影片「一個"
        "類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You use only the sign of the gradient; the step is proportional to the gradient "
        "itself: p − lr·g. See the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p - lr * np.sign(g) for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.weights-only",
    zh=(
        "你只更新了 W1、W2，偏差 b1、b2 沒有動。四個參數都要更新。見投影片「一"
        "個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "Only W1 and W2 are updated; the biases b1 and b2 stay. All four parameters "
        "move. See the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    W1, b1, W2, b2 = params
    dW1, db1, dW2, db2 = grads
    return W1 - lr * dW1, b1, W2 - lr * dW2, b2


@misconception(
    "sgd_step.step-returned",
    zh=(
        "你只回傳了 lr·g （要減去的量）。新的參數是 p − lr·g。見投影片「一個類"
        "神經網路訓練及預測的流程」。"
    ),
    en=(
        "You return lr·g alone, what is to be subtracted. The new parameters are p − lr·g. See "
        "the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(lr * g for g in grads)


@misconception(
    "sgd_step.lr-squared",
    zh="學習率乘了兩次：算成 p − lr²·g。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "The learning rate is multiplied in twice: you compute p − lr²·g. See the slide on the "
        "training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p - lr * lr * g for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.last-skipped",
    zh="最後一個參數 b2 沒有更新：迴圈少跑了一次。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "The last parameter, b2, is not updated: the loop ends one too soon. See the slide on "
        "the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    W1, b1, W2, b2 = params
    dW1, db1, dW2, _ = grads
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2


@misconception(
    "sgd_step.gradient-clipped",
    zh="你把梯度截在 ±1 之內。這裡要的是原來的梯度：p − lr·g。見投影片「一個類"
    "神經網路訓練及預測的流程」。",
    en=(
        "You clip the gradient to ±1. The gradient as it is is due here: p − lr·g. See the slide "
        "on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    return tuple(p - lr * np.clip(g, -1, 1) for p, g in zip(params, grads, strict=True))


@misconception(
    "sgd_step.output-only",
    zh=(
        "你只更新了輸出層 W2、b2，隱藏層 W1、b1 沒有動。"
        "見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "Only the output layer W2, b2 is updated; the hidden layer W1, b1 stays. See the "
        "slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    W1, b1, W2, b2 = params
    dW1, db1, dW2, db2 = grads
    return W1, b1, W2 - lr * dW2, b2 - lr * db2


@misconception(
    "sgd_step.hidden-only",
    zh=(
        "你只更新了隱藏層 W1、b1，輸出層 W2、b2 沒有動。"
        "見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "Only the hidden layer W1, b1 is updated; the output layer W2, b2 stays. See the "
        "slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    W1, b1, W2, b2 = params
    dW1, db1, dW2, db2 = grads
    return W1 - lr * dW1, b1 - lr * db1, W2, b2


@misconception(
    "sgd_step.unchanged-returned",
    zh=(
        "你回傳了原來的參數，更新的結果沒有用到 (p = p − lr·g 在迴圈裡只改"
        "了名字)。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You return the old parameters: the update is lost (p = p − lr·g in a loop only "
        "rebinds a name). See the slide on the training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    for p, g in zip(params, grads, strict=True):
        p = p - lr * g
    return tuple(params)


@misconception(
    "sgd_step.in-place",
    zh=(
        "你用 p -= … 在原地改了參數，呼叫者手上舊的參數也跟著變了。p = p -"
        " lr * g 會建立新的陣列。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "p -= … changes the parameters in place, and with them the old ones that the "
        "caller still holds. p - lr * g builds a new array. See the slide on the "
        "training and prediction flow."
    ),
)
def sgd_step(params, grads, lr):
    for p, g in zip(params, grads, strict=True):
        p -= lr * g
    return tuple(params)


@misconception(
    "predict.probabilities",
    zh=(
        "二元分類你回傳了機率。還要用 0.5 分成 0 和 1。見投影片「分類問題，決"
        "定一個 Threshold 進行分類」。"
    ),
    en=(
        "For the binary task you return the probabilities. Turn them into 0 and 1 at "
        "0.5. See the slide on the threshold of a classifier."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return 1 / (1 + np.exp(-Z2))
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.logits",
    zh=(
        "二元分類你回傳了輸出層的 z。先變成機率，再用 0.5 分成 0 和 1。見投影"
        "片「分類問題，決定一個 Threshold 進行分類」。"
    ),
    en=(
        "For the binary task you return the output’s z. Make it a probability, then 0 or "
        "1 at 0.5. See the slide on the threshold of a classifier."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return Z2
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.threshold-on-logit",
    zh=(
        "你拿 z 和 0.5 比。0.5 是機率的門檻：先算 sigmoid(z) (或"
        "拿 z 和 0 比)。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "You compare z with 0.5, which is the threshold for the probability: take "
        "sigmoid(z) first, or compare z with 0. See the slide “Loss functions "
        "(classification)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0.5).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.always-one",
    zh=(
        "二元分類你對每個樣本都回答 1:sigmoid 之後的值一定大於 0，門檻應該是"
        " 0.5。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "For the binary task your answer is 1 for every sample: after the sigmoid all "
        "values are above 0, so the threshold is 0.5. See the slide “Loss functions "
        "(classification)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (1 / (1 + np.exp(-Z2)) >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.reversed",
    zh=(
        "0 和 1 正好相反：機率 ≥ 0.5 應該是 1。見投影片「分類問題，決定一個 Threshold 進行分類」。"
    ),
    en=(
        "0 and 1 are the wrong way round: a probability of at least 0.5 gives 1. See the "
        "slide on the threshold of a classifier."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 < 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.flat-binary",
    zh=("二元分類的預測應該是 (1, N)，你回傳了 (N,)。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "The binary prediction should be (1, N); you return (N,). See the slide on the "
        "training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2[0] >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.argmax-for-binary",
    zh=(
        "二元分類只有一個輸出神經元，對它取 argmax 永遠是 0。請用門檻 0.5。"
        "見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "A binary network has one output neuron, and its argmax is always 0. Use the "
        "threshold 0.5. See the slide “Loss functions (classification)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.scores-not-index",
    zh=(
        "多元分類你回傳了每個類別的分數 (k, N)。取每一行最大值的位置：axis=0"
        " 的 argmax。見投影片「分類問題（多元分類）」。"
    ),
    en=(
        "For the multi-class task you return the scores (k, N). Return where each column "
        "has its largest: argmax along axis=0. See the slide “Classification "
        "(multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return Z2


@misconception(
    "predict.one-hot",
    zh=(
        "多元分類你回傳了 one-hot (k, N)；這裡要的是類別編號 (N,)。"
        "見投影片「分類問題（多元分類）」。"
    ),
    en=(
        "For the multi-class task you return one-hot columns (k, N); the class index "
        "(N,) is due. See the slide “Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return (Z2 == Z2.max(axis=0)).astype(int)


@misconception(
    "predict.index-kept-axis",
    zh=(
        "類別編號應該是 (N,)，你回傳了 (1, N):argmax 不要 keepdims。"
        "見投影片「分類問題（多元分類）」。"
    ),
    en=(
        "The class index should be (N,); you return (1, N). No keepdims in the argmax. "
        "See the slide “Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0, keepdims=True)


@misconception(
    "predict.argmax-over-samples",
    zh=(
        "argmax 的方向錯了：你對樣本 (axis=1) 取，應該對類別 (axis"
        "=0)。見投影片「分類問題（多元分類）」。"
    ),
    en=(
        "The argmax runs along the wrong axis: over the samples (axis=1), not the "
        "classes (axis=0). See the slide “Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=1)


@misconception(
    "predict.max-not-argmax",
    zh=(
        "你回傳了最大的分數；要的是它的位置 （類別編號）:argmax，不是 max。見"
        "投影片「分類問題（多元分類）」。"
    ),
    en=(
        "You return the largest score; its position, the class index, is due: argmax, "
        "not max. See the slide “Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.max(Z2, axis=0)


@misconception(
    "predict.argmin",
    zh="你選了分數最小的類別；應該選最大的。見投影片「分類問題（多元分類）」。",
    en=(
        "You pick the class with the lowest score; pick the highest. See the slide "
        "“Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmin(Z2, axis=0)


@misconception(
    "predict.one-based",
    zh="你的類別編號從 1 開始；應該從 0 開始。見投影片「分類問題（多元分類）」。",
    en=(
        "Your classes are numbered from 1; number them from 0. See the slide "
        "“Classification (multi-class)”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0) + 1


@misconception(
    "predict.flat-regression",
    zh="迴歸的預測應該是 (1, N)，你回傳了 (N,)。見投影片「迴歸問題」。",
    en=(
        "The regression’s prediction should be (1, N); you return (N,). See the slide “Regression”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task == "regression":
        return Z2[0]
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.thresholded-regression",
    zh=("迴歸直接回傳數值，不要用門檻變成 0/1。見投影片「迴歸問題，直接將 ŷ 作為預測值」。"),
    en=(
        "A regression returns its values as they are; no threshold turns them into 0/1. "
        "See the slide “Regression”."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1) + b2
    if task != "multiclass":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.no-hidden-activation",
    zh=(
        "預測時少了隱藏層的激勵函數。前向傳播要和訓練時一模一樣。見投影片「一個類神經網路"
        "訓練及預測的流程」。"
    ),
    en=(
        "The prediction skips the hidden activation. Its forward pass must be the one of "
        "training. See the slide on the training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ (W1.T @ X + b1) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.other-activation",
    zh=(
        "預測時的隱藏激勵函數和訓練時不同。兩邊要用同一個。見投影片「一個類神經網路訓練及"
        "預測的流程」。"
    ),
    en=(
        "The hidden activation of the prediction is not the one used in training. Use "
        "the same in both. See the slide on the training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.maximum(W1.T @ X + b1, 0) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.no-biases",
    zh="預測時兩個偏差都沒有加。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "The prediction leaves out both biases. See the slide on the training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X)
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.no-hidden-bias",
    zh="預測時隱藏層少加了偏差 b1。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "The prediction leaves out the hidden layer’s bias b1. See the slide on the "
        "training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X) + b2
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


@misconception(
    "predict.no-output-bias",
    zh="預測時輸出層少加了偏差 b2。見投影片「一個類神經網路訓練及預測的流程」。",
    en=(
        "The prediction leaves out the output layer’s bias b2. See the slide on the "
        "training and prediction flow."
    ),
)
def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.tanh(W1.T @ X + b1)
    if task == "regression":
        return Z2
    if task == "binary":
        return (Z2 >= 0).astype(int)
    return np.argmax(Z2, axis=0)


CATALOGUE += mistakes_loop.CATALOGUE + mistakes_gradient.CATALOGUE  # noqa: F821
