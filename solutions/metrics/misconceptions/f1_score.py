"""Wrong versions of `f1_score` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "f1_score.arithmetic-mean",
    zh="你用了算術平均 (P + R) / 2，F1 是調和平均 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="You took the arithmetic mean (P + R) / 2; F1 is the harmonic mean 2PR / (P + R). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return (p + r) / 2


@misconception(
    "f1_score.factor-two-missing",
    zh="少乘了 2：F1 是 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="The factor 2 is missing: F1 is 2PR / (P + R). See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return p * r / (p + r) if p + r else 0.0


@misconception(
    "f1_score.geometric-mean",
    zh="你用了幾何平均 √(PR)，F1 是調和平均 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="You took the geometric mean √(PR); F1 is the harmonic mean 2PR / (P + R). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return np.sqrt(p * r)


@misconception(
    "f1_score.product",
    zh="你回傳了 precision 和 recall 的乘積，F1 還要乘 2 再除以 P + R。"
    "見投影片「機器學習(Review)」。",
    en="You returned the product of precision and recall; F1 is 2PR / (P + R). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return p * r


@misconception(
    "f1_score.twice-product",
    zh="你少除了 P + R：F1 是 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="The division by P + R is missing: F1 is 2PR / (P + R). See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return 2 * p * r


@misconception(
    "f1_score.brackets",
    zh="分母少了括號：2PR / P + R 只除以 P；要寫成 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="Brackets are missing below: 2PR / P + R divides by P alone; write 2PR / (P + R). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum(y * y_pred)
    if tp == 0:
        return 0.0
    p, r = tp / np.sum(y_pred), tp / np.sum(y)
    return 2 * p * r / p + r


@misconception(
    "f1_score.reciprocal",
    zh="你算的是倒數的平均 (1/P + 1/R) / 2，最後還要再取一次倒數才是調和平均。"
    "見投影片「機器學習(Review)」。",
    en="You computed the mean of the reciprocals, (1/P + 1/R) / 2; its own reciprocal is the "
    "harmonic mean. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return (p + r) / (2 * p * r) if p * r else 0.0


@misconception(
    "f1_score.is-precision",
    zh="你只回傳了 precision，F1 是它和 recall 的調和平均。見投影片「機器學習(Review)」。",
    en="You returned precision alone; F1 is its harmonic mean with recall. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / max(tp + fp, 1)


@misconception(
    "f1_score.is-recall",
    zh="你只回傳了 recall，F1 是它和 precision 的調和平均。見投影片「機器學習(Review)」。",
    en="You returned recall alone; F1 is its harmonic mean with precision. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fn, 1)


@misconception(
    "f1_score.is-accuracy",
    zh="你算的是 accuracy。F1 不看 TN：2TP / (2TP + FP + FN)。見投影片「機器學習(Review)」。",
    en="You computed accuracy. F1 does not look at TN: 2TP / (2TP + FP + FN). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    return np.mean(y == y_pred)


@misconception(
    "f1_score.tp-once",
    zh="TP 在分子和分母都少乘了 2，成了 TP / (TP + FP + FN)。見投影片「機器學習(Review)」。",
    en="TP lacks its factor 2 above and below the line, which gives TP / (TP + FP + FN). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "f1_score.tp-once-below",
    zh="分母的 TP 少乘了 2：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="TP lacks its factor 2 in the denominator, which is 2TP + FP + FN. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 2 * tp / max(tp + fp + fn, 1)


@misconception(
    "f1_score.fn-left-out",
    zh="分母少了 FN：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="FN is missing from the denominator 2TP + FP + FN. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return 2 * tp / max(2 * tp + fp, 1)


@misconception(
    "f1_score.fp-left-out",
    zh="分母少了 FP：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="FP is missing from the denominator 2TP + FP + FN. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 2 * tp / max(2 * tp + fn, 1)


@misconception(
    "f1_score.negative-class",
    zh="你算的是 0 這一類的 F1，正類是 1。見投影片「機器學習(Review)」。",
    en="You computed the F1 of class 0; the positive class is 1. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return 2 * tn / max(2 * tn + fp + fn, 1)


@misconception(
    "f1_score.macro",
    zh="你把兩個類別的 F1 取了平均 (macro F1)，這裡只要正類 1 的 F1。"
    "見投影片「機器學習(Review)」。",
    en="You averaged the F1 of both classes (macro F1); only that of the positive class 1 is "
    "wanted. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tp / max(2 * tp + fp + fn, 1) + tn / max(2 * tn + fp + fn, 1)


@misconception(
    "f1_score.zero-gives-nan",
    zh="precision 和 recall 都是 0 時，你的 2PR / (P + R) 變成 nan。先檢查分母，為 0 時回傳 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When precision and recall are both 0, your 2PR / (P + R) is nan. Check the denominator "
    "first and return 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return 2 * p * r / (p + r)


@misconception(
    "f1_score.no-positives-gives-nan",
    zh="標籤和預測都沒有 1 時，2TP + FP + FN 是 0，你的除法變成 nan。先檢查分母，為 0 時回傳 "
    "0.0。見投影片「機器學習(Review)」。",
    en="With no 1 among labels and predictions 2TP + FP + FN is 0 and your division gives nan. "
    "Check it first and return 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return np.float64(2 * tp) / (np.sum(y == 1) + np.sum(y_pred == 1))


@misconception(
    "f1_score.zero-gives-one",
    zh="標籤和預測都沒有 1 時，你回傳了 1。這裡約定分母為 0 時是 0.0。"
    "見投影片「機器學習(Review)」。",
    en="With no 1 among labels and predictions you return 1. By the convention here a denominator "
    "of 0 gives 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    n = np.sum(y == 1) + np.sum(y_pred == 1)
    return 2 * tp / n if n else 1.0
