# %% [markdown]
# # 5 損失函數 Loss functions
#
# 損失函數把「預測值離標籤多遠」變成一個數，訓練就是讓它變小。前四個函數計算損失，
# 後五個計算損失對預測值（或 logits）的梯度。每個函數都先收標籤 `y`，再收預測值 `y_hat`；
# 一筆樣本是一行（column，也稱「欄」），`N` 是樣本數（最後一軸）。
# 例子裡寫成 `[…]` 的都是 NumPy 陣列。請不要更動引數。
#
# A loss turns “how far is the prediction from the label” into one number, and training makes it
# smaller. The first four functions compute losses, the last five their gradients with respect to
# the prediction (or the logits). The label `y` always comes first, then the prediction `y_hat`; one
# sample is one column and `N`, the last axis, is the number of samples. What the examples write as
# `[…]` is a NumPy array. Leave the arguments unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `mse(y, y_hat)`：均方差 Mean squared error
#
# $$MSE = \frac{1}{N}\sum_{i=1}^{N}(y_i-\hat y_i)^2$$
#
# 每個元素的差取平方，再對所有元素取平均，結果是一個數（float）。`y` 與 `y_hat` 形狀相同，
# 是 `(N,)` 或 `(k, N)`；`(k, N)` 時除以 `kN`。
#
# 例：標籤 30、50、100，輸出 29、53、98，MSE 是 (1 + 9 + 4)/3 = 14/3 ≈ 4.6667。
#
# Square the difference of every element, then take the mean over all elements; the result is one
# number (a float). `y` and `y_hat` have the same shape, `(N,)` or `(k, N)`; for `(k, N)` the mean
# divides by `kN`.
#
# Example: labels 30, 50, 100 and outputs 29, 53, 98 give an MSE of (1 + 9 + 4)/3 = 14/3 ≈ 4.6667.


# %%
def mse(y, y_hat):
    """均方差，對所有元素取平均 / Mean squared error over every element.

    Args:
        y: 標籤，(N,) 或 (k, N) / labels, array of shape (N,) or (k, N).
        y_hat: 預測值，形狀同 y / predictions, same shape.
    Returns: 一個數 / float.
    """
    raise NotImplementedError


# %% [markdown]
# ## `mae(y, y_hat)`：平均絕對差 Mean absolute error
#
# $$MAE = \frac{1}{N}\sum_{i=1}^{N}|y_i-\hat y_i|$$
#
# 每個元素的差取絕對值，再對所有元素取平均，結果是一個數（float）。`y` 與 `y_hat` 形狀相同，
# 是 `(N,)` 或 `(k, N)`；`(k, N)` 時除以 `kN`。
#
# 例：標籤 30、50、100，輸出 29、53、98，MAE 是 (1 + 3 + 2)/3 = 2。
#
# Take the absolute difference of every element, then the mean over all elements; the result is one
# number (a float). `y` and `y_hat` have the same shape, `(N,)` or `(k, N)`; for `(k, N)` the mean
# divides by `kN`.
#
# Example: labels 30, 50, 100 and outputs 29, 53, 98 give an MAE of (1 + 3 + 2)/3 = 2.


# %%
def mae(y, y_hat):
    """平均絕對差，對所有元素取平均 / Mean absolute error over every element.

    Args:
        y: 標籤，(N,) 或 (k, N) / labels, array of shape (N,) or (k, N).
        y_hat: 預測值，形狀同 y / predictions, same shape.
    Returns: 一個數 / float.
    """
    raise NotImplementedError


# %% [markdown]
# ## `bce(y, y_hat)`：二元交叉熵 Binary cross-entropy
#
# $$BCE = -\frac{1}{N}\sum_{i=1}^{N}\bigl(y_i\log\hat y_i+(1-y_i)\log(1-\hat y_i)\bigr)$$
#
# 標籤是 0 或 1，`y_hat` 是標籤為 1 的機率。每個元素只留下一項：標籤 1 留 log ŷ，
# 標籤 0 留 log(1 − ŷ)；取負號，再對所有元素取平均（自然對數）。形狀是 `(N,)` 或 `(k, N)`，
# 結果是一個數（float）。
#
# 例：標籤 0、1、0，輸出 0.2、0.9、0.3，BCE ≈ 0.228393。
#
# `y_hat` 剛好是 0 或 1 時 log 會變成 −∞，所以先把它限制在 [ε, 1 − ε]，
# ε ≤ 1e-7（但不能小到讓 1 − ε 又變回 1）。結果永遠是有限的數：完全猜錯的代價至少 16，
# 完全猜對的至多 1e-6。
#
# Labels are 0 or 1, and `y_hat` is the probability of label 1. Each element keeps one term only:
# log ŷ at label 1, log(1 − ŷ) at label 0; negate, then take the mean over every element (natural
# logarithm). The shape is `(N,)` or `(k, N)`, the result one number (a float).
#
# Example: labels 0, 1, 0 and outputs 0.2, 0.9, 0.3 give a BCE ≈ 0.228393.
#
# Where `y_hat` is exactly 0 or 1 a logarithm would be −∞, so keep it within [ε, 1 − ε] first, ε ≤
# 1e-7 (but not so small that 1 − ε is 1 again). The result is always finite: a wholly wrong
# prediction costs at least 16, a wholly right one at most 1e-6.


