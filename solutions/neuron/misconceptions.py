"""Wrong versions that learners write, each with a name and what to look at.

The gates' entries are named by `checks.gate_mistake`, from how the returned pair behaves; their
texts state what holds of every pair so named.
"""

import numpy as np

from grader.authoring import misconception

# ---------------------------------------------------------------------------- weighted_sum


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


# ---------------------------------------------------------------------------------- neuron


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


# -------------------------------------------------------------------------------- classify


@misconception(
    "classify.strict",
    zh="你用了 >，所以剛好等於閾值的變成了 0。等於閾值要算 1，請用 >=。"
    "見投影片「多層感知器應用」。",
    en="You compared with >, so a value equal to the threshold becomes 0. Equality counts as 1: "
    "use >=, as on the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) > threshold, 1, 0)


@misconception(
    "classify.flipped",
    zh="兩個類別對調了：小於閾值的應該是 0，其餘是 1。見投影片「多層感知器應用」。",
    en="The two classes are swapped: below the threshold is 0, the rest 1; see the slide "
    "“Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) < threshold, 1, 0)


@misconception(
    "classify.upside-down",
    zh="比較的方向反了：你讓小於或等於閾值的是 1，其餘是 0。應該是大於或等於閾值的才是 1。"
    "見投影片「多層感知器應用」。",
    en="The comparison is upside down: values up to the threshold give 1 and the rest 0. It is 1 "
    "from the threshold upwards; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) <= threshold, 1, 0)


@misconception(
    "classify.threshold-ignored",
    zh="你總是和 0.5 比較，沒有用到引數 threshold。見投影片「多層感知器應用」：閾值由你決定。",
    en="You always compare with 0.5; the argument threshold is not used. The slide “Applications "
    "of the MLP” leaves the threshold open.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) >= 0.5, 1, 0)


@misconception(
    "classify.zero-is-default",
    zh="threshold = 0 被當成「沒給」而換成 0.5 (如 threshold or 0.5)。0 是有效的閾值。"
    "見投影片「多層感知器應用」。",
    en="threshold = 0 is taken for “not given” and replaced by 0.5 (as in threshold or 0.5). 0 is "
    "a valid threshold; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=None):
    return np.where(np.asarray(y_hat) >= (threshold or 0.5), 1, 0)


@misconception(
    "classify.if-on-array",
    zh="if y_hat >= threshold 一次只能判斷一個數，對陣列不行。逐元素比較用 "
    "np.where(y_hat >= threshold, 1, 0)。見投影片「多層感知器應用」。",
    en="if y_hat >= threshold decides on one number, not on an array. For each element use "
    "np.where(y_hat >= threshold, 1, 0); see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    if y_hat >= threshold:
        return 1
    return 0


@misconception(
    "classify.largest-only",
    zh="你只把最大的那一個標成 1。每個預測值各自與閾值比較。見投影片「多層感知器應用」。",
    en="You mark the largest one alone with 1. Each prediction is compared with the threshold by "
    "itself; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) == np.max(y_hat), 1, 0)


@misconception(
    "classify.rounded-half-up",
    zh="你用 floor(y_hat + 0.5) 四捨五入，沒有用到 threshold，超出 [0, 1] 的值也不會變成 0 或 1。"
    "與閾值比較即可。見投影片「多層感知器應用」。",
    en="floor(y_hat + 0.5) rounds: the threshold is not used, and values outside [0, 1] do not "
    "become 0 or 1. Compare with the threshold; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.floor(np.asarray(y_hat) + 0.5)


@misconception(
    "classify.default-zero",
    zh="沒有給 threshold 時，你用了 0。預設的閾值是 0.5：def classify(y_hat, threshold=0.5)。"
    "見投影片「多層感知器應用」。",
    en="Without a threshold you compare with 0. The default is 0.5: "
    "def classify(y_hat, threshold=0.5). See the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.0):
    return np.where(np.asarray(y_hat) >= threshold, 1, 0)


@misconception(
    "classify.minus-one",
    zh="低於閾值時你給了 −1。這裡的兩個類別是 0 與 1。見投影片「多層感知器應用」。",
    en="Below the threshold you give −1. The two classes here are 0 and 1; see the slide "
    "“Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) >= threshold, 1, -1)


@misconception(
    "classify.value-kept-above",
    zh="大於或等於閾值時，你留下了原來的預測值。分類的結果是 1。見投影片「多層感知器應用」。",
    en="At or above the threshold you kept the prediction itself. The class there is 1; see the "
    "slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    y_hat = np.asarray(y_hat)
    return np.where(y_hat >= threshold, y_hat, 0)


@misconception(
    "classify.value-kept-below",
    zh="小於閾值時，你留下了原來的預測值。分類的結果是 0。見投影片「多層感知器應用」。",
    en="Below the threshold you kept the prediction itself. The class there is 0; see the slide "
    "“Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    y_hat = np.asarray(y_hat)
    return np.where(y_hat >= threshold, 1, y_hat)


@misconception(
    "classify.rounded",
    zh="你用了四捨五入代替比較：np.round(0.5) 是 0，而大於 1.5 的會變成 2。請與 threshold 比較。"
    "見投影片「多層感知器應用」。",
    en="You rounded instead of comparing: np.round(0.5) is 0, and from 1.5 on it gives 2. Compare "
    "with threshold; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.round(np.asarray(y_hat)).astype(int)


@misconception(
    "classify.cast-to-int",
    zh="你把預測值轉成整數，小數只是被截掉，並沒有和閾值比較。見投影片「多層感知器應用」。",
    en="You cast the predictions to integers, which only cuts off the fraction; nothing is "
    "compared with the threshold. See the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.asarray(y_hat).astype(int)


@misconception(
    "classify.half-at-equality",
    zh="剛好等於閾值時你給了 0.5（例如 np.heaviside(…, 0.5)）。等於閾值要算 1。"
    "見投影片「多層感知器應用」。",
    en="A value equal to the threshold gives 0.5 (np.heaviside(…, 0.5) does that). Equality "
    "counts as 1; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.heaviside(np.asarray(y_hat) - threshold, 0.5)


@misconception(
    "classify.absolute",
    zh="你拿 |ŷ| 去和閾值比較，負的預測值也可能變成 1。請直接比較 ŷ。見投影片「多層感知器應用」。",
    en="You compared |ŷ| with the threshold, so negative predictions may become 1. Compare ŷ "
    "itself; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.abs(np.asarray(y_hat)) >= threshold, 1, 0)


@misconception(
    "classify.sigmoid-first",
    zh="你先對 ŷ 套了 sigmoid 再比較。classify 只比較，不再通過激勵函數。"
    "見投影片「多層感知器應用」。",
    en="You applied a sigmoid to ŷ before comparing. classify only compares, without another "
    "activation function; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(1 / (1 + np.exp(-np.asarray(y_hat, dtype=float))) >= threshold, 1, 0)


@misconception(
    "classify.threshold-sign",
    zh="閾值的正負號反了：你檢查的是 ŷ + threshold >= 0。應該是 ŷ − threshold >= 0。"
    "見投影片「多層感知器應用」。",
    en="The threshold has the wrong sign: you check ŷ + threshold >= 0. It should be "
    "ŷ − threshold >= 0; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.asarray(y_hat) + threshold >= 0, 1, 0)


@misconception(
    "classify.all-at-once",
    zh="你用 all 把整個陣列變成一個答案。每個預測值要有自己的類別。見投影片「多層感知器應用」。",
    en="all turns the whole array into one answer. Each prediction has a class of its own; see "
    "the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return int(np.all(np.asarray(y_hat) >= threshold))


@misconception(
    "classify.any-at-once",
    zh="你用 any 把整個陣列變成一個答案。每個預測值要有自己的類別。見投影片「多層感知器應用」。",
    en="any turns the whole array into one answer. Each prediction has a class of its own; see "
    "the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return int(np.any(np.asarray(y_hat) >= threshold))


@misconception(
    "classify.flattened",
    zh="類別都對，但你把陣列攤平了。結果的形狀要和 y_hat 一樣，純量也要是純量。"
    "見投影片「多層感知器應用」。",
    en="The classes are right but the array was flattened. The result has the shape of y_hat, a "
    "scalar for a scalar; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.ravel(y_hat) >= threshold, 1, 0)


@misconception(
    "classify.scalar-wrapped",
    zh="y_hat 是純量時，你回傳了形狀 (1,) 的陣列（例如用了 np.atleast_1d）。純量的結果也是純量。"
    "見投影片「多層感知器應用」。",
    en="For a scalar y_hat you return an array of shape (1,) (np.atleast_1d does that). A scalar "
    "gives a scalar; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    return np.where(np.atleast_1d(y_hat) >= threshold, 1, 0)


@misconception(
    "classify.ones-compared-again",
    zh="你先把 1 寫進陣列，再拿同一個陣列比較一次：閾值大於 1 時，寫進去的 1 又被改成 0。"
    "先算好比較的結果，或用 np.where。見投影片「多層感知器應用」。",
    en="You write the ones into the array and then compare that same array again: with a "
    "threshold above 1 those ones become 0. Compare once, or use np.where; see the slide "
    "“Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    out = np.array(y_hat)
    out[out >= threshold] = 1
    out[out < threshold] = 0
    return out


@misconception(
    "classify.zeros-compared-again",
    zh="你先把 0 寫進陣列，再拿同一個陣列比較一次：閾值小於或等於 0 時，寫進去的 0 又被改成 1。"
    "先算好比較的結果，或用 np.where。見投影片「多層感知器應用」。",
    en="You write the zeros into the array and then compare that same array again: with a "
    "threshold of 0 or below those zeros become 1. Compare once, or use np.where; see the slide "
    "“Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    out = np.array(y_hat)
    out[out < threshold] = 0
    out[out >= threshold] = 1
    return out


@misconception(
    "classify.in-place",
    zh="你把 0 與 1 寫回了 y_hat，呼叫者的預測值不見了。請寫進新的陣列，或用 np.where。"
    "見投影片「多層感知器應用」。",
    en="You write the zeros and ones back into y_hat, so the caller's predictions are gone. Put "
    "them into a new array, or use np.where; see the slide “Applications of the MLP”.",
)
def classify(y_hat, threshold=0.5):
    y_hat = np.asarray(y_hat)
    high = y_hat >= threshold
    y_hat[high] = 1
    y_hat[~high] = 0
    return y_hat


# -------------------------------------------------------------------------------- and_gate


@misconception(
    "and_gate.swapped",
    zh="你回傳了 (b, w)。順序是先權重、後偏差：return w, b。見投影片「神經元計算」。",
    en="You returned (b, w). Weights first, then the bias: return w, b. See the slide “Computing "
    "a neuron”.",
)
def and_gate():
    return -1.5, np.array([1.0, 1.0])


@misconception(
    "and_gate.zero-bias",
    zh="你的偏差是 0，所以輸入 (0, 0) 的總和剛好是 0，而閾值是 0，等於閾值就算 1。"
    "AND 需要負的偏差。"
    "見投影片「神經元計算」與「多層感知器應用」。",
    en="Your bias is 0, so the sum for (0, 0) is exactly 0; the threshold is 0 here (not 0.5), and "
    "equality counts as 1. AND needs a negative bias; see the slides “Computing a neuron” and "
    "“Applications of the MLP”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 0.0


@misconception(
    "and_gate.on-the-line",
    zh="有輸入的總和剛好等於 0，而你要它是 0：用 > 判斷時你的答案才對。"
    "classify 用的是 >=，等於 0 就算 1，"
    "請把偏差再調低一點。見投影片「多層感知器應用」。",
    en="Some input that should give 0 has a sum of exactly 0: your pair would be right with >. "
    "classify uses >=, which makes it 1; lower the bias a little. See the slide “Applications of "
    "the MLP”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -1.0


@misconception(
    "and_gate.rounding",
    zh="紙上的總和剛好是 0，但浮點數的捨入讓它略小於 0（0.3 + 0.6 − 0.9 約是 −1e−16），所以得到 0。"
    "不要讓 (1, 1) 落在界線上，把偏差調高一點。見投影片「多層感知器應用」。",
    en="On paper the sum is exactly 0, but floating point rounds it to just below 0 "
    "(0.3 + 0.6 − 0.9 is about −1e−16), which gives 0. Keep (1, 1) off the line by raising the "
    "bias a little; see the slide “Applications of the MLP”.",
)
def and_gate():
    return np.array([0.3, 0.6]), -0.9


@misconception(
    "and_gate.bias-sign",
    zh="偏差的正負號反了：把 b 換成 −b 就是 AND。總和是 w·x + b，不是 w·x − b。"
    "見投影片「神經元計算」。",
    en="The bias has the wrong sign: with −b for b this is AND. The sum is w·x + b, not w·x − b; "
    "see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 1.5


@misconception(
    "and_gate.threshold-half",
    zh="閾值是 0.5 時你的答案會是 AND，但這裡的閾值是 0。把偏差再減 0.5 就行。"
    "見投影片「多層感知器應用」。",
    en="With a threshold of 0.5 your pair would be AND, but the threshold is 0 here. Lowering the "
    "bias by 0.5 makes up for it; see the slide “Applications of the MLP”.",
)
def and_gate():
    return np.array([0.6, 0.6]), -0.5


@misconception(
    "and_gate.or",
    zh="這是 OR：只要有一個輸入是 1，總和就到 0 以上了。AND 要兩個都是 1 才行，偏差要更低。"
    "見投影片「神經元計算」。",
    en="This is OR: one input of 1 already brings the sum to 0 or above. AND needs both, so the "
    "bias must be lower; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -0.5


@misconception(
    "and_gate.reversed",
    zh="四個答案全部相反（這是 NAND）：正負號反了。AND 的兩個權重是正的，偏差是負的。"
    "見投影片「神經元計算」。",
    en="All four answers are the opposite (this is NAND): the signs are the wrong way round. AND "
    "has two positive weights and a negative bias; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([-1.0, -1.0]), 1.5


@misconception(
    "and_gate.never",
    zh="四個總和都小於 0，連 (1, 1) 也是，所以永遠得到 0。提高偏差或加大權重，讓 w₀ + w₁ + b ≥ 0。"
    "見投影片「神經元計算」。",
    en="All four sums are below 0, that of (1, 1) too, so the answer is always 0. Raise the bias "
    "or the weights until w₀ + w₁ + b ≥ 0; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -2.5


@misconception(
    "and_gate.always",
    zh="四個總和都在 0 以上，連 (0, 0) 也是，所以永遠得到 1。"
    "(0, 0) 的總和就是 b：AND 需要負的偏差。"
    "見投影片「神經元計算」。",
    en="All four sums are 0 or above, that of (0, 0) too, so the answer is always 1. The sum for "
    "(0, 0) is b itself: AND needs a negative bias. See the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 1.0


@misconception(
    "and_gate.one-input",
    zh="答案只跟著其中一個輸入走，另一個輸入改變不了結果。讓兩個權重都有份，而單獨一個都不夠。"
    "見投影片「神經元計算」。",
    en="The answer follows one input alone; the other cannot change it. Both weights must count, "
    "and neither be enough by itself; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 0.0]), -0.5


# --------------------------------------------------------------------------------- or_gate


@misconception(
    "or_gate.swapped",
    zh="你回傳了 (b, w)。順序是先權重、後偏差：return w, b。見投影片「神經元計算」。",
    en="You returned (b, w). Weights first, then the bias: return w, b. See the slide “Computing "
    "a neuron”.",
)
def or_gate():
    return -0.5, np.array([1.0, 1.0])


@misconception(
    "or_gate.zero-bias",
    zh="你的偏差是 0，所以輸入 (0, 0) 的總和剛好是 0。classify 用的是 >=，等於閾值 0 就算 1；"
    "OR 需要略小於 0 的偏差。見投影片「神經元計算」與「多層感知器應用」。",
    en="Your bias is 0, so the sum for (0, 0) is exactly 0. classify uses >= and the threshold is "
    "0 here (not 0.5), so that counts as 1; OR needs a bias somewhat below 0. See the slides "
    "“Computing a neuron” and “Applications of the MLP”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 0.0


@misconception(
    "or_gate.rounding",
    zh="紙上的總和剛好是 0，但浮點數的捨入讓它略小於 0（0.3 − (0.1 + 0.2) 約是 −6e−17），"
    "所以得到 0。"
    "不要讓輸入落在界線上，把偏差調高一點。見投影片「多層感知器應用」。",
    en="On paper the sum is exactly 0, but floating point rounds it to just below 0 "
    "(0.3 − (0.1 + 0.2) is about −6e−17), which gives 0. Keep the inputs off the line by raising "
    "the bias a little; see the slide “Applications of the MLP”.",
)
def or_gate():
    return np.array([0.3, 0.3]), -(0.1 + 0.2)


@misconception(
    "or_gate.bias-sign",
    zh="偏差的正負號反了：把 b 換成 −b 就是 OR。總和是 w·x + b，不是 w·x − b。"
    "見投影片「神經元計算」。",
    en="The bias has the wrong sign: with −b for b this is OR. The sum is w·x + b, not w·x − b; "
    "see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 0.5


@misconception(
    "or_gate.threshold-half",
    zh="閾值是 0.5 時你的答案會是 OR，但這裡的閾值是 0。把偏差再減 0.5 就行。"
    "見投影片「多層感知器應用」。",
    en="With a threshold of 0.5 your pair would be OR, but the threshold is 0 here. Lowering the "
    "bias by 0.5 makes up for it; see the slide “Applications of the MLP”.",
)
def or_gate():
    return np.array([0.2, 0.2]), 0.4


@misconception(
    "or_gate.and",
    zh="這是 AND：只有一個輸入是 1 時，總和還在 0 以下。OR 只要一個就夠，偏差要高一些。"
    "見投影片「神經元計算」。",
    en="This is AND: with a single input of 1 the sum stays below 0. For OR one is enough, so the "
    "bias must be higher; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), -1.5


@misconception(
    "or_gate.reversed",
    zh="四個答案全部相反（這是 NOR）：正負號反了。OR 的兩個權重是正的，偏差是負的。"
    "見投影片「神經元計算」。",
    en="All four answers are the opposite (this is NOR): the signs are the wrong way round. OR "
    "has two positive weights and a negative bias; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([-1.0, -1.0]), 0.5


@misconception(
    "or_gate.never",
    zh="四個總和都小於 0，所以永遠得到 0。"
    "提高偏差或加大權重，讓只有一個輸入是 1 時總和也到 0 以上。"
    "見投影片「神經元計算」。",
    en="All four sums are below 0, so the answer is always 0. Raise the bias or the weights until "
    "one input of 1 brings the sum to 0 or above; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), -2.5


@misconception(
    "or_gate.always",
    zh="四個總和都在 0 以上，連 (0, 0) 也是，所以永遠得到 1。(0, 0) 的總和就是 b：OR 需要負的偏差。"
    "見投影片「神經元計算」。",
    en="All four sums are 0 or above, that of (0, 0) too, so the answer is always 1. The sum for "
    "(0, 0) is b itself: OR needs a negative bias. See the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 2.0


@misconception(
    "or_gate.one-input",
    zh="答案只跟著其中一個輸入走，另一個輸入改變不了結果。OR 的兩個輸入，單獨一個是 1 都要夠。"
    "見投影片「神經元計算」。",
    en="The answer follows one input alone; the other cannot change it. For OR either input must "
    "be enough by itself; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 0.0]), -0.5
