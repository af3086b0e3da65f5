"""Wrong versions of `mae` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "mae.sum-not-mean",
    zh=(
        "你把絕對誤差加總，但沒有除以個數。MAE 的 M 是 mean：前面還有 1/N。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You summed the absolute errors and did not divide by how many there are. The M of MAE "
        "is “mean”: there is a 1/N in front; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.sum(np.abs(y - y_hat))


@misconception(
    "mae.no-absolute",
    zh=(
        "你沒有取絕對值，正負誤差互相抵消了。每個差先取絕對值，再平均。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "You took no absolute value, so errors of opposite sign cancel. Take it of each "
        "difference, then the mean; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(y - y_hat)


@misconception(
    "mae.no-absolute-prediction-minus-label",
    zh=(
        "你算的是 ŷ − y 的平均，沒有取絕對值，正負誤差互相抵消了。先取絕對值，再平均。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You averaged ŷ − y without an absolute value, so errors of opposite sign cancel. Take "
        "absolute values, then the mean; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(y_hat - y)


@misconception(
    "mae.absolute-of-mean",
    zh=(
        "你先平均 (或加總) 再取絕對值，順序反了，正負誤差會先抵消。先對每個差取絕對值。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You took the mean (or sum) first and its absolute value afterwards, so errors cancel "
        "first. Take the absolute value of each difference; see the slide “Loss functions "
        "(regression)”."
    ),
)
def mae(y, y_hat):
    return np.abs(np.mean(y - y_hat))


@misconception(
    "mae.absolute-of-each",
    zh="你算的是 |y| − |ŷ|。要先相減再取絕對值：|y − ŷ|。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You computed |y| − |ŷ|. Subtract first and take the absolute value then: |y − ŷ|; see "
        "the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y) - np.abs(y_hat))


@misconception(
    "mae.bracket-around-label",
    zh=(
        "絕對值的括號只包住了 y：你算的是 |y| − ŷ。把整個差放進括號：np.abs(y - y_hat)。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "The bracket of the absolute value holds y only: you computed |y| − ŷ. Put the whole "
        "difference inside: np.abs(y - y_hat); see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y) - y_hat)


@misconception(
    "mae.squared",
    zh="你把差平方了，那是 MSE。MAE 取絕對值。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You squared the differences, which is the MSE. The MAE takes absolute values; see the "
        "slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean((y - y_hat) ** 2)


@misconception(
    "mae.root-mean-square",
    zh=(
        "你平方、平均後再開根號，那是 RMSE，不等於 MAE：根號要在平均之前，也就是 |y − ŷ|。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You squared, took the mean and then the root: that is the RMSE and not the MAE, where "
        "each difference gets its own |y − ŷ|; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.sqrt(np.mean((y - y_hat) ** 2))


@misconception(
    "mae.median",
    zh="你取的是中位數。MAE 的 M 是 mean (平均)。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took the median. The M of MAE is “mean”; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.median(np.abs(y - y_hat))


@misconception(
    "mae.largest",
    zh="你取的是最大的絕對誤差。MAE 是所有絕對誤差的平均。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You took the largest absolute error. The MAE is the mean of them all; see the slide "
        "“Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.max(np.abs(y - y_hat))


@misconception(
    "mae.half",
    zh="你多乘了 1/2。MAE 前面只有 1/N。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You have an extra factor 1/2. There is only 1/N in front of the MAE; see the slide "
        "“Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y - y_hat)) / 2


@misconception(
    "mae.plus-for-minus",
    zh="你算的是 |y + ŷ|。損失看的是標籤與預測的差，要用減號。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You computed |y + ŷ|. The loss is about the difference of label and prediction, so it "
        "takes a minus; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y + y_hat))


@misconception(
    "mae.n-minus-one",
    zh="你除以 N − 1。MAE 除以 N。見投影片「損失函數 (迴歸問題)」。",
    en="You divided by N − 1. The MAE divides by N; see the slide “Loss functions (regression)”.",
)
def mae(y, y_hat):
    return np.sum(np.abs(y - y_hat)) / (y.size - 1)


@misconception(
    "mae.relative",
    zh=(
        "你把誤差除以標籤，那是 MAPE (相對誤差)。MAE 只用差本身。見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You divided the errors by the labels, which is the MAPE. The MAE uses the differences "
        "themselves; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs((y - y_hat) / y))


@misconception(
    "mae.no-mean",
    zh="你回傳每個元素的絕對誤差，還沒有平均。損失是一個數字。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "You returned the absolute error of each element and took no mean. A loss is one number; "
        "see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.abs(y - y_hat)


@misconception(
    "mae.stops-after-first",
    zh=(
        "你的迴圈只加了第一個元素就回傳 (return 縮排在迴圈裡面)。等迴圈跑完再回傳。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Your loop returns after the first element (the return is indented into the loop). "
        "Return when the loop is done; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    return np.abs(y.flat[0] - y_hat.flat[0]) / y.size


@misconception(
    "mae.skips-last",
    zh=(
        "你的迴圈漏了最後一個元素，多半是 range(N - 1)。range(N) 就已經停在 N − 1。"
        "見投影片「損失函數 (迴歸問題)」。"
    ),
    en=(
        "Your loop leaves out the last element, probably with range(N - 1). range(N) already "
        "stops at N − 1; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    error = (y - y_hat).ravel()
    return np.sum(np.abs(error[:-1])) / y.size


@misconception(
    "mae.skips-first",
    zh=(
        "你的迴圈漏了第一個元素，多半是從 1 開始數。Python 的索引從 0 開始。見投影片「損失函數 "
        "(迴歸問題)」。"
    ),
    en=(
        "Your loop leaves out the first element, probably by counting from 1. Python's indices "
        "start at 0; see the slide “Loss functions (regression)”."
    ),
)
def mae(y, y_hat):
    error = (y - y_hat).ravel()
    return np.sum(np.abs(error[1:])) / y.size


@misconception(
    "mae.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。MAE 對每一個元素平均，要除以 kN，也就是 y.size。",
    en=(
        "For (k, N) you divided by N only. The MAE is the mean over every element: divide by kN, "
        "which is y.size."
    ),
)
def mae(y, y_hat):
    return np.sum(np.abs(y - y_hat)) / y.shape[-1]


@misconception(
    "mae.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y.size，或用 np.mean。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y.size, or use np.mean."
    ),
)
def mae(y, y_hat):
    return np.sum(np.abs(y - y_hat)) / len(y)


@misconception(
    "mae.mean-of-axis-0",
    zh="你只沿 axis 0 平均，二維時得到的是每一行一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along axis 0 only, which leaves one number a column for two axes. "
        "Take it over every element, without an axis."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y - y_hat), axis=0)


@misconception(
    "mae.mean-of-last-axis",
    zh="你只沿最後一軸平均，二維時得到的是每一列一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along the last axis only, which leaves one number a row for two axes. "
        "Take it over every element, without an axis."
    ),
)
def mae(y, y_hat):
    return np.mean(np.abs(y - y_hat), axis=-1)


@misconception(
    "mae.in-place",
    zh=(
        "你用 -= 或 out= 直接改了傳進來的陣列，呼叫者的資料也跟著變了。請寫成 error = y - y_hat，"
        "產生新陣列。"
    ),
    en=(
        "You altered an array you were given, with -= or out=, and so the caller's data. Write "
        "error = y - y_hat, which makes a new array."
    ),
)
def mae(y, y_hat):
    y_hat -= y
    return np.mean(np.abs(y_hat))