# %%
def bce(y, y_hat):
    """二元交叉熵，對所有元素取平均 / Binary cross-entropy, mean over every element.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 預測的機率，0 與 1 也可以 / predicted probabilities, 0 and 1 included, same shape.
    Returns: 一個數，一定有限 / float, always finite.
    """
    raise NotImplementedError


# %% [markdown]
# ## `cross_entropy(y, y_hat)`：交叉熵 Cross-entropy
#
# $$CE = -\frac{1}{N}\sum_{i=1}^{N}\sum_{c=1}^{k} y_i^c\,\log\hat y_i^c$$
#
# `y` 是 one-hot 標籤，`y_hat` 是每個類別的機率，兩者都是 `(k, N)`：一筆樣本一行（column）。
# one-hot 讓每筆樣本只剩正確類別那一項；加總後除以樣本數 `N`，不是 `kN`。結果是一個數（float）。
#
# 例：投影片的三筆輸出 `(0.3, 0.6, 0.1)`、`(0.8, 0.1, 0.1)`、`(0.2, 0.3, 0.5)`，
# 正確類別的機率是 0.6、0.8、0.5，CE = −(log 0.6 + log 0.8 + log 0.5)/3 ≈ 0.475705。
#
# 機率剛好是 0 或 1 時，要求和 `bce` 一樣：結果有限，完全猜錯的代價至少 16，完全猜對的至多 1e-6。
#
# `y` holds one-hot labels and `y_hat` the class probabilities, both `(k, N)`: one sample a column.
# One-hot labels leave each sample only the term of its right class; divide the sum by the number of
# samples `N`, not by `kN`. The result is one number (a float).
#
# Example: the slide's three outputs `(0.3, 0.6, 0.1)`, `(0.8, 0.1, 0.1)`, `(0.2, 0.3, 0.5)` give
# the right classes the probabilities 0.6, 0.8, 0.5, so CE = −(log 0.6 + log 0.8 + log 0.5)/3 ≈
# 0.475705.
#
# Where a probability is exactly 0 or 1 the same is asked as of `bce`: a finite result, at least 16
# for a wholly wrong prediction and at most 1e-6 for a wholly right one.


# %%
def cross_entropy(y, y_hat):
    """交叉熵，對樣本取平均 / Cross-entropy, mean over the N samples.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 每行加總為 1 的機率 / probabilities, each column sums to 1, shape (k, N).
    Returns: 一個數，一定有限 / float, always finite.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_mse(y, y_hat)`：均方差的梯度 Gradient of the MSE
#
# $$\frac{\partial MSE}{\partial\hat y_i} = \frac{2}{M}(\hat y_i-y_i)$$
#
# `mse` 對 `y_hat` 每個元素的偏微分，形狀與 `y_hat` 相同，是 `(N,)` 或 `(k, N)`。
# 平均的係數也算在內：`M` 是元素總數，`(k, N)` 時是 `kN`。
#
# 例：標籤 30、50、100，輸出 29、53、98，梯度是 [−2/3, 2, −4/3]。
#
# The partial derivative of `mse` with respect to each element of `y_hat`, in the shape of `y_hat`,
# `(N,)` or `(k, N)`. The mean's factor is part of it: `M` is the number of all elements, `kN` for
# `(k, N)`.
#
# Example: labels 30, 50, 100 and outputs 29, 53, 98 give the gradient [−2/3, 2, −4/3].


# %%
def d_mse(y, y_hat):
    """mse 對 y_hat 的梯度 / Gradient of mse with respect to y_hat.

    Args:
        y: 標籤，(N,) 或 (k, N) / labels, array of shape (N,) or (k, N).
        y_hat: 預測值，形狀同 y / predictions, same shape.
    Returns: 陣列，形狀同 y_hat / array in the shape of y_hat.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_mae(y, y_hat)`：平均絕對差的梯度 Gradient of the MAE
#
# $$\frac{\partial MAE}{\partial\hat y_i} = \frac{1}{M}\operatorname{sign}(\hat y_i-y_i)$$
#
# `mae` 對 `y_hat` 每個元素的偏微分：預測太大是 +1/M，太小是 −1/M，相等的地方是 0。
# 形狀與 `y_hat` 相同，是 `(N,)` 或 `(k, N)`；`M` 是元素總數，`(k, N)` 時是 `kN`。
#
# 例：標籤 30、50、100，輸出 29、53、98，梯度是 [−1/3, 1/3, −1/3]。
#
# The partial derivative of `mae` with respect to each element of `y_hat`: +1/M where the prediction
# is too large, −1/M where it is too small, and 0 where the two are equal. It has the shape of
# `y_hat`, `(N,)` or `(k, N)`; `M` is the number of all elements, `kN` for `(k, N)`.
#
# Example: labels 30, 50, 100 and outputs 29, 53, 98 give the gradient [−1/3, 1/3, −1/3].


# %%
def d_mae(y, y_hat):
    """mae 對 y_hat 的梯度，相等處為 0 / Gradient of mae with respect to y_hat, 0 where equal.

    Args:
        y: 標籤，(N,) 或 (k, N) / labels, array of shape (N,) or (k, N).
        y_hat: 預測值，形狀同 y / predictions, same shape.
    Returns: 陣列，形狀同 y_hat / array in the shape of y_hat.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_bce(y, y_hat)`：二元交叉熵的梯度 Gradient of the BCE
