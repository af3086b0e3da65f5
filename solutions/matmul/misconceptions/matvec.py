"""Wrong versions of `matvec` that learners write."""

import numpy as np

from grader.authoring import misconception


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
