"""Wrong versions of `layer_forward` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "layer_forward.not-transposed",
    zh="你用了 W @ X，少了轉置。W 的形狀是 (n_in, n_out)，要先轉成 Wᵀ 才能乘 X。"
    "見投影片「多層感知器運作方式」。",
    en="You computed W @ X without the transpose. W has shape (n_in, n_out); it is Wᵀ that "
    "multiplies X. See the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(W @ X + b)


@misconception(
    "layer_forward.reshaped",
    zh="你用 reshape 把 W 換成轉置後的形狀，元素卻沒有跟著換位置。轉置請用 W.T。"
    "見投影片「多層感知器運作方式」。",
    en="You reshaped W to the shape of its transpose, but the entries did not trade places. The "
    "transpose is W.T; see the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(W.reshape(W.shape[::-1]) @ X + b)


@misconception(
    "layer_forward.samples-as-rows",
    zh="你算的是 Xᵀ @ W + bᵀ，一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一行，請算 "
    "Wᵀ @ X + b。見投影片「多層感知器運作方式」。",
    en="You computed Xᵀ @ W + bᵀ, so each sample became a row and the result is transposed. Here "
    "a sample is a column: Wᵀ @ X + b. See the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(X.T @ W + b.T)


@misconception(
    "layer_forward.rows-plus-column-bias",
    zh="你算的是 Xᵀ @ W + b：樣本變成了列，偏差卻還是一行，加到了錯的方向。請算 Wᵀ @ X + b。"
    "見投影片「多層感知器運作方式」。",
    en="You computed Xᵀ @ W + b: the samples became rows while the bias is still a column, so it "
    "is added along the wrong axis. Compute Wᵀ @ X + b; see the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(X.T @ W + b)


@misconception(
    "layer_forward.x-times-w",
    zh="你算的是 X @ W，順序反了，也少了轉置。矩陣乘法不能交換，公式是 Wᵀ @ X。"
    "見投影片「神經元計算」。",
    en="You computed X @ W: the order is reversed and the transpose missing. Matrix products do "
    "not commute; the formula is Wᵀ @ X. See the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(X @ W + b)


@misconception(
    "layer_forward.x-times-w-transposed",
    zh="你算的是 X @ Wᵀ，順序反了。矩陣乘法不能交換，公式是 Wᵀ @ X。見投影片「神經元計算」。",
    en="You computed X @ Wᵀ, in the wrong order. Matrix products do not commute; the formula is "
    "Wᵀ @ X. See the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(X @ W.T + b)


@misconception(
    "layer_forward.elementwise",
    zh="你用 * 把 Wᵀ 和 X 逐元素相乘，這裡要的是矩陣乘法 @：先乘再加總。"
    "見投影片「矩陣乘法小練習」。",
    en="You multiplied Wᵀ and X entry by entry with *. A matrix product, @, is due: multiply and "
    "add up. See the slide “Matrix multiplication exercises”.",
)
def layer_forward(X, W, b, f):
    return f(W.T * X + b)


@misconception(
    "layer_forward.elementwise-untransposed",
    zh="你用 * 把 W 和 X 逐元素相乘，也沒有轉置。這裡要的是矩陣乘法 Wᵀ @ X。"
    "見投影片「矩陣乘法小練習」。",
    en="You multiplied W and X entry by entry with *, and did not transpose. The matrix product "
    "Wᵀ @ X is due; see the slide “Matrix multiplication exercises”.",
)
def layer_forward(X, W, b, f):
    return f(W * X + b)


@misconception(
    "layer_forward.bias-forgotten",
    zh="你忘了加偏差 b。激勵函數的輸入是 WᵀX + b。見投影片「神經元計算」。",
    en="The bias b is missing. The activation is applied to WᵀX + b; see the slide “Computing a "
    "neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X)


@misconception(
    "layer_forward.bias-subtracted",
    zh="你減掉了偏差 b，公式是加：WᵀX + b。見投影片「神經元計算」。",
    en="You subtracted the bias b; the formula adds it: WᵀX + b. See the slide “Computing a "
    "neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X - b)


@misconception(
    "layer_forward.bias-twice",
    zh="偏差 b 加了兩次，公式裡只加一次。見投影片「神經元計算」。",
    en="The bias b is added twice; the formula adds it once. See the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X + b + b)


@misconception(
    "layer_forward.bias-after-activation",
    zh="你先做激勵函數才加偏差。偏差要加在 f 的括號裡面：f(WᵀX + b)。見投影片「神經元計算」。",
    en="You added the bias after the activation. It belongs inside f: f(WᵀX + b). See the slide "
    "“Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X) + b


@misconception(
    "layer_forward.bias-as-row",
    zh="你把 b 攤平或轉置成一列，廣播就會把它加到每一列，而不是每一行。b 的形狀 (n_out, 1) "
    "直接相加即可。見投影片「多層感知器運作方式」。",
    en="You flattened or transposed b, so broadcasting spreads it over the rows instead of the "
    "columns. With its shape (n_out, 1) it can be added as it is; see the slide “How an MLP "
    "works”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X + b.T)


@misconception(
    "layer_forward.first-bias-only",
    zh="每個神經元都加了同一個偏差 b[0]。每個神經元有自己的偏差，請加整個 b。"
    "見投影片「多層感知器運作方式」。",
    en="Every neuron got the same bias b[0]. Each has its own: add the whole of b. See the slide "
    "“How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X + b[0, 0])


@misconception(
    "layer_forward.bias-for-every-input",
    zh="每加一個輸入，你就把偏差再加一次。偏差在迴圈外面只加一次：WᵀX + b。"
    "見投影片「神經元計算」。",
    en="The bias is added again for every input. Add it once, outside of the loop: WᵀX + b; see "
    "the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X + W.shape[0] * b)


@misconception(
    "layer_forward.last-input-skipped",
    zh="加總時漏了最後一個輸入。n_in 個輸入都要乘上權重。見投影片「神經元計算」。",
    en="The sum leaves out the last input. All n_in of them are weighted; see the slide “Computing "
    "a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W[:-1].T @ X[:-1] + b)


@misconception(
    "layer_forward.bias-before-weights",
    zh="你先把偏差加到輸入，再乘權重。偏差要加在乘完之後：WᵀX + b。見投影片「神經元計算」。",
    en="You added the bias to the input, before the weights. It is added after the product: WᵀX + "
    "b. See the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ (X + b))


@misconception(
    "layer_forward.activation-skipped",
    zh="你回傳了 WᵀX + b，沒有經過激勵函數 f。少了它，整個網路只是線性的。見投影片「激勵函數」。",
    en="You returned WᵀX + b without the activation f. Without it the whole network is linear; "
    "see the slide “Activation functions”.",
)
def layer_forward(X, W, b, f):
    return W.T @ X + b


@misconception(
    "layer_forward.activation-twice",
    zh="激勵函數 f 做了兩次，一層只做一次。見投影片「神經元計算」。",
    en="The activation f is applied twice; a layer applies it once. See the slide “Computing a "
    "neuron”.",
)
def layer_forward(X, W, b, f):
    return f(f(W.T @ X + b))


@misconception(
    "layer_forward.activation-on-input",
    zh="你把激勵函數用在輸入 X 上。它要用在加權和上：f(WᵀX + b)。見投影片「神經元計算」。",
    en="You applied the activation to the input X. It is applied to the weighted sum: f(WᵀX + b). "
    "See the slide “Computing a neuron”.",
)
def layer_forward(X, W, b, f):
    return W.T @ f(X) + b


@misconception(
    "layer_forward.always-relu",
    zh="你固定用了 ReLU，沒有用到參數 f。激勵函數由呼叫的人決定，請呼叫 f。見投影片「多層感知器- "
    "Quiz1」。",
    en="You always use ReLU and ignore the argument f. The caller chooses the activation: call f. "
    "See the slide “Multilayer perceptron, Quiz 1”.",
)
def layer_forward(X, W, b, f):
    return np.maximum(0, W.T @ X + b)


@misconception(
    "layer_forward.always-sigmoid",
    zh="你固定用了 sigmoid，沒有用到參數 f。激勵函數由呼叫的人決定，請呼叫 f。"
    "見投影片「激勵函數」。",
    en="You always use the sigmoid and ignore the argument f. The caller chooses the activation: "
    "call f. See the slide “Activation functions”.",
)
def layer_forward(X, W, b, f):
    return 1 / (1 + np.exp(-(W.T @ X + b)))


@misconception(
    "layer_forward.always-tanh",
    zh="你固定用了 tanh，沒有用到參數 f。激勵函數由呼叫的人決定，請呼叫 f。見投影片「激勵函數」。",
    en="You always use tanh and ignore the argument f. The caller chooses the activation: call f. "
    "See the slide “Activation functions”.",
)
def layer_forward(X, W, b, f):
    return np.tanh(W.T @ X + b)


@misconception(
    "layer_forward.first-sample-only",
    zh="你只算了第一筆樣本。X 的每一行都是一筆樣本，輸出要有 N 行。"
    "見投影片「多層感知器運作方式」。",
    en="Only the first sample is computed. Every column of X is a sample and the output has N "
    "columns; see the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X[:, :1] + b)


@misconception(
    "layer_forward.flattened",
    zh="數值對了，但你把輸出攤平成一維。輸出的形狀要是 (n_out, N)。"
    "見投影片「多層感知器運作方式」。",
    en="The values are right but you flattened them. The output has shape (n_out, N); see the "
    "slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(W.T @ X + b).ravel()


@misconception(
    "layer_forward.squeezed",
    zh="np.squeeze 把長度為 1 的軸拿掉了。只有一個神經元或一筆樣本時，輸出仍是 (n_out, N)。"
    "見投影片「多層感知器運作方式」。",
    en="np.squeeze drops axes of length 1. With one neuron or one sample the output is still "
    "(n_out, N); see the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return np.squeeze(f(W.T @ X + b))


@misconception(
    "layer_forward.truncated",
    zh="你把結果寫進整數陣列，小數被截掉了。輸入是整數時，輸出仍要是浮點數，np.zeros "
    "不要沿用輸入的 dtype。見投影片「多層感知器運作方式」。",
    en="The result was written into an integer array, which cuts the decimals off. Integers in, "
    "floats out: do not take the input's dtype for the output. See the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    Z = W.T @ X
    A = np.zeros(Z.shape, dtype=X.dtype)
    A[:] = f(Z + b)
    return A
