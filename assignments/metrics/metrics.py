# %% [markdown]
# # 8 評估指標 Metrics
#
# 模型訓練好之後，要用沒看過的資料評估它。分類看 accuracy、precision、recall、F1-score，迴歸看 MSE、
# MAE 和 R²（MSE 與 MAE 已經在 `losses` 寫過）。標籤 `y` 在前，預測值在後，都是形狀 `(N,)` 的陣列；
# 分類的標籤和預測值是 0 或 1，1 是「正類」。請不要更動引數。
#
# Once a model is trained, it is evaluated on data it has not seen: accuracy, precision, recall and
# F1-score for classification, MSE, MAE and R² for regression (MSE and MAE you wrote in `losses`).
# The label `y` comes first, the prediction second, both arrays of shape `(N,)`; in classification
# both are 0 or 1, and 1 is “positive”. Leave the arguments unchanged.
#
# | | 預測 predicted 1 | 預測 predicted 0 |
# |---|---|---|
# | 標籤 label 1 | TP | FN |
# | 標籤 label 0 | FP | TN |
#
# 四個分類指標共用一個例子：`y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`、
# `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]`，也就是 TP = 3、FP = 1、FN = 2、TN = 4。
#
# The four classification metrics share one example: `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]` and
# `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]`, that is TP = 3, FP = 1, FN = 2, TN = 4.

# %%
import numpy as np

# %% [markdown]
# ## `accuracy(y, y_pred)`：準確率 Accuracy
#
# $$\text{accuracy} = \frac{TP + TN}{N}$$
#
# 預測和標籤相同的樣本，占全部樣本的比例，是 0 到 1 的數（float）。`y` 與 `y_pred` 都是 0/1，
# 形狀 `(N,)`。
#
# 例：`y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`、`y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` 有 TP = 3、
# TN = 4，得到 (3 + 4)/10 = 0.7。
#
# The share of all samples whose prediction equals the label, a number from 0 to 1 (a float). `y`
# and `y_pred` are 0/1 of shape `(N,)`.
#
# Example: `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]` and `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` have
# TP = 3 and TN = 4, which gives (3 + 4)/10 = 0.7.


# %%
def accuracy(y, y_pred):
    """準確率 / Accuracy: the share of samples predicted right.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float, 0 到 1 / between 0 and 1.
    """
    raise NotImplementedError


# %% [markdown]
# ## `precision(y, y_pred)`：精確率 Precision
#
# $$\text{precision} = \frac{TP}{TP + FP}$$
#
# 預測為 1 的樣本中，標籤真的是 1 的比例（float）。`y` 與 `y_pred` 都是 0/1，形狀 `(N,)`。
# 沒有任何樣本預測為 1 時分母是 0，請回傳 `0.0`。
#
# 例：`y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`、`y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` 有 TP = 3、
# FP = 1，得到 3/(3 + 1) = 0.75。
#
# Of the samples predicted 1, the share whose label really is 1 (a float). `y` and `y_pred` are 0/1
# of shape `(N,)`. When nothing is predicted 1 the denominator is 0: return `0.0`.
#
# Example: `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]` and `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` have
# TP = 3 and FP = 1, which gives 3/(3 + 1) = 0.75.


# %%
def precision(y, y_pred):
    """精確率 / Precision: of the samples predicted 1, the share labelled 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    raise NotImplementedError


# %% [markdown]
# ## `recall(y, y_pred)`：召回率 Recall
#
# $$\text{recall} = \frac{TP}{TP + FN}$$
#
# 標籤為 1 的樣本中，被預測為 1 的比例（float）。`y` 與 `y_pred` 都是 0/1，形狀 `(N,)`。
# 沒有任何標籤是 1 時分母是 0，請回傳 `0.0`。
#
# 例：`y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`、`y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` 有 TP = 3、
# FN = 2，得到 3/(3 + 2) = 0.6。
#
# Of the samples labelled 1, the share that is predicted 1 (a float). `y` and `y_pred` are 0/1 of
# shape `(N,)`. When no label is 1 the denominator is 0: return `0.0`.
#
# Example: `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]` and `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` have
# TP = 3 and FN = 2, which gives 3/(3 + 2) = 0.6.


# %%
def recall(y, y_pred):
    """召回率 / Recall: of the samples labelled 1, the share predicted 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    raise NotImplementedError


# %% [markdown]
# ## `f1_score(y, y_pred)`：F1 分數 F1-score
#
# $$F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}
# = \frac{2\,TP}{2\,TP + FP + FN}$$
#
# precision 和 recall 的調和平均（float）：兩者都高，它才會高。`y` 與 `y_pred` 都是 0/1，
# 形狀 `(N,)`。分母是 0 時，請回傳 `0.0`。
#
# 例：`y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`、`y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` 有 TP = 3、
# FP = 1、FN = 2，得到 6/(6 + 1 + 2) = 6/9 ≈ 0.6667。
#
# The harmonic mean of precision and recall (a float): it is high only where both are. `y` and
# `y_pred` are 0/1 of shape `(N,)`. Where a denominator is 0, return `0.0`.
#
# Example: `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]` and `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]` have
# TP = 3, FP = 1 and FN = 2, which gives 6/(6 + 1 + 2) = 6/9 ≈ 0.6667.


# %%
def f1_score(y, y_pred):
    """F1 分數 / F1-score: the harmonic mean of precision and recall.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where a denominator is 0.
    """
    raise NotImplementedError


# %% [markdown]
# ## `r2_score(y, y_hat)`：決定係數 Coefficient of determination R²
#
# $$R^2 = 1 - \frac{\sum_i (y_i - \hat{y}_i)^2}{\sum_i (y_i - \bar{y})^2}$$
#
# 和「永遠預測標籤的平均」相比，誤差少了多少（float）：完全正確是 1，和預測平均一樣是 0，
# 更差就是負數。`y` 與 `y_hat` 的形狀都是 `(N,)`；標籤全部相等的情形不列入評分。
#
# 例：標籤 30、50、100（平均 60），輸出 29、53、98，得到 1 − 14/2600 ≈ 0.994615。
#
# How much smaller the error is than that of always predicting the mean of the labels (a float): 1
# when all is right, 0 when no better than the mean, negative when worse. `y` and `y_hat` both have
# shape `(N,)`; labels that are all equal are not graded.
#
# Example: labels 30, 50, 100 (mean 60) and outputs 29, 53, 98 give 1 − 14/2600 ≈ 0.994615.


# %%
def r2_score(y, y_hat):
    """決定係數 / Coefficient of determination R².

    Args:
        y: 標籤，不全相等 / labels, not all equal, shape (N,).
        y_hat: 預測值 / predictions, shape (N,).

    Returns:
        float，最大 1，可以是負數 / at most 1, may be negative.
    """
    raise NotImplementedError