#
# $$\frac{\partial BCE}{\partial\hat y_i} =
# \frac{1}{M}\left(-\frac{y_i}{\hat y_i}+\frac{1-y_i}{1-\hat y_i}\right)$$
#
# `bce` 對 `y_hat`（機率，不是 logit）每個元素的偏微分，形狀與 `y_hat` 相同，是 `(N,)` 或 `(k, N)`；
# `M` 是元素總數，`(k, N)` 時是 `kN`。剛好是 0 或 1 的預測值不列入評分。
#
# 例：標籤 0、1、0，輸出 0.2、0.9、0.3，梯度約為 [0.416667, −0.370370, 0.476190]。
#
# The partial derivative of `bce` with respect to each element of `y_hat` (the probability, not the
# logit), in the shape of `y_hat`, `(N,)` or `(k, N)`; `M` is the number of all elements, `kN` for
# `(k, N)`. Predictions of exactly 0 or 1 are not graded.
#
# Example: labels 0, 1, 0 and outputs 0.2, 0.9, 0.3 give about [0.416667, −0.370370, 0.476190].


# %%
def d_bce(y, y_hat):
    """bce 對 y_hat 的梯度 / Gradient of bce with respect to y_hat.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, same shape.
    Returns: 陣列，形狀同 y_hat / array in the shape of y_hat.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_cross_entropy(y, y_hat)`：交叉熵的梯度 Gradient of the cross-entropy
#
# $$\frac{\partial CE}{\partial\hat y_i^c} = -\frac{1}{N}\,\frac{y_i^c}{\hat y_i^c}$$
#
# `cross_entropy` 對機率 `y_hat` 的偏微分，形狀是 `(k, N)`。只有正確類別的位置不是 0；
# 除以樣本數 `N`，不是 `kN`。剛好是 0 或 1 的預測值不列入評分。
#
# 例：投影片的三筆樣本，正確類別的機率是 0.6、0.8、0.5，這三個位置的梯度約為 −0.555556、−0.416667、
# −0.666667，其他位置都是 0。
#
# The partial derivative of `cross_entropy` with respect to the probabilities `y_hat`, of shape
# `(k, N)`. It is non-zero at the right classes only, and is divided by the number of samples `N`,
# not by `kN`. Predictions of exactly 0 or 1 are not graded.
#
# Example: for the slide's three samples, where the right classes have the probabilities 0.6, 0.8,
# 0.5, the gradient there is about −0.555556, −0.416667, −0.666667, and 0 everywhere else.


# %%
def d_cross_entropy(y, y_hat):
    """cross_entropy 對 y_hat 的梯度 / Gradient of cross_entropy with respect to y_hat.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, shape (k, N).
    Returns: 陣列 / array of shape (k, N).
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_softmax_cross_entropy(y, z)`：softmax 加交叉熵的梯度 Gradient of softmax and cross-entropy
#
# $$\frac{\partial L}{\partial z_i^c} = \frac{1}{N}\bigl(\operatorname{softmax}(z_i)^c-y_i^c\bigr)$$
#
# `cross_entropy(y, softmax(z))` 對 logits `z` 的梯度；`y`、`z` 與結果都是 `(k, N)`。
# softmax 對每一行（column）做，也就是沿著軸 0；與交叉熵合起來，梯度就只是「softmax 減標籤」
# 除以 `N`。
#
# 例：logits −1、2 的 softmax 約為 0.0474、0.9526；若標籤是第二類（0、1），而且只有這一筆樣本，
# 梯度約為 0.0474、−0.0474。
#
# `z` 到 ±1000 都要正確：取 exp 之前，先減去每一行自己的最大值。
#
# The gradient of `cross_entropy(y, softmax(z))` with respect to the logits `z`; `y`, `z` and the
# result are all `(k, N)`. Softmax works down each column, along axis 0; together with the
# cross-entropy, the gradient is just “softmax minus label” over `N`.
#
# Example: the logits −1, 2 have the softmax 0.0474, 0.9526 (rounded); if the label is the second
# class (0, 1) and this is the only sample, the gradient is about 0.0474, −0.0474.
#
# It must be right for `z` up to ±1000: subtract each column's own maximum before taking exp.


# %%
def d_softmax_cross_entropy(y, z):
    """cross_entropy(y, softmax(z)) 對 z 的梯度 / Gradient of cross_entropy(y, softmax(z)) in z.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        z: softmax 之前的分數，到 ±1000 / logits, up to ±1000, shape (k, N).
    Returns: 陣列 / array of shape (k, N).
    """
    raise NotImplementedError
