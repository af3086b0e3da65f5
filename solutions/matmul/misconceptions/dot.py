"""Wrong versions of `dot` that learners write."""

import numpy as np

from grader.authoring import misconception


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
