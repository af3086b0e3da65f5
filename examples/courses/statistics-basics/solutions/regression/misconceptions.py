"""Known mistakes in `regression`."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "design_matrix.ones-last",
    zh="你把 1 放在第 1 行。第 0 行是 1（截距），第 1 行才是 x。見第 1 節。",
    en="You put the 1s into column 1. Column 0 holds the 1s, for the intercept, and column 1 holds "
    "x. See section 1.",
)
def design_matrix(x):
    return np.column_stack([x, np.ones(len(x))])


@misconception(
    "design_matrix.no-intercept",
    zh="少了全是 1 的那一行，直線就只能通過原點。見第 1 節。",
    en="The column of 1s is missing, so the line could only go through the origin. See section 1.",
)
def design_matrix(x):
    return np.reshape(x, (-1, 1))


@misconception(
    "design_matrix.rows",
    zh="你把 1 和 x 疊成兩列，形狀是 (2, N)。一筆資料是一列，要並排成 (N, 2)。見第 1 節。",
    en="You stacked the 1s and x as two rows, shape (2, N). A sample is a row: put them side by "
    "side, shape (N, 2). See section 1.",
)
def design_matrix(x):
    return np.array([np.ones(len(x)), x])


@misconception(
    "design_matrix.zeros",
    zh="第 0 行應該是 1，不是 0：截距乘上 0 就沒有作用了。見第 1 節。",
    en="Column 0 should hold 1s, not 0s: times 0 the intercept does nothing. See section 1.",
)
def design_matrix(x):
    return np.column_stack([np.zeros(len(x)), x])


@misconception(
    "predict.not-summed",
    zh="你只把每個特徵乘上權重，還沒有加起來；一筆資料的預測是一個數。見第 1 節。",
    en="You multiplied each feature by its weight and did not add up; the prediction for a sample "
    "is one number. See section 1.",
)
def predict(X, w):
    return X * w


@misconception(
    "predict.summed-over-samples",
    zh="你把不同筆的資料加在一起了 (axis=0)。要加的是同一列裡的各個特徵 (axis=1)。見第 1 節。",
    en="You added different samples up (axis=0). What is to be added are the features of one row "
    "(axis=1). See section 1.",
)
def predict(X, w):
    return np.sum(X * w, axis=0)


@misconception(
    "predict.intercept-forgotten",
    zh="你沒有用到第 0 個權重，也就是截距。見第 1 節。",
    en="The weight at index 0, the intercept, is not used. See section 1.",
)
def predict(X, w):
    return X[:, 1:] @ w[1:]


@misconception(
    "predict.intercept-added-twice",
    zh="你另外又加了一次 w[0]。X 的第 0 行已經是 1，X @ w 就含有截距。見第 1 節。",
    en="You add w[0] once more. Column 0 of X is there for it: X @ w has the intercept already. "
    "See section 1.",
)
def predict(X, w):
    return X @ w + w[0]


@misconception(
    "normal_equations.not-solved",
    zh="XᵀX 和 Xᵀy 只是方程組的兩邊，你回傳的是右邊 Xᵀy，還沒有解。見第 2 節。",
    en="XᵀX and Xᵀy are the two sides of a system; you returned the right one, Xᵀy, and did not "
    "solve it. See section 2.",
)
def normal_equations(X, y):
    return X.T @ y


@misconception(
    "normal_equations.multiplied",
    zh="你乘上了 XᵀX。要的是它的反矩陣，也就是解方程組 XᵀX w = Xᵀy。見第 2 節。",
    en="You multiplied by XᵀX. Its inverse is wanted: solve XᵀX w = Xᵀy. See section 2.",
)
def normal_equations(X, y):
    return X.T @ X @ (X.T @ y)


@misconception(
    "normal_equations.reciprocals",
    zh="1 / (XᵀX) 是每一格各自取倒數，不是反矩陣。用 np.linalg.solve。見第 2 節。",
    en="1 / (XᵀX) takes the reciprocal of each entry, which is not the inverse. Use "
    "np.linalg.solve. See section 2.",
)
def normal_equations(X, y):
    return (1 / (X.T @ X)) @ (X.T @ y)


@misconception(
    "normal_equations.one-side-averaged",
    zh="你只把一邊除以 N，w 就差了 N 倍。兩邊都除，或都不除。見第 2 節。",
    en="You divided one side by N only, so w is off by the factor N. Divide both sides, or none. "
    "See section 2.",
)
def normal_equations(X, y):
    return np.linalg.solve(X.T @ X, X.T @ y / len(y))


@misconception(
    "normal_equations.each-alone",
    zh="你讓每個特徵各自迴歸：Σxy / Σx²。特徵不互相垂直時，要一起解 XᵀX w = Xᵀy。見第 2 節。",
    en="You fitted each feature by itself, Σxy / Σx². Unless the features are orthogonal they have "
    "to be solved for together, XᵀX w = Xᵀy. See section 2.",
)
def normal_equations(X, y):
    return X.T @ y / np.sum(np.square(X), axis=0)


@misconception(
    "mse_gradient.no-two",
    zh="少了 2：平方的微分是兩倍。見第 3 節。",
    en="The 2 is missing: the derivative of a square is twice its base. See section 3.",
)
def mse_gradient(X, y, w):
    return X.T @ (X @ w - y) / len(y)


@misconception(
    "mse_gradient.sum",
    zh="你微分的是平方和，不是平均：前面的 1/N 還在。見第 3 節。",
    en="You differentiated the sum rather than the mean: the 1/N stays. See section 3.",
)
def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y)


@misconception(
    "mse_gradient.sign-flipped",
    zh="正負號反了：誤差是 Xw − y，不是 y − Xw。照這個方向走，誤差會變大。見第 3 節。",
    en="The sign is the other way round: the error is Xw − y, not y − Xw. Steps along this one "
    "make the error grow. See section 3.",
)
def mse_gradient(X, y, w):
    return 2 * X.T @ (y - X @ w) / len(y)


@misconception(
    "mse_gradient.features-forgotten",
    zh="你只平均了誤差，忘了乘上特徵：每個權重的偏微分，還要乘上那一行的 x。見第 3 節。",
    en="You averaged the errors and did not multiply by the features: the derivative by a weight "
    "has the x of its column in it. See section 3.",
)
def mse_gradient(X, y, w):
    return 2 * np.mean(X @ w - y) * np.ones(X.shape[1])


@misconception(
    "mse_gradient.not-summed",
    zh="你得到每一筆、每個特徵的一項，還沒有對 N 筆加起來；梯度的形狀和 w 相同。見第 3 節。",
    en="There is a term for each sample and feature: they are still to be added over the samples. "
    "The gradient has the shape of w. See section 3.",
)
def mse_gradient(X, y, w):
    return 2 * X * (X @ w - y)[:, None] / len(y)


@misconception(
    "mse_gradient.divided-by-features",
    zh="你除以特徵的個數 p。均方誤差是 N 筆的平均，要除以 N。見第 3 節。",
    en="You divided by the number of features p. The mean is over the samples: divide by N. See "
    "section 3.",
)
def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / X.shape[1]


@misconception(
    "gradient_descent.ascent",
    zh="你加上了梯度，是往上坡走。要減去它。見第 3 節。",
    en="You added the gradient, which goes uphill. Subtract it. See section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    for _ in range(steps):
        w = w + lr * 2 * X.T @ (X @ w - y) / len(y)
    return w


@misconception(
    "gradient_descent.gradient-kept",
    zh="你只在出發時算了一次梯度，之後每一步都用它。每一步都要在新的 w 重新算。見第 3 節。",
    en="You found the gradient once, at the start, and used it at every step. Find it anew at each "
    "new w. See section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    return w - steps * lr * 2 * X.T @ (X @ w - y) / len(y)


@misconception(
    "gradient_descent.one-step",
    zh="不管 steps 是多少，你都只走了一步（return 縮排在迴圈裡面？）。見第 3 節。",
    en="Whatever steps is, you take one step (is the return indented into the loop?). See "
    "section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    return w - lr * 2 * X.T @ (X @ w - y) / len(y)


@misconception(
    "gradient_descent.one-step-too-many",
    zh="你多走了一步，多半是 range(steps + 1)。見第 3 節。",
    en="You take one step too many, probably with range(steps + 1). See section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    for _ in range(steps + 1):
        w = w - lr * 2 * X.T @ (X @ w - y) / len(y)
    return w


@misconception(
    "gradient_descent.one-step-too-few",
    zh="你少走了一步，多半是 range(1, steps) 或 range(steps - 1)。見第 3 節。",
    en="You take one step too few, probably with range(1, steps) or range(steps - 1). See "
    "section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    for _ in range(steps - 1):
        w = w - lr * 2 * X.T @ (X @ w - y) / len(y)
    return w


@misconception(
    "gradient_descent.in-place",
    zh="w -= … 改掉了傳進來的陣列，呼叫者的起點也跟著變了。寫 w = w - …。",
    en="w -= … changes the array you were given, and with it the caller's starting point. Write "
    "w = w - ….",
)
def gradient_descent(X, y, w, lr, steps):
    for _ in range(steps):
        g = 2 * X.T @ (X @ w - y) / len(y)
        if w.dtype == float:
            w -= lr * g
        else:
            w = w - lr * g
    return w


@misconception(
    "gradient_descent.lr-ignored",
    zh="你沒有用到學習率 lr：每一步是 lr 乘上梯度。見第 3 節。",
    en="The learning rate lr is not used: a step is lr times the gradient. See section 3.",
)
def gradient_descent(X, y, w, lr, steps):
    for _ in range(steps):
        w = w - 2 * X.T @ (X @ w - y) / len(y)
    return w
