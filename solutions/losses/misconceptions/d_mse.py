"""Wrong versions of `d_mse` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_mse.missing-two",
    zh=(
        "平方微分後的係數 2 不見了 (損失是 (y − ŷ)²/N，沒有 1/2)。(ŷ − y)² 的微分是 2(ŷ − y)。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "The 2 that the square brings down is missing (the loss is (y − ŷ)²/N, with no 1/2). The "
        "derivative of (ŷ − y)² is 2(ŷ − y); see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return (y_hat - y) / y_hat.size


@misconception(
    "d_mse.missing-mean",
    zh="你沒有除以元素總數。mse 是平均，它的 1/N 微分後還在。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You did not divide by the number of elements. mse is a mean, and its 1/N stays when you "
        "differentiate; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y)


@misconception(
    "d_mse.missing-two-and-mean",
    zh=(
        "你只回傳 ŷ − y，係數 2/N 不見了。那是 ½(ŷ − y)² 的微分；mse 的微分是 2(ŷ − y)/N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You returned ŷ − y alone, without the factor 2/N. That is the derivative of ½(ŷ − y)²; "
        "for mse it is 2(ŷ − y)/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return y_hat - y


@misconception(
    "d_mse.sign-flipped",
    zh=(
        "正負號反了：你算的是 y − ŷ (或標籤與預測對調)。對 ŷ 微分是 2(ŷ − y)/N：預測太大時為正。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "The sign is the wrong way round: you computed y − ŷ (or swapped label and prediction). "
        "With respect to ŷ it is 2(ŷ − y)/N, positive where the prediction is too large; see the "
        "slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y - y_hat) / y_hat.size


@misconception(
    "d_mse.absolute",
    zh=(
        "你取了絕對值，方向不見了。梯度要保留正負號：2(ŷ − y)/N。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You took the absolute value, and the direction is lost. A gradient keeps its sign: 2(ŷ "
        "− y)/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * np.abs(y_hat - y) / y_hat.size


@misconception(
    "d_mse.of-mae",
    zh=(
        "你算的是 MAE 的梯度 sign(ŷ − y)/N。MSE 的梯度和誤差的大小成正比：2(ŷ − y)/N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You gave the gradient of the MAE, sign(ŷ − y)/N. That of the MSE is proportional to the "
        "error: 2(ŷ − y)/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return np.sign(y_hat - y) / y_hat.size


@misconception(
    "d_mse.not-differentiated",
    zh=(
        "你回傳的是每個元素的 (ŷ − y)²/N，還沒有微分。微分後次方降一次：2(ŷ − y)/N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You returned (ŷ − y)²/N of each element, which is not differentiated yet. The power "
        "goes down by one: 2(ŷ − y)/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return (y_hat - y) ** 2 / y_hat.size


@misconception(
    "d_mse.square-kept",
    zh=(
        "你帶出了 2 卻沒有把次方降下來：2(ŷ − y)²/N。微分後是 2(ŷ − y)/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You brought down the 2 and kept the square: 2(ŷ − y)²/N. The derivative is 2(ŷ − y)/N; "
        "see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y) ** 2 / y_hat.size


@misconception(
    "d_mse.plus-for-minus",
    zh="你用了 ŷ + y。誤差是差：2(ŷ − y)/N。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You used ŷ + y. The error is a difference: 2(ŷ − y)/N; see the slide “Loss functions "
        "(regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat + y) / y_hat.size


@misconception(
    "d_mse.label-forgotten",
    zh="標籤不見了：你算的是 2ŷ/N。(ŷ − y)² 的微分仍含有 y。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "The label is gone: you computed 2ŷ/N. The derivative of (ŷ − y)² still contains y; see "
        "the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * y_hat / y_hat.size


@misconception(
    "d_mse.of-rmse",
    zh=(
        "你算的是 RMSE (開根號後) 的梯度。mse 沒有根號：2(ŷ − y)/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You gave the gradient of the RMSE, with its root. mse has no root: 2(ŷ − y)/N; see the "
        "slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    error = y_hat - y
    return error / y_hat.size / np.sqrt(np.mean(error**2))


@misconception(
    "d_mse.mean-twice",
    zh=(
        "你除以 N 兩次 (例如已經平均了又再除)。只有一個 1/N：2(ŷ − y)/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You divided by N twice. There is one 1/N only: 2(ŷ − y)/N; see the slide “Loss "
        "functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / y_hat.size**2


@misconception(
    "d_mse.n-minus-one",
    zh="你除以 N − 1。mse 除以 N，梯度也是。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You divided by N − 1. mse divides by N, and so does its gradient; see the slide “Loss "
        "functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / (y_hat.size - 1)


@misconception(
    "d_mse.collapsed",
    zh=(
        "你把梯度平均成一個數字了。對每個 ŷ 各有一個偏微分，形狀要和 ŷ 相同：不要用 np.mean，"
        "除以 N 就好。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You collapsed the gradient to one number by a mean. There is one derivative for each ŷ, "
        "in the shape of ŷ: divide by N and take no np.mean; see the slide “Loss functions "
        "(regression)”."
    ),
)
def d_mse(y, y_hat):
    return np.mean(2 * (y_hat - y))


@misconception(
    "d_mse.collapsed-sum",
    zh=(
        "你把梯度加總成一個數字了。對每個 ŷ 各有一個偏微分，形狀要和 ŷ 相同。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You summed the gradient to one number. There is one derivative for each ŷ, in the shape "
        "of ŷ; see the slide “Loss functions (regression)”."
    ),
)
def d_mse(y, y_hat):
    return np.sum(2 * (y_hat - y))


@misconception(
    "d_mse.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。mse 對每一個元素平均，梯度要除以 kN，也就是 y_hat.size。",
    en=(
        "For (k, N) you divided by N only. mse is the mean over every element, so its gradient "
        "is divided by kN, which is y_hat.size."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / y_hat.shape[-1]


@misconception(
    "d_mse.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y_hat.size。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y_hat.size."
    ),
)
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / len(y_hat)


@misconception(
    "d_mse.integer-buffer",
    zh=(
        "你用 np.zeros_like(y_hat) 之類的方式存結果；輸入是整數時，小數會被截掉。加上 dtype=float。"
    ),
    en=(
        "You store results in np.zeros_like(y_hat) or the like; where the input is integer it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def d_mse(y, y_hat):
    grad = np.zeros_like(y_hat)
    grad[...] = 2 * (y_hat - y) / y_hat.size
    return grad


@misconception(
    "d_mse.in-place",
    zh=(
        "你用 -= 之類的運算直接改了傳進來的陣列，呼叫者的資料也跟著變了。請用 y_hat - y "
        "產生新陣列。"
    ),
    en=(
        "You altered an array you were given, with -= or the like, and so the caller's data. Use "
        "y_hat - y, which makes a new array."
    ),
)
def d_mse(y, y_hat):
    y_hat -= y
    return 2 * y_hat / y_hat.size
