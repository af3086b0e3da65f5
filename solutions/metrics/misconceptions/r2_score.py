"""Wrong versions of `r2_score` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "r2_score.means-of-y-hat",
    zh="y 和 y_hat 對調了：分母是標籤 y 對自己平均的平方和。見投影片「機器學習(Review)」。",
    en="y and y_hat changed places: the denominator is the labels' own sum of squares about their "
    "mean. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum((y_hat - np.mean(y_hat)) ** 2)


@misconception(
    "r2_score.ratio-only",
    zh="你回傳了殘差與總變異的比值，還要用 1 去減。見投影片「機器學習(Review)」。",
    en="You returned the ratio of the two sums; R² is 1 minus it. See the slide “Machine learning "
    "(review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return residual / total


@misconception(
    "r2_score.ratio-minus-one",
    zh="正負號反了：R² 是 1 − 比值，不是比值 − 1。見投影片「機器學習(Review)」。",
    en="The sign is reversed: R² is 1 − ratio, not ratio − 1. See the slide “Machine learning "
    "(review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return residual / total - 1


@misconception(
    "r2_score.inverted",
    zh="分子和分母對調了：殘差平方和在上，總平方和在下。見投影片「機器學習(Review)」。",
    en="The fraction is upside down: the residual sum of squares goes above, the total below. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - total / residual if residual else 1.0


@misconception(
    "r2_score.clipped",
    zh="你把負數截成 0。比預測平均還差的模型，R² 就是負的。見投影片「機器學習(Review)」。",
    en="You cut negative values off at 0. A model worse than the mean has a negative R². See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return max(0.0, 1 - residual / total)


@misconception(
    "r2_score.squared-correlation",
    zh="你用了相關係數的平方，它看不出預測值整體偏高或放大。R² 是 1 − 殘差 / 總變異。"
    "見投影片「機器學習(Review)」。",
    en="You squared the correlation, which does not see predictions that are shifted or scaled. "
    "R² is 1 − residual / total. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.corrcoef(y, y_hat)[0, 1] ** 2


@misconception(
    "r2_score.correlation",
    zh="你回傳了相關係數 r。R² 是 1 − 殘差平方和 / 總平方和。見投影片「機器學習(Review)」。",
    en="You returned the correlation r. R² is 1 − the residual sum of squares over the total. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.corrcoef(y, y_hat)[0, 1]


@misconception(
    "r2_score.explained-variance",
    zh="你用了殘差的變異數，殘差的平均被扣掉了。R² 用的是殘差本身的平方和。"
    "見投影片「機器學習(Review)」。",
    en="You used the variance of the residuals, which takes their mean away. R² uses the squares "
    "of the residuals themselves. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.var(y - y_hat) / np.var(y)


@misconception(
    "r2_score.mean-not-subtracted",
    zh="分母少減了平均，應該是 Σ(y − ȳ)²，不是 Σy²。見投影片「機器學習(Review)」。",
    en="The mean is not subtracted in the denominator, which is Σ(y − ȳ)² and not Σy². See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum(y**2)


@misconception(
    "r2_score.mean-of-predictions",
    zh="分母減的是預測值的平均，應該減標籤的平均 ȳ。見投影片「機器學習(Review)」。",
    en="The denominator subtracts the mean of the predictions; it is the mean ȳ of the labels "
    "that is due. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum((y - np.mean(y_hat)) ** 2)


@misconception(
    "r2_score.explained-over-total",
    zh="你算的是 Σ(ŷ − ȳ)² / Σ(y − ȳ)²，它只在線性最小平方法時等於 R²。請用 1 − 殘差 / 總變異。"
    "見投影片「機器學習(Review)」。",
    en="You computed Σ(ŷ − ȳ)² / Σ(y − ȳ)², which equals R² for a least-squares line only. Use 1 "
    "− residual / total. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    return np.sum((y_hat - np.mean(y)) ** 2) / total


@misconception(
    "r2_score.absolute",
    zh="你用了絕對值，R² 用的是平方和。見投影片「機器學習(Review)」。",
    en="You used absolute values; R² uses squares. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.sum(np.abs(y - y_hat)) / np.sum(np.abs(y - np.mean(y)))


@misconception(
    "r2_score.rmse-over-std",
    zh="你把比值開了根號 (RMSE / 標準差)，R² 不開根號。見投影片「機器學習(Review)」。",
    en="You took the square root of the ratio (RMSE over the standard deviation); R² takes none. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - np.sqrt(residual / total)


@misconception(
    "r2_score.mean-over-sum",
    zh="分子用了平均、分母用了總和，差了 N 倍。兩個都用總和，或都用平均。"
    "見投影片「機器學習(Review)」。",
    en="A mean stands above and a sum below, a factor N apart. Use sums for both, or means for "
    "both. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2)


@misconception(
    "r2_score.sum-over-variance",
    zh="分子用了總和、分母用了變異數 (平均)，差了 N 倍。兩個都用總和，或都用平均。"
    "見投影片「機器學習(Review)」。",
    en="A sum stands above and a variance (a mean) below, a factor N apart. Use sums for both, or "
    "means for both. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.var(y)


@misconception(
    "r2_score.sample-variance",
    zh="分母的變異數除以 N − 1 (ddof=1)，分子卻除以 N。兩個要一致。見投影片「機器學習(Review)」。",
    en="The variance below divides by N − 1 (ddof=1), the mean above by N. They must be the same. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2) / np.var(y, ddof=1)


@misconception(
    "r2_score.one-minus-mse",
    zh="你算的是 1 − MSE，還要先除以標籤的變異數。見投影片「機器學習(Review)」。",
    en="You computed 1 − MSE; the MSE is first divided by the variance of the labels. See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2)


@misconception(
    "r2_score.is-mse",
    zh="你回傳的是 MSE。R² 是 1 − MSE / 標籤的變異數。見投影片「機器學習(Review)」。",
    en="You returned the MSE. R² is 1 − MSE over the variance of the labels. See the slide "
    "“Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.mean((y - y_hat) ** 2)


@misconception(
    "r2_score.square-of-sum",
    zh="你先把殘差加總才平方，正負會抵消。先平方，再加總。見投影片「機器學習(Review)」。",
    en="You added the residuals up before squaring, so they cancel. Square first, then add up. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - np.sum(y - y_hat) ** 2 / total


@misconception(
    "r2_score.overwrites-y-hat",
    zh="你用 -= 改到了 y_hat 本身。請寫成新的陣列，例如 residual = y - y_hat。"
    "見投影片「機器學習(Review)」。",
    en="Your -= alters y_hat itself. Make a new array instead, such as residual = y - y_hat. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    y_hat -= y
    return 1 - np.sum(y_hat**2) / total
