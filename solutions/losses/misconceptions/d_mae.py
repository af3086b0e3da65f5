"""Wrong versions of `d_mae` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_mae.missing-mean",
    zh=(
        "你沒有除以元素總數，只回傳 −1, 0, 1。mae 是平均，它的 1/N 微分後還在。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You returned −1, 0, 1 without dividing by the number of elements. mae is a mean, and "
        "its 1/N stays when you differentiate; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y)


@misconception(
    "d_mae.sign-flipped",
    zh=(
        "正負號反了：你算的是 sign(y − ŷ) (或標籤與預測對調)。對 ŷ 微分：預測太大時是 +1/N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "The sign is the wrong way round: you computed sign(y − ŷ) (or swapped label and "
        "prediction). With respect to ŷ it is +1/N where the prediction is too large; see the "
        "slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y - y_hat) / y_hat.size


@misconception(
    "d_mae.equal-gives-plus",
    zh="預測等於標籤時你給了 +1/N (多半是 >=)。相等的地方梯度規定為 0。",
    en=(
        "Where prediction and label are equal you give +1/N (probably >=). There the gradient is 0."
    ),
)
def d_mae(y, y_hat):
    return np.where(y_hat >= y, 1.0, -1.0) / y_hat.size


@misconception(
    "d_mae.equal-gives-minus",
    zh="預測等於標籤時你給了 −1/N (多半是 > 與 else)。相等的地方梯度規定為 0。",
    en=(
        "Where prediction and label are equal you give −1/N (probably > with an else). There the "
        "gradient is 0."
    ),
)
def d_mae(y, y_hat):
    return np.where(y_hat > y, 1.0, -1.0) / y_hat.size


@misconception(
    "d_mae.equal-gives-nan",
    zh="你用差除以它的絕對值，相等時是 0/0 = nan。相等的地方梯度規定為 0；np.sign 剛好如此。",
    en=(
        "You divide the difference by its absolute value, which is 0/0 = nan where they are "
        "equal. There the gradient is 0; np.sign does just that."
    ),
)
def d_mae(y, y_hat):
    return (y_hat - y) / np.abs(y_hat - y) / y_hat.size


@misconception(
    "d_mae.difference-not-sign",
    zh=(
        "你用的是差 ŷ − y，不是它的正負號。絕對值的斜率只有 +1 與 −1，和誤差大小無關。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You used the difference ŷ − y, not its sign. The slope of an absolute value is +1 or "
        "−1, whatever the size of the error; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return (y_hat - y) / y_hat.size


@misconception(
    "d_mae.not-differentiated",
    zh=(
        "你回傳的是每個元素的 |ŷ − y|/N，還沒有微分。絕對值的微分是正負號。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You returned |ŷ − y|/N of each element, which is not differentiated yet. The derivative "
        "of an absolute value is the sign; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.abs(y_hat - y) / y_hat.size


@misconception(
    "d_mae.of-mse",
    zh=(
        "你算的是 MSE 的梯度 2(ŷ − y)/N。MAE 的梯度只看方向：sign(ŷ − y)/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You gave the gradient of the MSE, 2(ŷ − y)/N. That of the MAE sees the direction only: "
        "sign(ŷ − y)/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return 2 * (y_hat - y) / y_hat.size


@misconception(
    "d_mae.always-plus",
    zh=(
        "你到處都回傳 +1/N，好像沒有絕對值。預測太小的地方應該是 −1/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You returned +1/N everywhere, as if there were no absolute value. Where the prediction "
        "is too small it is −1/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.ones(y_hat.shape) / y_hat.size


@misconception(
    "d_mae.always-minus",
    zh=(
        "你到處都回傳 −1/N，好像沒有絕對值。預測太大的地方應該是 +1/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You returned −1/N everywhere, as if there were no absolute value. Where the prediction "
        "is too large it is +1/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return -np.ones(y_hat.shape) / y_hat.size


@misconception(
    "d_mae.zero-for-minus",
    zh=(
        "預測太小的地方你給了 0 (像 ReLU 的微分)。那裡 |ŷ − y| 的斜率是 −1，所以是 −1/N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Where the prediction is too small you gave 0 (like the derivative of ReLU). There |ŷ − "
        "y| has slope −1, so it is −1/N; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.where(y_hat > y, 1.0, 0.0) / y_hat.size


@misconception(
    "d_mae.sign-of-prediction",
    zh="你取的是 ŷ 自己的正負號。要看的是 ŷ − y 的正負號。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took the sign of ŷ itself. It is the sign of ŷ − y that counts; see the slide “Loss "
        "functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat) / y_hat.size


@misconception(
    "d_mae.sign-of-each",
    zh="你分別取 ŷ 與 y 的正負號再相減。先相減，再取正負號。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took the signs of ŷ and of y and subtracted those. Subtract first, then take the "
        "sign; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return (np.sign(y_hat) - np.sign(y)) / y_hat.size


@misconception(
    "d_mae.mean-twice",
    zh="你除以 N 兩次。只有一個 1/N。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You divided by N twice. There is one 1/N only; see the slide “Loss functions "
        "(regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / y_hat.size**2


@misconception(
    "d_mae.n-minus-one",
    zh="你除以 N − 1。mae 除以 N，梯度也是。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You divided by N − 1. mae divides by N, and so does its gradient; see the slide “Loss "
        "functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / (y_hat.size - 1)


@misconception(
    "d_mae.half",
    zh="你多乘了 1/2。絕對值的斜率就是 ±1，再除以 N。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You have an extra factor 1/2. The slope of an absolute value is ±1, divided by N; see "
        "the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / 2 / y_hat.size


@misconception(
    "d_mae.doubled",
    zh=(
        "你多乘了 2，那是平方才有的係數。絕對值的斜率就是 ±1，再除以 N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You have an extra factor 2, which belongs to a square. The slope of an absolute value "
        "is ±1, divided by N; see the slide “Loss functions (regression)”."
    ),
)
def d_mae(y, y_hat):
    return 2 * np.sign(y_hat - y) / y_hat.size


@misconception(
    "d_mae.collapsed",
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
def d_mae(y, y_hat):
    return np.mean(np.sign(y_hat - y))


@misconception(
    "d_mae.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。mae 對每一個元素平均，梯度要除以 kN，也就是 y_hat.size。",
    en=(
        "For (k, N) you divided by N only. mae is the mean over every element, so its gradient "
        "is divided by kN, which is y_hat.size."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / y_hat.shape[-1]


@misconception(
    "d_mae.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y_hat.size。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y_hat.size."
    ),
)
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / len(y_hat)


@misconception(
    "d_mae.integer-buffer",
    zh=(
        "你用 np.zeros_like(y_hat) 之類的方式存結果；輸入是整數時，小數會被截掉。加上 dtype=float。"
    ),
    en=(
        "You store results in np.zeros_like(y_hat) or the like; where the input is integer it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def d_mae(y, y_hat):
    grad = np.zeros_like(y_hat)
    grad[...] = np.sign(y_hat - y) / y_hat.size
    return grad


@misconception(
    "d_mae.in-place",
    zh=(
        "你用 -= 之類的運算直接改了傳進來的陣列，呼叫者的資料也跟著變了。請用 y_hat - y "
        "產生新陣列。"
    ),
    en=(
        "You altered an array you were given, with -= or the like, and so the caller's data. Use "
        "y_hat - y, which makes a new array."
    ),
)
def d_mae(y, y_hat):
    y_hat -= y
    return np.sign(y_hat) / y_hat.size
