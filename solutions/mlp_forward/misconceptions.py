"""What learners get wrong in forward propagation."""

import numpy as np

from grader.authoring import misconception

# --------------------------------------------------------------------------- layer_forward


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
    "layer_forward.samples-as-rows",
    zh="你算的是 Xᵀ @ W + bᵀ，一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一欄，請算 "
    "Wᵀ @ X + b。見投影片「多層感知器運作方式」。",
    en="You computed Xᵀ @ W + bᵀ, so each sample became a row and the result is transposed. Here "
    "a sample is a column: Wᵀ @ X + b. See the slide “How an MLP works”.",
)
def layer_forward(X, W, b, f):
    return f(X.T @ W + b.T)


@misconception(
    "layer_forward.rows-plus-column-bias",
    zh="你算的是 Xᵀ @ W + b：樣本變成了列，偏差卻還是一欄，加到了錯的方向。請算 Wᵀ @ X + b。"
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
    zh="你把 b 攤平或轉置成一列，廣播就會把它加到每一列，而不是每一欄。b 的形狀 (n_out, 1) "
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
    zh="你只算了第一筆樣本。X 的每一欄都是一筆樣本，輸出要有 N 欄。"
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


# --------------------------------------------------------------------------- mlp_forward


@misconception(
    "mlp_forward.not-transposed",
    zh="兩層的 W 都沒有轉置。每一層算的是 Wᵀ 乘上輸入。見投影片「多層感知器運作方式」。",
    en="Neither W is transposed. Each layer multiplies its input by Wᵀ; see the slide “How an MLP "
    "works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2 @ f1(W1 @ X + b1) + b2)


@misconception(
    "mlp_forward.w1-not-transposed",
    zh="隱藏層的 W1 沒有轉置，應該是 W1ᵀ @ X。見投影片「多層感知器運作方式」。",
    en="W1 of the hidden layer is not transposed; W1ᵀ @ X is due. See the slide “How an MLP "
    "works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1 @ X + b1) + b2)


@misconception(
    "mlp_forward.w2-not-transposed",
    zh="輸出層的 W2 沒有轉置，應該是 W2ᵀ @ h。見投影片「多層感知器運作方式」。",
    en="W2 of the output layer is not transposed; W2ᵀ @ h is due. See the slide “How an MLP "
    "works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2 @ f1(W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.samples-as-rows",
    zh="一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一欄，輸出是 (n_out, N)。"
    "見投影片「多層感知器運作方式」。",
    en="Each sample became a row, so the result is transposed. Here a sample is a column and the "
    "output is (n_out, N); see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(f1(X.T @ W1 + b1.T) @ W2 + b2.T)


@misconception(
    "mlp_forward.no-biases",
    zh="兩層的偏差都忘了加。每一層都是 f(WᵀX + b)。見投影片「多層感知器運作方式」。",
    en="Both biases are missing. Each layer is f(WᵀX + b); see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X))


@misconception(
    "mlp_forward.b1-forgotten",
    zh="隱藏層忘了加 b1。見投影片「多層感知器運作方式」。",
    en="The hidden layer is missing its bias b1; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X) + b2)


@misconception(
    "mlp_forward.b2-forgotten",
    zh="輸出層忘了加 b2。見投影片「多層感知器運作方式」。",
    en="The output layer is missing its bias b2; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1))


@misconception(
    "mlp_forward.b1-in-both",
    zh="輸出層也用了 b1。輸出層有自己的偏差 b2。見投影片「多層感知器運作方式」。",
    en="The output layer used b1 again; it has its own bias b2. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1) + b1)


@misconception(
    "mlp_forward.biases-swapped",
    zh="b1 和 b2 用反了：b1 屬於隱藏層，b2 屬於輸出層。見投影片「多層感知器運作方式」。",
    en="b1 and b2 are swapped: b1 belongs to the hidden layer, b2 to the output layer. See the "
    "slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b2) + b1)


@misconception(
    "mlp_forward.biases-subtracted",
    zh="兩個偏差都用減的，公式是加。見投影片「多層感知器運作方式」。",
    en="Both biases are subtracted; the formula adds them. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X - b1) - b2)


@misconception(
    "mlp_forward.b1-subtracted",
    zh="b1 用減的，公式是 W1ᵀX + b1。見投影片「多層感知器運作方式」。",
    en="b1 is subtracted; the formula is W1ᵀX + b1. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X - b1) + b2)


@misconception(
    "mlp_forward.b2-subtracted",
    zh="b2 用減的，公式是 W2ᵀh + b2。見投影片「多層感知器運作方式」。",
    en="b2 is subtracted; the formula is W2ᵀh + b2. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1) - b2)


@misconception(
    "mlp_forward.biases-after-activation",
    zh="兩層都先做激勵函數才加偏差。偏差要加在 f1、f2 的括號裡面。見投影片「多層感知器運作方式」。",
    en="Both layers add the bias after the activation. It belongs inside f1 and f2; see the slide "
    "“How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ (f1(W1.T @ X) + b1)) + b2


@misconception(
    "mlp_forward.b1-after-activation",
    zh="隱藏層先做 f1 才加 b1，應該是 f1(W1ᵀX + b1)。見投影片「多層感知器運作方式」。",
    en="The hidden layer adds b1 after f1; f1(W1ᵀX + b1) is due. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ (f1(W1.T @ X) + b1) + b2)


@misconception(
    "mlp_forward.b2-after-activation",
    zh="輸出層先做 f2 才加 b2，應該是 f2(W2ᵀh + b2)。見投影片「多層感知器運作方式」。",
    en="The output layer adds b2 after f2; f2(W2ᵀh + b2) is due. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1)) + b2


@misconception(
    "mlp_forward.no-activations",
    zh="f1 和 f2 都沒有用到，兩層線性疊起來還是線性。見投影片「激勵函數」。",
    en="Neither f1 nor f2 is applied; two linear layers are still linear. See the slide "
    "“Activation functions”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return W2.T @ (W1.T @ X + b1) + b2


@misconception(
    "mlp_forward.hidden-activation-skipped",
    zh="隱藏層沒有經過 f1 就送進輸出層。見投影片「多層感知器運作方式」。",
    en="The hidden layer is passed on without f1; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ (W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.output-activation-skipped",
    zh="輸出層沒有經過 f2。輸出層不一定是線性的，請呼叫 f2。見投影片「多層感知器運作方式」。",
    en="The output is returned without f2. The output layer need not be linear: call f2. See the "
    "slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return W2.T @ f1(W1.T @ X + b1) + b2


@misconception(
    "mlp_forward.activations-swapped",
    zh="f1 和 f2 用反了：f1 給隱藏層，f2 給輸出層。見投影片「多層感知器運作方式」。",
    en="f1 and f2 are swapped: f1 is the hidden layer's, f2 the output layer's. See the slide "
    "“How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f1(W2.T @ f2(W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.f1-in-both",
    zh="兩層都用了 f1，輸出層該用 f2。見投影片「多層感知器運作方式」。",
    en="Both layers use f1; the output layer's activation is f2. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f1(W2.T @ f1(W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.f2-in-both",
    zh="兩層都用了 f2，隱藏層該用 f1。見投影片「多層感知器運作方式」。",
    en="Both layers use f2; the hidden layer's activation is f1. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f2(W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.f1-twice",
    zh="隱藏層做了兩次 f1，例如存下 h = f1(…) 之後又呼叫一次。一層只做一次。"
    "見投影片「多層感知器運作方式」。",
    en="f1 is applied twice in the hidden layer, as when h = f1(…) is stored and f1 called on it "
    "again. Once a layer; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(f1(W1.T @ X + b1)) + b2)


@misconception(
    "mlp_forward.f2-twice",
    zh="輸出層做了兩次 f2，一層只做一次。見投影片「多層感知器運作方式」。",
    en="f2 is applied twice in the output layer; once is enough. See the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(f2(W2.T @ f1(W1.T @ X + b1) + b2))


@misconception(
    "mlp_forward.hidden-layer-only",
    zh="你回傳的是隱藏層的輸出，少了輸出層。見投影片「多層感知器- Quiz2」。",
    en="You returned the hidden layer's output; the output layer is missing. See the slide "
    "“Multilayer perceptron, Quiz 2”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f1(W1.T @ X + b1)


@misconception(
    "mlp_forward.output-layer-on-x",
    zh="輸出層的輸入用了 X，應該用隱藏層的輸出 h。見投影片「多層感知器運作方式」。",
    en="The output layer was fed X; its input is the hidden layer's output h. See the slide “How "
    "an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ X + b2)


@misconception(
    "mlp_forward.always-relu",
    zh="隱藏層固定用了 ReLU，沒有用到 f1。激勵函數由呼叫的人決定。見投影片「多層感知器- Quiz1」。",
    en="The hidden layer always uses ReLU and ignores f1. The caller chooses the activation; see "
    "the slide “Multilayer perceptron, Quiz 1”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ np.maximum(0, W1.T @ X + b1) + b2)


@misconception(
    "mlp_forward.activations-at-end",
    zh="f1 要用在隱藏層，兩次矩陣乘法之間。你把 f1 和 f2 都留到最後才用。"
    "見投影片「多層感知器運作方式」。",
    en="f1 belongs to the hidden layer, between the two products. You kept both f1 and f2 for the "
    "end; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(f1(W2.T @ (W1.T @ X + b1) + b2))


@misconception(
    "mlp_forward.first-output-bias-only",
    zh="每個輸出神經元都加了同一個偏差 b2[0]。請加整個 b2。見投影片「多層感知器運作方式」。",
    en="Every output neuron got the same bias b2[0]. Add the whole of b2; see the slide “How an "
    "MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1) + b2[0, 0])


@misconception(
    "mlp_forward.first-sample-only",
    zh="你只算了第一筆樣本。X 的每一欄都是一筆樣本，輸出要有 N 欄。"
    "見投影片「多層感知器運作方式」。",
    en="Only the first sample is computed. Every column of X is a sample and the output has N "
    "columns; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X[:, :1] + b1) + b2)


@misconception(
    "mlp_forward.returns-both-layers",
    zh="你連隱藏層的輸出也一起回傳了。只回傳預測值 ŷ。見投影片「多層感知器運作方式」。",
    en="You returned the hidden output along with the prediction. Return ŷ only; see the slide "
    "“How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    hidden = f1(W1.T @ X + b1)
    return hidden, f2(W2.T @ hidden + b2)


@misconception(
    "mlp_forward.flattened",
    zh="數值對了，但你把輸出攤平成一維。輸出的形狀要是 (n_out, N)。"
    "見投影片「多層感知器運作方式」。",
    en="The values are right but you flattened them. The output has shape (n_out, N); see the "
    "slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(W2.T @ f1(W1.T @ X + b1) + b2).ravel()


# --------------------------------------------------------------------------- deep_forward


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
    zh="一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一欄，輸出是 (n_out, N)。"
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


# --------------------------------------------------------------------------- predict_class


@misconception(
    "predict_class.largest-value",
    zh="你回傳了最大的數值，要的是它的索引 (哪一類)：用 argmax。見投影片「Softmax (分類問題)」。",
    en="You returned the largest value; its index, the class, is wanted: argmax. See the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.max(Y_hat, axis=0)


@misconception(
    "predict_class.wrong-axis",
    zh="你沿著軸 1 (樣本) 比大小。一欄是一筆樣本，要沿著軸 0 (類別) 比。見投影片「Softmax "
    "(分類問題)」。",
    en="You compared along axis 1, the samples. A column is one sample: compare along axis 0, the "
    "classes. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=1)


@misconception(
    "predict_class.no-axis",
    zh="argmax 沒有指定軸，就把整個陣列攤平，只給一個索引。每筆樣本都要一個：axis=0。"
    "見投影片「Softmax (分類問題)」。",
    en="Without an axis argmax flattens the array and gives one index. One for each sample is "
    "due: axis=0. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat)


@misconception(
    "predict_class.smallest",
    zh="你選了最小的類別 (argmin)，要選最大的。見投影片「Softmax (分類問題)」。",
    en="You chose the smallest (argmin); the largest is wanted. See the slide “Softmax "
    "(classification)”.",
)
def predict_class(Y_hat):
    return np.argmin(Y_hat, axis=0)


@misconception(
    "predict_class.from-one",
    zh="你的類別從 1 開始編號，索引從 0 開始。見投影片「Softmax (分類問題)」。",
    en="You numbered the classes from 1; indices start at 0. See the slide “Softmax "
    "(classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0) + 1


@misconception(
    "predict_class.one-hot",
    zh="你回傳了 one-hot 的 (k, N) 陣列，要的是形狀 (N,) 的索引。見投影片「Softmax (分類問題)」。",
    en="You returned a one-hot (k, N) array; indices of shape (N,) are wanted. See the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return (np.arange(Y_hat.shape[0])[:, None] == np.argmax(Y_hat, axis=0)).astype(int)


@misconception(
    "predict_class.threshold",
    zh="你用 0.5 當閾值，那是二元分類的做法。多元分類要選數值最大的類別。"
    "見投影片「多層感知器應用」。",
    en="You compared with a threshold of 0.5, which is for two classes and one output. With "
    "several classes take the largest; see the slide “Using an MLP”.",
)
def predict_class(Y_hat):
    return (Y_hat >= 0.5).astype(int)


@misconception(
    "predict_class.kept-axis",
    zh="索引對了，但形狀是 (1, N)。請去掉 keepdims，回傳 (N,)。見投影片「Softmax (分類問題)」。",
    en="The indices are right but have shape (1, N). Return (N,), without keepdims; see the slide "
    "“Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0)[np.newaxis, :]


@misconception(
    "predict_class.starts-at-zero",
    zh="你找最大值時從 0 開始比，整欄都是負數就找不到。請從第一個類別的值開始比。"
    "見投影片「Softmax (分類問題)」。",
    en="Your search for the largest starts at 0, so a column of negative values has none. Start "
    "from the first class's value; see the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.where(np.max(Y_hat, axis=0) > 0, np.argmax(Y_hat, axis=0), 0)


@misconception(
    "predict_class.absolute",
    zh="你比的是絕對值。負得再多也不是大，直接比數值。見投影片「Softmax (分類問題)」。",
    en="You compared absolute values. A very negative value is not large: compare the values "
    "themselves. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(np.abs(Y_hat), axis=0)


@misconception(
    "predict_class.last-tie",
    zh="同分時你選了索引最大的，例如比較時用了 >=。同分要取索引最小的：用 >，或用 np.argmax。"
    "見投影片「Softmax (分類問題)」。",
    en="On a tie you took the highest index, as >= in the comparison does. Ties go to the lowest: "
    "use >, or np.argmax. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return len(Y_hat) - 1 - np.argmax(Y_hat[::-1], axis=0)


@misconception(
    "predict_class.float-index",
    zh="索引對了，但型別是浮點數。索引要是整數，例如結果陣列用 np.zeros(N, dtype=int) 建立。"
    "見投影片「Softmax (分類問題)」。",
    en="The indices are right but are floats. An index is an integer: make the result with "
    "np.zeros(N, dtype=int), for one. See the slide “Softmax (classification)”.",
)
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=0).astype(float)


# --------------------------------------------------------------------------- xor_network
# Named by what the returned network does: see `nearly` and `TABLES` in checks.py.


@misconception(
    "xor_network.and",
    zh="你的網路算的是 AND：兩個輸入都是 1 才給 1。XOR 在兩個都是 1 時是 0。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes AND: 1 only when both inputs are 1. XOR is 0 there. See the slide "
    "“Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0], [1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.or",
    zh="你的網路算的是 OR：兩個輸入都是 1 時也給 1。要在那裡扣回到 0.5 以下。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes OR: it gives 1 also when both inputs are 1. Bring the output back "
    "below 0.5 there. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.xnor",
    zh="你的網路剛好相反，算的是 XNOR：輸入相同時給 1。XOR 是輸入不同時給 1。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network is the exact opposite, XNOR: 1 where the inputs agree. XOR is 1 where they "
    "differ. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[-1.0], [2.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.nand",
    zh="你的網路算的是 NAND：只有兩個輸入都是 1 時給 0。XOR 在 (0,0) 也要是 0。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes NAND: 0 only when both inputs are 1. XOR is 0 at (0,0) too. See the "
    "slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.nor",
    zh="你的網路算的是 NOR：只有兩個輸入都是 0 時給 1。XOR 是輸入不同時給 1。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes NOR: 1 only when both inputs are 0. XOR is 1 where they differ. See "
    "the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[-1.0], [0.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.constant",
    zh="四種輸入都得到同一個類別。對照 0.5，看看四個輸出各是多少，再調整偏差和 W2。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="All four inputs get the same class. Compare the four outputs with 0.5, then adjust the "
    "biases and W2. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.one-input",
    zh="你的網路只是照抄其中一個輸入，沒有看另一個。見投影片「激勵函數」(Linear "
    "non-separability)。",
    en="Your network just copies one of the inputs and ignores the other. See the slide "
    "“Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 0.0], [0.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [0.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.half",
    zh="只做了一半：(0,1) 和 (1,0) 中只有一個給 1。讓另一個隱藏神經元負責另一個。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="This is half of it: only one of (0,1) and (1,0) gives 1. Let the other hidden neuron take "
    "care of the other. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, -1.0], [-1.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [0.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.w1-transposed",
    zh="W1 轉置了：把你的 W1 換成 W1ᵀ 就是 XOR。W1 的第 j 欄是第 j 個隱藏神經元的權重。"
    "見投影片「多層感知器運作方式」。",
    en="W1 is transposed: with W1ᵀ in its place your network is XOR. Column j of W1 holds hidden "
    "neuron j's weights; see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [2.0, 2.0]]),
        np.array([[0.0], [-2.0]]),
        np.array([[1.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.bias-sign",
    zh="偏差的正負號反了：把 b1、b2 都變號就是 XOR。偏差是加上去的，WᵀX + b。"
    "見投影片「神經元計算」。",
    en="The biases have the wrong sign: negate b1 and b2 and your network is XOR. A bias is "
    "added, WᵀX + b; see the slide “Computing a neuron”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.order-swapped",
    zh="b1 和 W2 的位置對調了：換回來就是 XOR。回傳的順序是 (W1, b1, W2, b2)。"
    "見投影片「多層感知器運作方式」。",
    en="b1 and W2 changed places: put them back and your network is XOR. The order is (W1, b1, "
    "W2, b2); see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.level",
    zh="輸出已經把 XOR 的 1 和 0 分開了，只是分界不在 0.5。調整 b2，或把 W2 和 b2 放大縮小。"
    "見投影片「多層感知器應用」。",
    en="Your outputs do part XOR's 1s from its 0s, but not at 0.5. Shift b2, or scale W2 and b2. "
    "See the slide “Using an MLP”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[-0.75]]),
    )


@misconception(
    "xor_network.other-activation",
    zh="這組參數配上階梯、sigmoid 或 tanh 其中一種隱藏層就是 XOR，配 ReLU 卻不是："
    "ReLU 大於 0 的部分會一直變大。見投影片「激勵函數」。",
    en="With one of step, sigmoid or tanh as the hidden activation these parameters are XOR; with "
    "ReLU, which keeps growing above 0, they are not. See the slide “Activation functions”.",
)
def xor_network():
    return (
        np.array([[1.0, -1.0], [1.0, -1.0]]),
        np.array([[-0.5], [1.5]]),
        np.array([[1.0], [1.0]]),
        np.array([[-1.5]]),
    )


@misconception(
    "xor_network.flat-biases",
    zh="偏差是一維的。b1 的形狀要是 (2, 1),b2 是 (1, 1)，這樣才能加到每一欄。"
    "見投影片「多層感知器運作方式」。",
    en="The biases are one-dimensional. b1 has shape (2, 1) and b2 (1, 1), so that they add to "
    "every column; see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([0.0, -1.0]),
        np.array([[1.0], [-2.0]]),
        np.array([0.0]),
    )


@misconception(
    "xor_network.w2-as-row",
    zh="W2 成了一列 (1, 2)。W2 的形狀是 (n_hidden, n_out) = (2, 1)，用的時候才轉置。"
    "見投影片「多層感知器運作方式」。",
    en="W2 is a row, (1, 2). Its shape is (n_hidden, n_out) = (2, 1); it is transposed only when "
    "used. See the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0, -2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.returns-outputs",
    zh="你回傳了 XOR 的四個答案，要的是網路的參數 (W1, b1, W2, b2)。見投影片「激勵函數」(Linear "
    "non-separability)。",
    en="You returned XOR's four answers; the network's parameters (W1, b1, W2, b2) are wanted. "
    "See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return np.array([0, 1, 1, 0])
