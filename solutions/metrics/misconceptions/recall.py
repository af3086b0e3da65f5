"""Wrong versions of `recall` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "recall.is-precision",
    zh="你算的是 precision：TP / (TP + FP)，也可能是把 y 和 y_pred 對調了。recall 的分母是標籤為 "
    "1的樣本，TP + FN。見投影片「機器學習(Review)」。",
    en="You computed precision, TP / (TP + FP), perhaps by swapping y and y_pred. Recall divides "
    "by the samples labelled 1, TP + FN. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / max(tp + fp, 1)


@misconception(
    "recall.is-accuracy",
    zh="你算的是 accuracy：(TP + TN) / N。recall 只看標籤為 1的樣本：TP / (TP + FN)。"
    "見投影片「機器學習(Review)」。",
    en="You computed accuracy, (TP + TN) / N. Recall looks only at the samples labelled 1: TP / "
    "(TP + FN). See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    return np.mean(y == y_pred)


@misconception(
    "recall.specificity",
    zh="你算的是 0 這一類的召回率 (specificity)：TN / (TN + FP)。正類是 1。"
    "見投影片「機器學習(Review)」。",
    en="You computed the recall of class 0 (specificity), TN / (TN + FP). The positive class is "
    "1. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    fp = np.sum((y == 0) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tn / max(tn + fp, 1)


@misconception(
    "recall.counts-tn",
    zh="分子多了 TN：應該只有 TP，也就是標籤和預測都是 1 的樣本。見投影片「機器學習(Review)」。",
    en="TN is counted above the line. Only TP belongs there, label and prediction both 1. See the "
    "slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return (tp + tn) / max(tp + fn, 1)


@misconception(
    "recall.over-all-samples",
    zh="你除以全部的樣本數 N，分母應該是標籤為 1的樣本數，TP + FN。見投影片「機器學習(Review)」。",
    en="You divided by all N samples; divide by those labelled 1, TP + FN. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp / len(y)


@misconception(
    "recall.complement",
    zh="你算的是 FN / (TP + FN)，也就是 1 − recall。分子是 TP。見投影片「機器學習(Review)」。",
    en="You computed FN / (TP + FN), which is 1 − recall. TP goes above the line. See the slide "
    "“Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return fn / max(tp + fn, 1)


@misconception(
    "recall.both-errors",
    zh="分母同時放了 FP 和 FN。recall 的分母只有 TP + FN。見投影片「機器學習(Review)」。",
    en="Both FP and FN are in the denominator. That of recall is TP + FN only. See the slide "
    "“Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "recall.over-correct",
    zh="你除以答對的筆數 TP + TN，分母應該是 TP + FN。見投影片「機器學習(Review)」。",
    en="You divided by the number predicted right, TP + TN; the denominator is TP + FN. See the "
    "slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tp / max(tp + tn, 1)


@misconception(
    "recall.not-divided",
    zh="你回傳的是 TP 的筆數，還要除以 TP + FN。見投影片「機器學習(Review)」。",
    en="You returned the count TP; divide it by TP + FN. See the slide “Machine learning "
    "(review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp


@misconception(
    "recall.percent",
    zh="你乘了 100 變成百分比，這裡要的是 0 到 1 的比例。見投影片「機器學習(Review)」。",
    en="You turned it into per cent; a share between 0 and 1 is due. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 100 * tp / max(tp + fn, 1)


@misconception(
    "recall.zero-gives-nan",
    zh="沒有任何樣本標籤為 1時，你的 0 / 0 變成 nan。先檢查分母，為 0 時回傳 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is labelled 1, your 0 / 0 is nan. Check the denominator first and return "
    "0.0. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return np.float64(tp) / (tp + fn)


@misconception(
    "recall.zero-gives-one",
    zh="沒有任何樣本標籤為 1時，你回傳了 1。這裡約定分母為 0 時是 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is labelled 1 you return 1. By the convention here a denominator of 0 "
    "gives 0.0. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / (tp + fn) if tp + fn else 1.0


@misconception(
    "recall.guard-on-predictions",
    zh="你檢查的是預測裡有沒有 1，但分母數的是標籤裡的 1，所以它是 0 時仍得到 nan。"
    "見投影片「機器學習(Review)」。",
    en="You check whether the predictions hold a 1, but the denominator counts the 1s of the "
    "labels: when it "
    "is 0 you still get nan. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    if np.sum(y_pred) == 0:
        return 0.0
    return np.sum(y * y_pred) / np.sum(y)


@misconception(
    "recall.floor-division",
    zh="// 把小數截掉了，所以結果只有 0 或 1；請用 /。見投影片「機器學習(Review)」。",
    en="// cuts the fraction off, so that only 0 or 1 is left; use /. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    below = np.sum(y)
    return np.sum(y * y_pred) // below if below else 0.0


@misconception(
    "recall.over-fn",
    zh="你算的是 TP / FN；分母是 TP + FN。見投影片「機器學習(Review)」。",
    en="You computed TP / FN; the denominator is TP + FN. See the slide “Machine learning "
    "(review)”.",
)
def recall(y, y_pred):
    below = np.sum(y * (1 - y_pred))
    return np.sum(y * y_pred) / below if below else 0.0
