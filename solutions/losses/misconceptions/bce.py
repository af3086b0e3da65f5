"""Wrong versions of `bce` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "bce.positive-term-only",
    zh=(
        "你只算了 y·log ŷ 這一項。標籤為 0 的樣本也要付出代價：(1 − y)·log(1 − ŷ)。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Only the y·log ŷ term is there. Samples with label 0 cost something too: (1 − y)·log(1 "
        "− ŷ); see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p))


@misconception(
    "bce.negative-term-only",
    zh=(
        "你只算了 (1 − y)·log(1 − ŷ) 這一項。標籤為 1 的樣本要算 y·log ŷ。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "Only the (1 − y)·log(1 − ŷ) term is there. Samples with label 1 need y·log ŷ; see the "
        "slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean((1 - y) * np.log(1 - p))


@misconception(
    "bce.missing-minus",
    zh=(
        "最前面的負號不見了。機率的 log 是負的，加上負號損失才會是正的、越小越好。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The minus sign in front is missing. Logarithms of probabilities are negative; the minus "
        "makes the loss positive, and smaller is better; see the slide “Loss functions "
        "(classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.minus-on-first-term-only",
    zh=(
        "兩項的正負號不同：你算的是 −y·log ŷ + (1 − y)·log(1 − ŷ) (負號沒有括住整個總和，"
        "或兩項之間寫成減號)，標籤 0 的代價變成負的。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The two terms have different signs: yours is −y·log ŷ + (1 − y)·log(1 − ŷ) (the minus "
        "misses the bracket, or there is a minus between the terms), so label 0 costs less than "
        "nothing; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.minus-on-second-term-only",
    zh=(
        "兩項的正負號不同：你算的是 y·log ŷ − (1 − y)·log(1 − ŷ)，標籤 1 的代價變成負的。"
        "負號要放在整個總和前面。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The two terms have different signs: yours is y·log ŷ − (1 − y)·log(1 − ŷ), so label 1 "
        "costs less than nothing. The minus goes in front of the whole sum; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))


@misconception(
    "bce.swapped-arguments",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y, 1e-12, 1 - 1e-12)
    return -np.mean(y_hat * np.log(p) + (1 - y_hat) * np.log(1 - p))


@misconception(
    "bce.swapped-arguments-unclipped",
    zh=(
        "你把標籤和預測對調了，結果出現 log 0：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，"
        "log 要取在預測值 ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped, which meets log 0: the logarithm is taken of y and "
        "multiplied by ŷ. The label is the first argument; take the log of the prediction ŷ; see "
        "the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    return -np.mean(y_hat * np.log(y) + (1 - y_hat) * np.log(1 - y))


@misconception(
    "bce.swapped-arguments-1e-7",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y, 1e-7, 1 - 1e-7)
    return -np.mean(y_hat * np.log(p) + (1 - y_hat) * np.log(1 - p))


@misconception(
    "bce.swapped-arguments-1e-8",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y, 1e-8, 1 - 1e-8)
    return -np.mean(y_hat * np.log(p) + (1 - y_hat) * np.log(1 - p))


@misconception(
    "bce.swapped-arguments-1e-10",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y, 1e-10, 1 - 1e-10)
    return -np.mean(y_hat * np.log(p) + (1 - y_hat) * np.log(1 - p))


@misconception(
    "bce.swapped-arguments-1e-15",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.mean(y_hat * np.log(p) + (1 - y_hat) * np.log(1 - p))


@misconception(
    "bce.labels-flipped",
    zh=(
        "兩個開關裝反了：y 配到 log(1 − ŷ)，1 − y 配到 log ŷ。標籤 1 要算 log ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The two switches are crossed: y goes with log(1 − ŷ) and 1 − y with log ŷ. Label 1 "
        "takes log ŷ; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean((1 - y) * np.log(p) + y * np.log(1 - p))


@misconception(
    "bce.same-log-twice",
    zh=(
        "兩項都用了 log ŷ。標籤為 0 時要看的是 1 − ŷ：log(1 − ŷ)。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Both terms use log ŷ. Where the label is 0 it is 1 − ŷ that counts: log(1 − ŷ); see the "
        "slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(p))


@misconception(
    "bce.one-minus-log",
    zh=(
        "你寫成 1 − log ŷ，括號放錯了。要的是 log(1 − ŷ)：先用 1 減，再取 log。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You wrote 1 − log ŷ; the bracket is misplaced. It is log(1 − ŷ): subtract from 1 first, "
        "then take the log; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * (1 - np.log(p)))


@misconception(
    "bce.second-term-unweighted",
    zh=(
        "第二項少乘了 (1 − y)，所以標籤為 1 的樣本也被算進 log(1 − ŷ)。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "The second term lacks its factor (1 − y), so that samples with label 1 pay log(1 − ŷ) "
        "as well; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + np.log(1 - p))


@misconception(
    "bce.first-term-unweighted",
    zh="第一項少乘了 y，所以標籤為 0 的樣本也被算進 log ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "The first term lacks its factor y, so that samples with label 0 pay log ŷ as well; see "
        "the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.log10",
    zh=(
        "你用的是以 10 為底的 log10。投影片的例子 0.228393 是自然對數：np.log。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You used log10. The slide's 0.228393 comes from the natural logarithm, np.log; see the "
        "slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log10(p) + (1 - y) * np.log10(1 - p))


@misconception(
    "bce.log2",
    zh=(
        "你用的是以 2 為底的 log2。投影片的例子 0.228393 是自然對數：np.log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You used log2. The slide's 0.228393 comes from the natural logarithm, np.log; see the "
        "slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


@misconception(
    "bce.log1p",
    zh=(
        "你用的是 np.log1p，它算的是 log(1 + x)。這裡要的是 np.log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You used np.log1p, which is log(1 + x). np.log is meant here; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log1p(p) + (1 - y) * np.log1p(1 - p))


@misconception(
    "bce.no-log",
    zh=(
        "你沒有取 log，只平均了「猜對的機率」。每個機率要先取 log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "There is no log: you averaged the probabilities of the right labels. Take the log of "
        "each first; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    return -np.mean(y * y_hat + (1 - y) * (1 - y_hat))


@misconception(
    "bce.log-of-mean",
    zh=(
        "你先把機率平均再取 log，順序反了。先對每個樣本取 log，再平均。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You took the mean of the probabilities and its log afterwards. Take the log of each "
        "sample first, then the mean; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.log(np.mean(y * p + (1 - y) * (1 - p)))


@misconception(
    "bce.sum-not-mean",
    zh=(
        "你把每個樣本的代價加總，但沒有除以個數。公式前面有 1/N。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You summed the costs and did not divide by how many there are. There is a 1/N in front; "
        "see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.half",
    zh=(
        "你多除了 2 (例如類別數，或把兩項取平均)。每個樣本只會用到其中一項，公式只除以 N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You divided by 2 as well (the number of classes, or a mean of the two terms). Each "
        "sample uses one term only, and the formula divides by N alone; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) / 2


@misconception(
    "bce.no-mean",
    zh="你回傳每個元素的代價，還沒有平均。損失是一個數字。見投影片「損失函數 (分類問題)」。",
    en=(
        "You returned the cost of each element and took no mean. A loss is one number; see the "
        "slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.squared-error",
    zh="你算的是 MSE。分類問題要用 log：BCE。見投影片「損失函數 (分類問題)」。",
    en=(
        "You computed the MSE. Classification uses logarithms here, the BCE; see the slide “Loss "
        "functions (classification)”."
    ),
)
def bce(y, y_hat):
    return np.mean((y - y_hat) ** 2)


@misconception(
    "bce.sigmoid-again",
    zh=(
        "你又對 ŷ 做了一次 sigmoid。傳進來的 ŷ 已經是機率，直接取 log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You applied the sigmoid to ŷ once more. The ŷ given is a probability already: take its "
        "log directly; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = 1 / (1 + np.exp(-y_hat))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.stops-after-first",
    zh=(
        "你的迴圈只加了第一個元素就回傳 (return 縮排在迴圈裡面)。等迴圈跑完再回傳。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Your loop returns after the first element (the return is indented into the loop). "
        "Return when the loop is done; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    cost = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return cost.flat[0] / y.size


@misconception(
    "bce.skips-last",
    zh=(
        "你的迴圈漏了最後一個元素，多半是 range(N - 1)。range(N) 就已經停在 N − 1。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Your loop leaves out the last element, probably with range(N - 1). range(N) already "
        "stops at N − 1; see the slide “Loss functions (classification)”."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    cost = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return np.sum(cost.ravel()[:-1]) / y.size


@misconception(
    "bce.divided-by-last-axis",
    zh="(k, N) 時你只除以 N。bce 對每一個元素平均，要除以 kN，也就是 y.size。",
    en=(
        "For (k, N) you divided by N only. bce is the mean over every element: divide by kN, "
        "which is y.size."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[-1]


@misconception(
    "bce.divided-by-len",
    zh="你除以 len(y)，二維時那是列數 k，不是元素總數。除以 y.size，或用 np.mean。",
    en=(
        "You divided by len(y), which for two axes is the number of rows k, not of elements. "
        "Divide by y.size, or use np.mean."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


@misconception(
    "bce.mean-of-axis-0",
    zh="你只沿 axis 0 平均，二維時得到的是每一行一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along axis 0 only, which leaves one number a column for two axes. "
        "Take it over every element, without an axis."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p), axis=0)


@misconception(
    "bce.mean-of-last-axis",
    zh="你只沿最後一軸平均，二維時得到的是每一列一個數。對所有元素平均，不要給 axis。",
    en=(
        "You took the mean along the last axis only, which leaves one number a row for two axes. "
        "Take it over every element, without an axis."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p), axis=-1)


@misconception(
    "bce.no-clipping",
    zh=(
        "ŷ 剛好是 0 或 1 時，log 0 是 −∞，而 0 × −∞ 是 nan。取 log 前先把 ŷ 限制在 [ε, 1 − ε]，"
        "例如 np.clip(y_hat, 1e-12, 1 - 1e-12)。"
    ),
    en=(
        "Where ŷ is exactly 0 or 1, log 0 is −∞, and 0 × −∞ is nan. Keep ŷ within [ε, 1 − ε] "
        "before the log, for example np.clip(y_hat, 1e-12, 1 - 1e-12)."
    ),
)
def bce(y, y_hat):
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


@misconception(
    "bce.one-end-guarded",
    zh=(
        "你只保護了兩個 log 的其中一個。log ŷ 和 log(1 − ŷ) 都會碰到 log 0；若上限寫成 1 − ε，ε "
        "小於約 1e-16 時 1 − ε 會被捨入成 1，等於沒有保護。"
    ),
    en=(
        "Only one of the two logarithms is protected. Both log ŷ and log(1 − ŷ) can meet log 0; "
        "and in an upper limit 1 − ε, an ε below about 1e-16 is rounded away, which leaves 1 "
        "itself."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.epsilon-too-large",
    zh="你的 ε 太大了：完全猜錯時代價最多只有 −log ε，不到 16。ε 取 1e-7 或更小，例如 1e-12。",
    en=(
        "Your ε is too large: a wholly wrong prediction costs at most −log ε, which is less than "
        "16. Take 1e-7 or less, such as 1e-12."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-3, 1 - 1e-3)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bce.integer-buffer",
    zh="你用 np.zeros_like(y) 之類的方式存結果；標籤是整數時，小數會被截掉。加上 dtype=float。",
    en=(
        "You store results in np.zeros_like(y) or the like; where the labels are integers it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    cost = np.zeros_like(y)
    cost[...] = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return np.mean(cost)


@misconception(
    "bce.clip-in-place",
    zh=(
        "你把 clip 的結果寫回傳進來的陣列 (out= 或 y_hat[...] =)，呼叫者的資料也跟著變了。"
        "把結果放進新變數。"
    ),
    en=(
        "You wrote the clipped values back into the array you were given (out= or y_hat[...] =), "
        "and so into the caller's data. Keep them in a new variable."
    ),
)
def bce(y, y_hat):
    np.clip(y_hat, 1e-12, 1 - 1e-12, out=y_hat)
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


@misconception(
    "bce.nan-hidden",
    zh=(
        "只要有一個預測剛好是 0 或 1，整批的損失就變成 0，其他樣本的代價都不見了。若是 0·log 0 "
        "得到 nan、再用 nan_to_num 把它換成 0，請改成先 clip 預測值再取 log。"
    ),
    en=(
        "One prediction of exactly 0 or 1 makes the loss of the whole batch 0, and the cost of the "
        "other samples is gone. If 0·log 0 gave nan and nan_to_num made it 0: clip the predictions "
        "before taking the log instead."
    ),
)
def bce(y, y_hat):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)))
