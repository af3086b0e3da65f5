"""Wrong versions of `mse` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "mse.sum-not-mean",
    zh=(
        "你把平方誤差加總，但沒有除以個數。MSE 的 M 是 mean：前面還有 1/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You summed the squared errors and did not divide by how many there are. The M of MSE is "
        "“mean”: there is a 1/N in front; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.sum((y - y_hat) ** 2)


@misconception(
    "mse.root",
    zh="你最後又開了根號，那是 RMSE。MSE 的公式沒有根號。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took the square root at the end, which is the RMSE. The MSE has no root; see the "
        "slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.sqrt(np.mean((y - y_hat) ** 2))


@misconception(
    "mse.root-before-dividing",
    zh=(
        "你先把平方和開根號 (向量的長度) 再除以 N。公式裡沒有根號，直接把平方和除以 N。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You took the root of the sum of squares (the length of the vector) and then divided by "
        "N. There is no root in the formula: divide the sum of squares itself; see the slide "
        "“Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.sqrt(np.sum((y - y_hat) ** 2)) / y.size


@misconception(
    "mse.half",
    zh=(
        "你多乘了 1/2。有些書為了微分方便會這樣定義，但投影片的 MSE 只有 1/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You have an extra factor 1/2. Some books define it so to make the derivative neater, "
        "but the slide's MSE has only 1/N; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2) / 2


@misconception(
    "mse.absolute",
    zh="你取的是絕對值，那是 MAE。MSE 要把差平方。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took absolute values, which is the MAE. The MSE squares the differences; see the "
        "slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(np.abs(y - y_hat))


@misconception(
    "mse.not-squared",
    zh=(
        "你沒有把差平方，正負誤差互相抵消了。每個差先平方，再平均。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You did not square the differences, so errors of opposite sign cancel. Square each "
        "difference, then take the mean; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(y - y_hat)


@misconception(
    "mse.not-squared-prediction-minus-label",
    zh=(
        "你算的是 ŷ − y 的平均，沒有平方，正負誤差互相抵消了。每個差先平方，再平均。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You averaged ŷ − y without squaring, so errors of opposite sign cancel. Square each "
        "difference, then take the mean; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(y_hat - y)


@misconception(
    "mse.square-of-mean",
    zh=(
        "你先平均再平方，順序反了，正負誤差會先抵消。先把每個差平方，再平均。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You took the mean first and squared it afterwards, so errors cancel before they are "
        "squared. Square each difference, then take the mean; see the slide “Loss functions "
        "(regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(y - y_hat) ** 2


@misconception(
    "mse.difference-of-squares",
    zh=(
        "你算的是 y² − ŷ²。要先相減再平方：(y − ŷ)²，兩者不相等。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You computed y² − ŷ². Subtract first and square then: (y − ŷ)² is something else; see "
        "the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(y**2 - y_hat**2)


@misconception(
    "mse.plus-for-minus",
    zh="你算的是 (y + ŷ)²。損失看的是標籤與預測的差，要用減號。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You computed (y + ŷ)². The loss is about the difference of label and prediction, so it "
        "takes a minus; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean((y + y_hat) ** 2)


@misconception(
    "mse.doubled-not-squared",
    zh="你把差乘以 2，而不是平方。Python 的平方是 ** 2。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You multiplied the differences by 2 in place of squaring them. A square is ** 2 in "
        "Python; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean((y - y_hat) * 2)


@misconception(
    "mse.variance",
    zh=(
        "你算的是誤差的變異數 (np.var)，它會先扣掉誤差的平均。MSE 直接把誤差平方後平均，"
        "什麼都不扣。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You computed the variance of the errors (np.var), which subtracts their mean first. The "
        "MSE squares the errors as they are; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.var(y - y_hat)


@misconception(
    "mse.n-minus-one",
    zh="你除以 N − 1，那是樣本變異數的做法。MSE 除以 N。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You divided by N − 1, as for a sample variance. The MSE divides by N; see the slide "
        "“Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.sum((y - y_hat) ** 2) / (y.size - 1)


@misconception(
    "mse.relative",
    zh="你把誤差除以標籤，算成相對誤差了。MSE 只用差本身。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You divided the errors by the labels, which makes them relative. The MSE uses the "
        "differences themselves; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return np.mean(((y - y_hat) / y) ** 2)


@misconception(
    "mse.no-mean",
    zh="你回傳每個元素的平方誤差，還沒有平均。損失是一個數字。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You returned the squared error of each element and took no mean. A loss is one number; "
        "see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return (y - y_hat) ** 2


@misconception(
    "mse.stops-after-first",
    zh=(
        "你的迴圈只加了第一個元素就回傳 (return 縮排在迴圈裡面)。等迴圈跑完再回傳。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Your loop returns after the first element (the return is indented into the loop). "
        "Return when the loop is done; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    return (y.flat[0] - y_hat.flat[0]) ** 2 / y.size


@misconception(
    "mse.skips-last",
    zh=(
        "你的迴圈漏了最後一個元素，多半是 range(N - 1)。range(N) 就已經停在 N − 1。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Your loop leaves out the last element, probably with range(N - 1). range(N) already "
        "stops at N − 1; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    error = (y - y_hat).ravel()
    return np.sum(error[:-1] ** 2) / y.size


@misconception(
    "mse.skips-first",
    zh=(
        "你的迴圈漏了第一個元素，多半是從 1 開始數。Python 的索引從 0 開始。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "Your loop leaves out the first element, probably by counting from 1. Python's indices "
        "start at 0; see the slide “Loss functions (regression)”."
    ),
)
def mse(y, y_hat):
    error = (y - y_hat).ravel()
    return np.sum(error[1:] ** 2) / y.size


@misconception(
    "mse.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。MSE 對每一個元素平均，要除以 kN，也就是 y.size。",
    en=(
        "For (k, N) you divided by N only. The MSE is the mean over every element: divide by kN, "
        "which is y.size."
    ),
)
def mse(y, y_hat):
    return np.sum((y - y_hat) ** 2) / y.shape[-1]


@misconception(
    "mse.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y.size，或用 np.mean。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y.size, or use np.mean."
    ),
)
def mse(y, y_hat):
    return np.sum((y - y_hat) ** 2) / len(y)


@misconception(
    "mse.mean-of-axis-0",
    zh="你只沿 axis 0 平均，二維時得到的是每一行一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along axis 0 only, which leaves one number a column for two axes. "
        "Take it over every element, without an axis."
    ),
)
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2, axis=0)


@misconception(
    "mse.mean-of-last-axis",
    zh="你只沿最後一軸平均，二維時得到的是每一列一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along the last axis only, which leaves one number a row for two axes. "
        "Take it over every element, without an axis."
    ),
)
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2, axis=-1)


@misconception(
    "mse.in-place",
    zh=(
        "你用 -= 之類的運算直接改了傳進來的陣列，呼叫者的資料也跟著變了。請寫成 error = y - "
        "y_hat，產生新陣列。"
    ),
    en=(
        "You altered an array you were given, with -= or the like, and so the caller's data. "
        "Write error = y - y_hat, which makes a new array."
    ),
)
def mse(y, y_hat):
    y_hat -= y
    return np.mean(y_hat**2)
