"""Known mistakes in `kmeans`."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "squared_distances.root",
    zh="你最後開了根號，那是距離。這裡要的是距離的平方。見第 4 節。",
    en="You took the square root at the end, which is the distance. Its square is asked for. See "
    "section 4.",
)
def squared_distances(X, C):
    return np.sqrt(np.sum((X[:, None] - C) ** 2, axis=2))


@misconception(
    "squared_distances.manhattan",
    zh="你加的是差的絕對值。歐氏距離要先把差取平方。見第 4 節。",
    en="You added absolute differences. For Euclidean distance the differences are squared. See "
    "section 4.",
)
def squared_distances(X, C):
    return np.sum(np.abs(X[:, None] - C), axis=2)


@misconception(
    "squared_distances.summed-before-squaring",
    zh="你先把各座標的差加起來才平方，正負會抵消。先平方，再相加。見第 4 節。",
    en="You added the differences first and squared their sum, where signs cancel. Square, then "
    "add. See section 4.",
)
def squared_distances(X, C):
    return np.sum(X[:, None] - C, axis=2) ** 2


@misconception(
    "squared_distances.mean",
    zh="你取了各座標的平均，多除了 d。要的是總和。見第 4 節。",
    en="You took the mean over the coordinates, which divides by d. Their sum is asked for. See "
    "section 4.",
)
def squared_distances(X, C):
    return np.mean((X[:, None] - C) ** 2, axis=2)


@misconception(
    "squared_distances.centres-by-points",
    zh="你的形狀是 (k, N)。一個點一列，一個中心一行：(N, k)。見第 4 節。",
    en="Yours has shape (k, N). A row is for a point and a column for a centre: (N, k). See "
    "section 4.",
)
def squared_distances(X, C):
    return np.sum((C[:, None] - X) ** 2, axis=2)


@misconception(
    "assign.farthest",
    zh="你選了最遠的中心 (argmax)。要最近的。見第 4 節。",
    en="You chose the farthest centre (argmax). The nearest is asked for. See section 4.",
)
def assign(X, C):
    return np.argmax(np.sum((X[:, None] - C) ** 2, axis=2), axis=1)


@misconception(
    "assign.nearest-point",
    zh="axis 反了：你替每個中心找最近的點。要替每個點找最近的中心。見第 4 節。",
    en="The axis is the other one: you found the nearest point to each centre. Find the nearest "
    "centre to each point. See section 4.",
)
def assign(X, C):
    return np.argmin(np.sum((X[:, None] - C) ** 2, axis=2), axis=0)


@misconception(
    "assign.from-one",
    zh="你的編號從 1 開始。群的編號是 0 到 k − 1。見第 4 節。",
    en="Yours are numbered from 1. Groups are numbered 0 to k − 1. See section 4.",
)
def assign(X, C):
    return np.argmin(np.sum((X[:, None] - C) ** 2, axis=2), axis=1) + 1


@misconception(
    "assign.distance-returned",
    zh="你回傳最小的距離。要的是它在第幾個 (argmin)。見第 4 節。",
    en="You returned the least distance. Where it stands is asked for (argmin). See section 4.",
)
def assign(X, C):
    return np.min(np.sum((X[:, None] - C) ** 2, axis=2), axis=1)


@misconception(
    "assign.manhattan",
    zh="你用絕對值的和比遠近；歐氏距離的最近中心有時是另一個。見第 4 節。",
    en="You compare sums of absolute differences; by Euclidean distance another centre is "
    "sometimes nearer. See section 4.",
)
def assign(X, C):
    return np.argmin(np.sum(np.abs(X[:, None] - C), axis=2), axis=1)


@misconception(
    "assign.first-coordinate",
    zh="你只比較第 0 個座標。距離要用到所有座標。見第 4 節。",
    en="You compare coordinate 0 only. A distance takes all of them. See section 4.",
)
def assign(X, C):
    return np.argmin((X[:, None, 0] - C[:, 0]) ** 2, axis=1)


@misconception(
    "assign.every-nearest",
    zh="有兩個中心一樣近時，你的做法會給那個點兩個答案。用 argmin，一個點一個。",
    en="Where two centres are equally near, yours gives the point two answers. Use argmin: one for "
    "each point.",
)
def assign(X, C):
    D = np.sum((X[:, None] - C) ** 2, axis=2)
    return np.where(D == D.min(axis=1, keepdims=True))[1]


@misconception(
    "update.sum",
    zh="你把群裡的點加起來，沒有除以點數。見第 5 節。",
    en="You added the points of a group up and did not divide by how many there are. See "
    "section 5.",
)
def update(X, labels, C):
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.sum(X[labels == j], axis=0)
    return moved


@misconception(
    "update.divided-by-all",
    zh="你除以全部的點數 N。要除以那一群自己的點數。見第 5 節。",
    en="You divided by the number of all points, N. Divide by that of the group. See section 5.",
)
def update(X, labels, C):
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.sum(X[labels == j], axis=0) / len(X)
    return moved


@misconception(
    "update.old-centre-included",
    zh="你把原來的中心也算成一個點。平均只看群裡的點。見第 5 節。",
    en="You counted the old centre as one of the points. The mean is over the group's points "
    "alone. See section 5.",
)
def update(X, labels, C):
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        moved[j] = np.mean(np.vstack([X[labels == j], C[j : j + 1]]), axis=0)
    return moved


@misconception(
    "update.median",
    zh="你取了中位數。k-means 的中心是平均。見第 5 節。",
    en="You took the median. In k-means a centre is the mean. See section 5.",
)
def update(X, labels, C):
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.median(X[labels == j], axis=0)
    return moved


@misconception(
    "update.overall-mean",
    zh="你每次都平均所有的點，沒有只取那一群 (X[labels == j])。見第 5 節。",
    en="You take the mean of all points every time, not of the group alone (X[labels == j]). See "
    "section 5.",
)
def update(X, labels, C):
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.mean(X, axis=0)
    return moved


@misconception(
    "update.empty-nan",
    zh="沒有點的群，平均是 0/0，變成 nan。先檢查有沒有點，沒有就留下原來的中心。見第 5 節。",
    en="The mean of a group without points is 0/0, which is nan. Check first, and keep the centre "
    "that it had. See section 5.",
)
def update(X, labels, C):
    return np.array([np.mean(X[labels == j], axis=0) for j in range(len(C))])


@misconception(
    "update.empty-zero",
    zh="沒有點的群，你的中心跑到原點。要留在 C 裡原來的位置。見第 5 節。",
    en="The centre of a group without points goes to the origin. It stays where it was in C. See "
    "section 5.",
)
def update(X, labels, C):
    moved = np.zeros(np.shape(C))
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.mean(X[labels == j], axis=0)
    return moved


@misconception(
    "update.integer-buffer",
    zh="C 是整數時，C.copy() 或 np.zeros_like(C) 存不下小數，平均被截斷。用 dtype=float。",
    en="Where C holds whole numbers, C.copy() or np.zeros_like(C) cannot hold decimals, and the "
    "means are cut off. Use dtype=float.",
)
def update(X, labels, C):
    moved = C.copy()
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.mean(X[labels == j], axis=0)
    return moved


@misconception(
    "update.in-place",
    zh="你把新的中心寫回傳進來的 C，呼叫者的中心也跟著變了。寫進新的陣列。",
    en="You wrote the new centres into the C that you were given, and so into the caller's. Write "
    "them into a new array.",
)
def update(X, labels, C):
    means = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            means[j] = np.mean(X[labels == j], axis=0)
    if C.dtype == float:
        C[:] = means
    return means


@misconception(
    "inertia.mean",
    zh="你除以了點數。群內平方和是總和。見第 5 節。",
    en="You divided by the number of points. Inertia is the sum. See section 5.",
)
def inertia(X, labels, C):
    return float(np.sum((X - C[labels]) ** 2) / len(X))


@misconception(
    "inertia.not-squared",
    zh="你加的是距離，沒有平方。見第 5 節。",
    en="You added the distances, not their squares. See section 5.",
)
def inertia(X, labels, C):
    return float(np.sum(np.sqrt(np.sum((X - C[labels]) ** 2, axis=1))))


@misconception(
    "inertia.root-of-sum",
    zh="你最後開了根號。群內平方和不開根號。見第 5 節。",
    en="You took the square root of the sum. Inertia has none. See section 5.",
)
def inertia(X, labels, C):
    return float(np.sqrt(np.sum((X - C[labels]) ** 2)))


@misconception(
    "inertia.all-centres",
    zh="你把每個點到所有中心的距離都加進去。只加到自己那一群的中心。見第 5 節。",
    en="You added the distances to all centres. Only that to a point's own centre counts. See "
    "section 5.",
)
def inertia(X, labels, C):
    return float(np.sum((X[:, None] - C) ** 2))


@misconception(
    "inertia.nearest-centre",
    zh="你用了最近的中心，沒有看 labels。要用 labels 說的那一個。見第 5 節。",
    en="You took the nearest centre and did not look at labels. Take the one that labels names. "
    "See section 5.",
)
def inertia(X, labels, C):
    return float(np.sum(np.min(np.sum((X[:, None] - C) ** 2, axis=2), axis=1)))


@misconception(
    "kmeans.order-exchanged",
    zh="回傳的順序是 (labels, C)。",
    en="What is returned is (labels, C), in this order.",
)
def kmeans(X, k, rng):
    C = X[rng.permutation(len(X))[:k]]
    labels = assign(X, C)
    while True:
        C = update(X, labels, C)
        again = assign(X, C)
        if np.array_equal(again, labels):
            return C, labels
        labels = again


@misconception(
    "kmeans.stops-early",
    zh="你在分群穩定之前就停了：中心是各群的平均，但有些點已經離別的中心更近。"
    "要 assign 的結果不再改變才停。見第 6 節。",
    en="You stop before the groups have settled: the centres are the means of their groups, but "
    "some points are nearer to another centre by now. Go on until assign changes nothing. See "
    "section 6.",
)
def kmeans(X, k, rng):
    C = X[rng.permutation(len(X))[:k]]
    labels = assign(X, C)
    return labels, update(X, labels, C)


@misconception(
    "kmeans.ends-on-assign",
    zh="每個點都屬於最近的中心，但中心還不是新的群的平均：你在 assign 之後就回傳，少了 update。"
    "見第 6 節。",
    en="Each point has its nearest centre, but the centres are not the means of these groups: you "
    "return after assign, without the update. See section 6.",
)
def kmeans(X, k, rng):
    C = X[rng.permutation(len(X))[:k]]
    C = update(X, assign(X, C), C)
    return assign(X, C), C


@misconception(
    "kmeans.start-kept",
    zh="你的中心還是起點，也就是 X 的某幾列，沒有移動過。assign 之後要 update。見第 6 節。",
    en="Your centres are still where they started, on rows of X. After assign they have to be "
    "moved by update. See section 6.",
)
def kmeans(X, k, rng):
    C = X[rng.permutation(len(X))[:k]]
    return assign(X, C), C


@misconception(
    "kmeans.start-repeats",
    zh="起點有重複的列，所以有的群沒有點。抽的時候不要放回，例如 rng.permutation 或 replace=False。"
    "見第 6 節。",
    en="Your start has the same row twice, so a group stays empty. Draw without putting back, with "
    "rng.permutation or replace=False. See section 6.",
)
def kmeans(X, k, rng):
    C = X[rng.integers(len(X), size=k)]
    labels = assign(X, C)
    while True:
        C = update(X, labels, C)
        again = assign(X, C)
        if np.array_equal(again, labels):
            return labels, C
        labels = again
