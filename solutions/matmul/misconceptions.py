"""Wrong versions that learners write, each with a name and what to look at."""

import numpy as np

from grader.authoring import misconception

# ------------------------------------------------------------------------------------- dot


@misconception(
    "dot.not-summed",
    zh="你把對應的項相乘了，但還沒有相加，所以回傳的是一個向量。內積是一個數：把所有乘積加起來。"
    "見投影片「矩陣乘法小練習」的 5×(−1)+2×3+1×3。",
    en="You multiplied matching entries but did not add them up, so a vector comes back. A dot "
    "product is one number, the sum of the products; see 5×(−1)+2×3+1×3 on the slide “Matrix "
    "multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return u * v


@misconception(
    "dot.sums-multiplied",
    zh="你先把兩個向量各自加總，再把兩個總和相乘。內積要先逐項相乘，再加總。"
    "見投影片「矩陣乘法小練習」。",
    en="You added up each vector first and multiplied the two totals. Multiply entry by entry "
    "first, then add; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u) * np.sum(v))


@misconception(
    "dot.added",
    zh="你把對應的項相加了，應該是相乘：u₁v₁ + u₂v₂ + …。見投影片「矩陣乘法小練習」。",
    en="You added matching entries where they must be multiplied: u₁v₁ + u₂v₂ + …; see the slide "
    "“Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u + v))


@misconception(
    "dot.mean",
    zh="你取了乘積的平均，多除以了長度 n。內積是總和，不是平均。見投影片「矩陣乘法小練習」。",
    en="You took the mean of the products, dividing by the length n. A dot product is the sum, "
    "not the mean; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.mean(u * v))


@misconception(
    "dot.last-term-missing",
    zh="少算了最後一項：迴圈停得太早。range(n) 已經會停在 n−1，不必再減 1。"
    "見投影片「矩陣乘法小練習」。",
    en="The last product is missing: the loop stops too early. range(n) already ends at n−1, so "
    "do not subtract another 1; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u[:-1] * v[:-1]))


@misconception(
    "dot.first-term-missing",
    zh="少算了第一項：Python 的索引從 0 開始，迴圈也要從 0 開始。見投影片「矩陣乘法小練習」。",
    en="The first product is missing: indices start at 0 in Python, and so must the loop; see "
    "the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u[1:] * v[1:]))


@misconception(
    "dot.overwritten",
    zh="每一圈都用 = 蓋掉了前面的結果，只剩最後一項的乘積。要用 += 累加。"
    "見投影片「矩陣乘法小練習」。",
    en="Each round of the loop overwrites the total with =, so only the last product is left. "
    "Accumulate with +=; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(u[-1] * v[-1])


@misconception(
    "dot.returned-early",
    zh="只算了第一項就回傳了：return 寫在迴圈裡面。把它移到迴圈之後。見投影片「矩陣乘法小練習」。",
    en="Only the first product comes back: the return stands inside the loop. Move it after the "
    "loop; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(u[0] * v[0])


@misconception(
    "dot.starts-at-one",
    zh="總和從 1 開始累加，結果總是多 1。加法的起點是 0。見投影片「矩陣乘法小練習」。",
    en="Your total starts from 1, so the result is always 1 too large. A sum starts from 0; see "
    "the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(1 + np.sum(u * v))


@misconception(
    "dot.product-of-products",
    zh="你把所有乘積再相乘起來了。逐項相乘之後，要「相加」。見投影片「矩陣乘法小練習」。",
    en="You multiplied the products together. After multiplying entry by entry, add; see the "
    "slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.prod(u * v))


@misconception(
    "dot.outer",
    zh="你算的是外積：每一項都與每一項相乘，得到一個矩陣。內積只乘同一個位置的項，再加成一個數。"
    "見投影片「矩陣乘法小練習」。",
    en="This is the outer product: every entry times every entry, a matrix. The dot product only "
    "multiplies entries in the same place and adds them to one number; see the slide “Matrix "
    "multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return np.outer(u, v)


@misconception(
    "dot.same-vector-twice",
    zh="你把 u 和自己相乘了（Σ uᵢ²），v 沒有用到。應該是 Σ uᵢvᵢ。見投影片「矩陣乘法小練習」。",
    en="You multiplied u with itself (Σ uᵢ²); v is not used. It should be Σ uᵢvᵢ; see the slide "
    "“Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u * u))


@misconception(
    "dot.absolute",
    zh="你加的是乘積的絕對值，負號不見了。乘積有正有負，直接相加即可。"
    "見投影片「矩陣乘法小練習」的 5×(−1)。",
    en="You added the products' absolute values, so the minus signs are lost. Add the products "
    "as they are; see 5×(−1) on the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(np.abs(u * v)))


@misconception(
    "dot.cosine",
    zh="你多除以了兩個向量的長度，得到的是夾角的餘弦。內積不做正規化。見投影片「矩陣乘法小練習」。",
    en="You also divided by the two vectors' lengths, which gives the cosine of the angle between "
    "them. The dot product is not normalised; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u * v) / np.sqrt(np.sum(u * u) * np.sum(v * v)))


@misconception(
    "dot.backwards",
    zh="你把 u 的第一項配上了 v 的最後一項。內積是同一個位置相乘，v 不需要倒過來。"
    "見投影片「矩陣乘法小練習」。",
    en="You paired the first entry of u with the last of v. A dot product pairs equal places; v "
    "is not reversed; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u * v[::-1]))


@misconception(
    "dot.one-element-array",
    zh="數值對了，但回傳的是只有一個元素的陣列，形狀是 (1,)。內積是一個數：取出那個元素再回傳。"
    "見投影片「矩陣乘法小練習」。",
    en="The value is right but comes back as an array of one element, shape (1,). A dot product "
    "is a number: return the element itself; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return np.array([np.sum(u * v)])


@misconception(
    "dot.integer-products",
    zh="存放乘積的陣列沿用了引數的整數型別（例如 zeros_like），小數被截掉了。請用浮點數陣列存放。"
    "見投影片「矩陣乘法小練習」。",
    en="The array that holds the products took over an argument's integer dtype (zeros_like does "
    "that), which cuts off the fractions. Hold them as floats; see the slide “Matrix "
    "multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u), np.asarray(v)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    products = np.zeros_like(u)
    for i in range(len(u)):
        products[i] = u[i] * v[i]
    return np.sum(products)


@misconception(
    "dot.zip-cuts",
    zh="長度不同時沒有丟出 ValueError：zip 會默默停在較短的那個。先比較 len(u) 與 len(v)，"
    "或用 zip(u, v, strict=True)。內積的兩邊項數必須相同，見投影片「矩陣乘法小練習」。",
    en="There is no ValueError when the lengths differ: zip silently stops at the shorter one. "
    "Compare len(u) with len(v) first, or use zip(u, v, strict=True). Both sides need equally "
    "many entries; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


@misconception(
    "dot.only-longer-u-refused",
    zh="你只檢查了 u 比較長的情形；v 比較長時仍然算出了數字。用 len(u) != len(v) 比較。"
    "見投影片「矩陣乘法小練習」。",
    en="You check only that u is not the longer one; when v is, a number still comes out. Compare "
    "with len(u) != len(v); see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    if len(u) > len(v):
        raise ValueError("lengths differ")
    return sum(a * b for a, b in zip(u, v, strict=False))


@misconception(
    "dot.only-longer-v-refused",
    zh="你只檢查了 v 比較長的情形；u 比較長時仍然算出了數字。用 len(u) != len(v) 比較。"
    "見投影片「矩陣乘法小練習」。",
    en="You check only that v is not the longer one; when u is, a number still comes out. Compare "
    "with len(u) != len(v); see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    if len(u) < len(v):
        raise ValueError("lengths differ")
    return sum(a * b for a, b in zip(u, v, strict=False))


@misconception(
    "dot.extra-v-ignored",
    zh="迴圈只看 u 的長度：v 較長時，多出來的項被默默忽略，沒有 ValueError。先比較兩者的長度。"
    "內積的兩邊項數必須相同，見投影片「矩陣乘法小練習」。",
    en="The loop looks at the length of u only: when v is longer, its extra entries are silently "
    "ignored, without a ValueError. Compare the lengths first. Both sides need equally many "
    "entries; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    total = 0.0
    for i in range(len(u)):
        total += u[i] * v[i]
    return total


@misconception(
    "dot.extra-u-ignored",
    zh="迴圈只看 v 的長度：u 較長時，多出來的項被默默忽略，沒有 ValueError。先比較兩者的長度。"
    "內積的兩邊項數必須相同，見投影片「矩陣乘法小練習」。",
    en="The loop looks at the length of v only: when u is longer, its extra entries are silently "
    "ignored, without a ValueError. Compare the lengths first. Both sides need equally many "
    "entries; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    total = 0.0
    for i in range(len(v)):
        total += u[i] * v[i]
    return total


@misconception(
    "dot.broadcast",
    zh="其中一個長度為 1 時，NumPy 的廣播（broadcasting）會把它重複使用，所以沒有 ValueError。"
    "不要靠廣播出錯，請自己比較長度。內積的兩邊項數必須相同，見投影片「矩陣乘法小練習」。",
    en="When one length is 1, NumPy broadcasting repeats that entry, so there is no ValueError. "
    "Compare the lengths yourself rather than leave it to broadcasting. Both sides need equally "
    "many entries; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    return np.sum(np.asarray(u) * np.asarray(v))


@misconception(
    "dot.in-place",
    zh="你用 u *= v 把乘積寫回了 u，呼叫者的向量被改掉了。請寫成 u * v，它會產生新的陣列。"
    "見投影片「矩陣乘法小練習」。",
    en="u *= v writes the products back into u, so the caller's vector is changed. Use u * v, "
    "which makes a new array; see the slide “Matrix multiplication exercises”.",
)
def dot(u, v):
    u, v = np.asarray(u), np.asarray(v)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    u *= v
    return float(np.sum(u))


# ---------------------------------------------------------------------------------- matvec


@misconception(
    "matvec.transposed",
    zh="你用了 A 的行（columns）去配 x，算成了 Aᵀx。結果的第 i 項要用 A 的第 i 列（row）。"
    "見投影片「矩陣乘法小練習」：14 = 1×1+2×2+3×3 用的是第一列。",
    en="You paired x with the columns of A, which gives Aᵀx. Entry i of the result uses row i of "
    "A; on the slide “Matrix multiplication exercises” 14 = 1×1+2×2+3×3 uses the first row.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x) or A.shape[0] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A * x[:, np.newaxis], axis=0)


@misconception(
    "matvec.indices-swapped",
    zh="迴圈裡 y 與 x 的索引對調了：你把 A[i, j]·x[i] 加進 y[j]，算成了 Aᵀx。"
    "應該把 A[i, j]·x[j] 加進 y[i]。見投影片「矩陣乘法小練習」。",
    en="The indices of y and x are swapped in the loop: you add A[i, j]·x[i] to y[j], which gives "
    "Aᵀx. Add A[i, j]·x[j] to y[i]; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[1])
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            y[j] += A[i, j] * x[i]
    return y


@misconception(
    "matvec.rows-times-entries",
    zh="你用 zip(A, x) 讓第 i 列（row）只乘上 x[i]，再把各列相加，算成了 Aᵀx。"
    "每一列都要與整個 x 做內積。見投影片「矩陣乘法小練習」。",
    en="With zip(A, x) you multiplied row i by x[i] alone and added the rows, which gives Aᵀx. "
    "Each row takes its dot product with all of x; see the slide “Matrix multiplication "
    "exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[1])
    for row, entry in zip(A, x):
        y = y + row * entry
    return y


@misconception(
    "matvec.rows-scaled",
    zh="第 i 列的每個元素都乘了同一個 x[i]，再各自加總。應該是列中第 j 個元素乘 x[j]。"
    "見投影片「矩陣乘法小練習」。",
    en="All of row i was multiplied by the one entry x[i] before adding. Entry j of the row goes "
    "with x[j]; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x) or A.shape[0] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A * x[:, np.newaxis], axis=1)


@misconception(
    "matvec.not-summed",
    zh="你算了 A * x，只有相乘，沒有沿著每一列相加，所以結果還是一個矩陣。"
    "每一列要加成一個數。見投影片「矩陣乘法小練習」。",
    en="A * x only multiplies; nothing was added along the rows, so the result is still a matrix. "
    "Each row must become one number; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return A * x


@misconception(
    "matvec.wrong-axis",
    zh="相乘之後沿錯了軸相加（axis=0），把不同列加在一起了。每一列要各自加總，也就是 axis=1。"
    "見投影片「矩陣乘法小練習」。",
    en="You added along the wrong axis (axis=0), which mixes the rows. Add within each row, "
    "axis=1; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A * x, axis=0)


@misconception(
    "matvec.summed-to-one-number",
    zh="np.sum 沒有指定 axis，整個矩陣被加成一個數。A 有幾列，結果就要有幾項。"
    "見投影片「矩陣乘法小練習」的 [14, 32, 50]。",
    en="np.sum without an axis added the whole matrix to one number. The result has one entry a "
    "row, like [14, 32, 50] on the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return float(np.sum(A * x))


@misconception(
    "matvec.column",
    zh="數值對了，但你回傳的是 (m, 1) 的行矩陣。這裡的結果是一維的 (m,)，"
    "例如投影片「矩陣乘法小練習」的結果請寫成 [14, 32, 50]。",
    en="The values are right but come back as a column of shape (m, 1). The result here is "
    "one-dimensional, (m,): the slide's exercise (“Matrix multiplication exercises”) gives "
    "[14, 32, 50].",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A * x, axis=1, keepdims=True)


@misconception(
    "matvec.returned-early",
    zh="只算完第一列就回傳了：return 縮排到迴圈裡面，其餘各項還是 0。把它移到迴圈之後。"
    "見投影片「矩陣乘法小練習」。",
    en="It returns after the first row, with the other entries still 0: the return is indented "
    "into the loop. Move it after the loop; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0])
    y[0] = np.sum(A[0] * x)
    return y


@misconception(
    "matvec.last-row-missing",
    zh="最後一列沒有算到：外層迴圈停得太早。range(m) 已經會停在 m−1。見投影片「矩陣乘法小練習」。",
    en="The last row is never computed: the outer loop stops too early. range(m) already ends at "
    "m−1; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.sum(A * x, axis=1)
    y[-1] = 0.0
    return y


@misconception(
    "matvec.last-column-missing",
    zh="每一列都少加了最後一項：內層迴圈停得太早。range(n) 已經會停在 n−1。"
    "見投影片「矩陣乘法小練習」。",
    en="Each row lacks its last product: the inner loop stops too early. range(n) already ends at "
    "n−1; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :-1] * x[:-1], axis=1)


@misconception(
    "matvec.first-column-missing",
    zh="每一列都少加了第一項：索引從 0 開始，內層迴圈也要從 0 開始。見投影片「矩陣乘法小練習」。",
    en="Each row lacks its first product: indices start at 0, and so must the inner loop; see the "
    "slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A[:, 1:] * x[1:], axis=1)


@misconception(
    "matvec.overwritten",
    zh="內層迴圈用 = 蓋掉了前面的結果，每一列只剩最後一項的乘積。要用 += 累加。"
    "見投影片「矩陣乘法小練習」。",
    en="The inner loop overwrites with =, so each row keeps only its last product. Accumulate "
    "with +=; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return A[:, -1] * x[-1]


@misconception(
    "matvec.total-not-reset",
    zh="換到下一列時，累加的總和沒有歸零，所以每一項都帶著前面各列的結果。"
    "把 total = 0 放進外層迴圈裡。見投影片「矩陣乘法小練習」。",
    en="The running total is not reset for each row, so every entry carries the rows before it. "
    "Put total = 0 inside the outer loop; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.cumsum(np.sum(A * x, axis=1))


@misconception(
    "matvec.added",
    zh="你把 A 的元素與 x 相加了，應該相乘之後再加總。見投影片「矩陣乘法小練習」。",
    en="You added x to the entries of A; multiply them, then sum. See the slide “Matrix "
    "multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A + x, axis=1)


@misconception(
    "matvec.mean",
    zh="每一列取了平均，多除以了 n。矩陣乘法用的是總和。見投影片「矩陣乘法小練習」。",
    en="You took the mean of each row, dividing by n. A matrix product takes the sum; see the "
    "slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.mean(A * x, axis=1)


@misconception(
    "matvec.result-sized-like-x",
    zh="結果的長度取成了 x 的長度 n。A 是 (m, n)，結果要有 m 項：一列一項。"
    "見投影片「矩陣乘法小練習」。",
    en="You gave the result the length of x, n. For A of shape (m, n) it has m entries, one a "
    "row; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(len(x))
    for i in range(A.shape[0]):
        y[i] = np.sum(A[i] * x)
    return y


@misconception(
    "matvec.diagonal-only",
    zh="你只用到了 A 的對角線 A[i, i]·x[i]。每一項要用一整列，所以還需要對 j 的迴圈。"
    "見投影片「矩陣乘法小練習」。",
    en="Only the diagonal of A was used, A[i, i]·x[i]. Each entry needs a whole row, hence a loop "
    "over j as well; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0])
    for i in range(A.shape[0]):
        y[i] = A[i, i] * x[i]
    return y


@misconception(
    "matvec.squeezed",
    zh="A 只有一列時，你回傳了一個數（例如用了 np.squeeze）。一列也是 m = 1，結果的形狀是 (1,)。"
    "見投影片「矩陣乘法小練習」：一列一項。",
    en="When A has a single row you return a bare number (np.squeeze does that). One row still "
    "means m = 1, so the shape is (1,): one entry a row, as on the slide “Matrix multiplication "
    "exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.squeeze(np.sum(A * x, axis=1))


@misconception(
    "matvec.integer-result",
    zh="結果陣列沿用了 A 的整數型別，x 帶來的小數在存入時被截掉了。用 np.zeros(m)（浮點數）來存放。"
    "見投影片「矩陣乘法小練習」。",
    en="The result took over A's integer dtype, so the fractions that x brings are cut off when "
    "stored. Use np.zeros(m), which is float; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0], dtype=A.dtype)
    for i in range(A.shape[0]):
        y[i] = np.sum(A[i] * x)
    return y


@misconception(
    "matvec.integer-like-x",
    zh="存放結果的陣列取了 x 的型別；x 是整數時，小數在存進去時被截掉。用 np.zeros(m)，它是浮點數。"
    "見投影片「矩陣乘法小練習」。",
    en="The array for the result takes its type from x; when x holds integers, fractions are cut "
    "off as they are stored. Use np.zeros(m), which is float; see the slide “Matrix "
    "multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0], dtype=x.dtype)
    for i in range(A.shape[0]):
        y[i] = np.sum(A[i, :] * x)
    return y


@misconception(
    "matvec.integer-running-sum",
    zh="累加用的陣列沿用了 A 的整數型別，每次 += 都把小數截掉。用 np.zeros(m)（浮點數）來累加。"
    "見投影片「矩陣乘法小練習」。",
    en="The array you accumulate in took over A's integer dtype, so every += cuts off the "
    "fraction. Accumulate in np.zeros(m), which is float; see the slide “Matrix multiplication "
    "exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0], dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            y[i] += A[i, j] * x[j]
    return y


@misconception(
    "matvec.zip-cuts",
    zh="大小不合時沒有丟出 ValueError：zip(row, x) 會默默停在較短的那個。先比較 A 的行數與 len(x)。"
    "每一列與 x 的項數必須相同，見投影片「矩陣乘法小練習」。",
    en="There is no ValueError when the sizes do not fit: zip(row, x) silently stops at the "
    "shorter one. Compare A's columns with len(x) first. A row needs as many entries as x; see "
    "the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    return np.array([sum(a * b for a, b in zip(row, x)) for row in A])


@misconception(
    "matvec.extra-x-ignored",
    zh="迴圈只走 A 的行數：x 較長時，多出來的項被默默忽略，沒有 ValueError。"
    "先比較 A 的行數與 len(x)。每一列與 x 的項數必須相同，見投影片「矩陣乘法小練習」。",
    en="The loop follows A's columns only: when x is longer, its extra entries are silently "
    "ignored, without a ValueError. Compare A's columns with len(x) first. A row needs as many "
    "entries as x; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    y = np.zeros(A.shape[0])
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            y[i] += A[i, j] * x[j]
    return y


@misconception(
    "matvec.extra-columns-ignored",
    zh="迴圈只走 x 的長度：A 的行數較多時，多出來的行被默默忽略，沒有 ValueError。"
    "先比較 A 的行數與 len(x)。每一列與 x 的項數必須相同，見投影片「矩陣乘法小練習」。",
    en="The loop follows the length of x only: when A has more columns, they are silently "
    "ignored, without a ValueError. Compare A's columns with len(x) first. A row needs as many "
    "entries as x; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    y = np.zeros(A.shape[0])
    for i in range(A.shape[0]):
        for j in range(len(x)):
            y[i] += A[i, j] * x[j]
    return y


@misconception(
    "matvec.broadcast",
    zh="A 只有一行或 x 只有一項時，NumPy 的廣播（broadcasting）會把它重複使用，"
    "所以沒有 ValueError。"
    "請自己比較 A 的行數與 len(x)。每一列與 x 的項數必須相同，見投影片「矩陣乘法小練習」。",
    en="When A has one column or x one entry, NumPy broadcasting repeats it, so there is no "
    "ValueError. Compare A's columns with len(x) yourself. A row needs as many entries as x; see "
    "the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    return np.sum(np.asarray(A) * np.asarray(x), axis=1)


@misconception(
    "matvec.in-place",
    zh="你用 A *= x 把乘積寫回了 A，呼叫者的矩陣被改掉了。請寫成 A * x，它會產生新的陣列。"
    "見投影片「矩陣乘法小練習」。",
    en="A *= x writes the products back into A, so the caller's matrix is changed. Use A * x, "
    "which makes a new array; see the slide “Matrix multiplication exercises”.",
)
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    A *= x
    return np.sum(A, axis=1)


# ---------------------------------------------------------------------------------- matmul


@misconception(
    "matmul.elementwise",
    zh="A * B 是同一個位置的元素相乘，不是矩陣乘法。C[i, j] 要用 A 的第 i 列與 B 的第 j 行做內積。"
    "見投影片「矩陣乘法小練習」。",
    en="A * B multiplies entries in the same place, which is not a matrix product. C[i, j] is the "
    "dot product of row i of A with column j of B; see the slide “Matrix multiplication "
    "exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0] or A.shape != B.shape:
        raise ValueError("sizes do not fit")
    return A * B


@misconception(
    "matmul.swapped",
    zh="你算的是 BA。矩陣乘法不能交換順序：列取自 A，行取自 B。見投影片「矩陣乘法小練習」。",
    en="You computed BA. A matrix product does not commute: the rows come from A and the columns "
    "from B; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0] or B.shape[1] != A.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(B[:, :, np.newaxis] * A[np.newaxis], axis=1)


@misconception(
    "matmul.result-transposed",
    zh="每個內積都對，但放到了 C[j, i]，結果是 AB 的轉置。A 的第 i 列決定結果的第 i 列。"
    "見投影片「矩陣乘法小練習」。",
    en="Every dot product is right but stored in C[j, i], so this is the transpose of AB. Row i "
    "of A makes row i of the result; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=1).T


@misconception(
    "matmul.rows-with-rows",
    zh="你讓 A 的列去配 B 的「列」，算成了 ABᵀ。要配的是 B 的行（column）：B[:, j]。"
    "見投影片「矩陣乘法小練習」：列 × 行。",
    en="You paired rows of A with rows of B, which gives ABᵀ. Pair them with the columns of B, "
    "B[:, j]: row times column, as on the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0] or A.shape[1] != B.shape[1]:
        raise ValueError("sizes do not fit")
    return np.array([[np.sum(row * other) for other in B] for row in A])


@misconception(
    "matmul.zip-rows-with-rows",
    zh="走訪 B 得到的是它的「列」，你用 zip 把 A 的列配上了 B 的列，算成了 ABᵀ。"
    "要走訪的是 B 的行：zip(*B) 或 B[:, j]。見投影片「矩陣乘法小練習」：列 × 行。",
    en="Looping over B gives its rows, so zip paired rows of A with rows of B, as in ABᵀ. Loop "
    "over the columns of B, zip(*B) or B[:, j]: row times column, as on the slide “Matrix "
    "multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.array([[sum(a * b for a, b in zip(row, other)) for other in B] for row in A])


@misconception(
    "matmul.columns-with-columns",
    zh="你讓 A 的「行」去配 B 的行，算成了 AᵀB。A 要取的是列（row）：A[i, :]。"
    "見投影片「矩陣乘法小練習」：列 × 行。",
    en="You paired columns of A with columns of B, which gives AᵀB. Take the rows of A, A[i, :]: "
    "row times column, as on the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0] or A.shape[0] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :, np.newaxis] * B[:, np.newaxis, :], axis=0)


@misconception(
    "matmul.columns-with-rows",
    zh="列與行弄反了：你用 A 的行去配 B 的列。C[i, j] 要用 A 的第 i 列與 B 的第 j 行。"
    "見投影片「矩陣乘法小練習」。",
    en="Rows and columns are mixed up: you paired columns of A with rows of B. C[i, j] takes row i "
    "of A and column j of B; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0] or A.shape[0] != B.shape[1]:
        raise ValueError("sizes do not fit")
    return np.array([[np.sum(column * row) for row in B] for column in A.T])


@misconception(
    "matmul.diagonal-only",
    zh="你用一次 zip 把第 i 列只配上第 i 行，得到的只有對角線。每一列都要配上每一行：需要兩層迴圈。"
    "見投影片「矩陣乘法小練習」。",
    en="One zip pairs row i with column i only, which gives the diagonal. Every row meets every "
    "column, so two loops are needed; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.array([np.sum(row * column) for row, column in zip(A, B.T)])


@misconception(
    "matmul.overwritten",
    zh="最內層的迴圈用 = 蓋掉了前面的結果，每一格只剩最後一個乘積。要用 += 累加。"
    "見投影片「矩陣乘法小練習」。",
    en="The innermost loop overwrites with =, so each entry keeps only its last product. "
    "Accumulate with +=; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return A[:, -1:] * B[-1:, :]


@misconception(
    "matmul.last-term-missing",
    zh="每一格都少加了最後一個乘積：k 的迴圈停得太早。range(n) 已經會停在 n−1。"
    "見投影片「矩陣乘法小練習」。",
    en="Each entry lacks its last product: the loop over k stops too early. range(n) already ends "
    "at n−1; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :-1, np.newaxis] * B[np.newaxis, :-1], axis=1)


@misconception(
    "matmul.first-term-missing",
    zh="每一格都少加了第一個乘積：索引從 0 開始，k 的迴圈也要從 0 開始。"
    "見投影片「矩陣乘法小練習」。",
    en="Each entry lacks its first product: indices start at 0, and so must the loop over k; see "
    "the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, 1:, np.newaxis] * B[np.newaxis, 1:], axis=1)


@misconception(
    "matmul.total-never-reset",
    zh="累加的總和從頭到尾沒有歸零，每一格都帶著前面所有格的結果。把 total = 0 放在 j 的迴圈裡面。"
    "見投影片「矩陣乘法小練習」。",
    en="The running total is never reset, so each entry carries all entries before it. Put "
    "total = 0 inside the loop over j; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=1)
    return np.cumsum(C).reshape(C.shape)


@misconception(
    "matmul.total-reset-per-row",
    zh="總和只在換列時歸零，同一列裡的每一格都帶著左邊各格的結果。把 total = 0 移進 j 的迴圈裡面。"
    "見投影片「矩陣乘法小練習」。",
    en="The running total is reset for each row only, so each entry carries those to its left. "
    "Move total = 0 into the loop over j; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.cumsum(np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=1), axis=1)


@misconception(
    "matmul.returned-early",
    zh="只算完第一列就回傳了：return 縮排到迴圈裡面，其餘各列還是 0。把它移到迴圈之後。"
    "見投影片「矩陣乘法小練習」。",
    en="It returns after the first row, with the other rows still 0: the return is indented into "
    "the loop. Move it after the loops; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=1)
    C[1:] = 0.0
    return C


@misconception(
    "matmul.inner-range-rows",
    zh="k 的迴圈走了 A 的列數 m。k 要走共同的長度 n，也就是 A 的行數（B 的列數）。"
    "見投影片「矩陣乘法小練習」。",
    en="The loop over k runs over A's rows, m. It must run over the shared length n: A's columns, "
    "which are B's rows; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[0]):
                C[i, j] += A[i, k] * B[k, j]
    return C


@misconception(
    "matmul.inner-range-columns",
    zh="k 的迴圈走了 B 的行數 p。k 要走共同的長度 n，也就是 A 的行數（B 的列數）。"
    "見投影片「矩陣乘法小練習」。",
    en="The loop over k runs over B's columns, p. It must run over the shared length n: A's "
    "columns, which are B's rows; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(B.shape[1]):
                C[i, j] += A[i, k] * B[k, j]
    return C


@misconception(
    "matmul.result-sized-like-a",
    zh="結果的形狀取成了 A 的 (m, n)。(m, n) 乘 (n, p) 的結果是 (m, p)：行數由 B 決定。"
    "見投影片「矩陣乘法小練習」。",
    en="You gave the result A's shape, (m, n). (m, n) times (n, p) is (m, p): B sets the number of "
    "columns; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = np.sum(A[i, :] * B[:, j])
    return C


@misconception(
    "matmul.result-sized-like-b",
    zh="結果的形狀取成了 B 的 (n, p)。(m, n) 乘 (n, p) 的結果是 (m, p)：列數由 A 決定。"
    "見投影片「矩陣乘法小練習」。",
    en="You gave the result B's shape, (n, p). (m, n) times (n, p) is (m, p): A sets the number of "
    "rows; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros(B.shape)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = np.sum(A[i, :] * B[:, j])
    return C


@misconception(
    "matmul.square-result",
    zh="你當作結果是方陣 (m, m)。(m, n) 乘 (n, p) 的結果是 (m, p)：行數由 B 決定。"
    "見投影片「矩陣乘法小練習」。",
    en="You take the result to be square, (m, m). (m, n) times (n, p) is (m, p): B sets the number "
    "of columns; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    m = A.shape[0]
    return np.array([[np.sum(A[i, :] * B[:, j]) for j in range(m)] for i in range(m)])


@misconception(
    "matmul.rows-shared",
    zh="[[0] * p] * m 的每一列都是同一個 list，所以每一列都加到了全部的結果。"
    "用 np.zeros((m, p)) 或 [[0] * p for _ in range(m)]。見投影片「矩陣乘法小練習」。",
    en="In [[0] * p] * m every row is the same list, so each row collects the sums of all. Use "
    "np.zeros((m, p)) or [[0] * p for _ in range(m)]; see the slide “Matrix multiplication "
    "exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    row = np.sum(A[:, :, np.newaxis] * B, axis=(0, 1))
    return np.array([row for _ in range(A.shape[0])])


@misconception(
    "matmul.first-column-only",
    zh="你只用了 B 的第一行，得到的是一維的 A·B[:, 0]。B 的每一行都要算，結果是 (m, p)。"
    "見投影片「矩陣乘法小練習」。",
    en="You use the first column of B alone, which gives the one-dimensional A·B[:, 0]. Every "
    "column of B has its turn, for (m, p); see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A * B[:, 0], axis=1)


@misconception(
    "matmul.not-summed",
    zh="乘積都算了，但沒有沿著共同的軸 k 相加，所以多出一個軸。見投影片「矩陣乘法小練習」："
    "相乘之後還要相加。",
    en="The products are there but were not added along the shared axis k, so one axis too many "
    "is left. After multiplying comes adding; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return A[:, :, np.newaxis] * B[np.newaxis]


@misconception(
    "matmul.summed-over-rows",
    zh="乘積沿錯了軸相加：你加掉了 A 的列 i（axis=0）。要加掉的是共同的軸 k（axis=1）。"
    "見投影片「矩陣乘法小練習」。",
    en="The products were added along the wrong axis: you summed over A's rows i (axis=0). Sum "
    "over the shared axis k (axis=1); see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=0)


@misconception(
    "matmul.summed-over-columns",
    zh="乘積沿錯了軸相加：你加掉了 B 的行 j（最後一軸）。要加掉的是共同的軸 k。"
    "見投影片「矩陣乘法小練習」。",
    en="The products were added along the wrong axis: you summed over B's columns j (the last "
    "axis). Sum over the shared axis k; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=2)


@misconception(
    "matmul.added",
    zh="你把 A[i, k] 與 B[k, j] 相加了，應該相乘之後再加總。見投影片「矩陣乘法小練習」。",
    en="You added A[i, k] and B[k, j]; multiply them, then sum. See the slide “Matrix "
    "multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.sum(A[:, :, np.newaxis] + B[np.newaxis], axis=1)


@misconception(
    "matmul.mean",
    zh="每一格取了乘積的平均，多除以了 n。矩陣乘法用的是總和。見投影片「矩陣乘法小練習」。",
    en="You took the mean of the products in each entry, dividing by n. A matrix product takes "
    "the sum; see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.mean(A[:, :, np.newaxis] * B[np.newaxis], axis=1)


@misconception(
    "matmul.squeezed",
    zh="結果只有一列或一行時，你少了一個軸（例如用了 np.squeeze）。"
    "(m, n) 乘 (n, p) 永遠是二維的 (m, p)，"
    "1 也算。見投影片「矩陣乘法小練習」。",
    en="When the result has a single row or column, an axis is lost (np.squeeze does that). (m, n) "
    "times (n, p) always has two axes, (m, p), sizes of 1 included; see the slide “Matrix "
    "multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    return np.squeeze(np.sum(A[:, :, np.newaxis] * B[np.newaxis], axis=1))


@misconception(
    "matmul.integer-result",
    zh="結果陣列沿用了 A 的整數型別，B 帶來的小數在存入時被截掉了。"
    "用 np.zeros((m, p))（浮點數）來存放。"
    "見投影片「矩陣乘法小練習」。",
    en="The result took over A's integer dtype, so the fractions that B brings are cut off when "
    "stored. Use np.zeros((m, p)), which is float; see the slide “Matrix multiplication "
    "exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros((A.shape[0], B.shape[1]), dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = np.sum(A[i, :] * B[:, j])
    return C


@misconception(
    "matmul.integer-running-sum",
    zh="累加用的陣列沿用了 A 的整數型別，每次 += 都把小數截掉。"
    "用 np.zeros((m, p))（浮點數）來累加。"
    "見投影片「矩陣乘法小練習」。",
    en="The array you accumulate in took over A's integer dtype, so every += cuts off the "
    "fraction. Accumulate in np.zeros((m, p)), which is float; see the slide “Matrix "
    "multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes do not fit")
    C = np.zeros((A.shape[0], B.shape[1]), dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[1]):
                C[i, j] += A[i, k] * B[k, j]
    return C


@misconception(
    "matmul.zip-cuts",
    zh="大小不合時沒有丟出 ValueError：zip 會默默停在較短的那個。先比較 A 的行數與 B 的列數，"
    "兩者必須相同。見投影片「矩陣乘法小練習」。",
    en="There is no ValueError when the sizes do not fit: zip silently stops at the shorter one. "
    "Compare A's columns with B's rows first, they must agree; see the slide “Matrix "
    "multiplication exercises”.",
)
def matmul(A, B):
    return np.array([[sum(a * b for a, b in zip(row, col)) for col in zip(*B)] for row in A])


@misconception(
    "matmul.extra-rows-ignored",
    zh="k 只走 A 的行數：B 的列數較多時，多出來的列被默默忽略，沒有 ValueError。"
    "先比較 A 的行數與 B 的列數，兩者必須相同。見投影片「矩陣乘法小練習」。",
    en="The loop over k follows A's columns only: when B has more rows, they are silently "
    "ignored, without a ValueError. Compare A's columns with B's rows first, they must agree; "
    "see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[1]):
                C[i, j] += A[i, k] * B[k, j]
    return C


@misconception(
    "matmul.extra-columns-ignored",
    zh="k 只走 B 的列數：A 的行數較多時，多出來的行被默默忽略，沒有 ValueError。"
    "先比較 A 的行數與 B 的列數，兩者必須相同。見投影片「矩陣乘法小練習」。",
    en="The loop over k follows B's rows only: when A has more columns, they are silently "
    "ignored, without a ValueError. Compare A's columns with B's rows first, they must agree; "
    "see the slide “Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(B.shape[0]):
                C[i, j] += A[i, k] * B[k, j]
    return C


@misconception(
    "matmul.broadcast",
    zh="A 只有一行或 B 只有一列時，NumPy 的廣播（broadcasting）會把它重複使用，"
    "所以沒有 ValueError。"
    "請自己比較 A 的行數與 B 的列數，兩者必須相同。見投影片「矩陣乘法小練習」。",
    en="When A has one column or B one row, NumPy broadcasting repeats it, so there is no "
    "ValueError. Compare A's columns with B's rows yourself, they must agree; see the slide "
    "“Matrix multiplication exercises”.",
)
def matmul(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.array([[np.sum(row * column) for column in B.T] for row in A])


# ---------------------------------------------------------------------------------- affine


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
