"""Wrong versions of `numerical_gradient` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "numerical_gradient.forward-difference",
    zh=("你用了單邊差分 (L(θ+ε) − L(θ))/ε，誤差和 ε 成正比。中央差分往兩側各走一步，再除以 2ε。"),
    en=(
        "You use the one-sided difference (L(θ+ε) − L(θ))/ε, whose error grows with ε. "
        "The central difference steps to both sides and divides by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta)) / eps
    return gradient


@misconception(
    "numerical_gradient.backward-difference",
    zh=(
        "你用了往後的單邊差分 (L(θ) − L(θ−ε))/ε，誤差和 ε 成正比。中央差分往兩側各走一步，"
        "再除以 2ε。"
    ),
    en=(
        "You use the backward difference (L(θ) − L(θ−ε))/ε, whose error grows with ε. "
        "The central difference steps to both sides and divides by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta) - loss(theta - step)) / eps
    return gradient


@misconception(
    "numerical_gradient.divided-by-eps",
    zh="你除以 ε，答案是正確的 2 倍。兩側相距 2ε，要除以 2ε。",
    en=(
        "You divide by ε, so you get twice the gradient. The two points are 2ε apart: divide by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / eps
    return gradient


@misconception(
    "numerical_gradient.half-steps-over-two-eps",
    zh="你的答案是正確的一半：例如每側只走 ε/2，卻除以 2ε。分母要是兩點的距離。",
    en=(
        "You get half the gradient: steps of ε/2 to each side, say, but divided by 2ε. The "
        "denominator is the distance of the two points."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step / 2) - loss(theta - step / 2)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.precedence",
    zh="/ 2 * eps 會先除以 2 再乘 eps。分母要加括號：/ (2 * eps)。",
    en=(
        "/ 2 * eps divides by 2 and then multiplies by eps. Put the denominator in brackets: "
        "/ (2 * eps)."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / 2 * eps
    return gradient


@misconception(
    "numerical_gradient.not-divided",
    zh="你只相減，沒有除以 2ε。斜率是差除以兩點的距離。",
    en=(
        "You only subtract and never divide by 2ε. A slope is the difference over the "
        "distance of the points."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = loss(theta + step) - loss(theta - step)
    return gradient


@misconception(
    "numerical_gradient.divided-by-eps-squared",
    zh="你除以了 ε²，那是二次導數的分母。這裡要除以 2ε。",
    en="You divide by ε², which belongs to the second derivative. Divide by 2ε here.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / eps**2
    return gradient


@misconception(
    "numerical_gradient.second-derivative",
    zh=("你用了二次導數的公式 (L(θ+ε) − 2L(θ) + L(θ−ε))/ε²。梯度是 (L(θ+ε) − L(θ−ε))/2ε。"),
    en=(
        "You use the formula of the second derivative, (L(θ+ε) − 2L(θ) + L(θ−ε))/ε². "
        "The gradient is (L(θ+ε) − L(θ−ε))/2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - 2 * loss(theta) + loss(theta - step)) / eps**2
    return gradient


@misconception(
    "numerical_gradient.plus-for-minus",
    zh="你把兩側的損失相加了。要相減：L(θ+ε) − L(θ−ε)。",
    en="You add the two losses. Subtract them: L(θ+ε) − L(θ−ε).",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) + loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.negative",
    zh="你的梯度差一個負號：要用 L(θ+ε) 減 L(θ−ε)。",
    en="The sign is wrong: it is L(θ+ε) minus L(θ−ε).",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta - step) - loss(theta + step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.all-at-once",
    zh="你一次把所有參數都加上 ε，得到的是各個偏導數的總和。一次只能動一個。",
    en=(
        "You move all the parameters at once, which gives the sum of the partial "
        "derivatives. Move one at a time."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    slope = (loss(theta + eps) - loss(theta - eps)) / (2 * eps)
    return np.full(theta.shape, slope)


@misconception(
    "numerical_gradient.single-number",
    zh="你一次動了所有參數，而且只回傳一個數。每個參數要各自動一次，結果和 theta 同形狀。",
    en=(
        "You move all the parameters at once and return one number. Move each on its own; "
        "the result has the shape of theta."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    return (loss(theta + eps) - loss(theta - eps)) / (2 * eps)


@misconception(
    "numerical_gradient.same-array",
    zh=(
        "plus = theta 並沒有複製：plus 與 minus 是同一個陣列，兩次損失相同，梯度都是 0。請用 "
        "theta.copy()。"
    ),
    en=(
        "plus = theta does not copy: plus and minus are the same array, both losses agree, "
        "and every slope is 0. Use theta.copy()."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus = minus = theta
        plus[index] += eps
        minus[index] -= eps
        gradient[index] = (loss(plus) - loss(minus)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.relative-step",
    zh=(
        "你把參數乘上 (1 ± ε)，步長成了 ε·θ，分母卻還是 2ε，所以每個梯度多了一個 θ。要"
        "用加的：θ ± ε。"
    ),
    en=(
        "You multiply the parameter by (1 ± ε): the step is ε·θ while the denominator "
        "is still 2ε, so each slope has an extra θ. Add: θ ± ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] *= 1 + eps
        down[index] *= 1 - eps
        gradient[index] = (loss(up) - loss(down)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.last-missing",
    zh="最後一個參數沒有算到 (迴圈少一次)，梯度停在 0。",
    en="The last parameter is never moved (the loop is one short), and its slope stays 0.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in list(np.ndindex(theta.shape))[:-1]:
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.steps-kept",
    zh="上一個參數的步伐沒有清掉：step 要在迴圈裡每次重新歸零，一次只動一個。",
    en=(
        "The step of the parameters before is still there: set step to zero anew for each "
        "one, so that only one moves."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient, step = np.zeros(theta.shape), np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.default-eps-too-large",
    zh="eps 的預設值太大 (0.01)，誤差跟著 ε² 變大。預設是 1e-6。",
    en=(
        "The default of eps is too large (0.01), and the error grows with ε². The default is 1e-6."
    ),
)
def numerical_gradient(loss, theta, eps=1e-2):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.eps-ignored",
    zh="你寫死了步長，沒有用參數 eps。呼叫的人傳 eps=0.01 時，兩側就各走 0.01。",
    en=(
        "You wrote the step into the code and do not use eps. Called with eps=0.01, step "
        "0.01 to either side."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    h = 1e-6
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = h
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient.eps-only-in-step",
    zh="你用 eps 走步，分母卻寫死了 2e-6。兩個地方要用同一個 eps。",
    en="You step by eps but divide by a fixed 2e-6. Use the same eps in both places.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / 2e-6
    return gradient


@misconception(
    "numerical_gradient.row-at-once",
    zh=(
        "你只用一個索引 theta[i]，二維時一次動了一整列。要用 np.ndindex(theta.shape) 走過每個元素。"
    ),
    en=(
        "You index with theta[i] alone, which moves a whole row of a 2-D theta at once. Go "
        "over every entry with np.ndindex(theta.shape)."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    if theta.ndim == 0:
        return (loss(theta + eps) - loss(theta - eps)) / (2 * eps)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += eps
        down[i] -= eps
        gradient[i] = (loss(up) - loss(down)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.flat-result",
    zh="數值對，但你回傳的是攤平的一維陣列。請 reshape 回 theta 的形狀。",
    en="The numbers are right but come back as a flat array. Reshape them to the shape of theta.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient.ravel()


@misconception(
    "numerical_gradient.not-restored",
    zh="你把 theta 減了 2ε 之後沒有加回來：每個參數都停在 θ − ε，後面的梯度就在別的地方算了。",
    en=(
        "After subtracting 2ε you do not add it back: each parameter stays at θ − ε, and "
        "the later slopes are taken elsewhere."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += eps
        up = loss(theta)
        theta[index] -= 2 * eps
        down = loss(theta)
        gradient[index] = (up - down) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.restored-the-wrong-way",
    zh="你在走到 θ − ε 之後又減了一次 ε。要加回 ε，theta 才會和原來一樣。",
    en="From θ − ε you subtract ε once more. Add it back, so that theta is what it was.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += eps
        up = loss(theta)
        theta[index] -= 2 * eps
        down = loss(theta)
        theta[index] -= eps
        gradient[index] = (up - down) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.step-down-too-short",
    zh="從 θ + ε 只減了 ε，回到 θ 而不是 θ − ε，再除以 2ε 就只剩一半。要減 2ε。",
    en="From θ + ε you subtract only ε: that is θ, not θ − ε. Subtract 2ε.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += eps
        gradient[index] = (loss(up) - loss(down)) / (2 * eps)
    return gradient
