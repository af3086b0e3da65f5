"""Wrong versions of `affine` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "affine.no-bias",
    zh="你忘了加上偏差 b，只算了 xW。見投影片「矩陣乘法小練習」：乘完之後還要加 [−1.5, 0.2, 0.8]。",
    en="The bias b is missing; this is xW alone. On the slide “Matrix multiplication exercises” "
    "[−1.5, 0.2, 0.8] is added after the product.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0)


@misconception(
    "affine.bias-subtracted",
    zh="偏差的正負號反了：你減去了 b，應該加上 b。見投影片「矩陣乘法小練習」。",
    en="The bias has the wrong sign: you subtracted b where it is added; see the slide “Matrix "
    "multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0) - b


@misconception(
    "affine.bias-twice",
    zh="偏差 b 加了兩次（例如先用 b 當起點，最後又加一次）。只要加一次。"
    "見投影片「矩陣乘法小練習」。",
    en="The bias b was added twice (as the starting value and again at the end, say). Add it once; "
    "see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0) + 2 * b


@misconception(
    "affine.bias-per-term",
    zh="偏差 b 在加總的迴圈裡每一項都加了一次，總共 n 次。加總完乘積之後，只加一次。"
    "見投影片「矩陣乘法小練習」。",
    en="The bias b was added with every term inside the sum, n times in all. Add it once, after "
    "the products; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W + b, axis=0)


@misconception(
    "affine.bias-multiplied",
    zh="你把 b 乘上去了，應該是加上去。見投影片「矩陣乘法小練習」：[−1.5, 1.8, −0.9] + b。",
    en="You multiplied by b where it is added: [−1.5, 1.8, −0.9] + b on the slide “Matrix "
    "multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0) * b


@misconception(
    "affine.bias-appended",
    zh="兩個 list 用 + 會接在一起，所以 b 被接到了 xW 後面。先用 np.asarray 轉成陣列，再逐項相加。"
    "見投影片「矩陣乘法小練習」。",
    en="+ joins two lists, so b ends up behind xW. Make arrays of them with np.asarray, then + "
    "adds entry by entry; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    W = np.asarray(W)
    return [np.sum(np.asarray(x) * W[:, j]) for j in range(W.shape[1])] + list(b)


@misconception(
    "affine.first-bias-only",
    zh="每一項都加了同一個 b[0]。第 j 項要加的是自己的偏差 b[j]。見投影片「矩陣乘法小練習」。",
    en="Every entry got the same b[0]. Entry j has a bias of its own, b[j]; see the slide “Matrix "
    "multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0) + b[0]


@misconception(
    "affine.bias-before-product",
    zh="你先算了 x + b 再乘上 W。順序是先乘 W，再加 b。見投影片「矩陣乘法小練習」。",
    en="You added b to x before multiplying by W. Multiply by W first, then add b; see the slide "
    "“Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum((x + b)[:, np.newaxis] * W, axis=0)


@misconception(
    "affine.transposed",
    zh="你用了 W 的列（row）去配 x，算成了 Wx + b。x 在左邊時，第 j 項要用 W 的第 j 行（column）。"
    "見投影片「矩陣乘法小練習」：−1.5 = 5×(−0.5)+2×0.5。",
    en="You paired x with the rows of W, which gives Wx + b. With x on the left, entry j uses "
    "column j of W: −1.5 = 5×(−0.5)+2×0.5 on the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(W * x, axis=1) + b


@misconception(
    "affine.zip-rows",
    zh="走訪 W 得到的是它的「列」，你用 zip 讓 x 配上了 W 的列，算成了 Wx + b。"
    "x 在左邊時要配的是 W 的行：zip(*W) 或 W[:, j]。見投影片「矩陣乘法小練習」。",
    en="Looping over W gives its rows, so zip paired x with the rows of W, as in Wx + b. With x on "
    "the left it meets the columns, zip(*W) or W[:, j]; see the slide “Matrix multiplication "
    "exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.array([sum(a * c for a, c in zip(x, row)) + offset for row, offset in zip(W, b)])


@misconception(
    "affine.columns-scaled",
    zh="x * W 是把第 j 行整行乘上 x[j]，再往下加總；應該是第 i 列乘上 x[i]：x[:, np.newaxis] * W。"
    "見投影片「矩陣乘法小練習」。",
    en="x * W multiplies all of column j by x[j] before adding down. Row i goes with x[i]: "
    "x[:, np.newaxis] * W; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x * W, axis=0) + b


@misconception(
    "affine.wrong-axis",
    zh="乘積沿錯了軸相加（axis=1），把不同的行混在一起了。要沿著 i 相加，也就是 axis=0。"
    "見投影片「矩陣乘法小練習」。",
    en="The products were added along the wrong axis (axis=1), which mixes the columns. Add over "
    "i, axis=0; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=1) + b


@misconception(
    "affine.not-summed",
    zh="乘積沒有加總就加上了 b，結果還是 (n, m) 的矩陣。每一行要先加成一個數。"
    "見投影片「矩陣乘法小練習」。",
    en="b was added before the products were summed, so a matrix of shape (n, m) is left. Each "
    "column must become one number first; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return x[:, np.newaxis] * W + b


@misconception(
    "affine.summed-to-one-number",
    zh="np.sum 沒有指定 axis，所有的行被加成同一個數。每一行要各自加總。"
    "見投影片「矩陣乘法小練習」。",
    en="np.sum without an axis added all columns to one number. Each column has a sum of its own; "
    "see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W) + b


@misconception(
    "affine.overwritten",
    zh="迴圈用 = 蓋掉了前面的結果，只剩最後一項乘積。要用 += 累加。見投影片「矩陣乘法小練習」。",
    en="The loop overwrites with =, so only the last product is left. Accumulate with +=; see the "
    "slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return x[-1] * W[-1] + b


@misconception(
    "affine.last-term-missing",
    zh="每一項都少加了最後一個乘積：i 的迴圈停得太早。range(n) 已經會停在 n−1。"
    "見投影片「矩陣乘法小練習」。",
    en="Each entry lacks its last product: the loop over i stops too early. range(n) already ends "
    "at n−1; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:-1, np.newaxis] * W[:-1], axis=0) + b


@misconception(
    "affine.first-term-missing",
    zh="每一項都少加了第一個乘積：索引從 0 開始，i 的迴圈也要從 0 開始。"
    "見投影片「矩陣乘法小練習」。",
    en="Each entry lacks its first product: indices start at 0, and so must the loop over i; see "
    "the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[1:, np.newaxis] * W[1:], axis=0) + b


@misconception(
    "affine.total-not-reset",
    zh="換到下一行時，累加的總和沒有歸零，後面的項都帶著前面的乘積。把 total = 0 放進 j 的迴圈裡。"
    "見投影片「矩陣乘法小練習」。",
    en="The running total is not reset for each column, so later entries carry the products of "
    "earlier ones. Put total = 0 inside the loop over j; see the slide “Matrix multiplication "
    "exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.cumsum(np.sum(x[:, np.newaxis] * W, axis=0)) + b


@misconception(
    "affine.mean",
    zh="乘積取了平均，多除以了 n。這裡用的是總和。見投影片「矩陣乘法小練習」。",
    en="You took the mean of the products, dividing by n. It is their sum that is due; see the "
    "slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.mean(x[:, np.newaxis] * W, axis=0) + b


@misconception(
    "affine.row-matrix",
    zh="數值對了，但你回傳的是 (1, m) 的列矩陣。這裡的結果是一維的 (m,)，"
    "例如投影片「矩陣乘法小練習」的結果請寫成 [−3, 2, −0.1]。",
    en="The values are right but come back as a row matrix of shape (1, m). The result here is "
    "one-dimensional, (m,): the slide's exercise (“Matrix multiplication exercises”) gives "
    "[−3, 2, −0.1].",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.sum(x[:, np.newaxis] * W, axis=0, keepdims=True) + b


@misconception(
    "affine.column-plus-bias",
    zh="xW 被寫成了一行 (m, 1)，加上 (m,) 的 b 時廣播成了 (m, m)。讓 xW 保持一維 (m,) 再加 b。"
    "見投影片「矩陣乘法小練習」。",
    en="xW is a column, (m, 1), there, and adding b of shape (m,) broadcasts it to (m, m). Keep xW "
    "one-dimensional, (m,), and add b; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    return np.sum(np.asarray(x)[:, np.newaxis] * W, axis=0)[:, np.newaxis] + np.asarray(b)


@misconception(
    "affine.result-sized-like-x",
    zh="結果的長度取成了 x 的長度；它應該和 b 一樣長：W 的每一行一項。見投影片「矩陣乘法小練習」。",
    en="You made the result as long as x. It is as long as b, one entry a column of W; see the "
    "slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W = np.asarray(x), np.asarray(W)
    return np.array([np.sum(x * W[:, j]) + b[j] for j in range(len(x))])


@misconception(
    "affine.squeezed",
    zh="W 只有一行時，你回傳了一個數（例如用了 np.squeeze）。m = 1 時結果的形狀是 (1,)。"
    "見投影片「矩陣乘法小練習」：一行一項。",
    en="When W has a single column you return a bare number (np.squeeze does that). With m = 1 the "
    "shape is (1,): one entry a column, as on the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part, dtype=float) for part in (x, W, b))
    return np.squeeze(np.sum(x[:, np.newaxis] * W, axis=0) + b)


@misconception(
    "affine.integer-result",
    zh="結果陣列沿用了 b 的整數型別（例如 np.zeros_like(b)），存入時小數被截掉了。"
    "請用浮點數陣列存放。"
    "見投影片「矩陣乘法小練習」。",
    en="The result took over b's integer dtype (np.zeros_like(b) does that), which cuts off the "
    "fractions when stored. Hold it as floats; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part) for part in (x, W, b))
    h = np.zeros_like(b)
    for j in range(len(b)):
        h[j] = np.sum(x * W[:, j]) + b[j]
    return h


@misconception(
    "affine.integer-running-sum",
    zh="你在 b（或它的副本）裡累加，而它是整數型別，每次 += 都把小數截掉。請用浮點數陣列累加。"
    "見投影片「矩陣乘法小練習」。",
    en="You accumulate in b or a copy of it, which has an integer dtype, so every += cuts off the "
    "fraction. Accumulate in floats; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part) for part in (x, W, b))
    h = np.array(b)
    for j in range(len(b)):
        for i in range(len(x)):
            h[j] += x[i] * W[i, j]
    return h


@misconception(
    "affine.integer-like-x",
    zh="結果陣列沿用了 x 的整數型別，W 與 b 帶來的小數在存入時被截掉了。請用浮點數陣列存放。"
    "見投影片「矩陣乘法小練習」。",
    en="The result took over x's integer dtype, so the fractions that W and b bring are cut off "
    "when stored. Hold it as floats; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part) for part in (x, W, b))
    h = np.zeros(W.shape[1], dtype=x.dtype)
    for j in range(W.shape[1]):
        h[j] = np.sum(x * W[:, j]) + b[j]
    return h


@misconception(
    "affine.in-place",
    zh="你直接在 b 上面累加（b += … 或 h = b），呼叫者的偏差被改掉了。"
    "請從新的陣列開始，例如 b.copy()。"
    "見投影片「矩陣乘法小練習」。",
    en="You add into b itself (b += …, or h = b), so the caller's bias is changed. Start from a "
    "new array, b.copy() for one; see the slide “Matrix multiplication exercises”.",
)
def affine(x, W, b):
    x, W, b = (np.asarray(part) for part in (x, W, b))
    b += np.sum(x[:, np.newaxis] * W, axis=0)
    return b
