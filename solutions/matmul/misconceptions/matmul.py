"""Wrong versions of `matmul` that learners write."""

import numpy as np

from grader.authoring import misconception


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
