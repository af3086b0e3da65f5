"""Wrong versions of `d_bce` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_bce.missing-mean",
    zh="你沒有除以元素總數。bce 是平均，它的 1/N 微分後還在。見投影片「損失函數 (分類問題)」。",
    en=(
        "You did not divide by the number of elements. bce is a mean, and its 1/N stays when you "
        "differentiate; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return -y / y_hat + (1 - y) / (1 - y_hat)


@misconception(
    "d_bce.sign-flipped",
    zh=(
        "整個梯度的正負號反了 (漏了 bce 最前面的負號)。標籤 1 的梯度應該是負的：ŷ 變大，"
        "損失變小。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The whole gradient has the wrong sign (the minus in front of bce is missing). At label "
        "1 it is negative: as ŷ grows the loss falls; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y / y_hat - (1 - y) / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.positive-term-only",
    zh=(
        "你只微分了 y·log ŷ。標籤為 0 的樣本還有 (1 − y)/(1 − ŷ)。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You differentiated y·log ŷ only. Samples with label 0 have (1 − y)/(1 − ŷ); see the "
        "slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return -y / y_hat / y_hat.size


@misconception(
    "d_bce.negative-term-only",
    zh=(
        "你只微分了 (1 − y)·log(1 − ŷ)。標籤為 1 的樣本還有 −y/ŷ。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You differentiated (1 − y)·log(1 − ŷ) only. Samples with label 1 have −y/ŷ; see the "
        "slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (1 - y) / (1 - y_hat) / y_hat.size


@misconception(
    "d_bce.inner-minus-forgotten",
    zh=(
        "第二項的正負號錯了：log(1 − ŷ) 的內層 (1 − ŷ) 微分是 −1，和前面的負號抵消，所以是 +(1 − "
        "y)/(1 − ŷ)。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The second term has the wrong sign: the inner derivative of log(1 − ŷ) is −1 and "
        "cancels the minus in front, which gives +(1 − y)/(1 − ŷ); see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_bce(y, y_hat):
    return -(y / y_hat + (1 - y) / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.first-minus-forgotten",
    zh="第一項的負號不見了：−y·log ŷ 的微分是 −y/ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "The minus of the first term is missing: the derivative of −y·log ŷ is −y/ŷ; see the "
        "slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y / y_hat + (1 - y) / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.with-respect-to-logit",
    zh=(
        "你給的是 (ŷ − y)/N，那是對 sigmoid 之前的 z 的梯度。這裡是對 ŷ 微分，還要除以 ŷ(1 − ŷ)。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You gave (ŷ − y)/N, the gradient with respect to z before the sigmoid. Here it is with "
        "respect to ŷ, so ŷ(1 − ŷ) is still in the denominator; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y_hat - y) / y_hat.size


@misconception(
    "d_bce.multiplied-by-denominator",
    zh="你乘了 ŷ(1 − ŷ)，應該是除。(ŷ − y)/(ŷ(1 − ŷ))。見投影片「損失函數 (分類問題)」。",
    en=(
        "You multiplied by ŷ(1 − ŷ) where you should divide: (ŷ − y)/(ŷ(1 − ŷ)); see the slide "
        "“Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y_hat - y) * y_hat * (1 - y_hat) / y_hat.size


@misconception(
    "d_bce.bracket-in-denominator",
    zh=(
        "分母少了括號：a / b * c 會先除再乘。要寫成 (ŷ − y) / (ŷ * (1 − ŷ))。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "The denominator lacks its bracket: a / b * c divides and then multiplies. Write (ŷ − y) "
        "/ (ŷ * (1 − ŷ)); see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y_hat - y) / y_hat * (1 - y_hat) / y_hat.size


@misconception(
    "d_bce.denominator-without-one-minus",
    zh=(
        "分母少了一半：兩項通分之後是 ŷ(1 − ŷ)，你只除以 ŷ，標籤為 0 的樣本因此不對。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Half of the denominator is missing: over one denominator the two terms give ŷ(1 − ŷ), "
        "and you divided by ŷ alone; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (y_hat - y) / y_hat / y_hat.size


@misconception(
    "d_bce.denominators-crossed",
    zh="兩個分母對調了：y 要除以 ŷ，1 − y 要除以 1 − ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "The two denominators are crossed: y goes over ŷ, and 1 − y over 1 − ŷ; see the slide "
        "“Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y / (1 - y_hat) + (1 - y) / y_hat) / y_hat.size


@misconception(
    "d_bce.labels-ignored",
    zh=(
        "你沒有乘上 y 與 1 − y，兩項對每個樣本都算了。標籤一次只留下一項。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You left out the factors y and 1 − y, so both terms count for every sample. The label "
        "keeps one of them at a time; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-1 / y_hat + 1 / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.second-term-unweighted",
    zh=(
        "第二項少乘了 (1 − y)：1/(1 − ŷ) 只屬於標籤為 0 的樣本，你卻每個都加上。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The second term lacks its factor (1 − y): 1/(1 − ŷ) belongs to samples of label 0 only, "
        "and you added it for every one; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y / y_hat + 1 / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.first-term-unweighted",
    zh=(
        "第一項少乘了 y：−1/ŷ 只屬於標籤為 1 的樣本，你卻每個都加上。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The first term lacks its factor y: −1/ŷ belongs to samples of label 1 only, and you "
        "added it for every one; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-1 / y_hat + (1 - y) / (1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.not-differentiated",
    zh=(
        "你回傳的是每個元素的代價 (還有 log)，還沒有微分。log 的微分是倒數。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You returned the cost of each element, logarithms and all, not differentiated yet. The "
        "derivative of log is the reciprocal; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.reciprocal-of-log",
    zh="你寫成 1/log ŷ。log ŷ 的微分是 1/ŷ，不是 1/log ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "You wrote 1/log ŷ. The derivative of log ŷ is 1/ŷ, not 1/log ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y / np.log(y_hat) + (1 - y) / np.log(1 - y_hat)) / y_hat.size


@misconception(
    "d_bce.of-mse",
    zh=(
        "你算的是 MSE 的梯度 2(ŷ − y)/N。這裡要微分的是二元交叉熵。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You gave the gradient of the MSE, 2(ŷ − y)/N. Here it is the binary cross-entropy that "
        "you differentiate; see the slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return 2 * (y_hat - y) / y_hat.size


@misconception(
    "d_bce.swapped-arguments",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y_hat / y + (1 - y_hat) / (1 - y)) / y.size


@misconception(
    "d_bce.swapped-arguments-1e-7",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    p = np.clip(y, 1e-7, 1 - 1e-7)
    return (-y_hat / p + (1 - y_hat) / (1 - p)) / y.size


@misconception(
    "d_bce.swapped-arguments-1e-8",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    p = np.clip(y, 1e-8, 1 - 1e-8)
    return (-y_hat / p + (1 - y_hat) / (1 - p)) / y.size


@misconception(
    "d_bce.swapped-arguments-1e-12",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    p = np.clip(y, 1e-12, 1 - 1e-12)
    return (-y_hat / p + (1 - y_hat) / (1 - p)) / y.size


@misconception(
    "d_bce.swapped-arguments-1e-15",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    p = np.clip(y, 1e-15, 1 - 1e-15)
    return (-y_hat / p + (1 - y_hat) / (1 - p)) / y.size


@misconception(
    "d_bce.mean-twice",
    zh="你除以 N 兩次。只有一個 1/N。見投影片「損失函數 (分類問題)」。",
    en=(
        "You divided by N twice. There is one 1/N only; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / y_hat.size**2


@misconception(
    "d_bce.half",
    zh="你多除了 2。公式只除以元素總數。見投影片「損失函數 (分類問題)」。",
    en=(
        "You divided by 2 as well. The formula divides by the number of elements alone; see the "
        "slide “Loss functions (classification)”."
    ),
)
def d_bce(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / 2 / y_hat.size


@misconception(
    "d_bce.collapsed",
    zh=(
        "你把梯度平均成一個數字了。對每個 ŷ 各有一個偏微分，形狀要和 ŷ 相同：不要用 np.mean，"
        "除以 N 就好。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You collapsed the gradient to one number by a mean. There is one derivative for each ŷ, "
        "in the shape of ŷ: divide by N and take no np.mean; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_bce(y, y_hat):
    return np.mean(-y / y_hat + (1 - y) / (1 - y_hat))


@misconception(
    "d_bce.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。bce 對每一個元素平均，梯度要除以 kN，也就是 y_hat.size。",
    en=(
        "For (k, N) you divided by N only. bce is the mean over every element, so its gradient "
        "is divided by kN, which is y_hat.size."
    ),
)
def d_bce(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / y_hat.shape[-1]


@misconception(
    "d_bce.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y_hat.size。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y_hat.size."
    ),
)
def d_bce(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / len(y_hat)


@misconception(
    "d_bce.integer-buffer",
    zh="你用 np.zeros_like(y) 之類的方式存結果；標籤是整數時，小數會被截掉。加上 dtype=float。",
    en=(
        "You store results in np.zeros_like(y) or the like; where the labels are integers it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def d_bce(y, y_hat):
    grad = np.zeros_like(y)
    grad[...] = (-y / y_hat + (1 - y) / (1 - y_hat)) / y_hat.size
    return grad


@misconception(
    "d_bce.in-place",
    zh=(
        "你用 -= 之類的運算直接改了傳進來的陣列，呼叫者的資料也跟著變了。請用 y_hat - y "
        "產生新陣列。"
    ),
    en=(
        "You altered an array you were given, with -= or the like, and so the caller's data. Use "
        "y_hat - y, which makes a new array."
    ),
)
def d_bce(y, y_hat):
    slope = y_hat * (1 - y_hat)
    y_hat -= y
    return y_hat / slope / y_hat.size
