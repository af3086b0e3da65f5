"""Wrong versions of `neuron` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "neuron.no-activation",
    zh="你忘了激勵函數，回傳的是 wᵀx + b。最後還要通過 f。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="The activation function is missing; this is wᵀx + b. It still has to pass through f: "
    "ŷ = f(wᵀx + b) on the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.sum(w * x) + b


@misconception(
    "neuron.no-bias",
    zh="你忘了加上偏差 b，算成了 f(wᵀx)。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="The bias b is missing; this is f(wᵀx). See ŷ = f(wᵀx + b) on the slide “Computing a "
    "neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x))


@misconception(
    "neuron.bias-after-activation",
    zh="偏差加得太晚了：你算的是 f(wᵀx) + b。b 要在通過 f 之前加。見投影片「神經元計算」。",
    en="The bias comes too late: you computed f(wᵀx) + b. Add b before applying f; see the slide "
    "“Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x)) + b


@misconception(
    "neuron.bias-subtracted",
    zh="偏差的正負號反了：你算的是 f(wᵀx − b)。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="The bias has the wrong sign: you computed f(wᵀx − b). See ŷ = f(wᵀx + b) on the slide "
    "“Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x) - b)


@misconception(
    "neuron.bias-twice",
    zh="偏差 b 在通過 f 之前加了兩次。只要加一次。見投影片「神經元計算」。",
    en="The bias b was added twice before f. Add it once; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x) + 2 * b)


@misconception(
    "neuron.bias-before-and-after",
    zh="偏差 b 加了兩次：通過 f 之前一次，之後又一次。只在之前加。見投影片「神經元計算」。",
    en="The bias b was added twice, once before f and once after. Only the one before belongs "
    "there; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x) + b) + b


@misconception(
    "neuron.bias-per-term",
    zh="偏差 b 在加總時每一項都加了一次，總共 n 次。加總完乘積之後，只加一次。"
    "見投影片「神經元計算」。",
    en="The bias b was added with every term of the sum, n times in all. Add it once, after the "
    "products; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x + b))


@misconception(
    "neuron.bias-multiplied",
    zh="你在通過 f 之前把 b 乘上去了，應該是加上去。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="You multiplied by b before f where it is added; see ŷ = f(wᵀx + b) on the slide "
    "“Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x) * b)


@misconception(
    "neuron.activation-twice",
    zh="激勵函數用了兩次：f(f(z))。只要一次。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="The activation function was applied twice, f(f(z)). Once is due: ŷ = f(wᵀx + b) on the "
    "slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(f(np.sum(w * x) + b))


@misconception(
    "neuron.activation-on-inputs",
    zh="你把激勵函數用在輸入上了：w·f(x) + b。f 要用在加權總和上。見投影片「神經元計算」。",
    en="You applied the activation function to the inputs, w·f(x) + b. It belongs around the "
    "weighted sum; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.sum(w * f(x)) + b


@misconception(
    "neuron.activation-per-product",
    zh="你先對每個乘積 wᵢxᵢ 用了 f，再加總、加 b。要先加總並加上 b，最後才用一次 f。"
    "見投影片「神經元計算」。",
    en="You applied f to each product wᵢxᵢ and then added them and b. Add everything up first and "
    "apply f once, at the end; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.sum(f(w * x)) + b


@misconception(
    "neuron.summed-after-activation",
    zh="你算了 f(w * x + b) 再加總，f 與 b 都用了 n 次。要先把乘積加總，再加 b，最後用一次 f。"
    "見投影片「神經元計算」。",
    en="You summed f(w * x + b), which uses f and b n times. Add up the products first, then b, "
    "then apply f once; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.sum(f(w * x + b))


@misconception(
    "neuron.not-summed",
    zh="乘積沒有相加：f(w * x + b) 給出一個向量。一個神經元只輸出一個數。見投影片「神經元計算」。",
    en="The products were not added up: f(w * x + b) gives a vector. One neuron puts out one "
    "number; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(w * x + b)


@misconception(
    "neuron.always-sigmoid",
    zh="不論傳進來的 f 是什麼，你都用了 sigmoid。請使用引數 f。"
    "見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="You used the sigmoid whatever f is handed in. Use the argument f; see ŷ = f(wᵀx + b) on "
    "the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return 1 / (1 + np.exp(-(np.sum(w * x) + b)))


@misconception(
    "neuron.always-relu",
    zh="不論傳進來的 f 是什麼，你都用了 ReLU。請使用引數 f。"
    "見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="You used ReLU whatever f is handed in. Use the argument f; see ŷ = f(wᵀx + b) on the "
    "slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.maximum(0, np.sum(w * x) + b)


@misconception(
    "neuron.thresholded",
    zh="你把輸出變成了 0 或 1。神經元的輸出是 f(z) 本身；用閾值分類是下一步 (classify)。"
    "見投影片「神經元架構」。",
    en="You turned the output into 0 or 1. A neuron gives f(z) itself; comparing with a threshold "
    "comes after it (classify). See the slide “Neuron architecture”.",
)
def neuron(x, w, b, f):
    return 1.0 if f(np.dot(x, w) + b) >= 0.5 else 0.0


@misconception(
    "neuron.always-tanh",
    zh="不論傳進來的 f 是什麼，你都用了 tanh。請使用引數 f。"
    "見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="You used tanh whatever f is handed in. Use the argument f; see ŷ = f(wᵀx + b) on the "
    "slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.tanh(np.sum(w * x) + b)


@misconception(
    "neuron.times-activation",
    zh="你把 f(z) 又乘上了 z。輸出就是 f(z) 本身。見投影片「神經元計算」：ŷ = f(wᵀx + b)。",
    en="You multiplied f(z) by z. The output is f(z) itself: ŷ = f(wᵀx + b) on the slide "
    "“Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    z = np.sum(w * x) + b
    return z * f(z)


@misconception(
    "neuron.sums-multiplied",
    zh="你先把 x 與 w 各自加總，再把兩個總和相乘。要先逐項相乘，再加總。見投影片「神經元計算」。",
    en="You added up x and w first and multiplied the two totals. Multiply entry by entry first, "
    "then add; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w) * np.sum(x) + b)


@misconception(
    "neuron.added",
    zh="你把權重與輸入相加了，應該相乘：f(w₀x₀ + w₁x₁ + b)。見投影片「神經元計算」。",
    en="You added weights and inputs where they are multiplied: f(w₀x₀ + w₁x₁ + b) on the slide "
    "“Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w + x) + b)


@misconception(
    "neuron.mean",
    zh="你取了乘積的平均，多除以了 n。通過 f 之前要的是總和。見投影片「神經元計算」。",
    en="You took the mean of the products, dividing by n. What goes into f is their sum; see the "
    "slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.mean(w * x) + b)


@misconception(
    "neuron.last-input-missing",
    zh="少算了最後一個輸入：迴圈停得太早。range(n) 已經會停在 n−1。見投影片「神經元計算」。",
    en="The last input is left out: the loop stops too early. range(n) already ends at n−1; see "
    "the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w[:-1] * x[:-1]) + b)


@misconception(
    "neuron.first-input-missing",
    zh="少算了第一個輸入：索引從 0 開始，x[0] 與 w[0] 也是一對。見投影片「神經元計算」：w₀x₀。",
    en="The first input is left out: indices start at 0, and x[0] with w[0] is a pair too, w₀x₀ "
    "on the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w[1:] * x[1:]) + b)


@misconception(
    "neuron.overwritten",
    zh="迴圈用 = 蓋掉了前面的結果，進入 f 的只剩最後一項的乘積與 b。要用 += 累加。"
    "見投影片「神經元計算」。",
    en="The loop overwrites with =, so only the last product and b go into f. Accumulate with +=; "
    "see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(w[-1] * x[-1] + b)


@misconception(
    "neuron.one-element-array",
    zh="數值對了，但回傳的是只有一個元素的陣列，形狀是 (1,)。神經元的輸出是一個數。"
    "見投影片「神經元計算」。",
    en="The value is right but comes back as an array of one element, shape (1,). A neuron's "
    "output is a number; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.array([np.sum(w * x) + b]))


@misconception(
    "neuron.in-place",
    zh="你用 x *= w 把乘積寫回了 x，呼叫者的輸入被改掉了。請寫成 x * w，它會產生新的陣列。"
    "見投影片「神經元計算」。",
    en="x *= w writes the products back into x, so the caller's inputs are changed. Use x * w, "
    "which makes a new array; see the slide “Computing a neuron”.",
)
def neuron(x, w, b, f):
    x, w = np.asarray(x), np.asarray(w)
    x *= w
    return f(np.sum(x) + b)
