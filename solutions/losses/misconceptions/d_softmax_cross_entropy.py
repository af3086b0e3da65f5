"""Wrong versions of `d_softmax_cross_entropy` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_softmax_cross_entropy.missing-mean",
    zh=(
        "你沒有除以樣本數 N。cross_entropy 對樣本平均，它的 1/N 還在。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You did not divide by the number of samples N. cross_entropy is a mean over samples, "
        "and its 1/N stays; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return p - y


@misconception(
    "d_softmax_cross_entropy.divided-by-kn",
    zh=(
        "你除以 kN (z.size)。cross_entropy 只除以樣本數 N，梯度也是。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You divided by kN (z.size). cross_entropy divides by the number of samples N alone, and "
        "so does its gradient; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (p - y) / z.size


@misconception(
    "d_softmax_cross_entropy.divided-by-k",
    zh=(
        "你除以 k (len(z) 或 shape[0] 是類別數)。一個樣本是一行，樣本數 N 是 shape[1]。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You divided by k (len(z), or shape[0], is the number of classes). One sample is one "
        "column, and N is shape[1]; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (p - y) / z.shape[0]


@misconception(
    "d_softmax_cross_entropy.sign-flipped",
    zh=(
        "正負號反了：你算的是標籤減預測。梯度是 (softmax(z) − y)/N：正確類別為負。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The sign is the wrong way round: you computed label minus prediction. The gradient is "
        "(softmax(z) − y)/N, negative at the right class; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (y - p) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.softmax-over-samples",
    zh=(
        "softmax 做在樣本軸 (axis 1) 上了。類別在 axis 0：每一行加起來才是 1。見投影片「Softmax "
        "(分類問題)」。"
    ),
    en=(
        "Softmax runs along the samples (axis 1). The classes are axis 0: each column adds up to "
        "1; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.rows-summed-without-keepdims",
    zh=(
        "你沿 axis 1 加總又沒有 keepdims，第 j 行除以的是第 j 列的和 (不是方陣時還會出錯)。"
        "類別在 axis 0：e.sum(axis=0)。見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "You summed along axis 1 without keepdims, so column j is divided by the sum of row j "
        "(and non-square input fails). The classes are axis 0: e.sum(axis=0); see the slide "
        "“Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=1)
    return (p - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.softmax-over-everything",
    zh=(
        "你除以整個陣列的總和 (沒有給 axis)，樣本之間混在一起了。每一行各自做 softmax：axis=0。"
        "見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "You divided by the sum of the whole array (no axis), which mixes the samples. Each "
        "column has its own softmax: axis=0; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max())
    return (e / e.sum() - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.no-softmax",
    zh=(
        "你直接用 z − y，沒有做 softmax。z 是 logits，先變成機率再減標籤。見投影片「Softmax "
        "(分類問題)」。"
    ),
    en=(
        "You used z − y without softmax. z holds logits: turn them into probabilities first, "
        "then subtract the label; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    return (z - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.not-normalised",
    zh="你用的是 e^z，沒有除以每一行的總和，所以還不是機率。見投影片「Softmax (分類問題)」。",
    en=(
        "You used e^z without dividing by each column's sum, so these are no probabilities yet; "
        "see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    return (np.exp(z) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.not-normalised-shifted",
    zh=(
        "你用的是 e^(z − max)，沒有除以每一行的總和，所以還不是機率。見投影片「Softmax "
        "(分類問題)」。"
    ),
    en=(
        "You used e^(z − max) without dividing by each column's sum, so these are no "
        "probabilities yet; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    return (e - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.not-exponentiated",
    zh=(
        "你直接用 z 除以總和，沒有取 exp。softmax 是 e^z 除以 e^z 的總和。見投影片「Softmax "
        "(分類問題)」。"
    ),
    en=(
        "You divided z itself by its sum, without exp. Softmax is e^z over the sum of e^z; see "
        "the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    return (z / z.sum(axis=0) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.softmax-twice",
    zh="你做了兩次 softmax。z 變成機率一次就夠了。見投影片「Softmax (分類問題)」。",
    en=(
        "You applied softmax twice. Once turns z into probabilities; see the slide “Softmax "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    e = np.exp(p)
    return (e / e.sum(axis=0) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.label-not-subtracted",
    zh=(
        "你沒有減去標籤，回傳的是 softmax(z)/N。正確類別還要減 1。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You did not subtract the label: softmax(z)/N is what you returned. The right class "
        "still needs its − 1; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return p / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.label-added",
    zh=(
        "你把標籤加上去了。梯度是預測減標籤：(softmax(z) − y)/N。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You added the label. The gradient is prediction minus label: (softmax(z) − y)/N; see "
        "the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (p + y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.label-divided-only",
    zh=(
        "你只除了標籤：運算子的順序讓 p − y / N 先算 y / N。把差放進括號：(p − y) / N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Only the label is divided: p − y / N computes y / N first. Put the difference in "
        "brackets: (p − y) / N; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return p - y / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.with-respect-to-probabilities",
    zh=(
        "你給的是 −y/ŷ/N，那是對機率 ŷ 的梯度。對 z 微分還要經過 softmax，合起來是 (softmax(z) − "
        "y)/N。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You gave −y/ŷ/N, the gradient with respect to the probabilities. The way to z leads "
        "through softmax, and together it is (softmax(z) − y)/N; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return -y / p / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.diagonal-only",
    zh=(
        "你只用了 softmax 微分的對角線 p(1 − p)。每個類別的 p 也受其他類別的 z 影響，合起來是 "
        "(softmax(z) − y)/N。見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "You used the diagonal p(1 − p) of softmax's derivative only. Each p depends on the "
        "other classes' z too, and together it is (softmax(z) − y)/N; see the slide “Softmax "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return -y * (1 - p) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.extra-slope",
    zh=(
        "你又多乘了 p(1 − p)。softmax 的微分已經和交叉熵的合併了，剩下的就是 (softmax(z) − y)/N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You multiplied by p(1 − p) once more. Softmax's derivative has already merged with that "
        "of the cross-entropy: (softmax(z) − y)/N is all; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (p - y) * p * (1 - p) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.sigmoid",
    zh=(
        "你用了 sigmoid。多元分類的機率來自 softmax：每一行加起來是 1。見投影片「Softmax "
        "(分類問題)」。"
    ),
    en=(
        "You used the sigmoid. With several classes the probabilities come from softmax: each "
        "column adds up to 1; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    return (1 / (1 + np.exp(-z)) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.log-probabilities",
    zh=(
        "你用的是 log softmax(z) − y。要的是機率本身，不是它的 log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You used log softmax(z) − y. It takes the probabilities themselves, not their "
        "logarithms; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (np.log(p) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.of-squared-error",
    zh=(
        "你多乘了 2，像 MSE 的梯度。這裡沒有平方：(softmax(z) − y)/N。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You have an extra 2, as in the gradient of the MSE. There is no square here: "
        "(softmax(z) − y)/N; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return 2 * (p - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.swapped-arguments",
    zh=(
        "標籤和 logits 對調了：你對 y 做了 softmax 再減 z。第一個參數是標籤 y，第二個是 z。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and logits are swapped: you took the softmax of y and subtracted z. The first "
        "argument is the label y, the second z; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(y - y.max(axis=0))
    return (e / e.sum(axis=0) - z) / y.shape[1]


@misconception(
    "d_softmax_cross_entropy.loss-returned",
    zh=(
        "你回傳的是損失本身 (一個數字)，不是梯度。梯度的形狀和 z 相同：(softmax(z) − y)/N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You returned the loss itself, one number, not its gradient. The gradient has the shape "
        "of z: (softmax(z) − y)/N; see the slide “Loss functions (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return -np.sum(y * np.log(p)) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.summed-over-samples",
    zh=(
        "你把梯度沿樣本加總 (或平均) 了。每個樣本的每個 logit 各有一個偏微分，形狀是 (k, N)。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You summed (or averaged) the gradient over the samples. There is one derivative for "
        "each logit of each sample, in the shape (k, N); see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return np.sum(p - y, axis=1) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.mean-twice",
    zh="你除以 N 兩次。只有一個 1/N。見投影片「損失函數 (分類問題)」。",
    en=(
        "You divided by N twice. There is one 1/N only; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return (p - y) / z.shape[1] ** 2


@misconception(
    "d_softmax_cross_entropy.overflow",
    zh=(
        "z 很大時 exp 會溢位成 inf (很小時全是 0)，相除得到 nan。取 exp 前先減去每一行的最大值，"
        "softmax 不會變。見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "For large z exp overflows to inf (for very small z all is 0), and the quotient is nan. "
        "Subtract each column's maximum before exp; softmax does not change; see the slide "
        "“Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z)
    return (e / e.sum(axis=0) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.one-maximum-for-all",
    zh=(
        "你減的是整個陣列的最大值；其他行若小很多，exp 全變成 0，0/0 是 nan。"
        "每一行減自己的最大值：z.max(axis=0)。見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "You subtracted the maximum of the whole array; in a column that lies far lower every "
        "exp is 0, and 0/0 is nan. Subtract each column's own: z.max(axis=0); see the slide "
        "“Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max())
    return (e / e.sum(axis=0) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.logits-clipped",
    zh=(
        "你把 z 截在 ±500 之內再取 exp，1000 與 998 就變成一樣了。減去每一行的最大值就不必截。"
        "見投影片「Softmax (分類問題)」。"
    ),
    en=(
        "You clipped z to ±500 before exp, which makes 1000 and 998 the same. Subtract each "
        "column's maximum, and no clipping is needed; see the slide “Softmax (classification)”."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(np.clip(z, -500, 500))
    return (e / e.sum(axis=0) - y) / z.shape[1]


@misconception(
    "d_softmax_cross_entropy.integer-buffer",
    zh="你用 np.zeros_like(z) 之類的方式存結果；z 是整數時，小數會被截掉。加上 dtype=float。",
    en=(
        "You store results in np.zeros_like(z) or the like; where z is integer it cuts off the "
        "decimals. Add dtype=float."
    ),
)
def d_softmax_cross_entropy(y, z):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    grad = np.zeros_like(z)
    grad[...] = (p - y) / z.shape[1]
    return grad


@misconception(
    "d_softmax_cross_entropy.in-place",
    zh=(
        "你用 z -= … 減去最大值，直接改了傳進來的 z，呼叫者的資料也跟著變了。寫成 z = z - "
        "z.max(axis=0)，產生新陣列。"
    ),
    en=(
        "You subtracted the maximum with z -= …, which alters the z you were given and so the "
        "caller's data. Write z = z - z.max(axis=0), which makes a new array."
    ),
)
def d_softmax_cross_entropy(y, z):
    z -= z.max(axis=0)
    e = np.exp(z)
    return (e / e.sum(axis=0) - y) / z.shape[1]
