"""Wrong versions of `predict_class` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "predict_class.largest-value",
    zh="你回傳了最大的數值，要的是它的索引 (哪一類)：用 argmax。見投影片「Softmax (分類問題)」。",
    en="You returned the largest value; its index, the class, is wanted: argmax. See the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.max(Y_hat, axis=0)


@misconception(
    "predict_class.wrong-axis",
    zh="你沿著軸 1 (樣本) 比大小。一行是一筆樣本，要沿著軸 0 (類別) 比。見投影片「Softmax "
    "(分類問題)」。",
    en="You compared along axis 1, the samples. A column is one sample: compare along axis 0, the "
    "classes. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=1)


@misconception(
    "predict_class.no-axis",
    zh="argmax 沒有指定軸，就把整個陣列攤平，只給一個索引。每筆樣本都要一個：axis=0。"
    "見投影片「Softmax (分類問題)」。",
    en="Without an axis argmax flattens the array and gives one index. One for each sample is "
    "due: axis=0. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat)


@misconception(
    "predict_class.smallest",
    zh="你選了最小的類別 (argmin)，要選最大的。見投影片「Softmax (分類問題)」。",
    en="You chose the smallest (argmin); the largest is wanted. See the slide “Softmax "
    "(classification)”.",
)
def predict_class(Y_hat):
    return np.argmin(Y_hat, axis=0)


@misconception(
    "predict_class.from-one",
    zh="你的類別從 1 開始編號，索引從 0 開始。見投影片「Softmax (分類問題)」。",
    en="You numbered the classes from 1; indices start at 0. See the slide “Softmax "
    "(classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0) + 1


@misconception(
    "predict_class.one-hot",
    zh="你回傳了 one-hot 的 (k, N) 陣列，要的是形狀 (N,) 的索引。見投影片「Softmax (分類問題)」。",
    en="You returned a one-hot (k, N) array; indices of shape (N,) are wanted. See the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return (np.arange(Y_hat.shape[0])[:, None] == np.argmax(Y_hat, axis=0)).astype(int)


@misconception(
    "predict_class.threshold",
    zh="你用 0.5 當閾值，那是二元分類的做法。多元分類要選數值最大的類別。"
    "見投影片「多層感知器應用」。",
    en="You compared with a threshold of 0.5, which is for two classes and one output. With "
    "several classes take the largest; see the slide “Using an MLP”.",
)
def predict_class(Y_hat):
    return (Y_hat >= 0.5).astype(int)


@misconception(
    "predict_class.kept-axis",
    zh="索引對了，但形狀是 (1, N)。請去掉 keepdims，回傳 (N,)。見投影片「Softmax (分類問題)」。",
    en="The indices are right but have shape (1, N). Return (N,), without keepdims; see the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0)[np.newaxis, :]


@misconception(
    "predict_class.starts-at-zero",
    zh="你找最大值時從 0 開始比，整行都是負數就找不到。請從第一個類別的值開始比。"
    "見投影片「Softmax (分類問題)」。",
    en="Your search for the largest starts at 0, so a column of negative values has none. Start "
    "from the first class's value; see the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.where(np.max(Y_hat, axis=0) > 0, np.argmax(Y_hat, axis=0), 0)


@misconception(
    "predict_class.absolute",
    zh="你比的是絕對值。負得再多也不是大，直接比數值。見投影片「Softmax (分類問題)」。",
    en="You compared absolute values. A very negative value is not large: compare the values "
    "themselves. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(np.abs(Y_hat), axis=0)


@misconception(
    "predict_class.last-tie",
    zh="同分時你選了索引最大的，例如比較時用了 >=。同分要取索引最小的：用 >，或用 np.argmax。"
    "見投影片「Softmax (分類問題)」。",
    en="On a tie you took the highest index, as >= in the comparison does. Ties go to the lowest: "
    "use >, or np.argmax. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return len(Y_hat) - 1 - np.argmax(Y_hat[::-1], axis=0)


@misconception(
    "predict_class.float-index",
    zh="索引對了，但型別是浮點數。索引要是整數，例如結果陣列用 np.zeros(N, dtype=int) 建立。"
    "見投影片「Softmax (分類問題)」。",
    en="The indices are right but are floats. An index is an integer: make the result with "
    "np.zeros(N, dtype=int), for one. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0).astype(float)
