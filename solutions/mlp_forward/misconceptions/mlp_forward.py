"""Wrong versions of `mlp_forward` that learners write."""

import numpy as np

from grader.authoring import misconception


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
    "mlp_forward.reshaped",
    zh="你用 reshape 把 W 換成轉置後的形狀，元素卻沒有跟著換位置。轉置請用 W1.T 與 W2.T。"
    "見投影片「多層感知器運作方式」。",
    en="You reshaped each W to the shape of its transpose, but the entries did not trade places. "
    "The transposes are W1.T and W2.T; see the slide “How an MLP works”.",
)
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    h = f1(W1.reshape(W1.shape[::-1]) @ X + b1)
    return f2(W2.reshape(W2.shape[::-1]) @ h + b2)


@misconception(
    "mlp_forward.samples-as-rows",
    zh="一筆樣本成了一列，結果是應有答案的轉置。這門課一筆樣本是一行，輸出是 (n_out, N)。"
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
    zh="你只算了第一筆樣本。X 的每一行都是一筆樣本，輸出要有 N 行。"
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
