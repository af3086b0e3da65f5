"""Wrong versions of `weighted_sum` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "weighted_sum.no-bias",
    zh="你忘了加上偏差 b。見投影片「神經元計算」：w₀x₀ + w₁x₁ + b。",
    en="The bias b is missing; see w₀x₀ + w₁x₁ + b on the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x))


@misconception(
    "weighted_sum.bias-subtracted",
    zh="偏差的正負號反了：你減去了 b，應該加上 b。見投影片「神經元計算」。",
    en="The bias has the wrong sign: you subtracted b where it is added; see the slide "
    "“Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x) - b)


@misconception(
    "weighted_sum.bias-twice",
    zh="偏差 b 加了兩次（例如先用 b 當起點，最後又加一次）。只要加一次。見投影片「神經元計算」。",
    en="The bias b was added twice (as the starting value and again at the end, say). Add it "
    "once; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x) + 2 * b)


@misconception(
    "weighted_sum.bias-per-term",
    zh="偏差 b 在每一項都加了一次，總共 n 次。加總完乘積之後，只加一次。見投影片「神經元計算」。",
    en="The bias b was added with every term, n times in all. Add it once, after the products are "
    "summed; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x + b))


@misconception(
    "weighted_sum.bias-multiplied",
    zh="你把 b 乘上去了，應該是加上去。見投影片「神經元計算」：w₀x₀ + w₁x₁ + b。",
    en="You multiplied by b where it is added; see w₀x₀ + w₁x₁ + b on the slide “Computing a "
    "neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x) * b)


@misconception(
    "weighted_sum.bias-on-inputs",
    zh="你先把 b 加到輸入上，再乘權重：w·(x + b)。b 不乘權重，最後才加。見投影片「神經元計算」。",
    en="You added b to the inputs before weighting them, w·(x + b). The bias is not weighted; add "
    "it at the end, as on the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * (x + b)))


@misconception(
    "weighted_sum.not-summed",
    zh="你算了 w * x + b，乘積還沒有相加，所以回傳的是一個向量。神經元的加權總和是一個數。"
    "見投影片「神經元計算」。",
    en="You computed w * x + b without adding up the products, so a vector comes back. The "
    "weighted sum of a neuron is one number; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return w * x + b


@misconception(
    "weighted_sum.sums-multiplied",
    zh="你先把 x 與 w 各自加總，再把兩個總和相乘。要先逐項相乘，再加總。見投影片「神經元計算」。",
    en="You added up x and w first and multiplied the two totals. Multiply entry by entry first, "
    "then add; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w) * np.sum(x) + b)


@misconception(
    "weighted_sum.added",
    zh="你把權重與輸入相加了，應該相乘：w₀x₀ + w₁x₁ + b。見投影片「神經元計算」。",
    en="You added weights and inputs where they are multiplied: w₀x₀ + w₁x₁ + b on the slide "
    "“Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w + x) + b)


@misconception(
    "weighted_sum.unweighted",
    zh="權重沒有用到：你只把輸入加總，再加上 b。每個輸入要先乘自己的權重。見投影片「神經元計算」。",
    en="The weights are not used: you added up the inputs and b. Each input is multiplied by its "
    "weight first; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    return float(np.sum(np.asarray(x, dtype=float)) + b)


@misconception(
    "weighted_sum.mean",
    zh="你取了乘積的平均，多除以了 n。加權總和不除以個數。見投影片「神經元計算」。",
    en="You took the mean of the products, dividing by n. A weighted sum is not divided by the "
    "number of inputs; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.mean(w * x) + b)


@misconception(
    "weighted_sum.weighted-average",
    zh="你多除以了權重的總和，那是加權「平均」。這裡要的是加權總和。見投影片「神經元計算」。",
    en="You also divided by the sum of the weights, which makes a weighted average. It is the "
    "weighted sum that is due; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x) / np.sum(w) + b)


@misconception(
    "weighted_sum.last-input-missing",
    zh="少算了最後一個輸入：迴圈停得太早。range(n) 已經會停在 n−1。見投影片「神經元計算」。",
    en="The last input is left out: the loop stops too early. range(n) already ends at n−1; see "
    "the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w[:-1] * x[:-1]) + b)


@misconception(
    "weighted_sum.first-input-missing",
    zh="少算了第一個輸入：索引從 0 開始，x[0] 與 w[0] 也是一對。見投影片「神經元計算」：w₀x₀。",
    en="The first input is left out: indices start at 0, and x[0] with w[0] is a pair too, w₀x₀ "
    "on the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w[1:] * x[1:]) + b)


@misconception(
    "weighted_sum.overwritten",
    zh="迴圈用 = 蓋掉了前面的結果，只剩最後一項的乘積再加 b。要用 += 累加。"
    "見投影片「神經元計算」。",
    en="The loop overwrites with =, so only the last product and b are left. Accumulate with +=; "
    "see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(w[-1] * x[-1] + b)


@misconception(
    "weighted_sum.returned-early",
    zh="只算了第一個輸入就回傳了：return 寫在迴圈裡面。把它移到迴圈之後。見投影片「神經元計算」。",
    en="It returns after the first input: the return stands inside the loop. Move it after the "
    "loop; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(w[0] * x[0] + b)


@misconception(
    "weighted_sum.absolute",
    zh="你加的是乘積的絕對值，負號不見了。乘積有正有負，直接相加即可。見投影片「神經元計算」。",
    en="You added the products' absolute values, so the minus signs are lost. Add the products as "
    "they are; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(np.abs(w * x)) + b)


@misconception(
    "weighted_sum.sigmoid",
    zh="你多套了一次 sigmoid。加權總和還不需要激勵函數，那是 neuron 的工作。"
    "見投影片「神經元計算」。",
    en="You applied a sigmoid as well. The weighted sum comes before any activation function; "
    "that is neuron's work. See the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(1 / (1 + np.exp(-(np.sum(w * x) + b))))


@misconception(
    "weighted_sum.relu",
    zh="你多套了一次 ReLU，負的總和變成了 0。加權總和還不需要激勵函數，那是 neuron 的工作。"
    "見投影片「神經元計算」。",
    en="You applied a ReLU as well, which turns negative sums into 0. The weighted sum comes "
    "before any activation function; that is neuron's work. See the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(max(0.0, np.sum(w * x) + b))


@misconception(
    "weighted_sum.step",
    zh="你已經把總和變成 0 或 1 了。加權總和要原樣回傳，分類是 classify 的工作。"
    "見投影片「神經元計算」。",
    en="You already turned the sum into 0 or 1. Return the sum itself; classifying is classify's "
    "work. See the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return 1.0 if np.sum(w * x) + b >= 0 else 0.0


@misconception(
    "weighted_sum.one-element-array",
    zh="數值對了，但回傳的是只有一個元素的陣列，形狀是 (1,)。加權總和是一個數。"
    "見投影片「神經元計算」。",
    en="The value is right but comes back as an array of one element, shape (1,). The weighted "
    "sum is a number; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return np.array([np.sum(w * x) + b])


@misconception(
    "weighted_sum.integer-products",
    zh="存放乘積的陣列沿用了 x 的整數型別（例如 zeros_like(x)），小數被截掉了。請用浮點數陣列存放。"
    "見投影片「神經元計算」。",
    en="The array that holds the products took over x's integer dtype (zeros_like(x) does that), "
    "which cuts off the fractions. Hold them as floats; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x), np.asarray(w)
    products = np.zeros_like(x)
    for i in range(len(x)):
        products[i] = w[i] * x[i]
    return float(np.sum(products) + b)


@misconception(
    "weighted_sum.in-place",
    zh="你用 x *= w 把乘積寫回了 x，呼叫者的輸入被改掉了。請寫成 x * w，它會產生新的陣列。"
    "見投影片「神經元計算」。",
    en="x *= w writes the products back into x, so the caller's inputs are changed. Use x * w, "
    "which makes a new array; see the slide “Computing a neuron”.",
)
def weighted_sum(x, w, b):
    x, w = np.asarray(x), np.asarray(w)
    x *= w
    return float(np.sum(x) + b)
