"""Wrong versions of `classify` that learners write."""

import numpy as np

from grader.authoring import misconception


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
