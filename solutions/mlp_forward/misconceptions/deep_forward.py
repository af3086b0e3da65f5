"""Wrong versions of `deep_forward` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "deep_forward.not-transposed",
    zh="W 沒有轉置，每一層算的是 Wᵀ @ A + b。見投影片「多層感知器運作方式」。",
    en="W is not transposed; each layer computes Wᵀ @ A + b. See the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W @ A + b)
    return A


@misconception(
    "deep_forward.reshaped",
    zh="你用 reshape 把 W 換成轉置後的形狀，元素卻沒有跟著換位置。轉置請用 W.T。"
    "見投影片「多層感知器運作方式」。",
    en="You reshaped W to the shape of its transpose, but the entries did not trade places. The "
    "transpose is W.T; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.reshape(W.shape[::-1]) @ A + b)
    return A


@misconception(
    "deep_forward.bias-forgotten",
    zh="每一層都忘了加偏差 b。見投影片「多層感知器運作方式」。",
    en="The biases b are missing from the layers; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.T @ A)
    return A


@misconception(
    "deep_forward.bias-subtracted",
    zh="偏差用減的，公式是 WᵀA + b。見投影片「多層感知器運作方式」。",
    en="The biases are subtracted; the formula is WᵀA + b. See the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.T @ A - b)
    return A


@misconception(
    "deep_forward.bias-after-activation",
    zh="你先做激勵函數才加偏差，應該是 f(WᵀA + b)。見投影片「多層感知器運作方式」。",
    en="You added the bias after the activation; f(WᵀA + b) is due. See the slide “How an MLP "
    "works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.T @ A) + b
    return A


@misconception(
    "deep_forward.activation-skipped",
    zh="每一層都沒有經過激勵函數 f，再深也只是線性。見投影片「激勵函數」。",
    en="No layer applies its activation f; however deep, that is still linear. See the slide "
    "“Activation functions”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = W.T @ A + b
    return A


@misconception(
    "deep_forward.last-activation-skipped",
    zh="最後一層沒有經過它的激勵函數。輸出層也有自己的 f。見投影片「多層感知器運作方式」。",
    en="The last layer leaves its activation out. The output layer has its own f too; see the "
    "slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for i, (W, b, f) in enumerate(layers):
        A = W.T @ A + b
        if i < len(layers) - 1:
            A = f(A)
    return A


@misconception(
    "deep_forward.only-last-activation",
    zh="只有最後一層經過激勵函數，例如把 f 放到了迴圈外面。每一層都要做自己的 f。"
    "見投影片「多層感知器運作方式」。",
    en="Only the last layer is activated, as when f is called after the loop. Every layer applies "
    "its own f; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, _ in layers:
        A = W.T @ A + b
    return layers[-1][2](A) if layers else A


@misconception(
    "deep_forward.activation-twice",
    zh="每一層的激勵函數都做了兩次。見投影片「神經元計算」。",
    en="Each layer applies its activation twice; see the slide “Computing a neuron”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(f(W.T @ A + b))
    return A


@misconception(
    "deep_forward.first-activation-everywhere",
    zh="每一層都用了第一層的激勵函數。每一層有自己的 f。見投影片「多層感知器運作方式」。",
    en="Every layer uses the first layer's activation. Each has its own f; see the slide “How an "
    "MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, _ in layers:
        A = layers[0][2](W.T @ A + b)
    return A


@misconception(
    "deep_forward.last-activation-everywhere",
    zh="每一層都用了最後一層的激勵函數。每一層有自己的 f。見投影片「多層感知器運作方式」。",
    en="Every layer uses the last layer's activation. Each has its own f; see the slide “How an "
    "MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, _ in layers:
        A = layers[-1][2](W.T @ A + b)
    return A


@misconception(
    "deep_forward.always-relu",
    zh="你固定用了 ReLU，沒有用到每一層的 f。見投影片「多層感知器運作方式」。",
    en="You always use ReLU and ignore each layer's f; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, _ in layers:
        A = np.maximum(0, W.T @ A + b)
    return A


@misconception(
    "deep_forward.x-every-time",
    zh="每一層都從 X 算起，所以只留下最後一層。下一層的輸入是上一層的輸出 A。"
    "見投影片「多層感知器運作方式」。",
    en="Every layer starts from X again, so only the last one is left. A layer's input is the "
    "previous layer's output A; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.T @ X + b)
    return A


@misconception(
    "deep_forward.first-layer-only",
    zh="只算了第一層，常見原因是 return 寫在迴圈裡面。請移到迴圈之後。"
    "見投影片「多層感知器運作方式」。",
    en="Only the first layer is computed, usually because return stands inside the loop. Move it "
    "after the loop; see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers:
        A = f(W.T @ A + b)
        return A


@misconception(
    "deep_forward.two-layers-only",
    zh="你只算了前兩層。layers 幾層都可以，請用迴圈走完。見投影片「多層感知器運作方式」。",
    en="Only the first two layers are computed. There may be any number: loop over all of them. "
    "See the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers[:2]:
        A = f(W.T @ A + b)
    return A


@misconception(
    "deep_forward.last-layer-skipped",
    zh="少算了最後一層，檢查 range(len(layers) - 1) 之類的範圍。見投影片「多層感知器運作方式」。",
    en="The last layer is left out; look at a range such as range(len(layers) - 1). See the slide "
    "“How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers[:-1]:
        A = f(W.T @ A + b)
    return A


@misconception(
    "deep_forward.first-layer-skipped",
    zh="少算了第一層，檢查 range(1, len(layers)) 之類的範圍。見投影片「多層感知器運作方式」。",
    en="The first layer is left out; look at a range such as range(1, len(layers)). See the slide "
    "“How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in layers[1:]:
        A = f(W.T @ A + b)
    return A


@misconception(
    "deep_forward.reversed",
    zh="層的順序反了，要從 layers 的第一層算到最後一層。見投影片「多層感知器運作方式」。",
    en="The layers are taken in reverse. Go from the first of `layers` to the last; see the slide "
    "“How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    for W, b, f in reversed(layers):
        A = f(W.T @ A + b)
    return A


@misconception(
    "deep_forward.samples-as-rows",
    zh="一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一行，輸出是 (n_out, N)。"
    "見投影片「多層感知器運作方式」。",
    en="Each sample became a row, so the result is transposed. Here a sample is a column and the "
    "output is (n_out, N); see the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X.T
    for W, b, f in layers:
        A = f(A @ W + b.T)
    return A


@misconception(
    "deep_forward.returns-every-layer",
    zh="你回傳了每一層輸出組成的串列，只要最後一層的輸出。見投影片「多層感知器運作方式」。",
    en="You returned a list of every layer's output; only the last one's is wanted. See the slide "
    "“How an MLP works”.",
)
def deep_forward(X, layers):
    A, outputs = X, []
    for W, b, f in layers:
        A = f(W.T @ A + b)
        outputs.append(A)
    return outputs


@misconception(
    "deep_forward.empty-gives-none",
    zh="layers 是空的時候，你回傳了 None。沒有任何一層時，輸出就是輸入 X。"
    "見投影片「多層感知器運作方式」。",
    en="With no layers you returned None. With no layer at all the output is the input X; see the "
    "slide “How an MLP works”.",
)
def deep_forward(X, layers):
    if not layers:
        return None
    A = X
    for W, b, f in layers:
        A = f(W.T @ A + b)
    return A


@misconception(
    "deep_forward.empties-layers",
    zh="你用 pop 把 layers 拿空了。這個串列是別人的，請用 for 迴圈讀它，不要改它。"
    "見投影片「多層感知器運作方式」。",
    en="You emptied `layers` with pop. The list belongs to the caller: read it with a for loop "
    "and leave it as it is. See the slide “How an MLP works”.",
)
def deep_forward(X, layers):
    A = X
    while layers:
        W, b, f = layers.pop(0)
        A = f(W.T @ A + b)
    return A
