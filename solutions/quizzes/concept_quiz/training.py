"""The order of the training steps, said in different words."""

from grader.quiz.authoring import Kind, Option, Part, Question, Recipe, Text, Worked

STEPS = {
    "forward": (
        Text("前向傳播：由輸入算出預測值", "Forward propagation: from the input to the prediction"),
        Text("讓資料一層層通過網路，得到輸出", "Let the data pass layer by layer to the output"),
        Text("用現在的參數算出預測值", "Compute the prediction with the present parameters"),
        Text("從輸入層一路算到輸出層", "Compute from the input layer through to the output layer"),
    ),
    "loss": (
        Text("計算預測值和正確答案的落差", "Find how far the prediction is from the right answer"),
        Text("用損失函數算出誤差", "Find the error with the loss function"),
        Text("把預測值和標籤代進損失函數", "Put prediction and label into the loss function"),
        Text("算出這一次的損失", "Find the loss of this round"),
    ),
    "backward": (
        Text("把誤差往回傳，求出每個參數的梯度", "Pass the error back and find each gradient"),
        Text("反向傳播：由輸出層往回算梯度", "Backpropagation: gradients from the output back"),
        Text("算出損失對每個參數的微分", "Find the derivative of the loss by each parameter"),
    ),
    "update": (
        Text("往損失變小的方向調整參數", "Move the parameters to where the loss is smaller"),
        Text("依梯度更新權重和偏差值", "Update weights and biases by the gradients"),
        Text("參數減去學習率乘梯度", "Subtract the learning rate times the gradients"),
    ),
    "repeat": (
        Text("再來一輪，直到誤差足夠低", "Start again, until the error is low enough"),
        Text("重複以上步驟，直到損失不再下降", "Repeat all this until the loss stops falling"),
        Text("沒達到目標就回到第一步", "If the aim is not reached, go back to the first step"),
    ),
}

recipe = Recipe()


@recipe.step
def order(v):
    return tuple(STEPS)


def wrong(id, *steps, zh, en):
    recipe.mistake(id, step="order", zh=zh, en=en)(lambda v: steps)


wrong(
    "concept.update-before-gradient",
    "forward",
    "loss",
    "update",
    "backward",
    "repeat",
    zh="你把更新參數放在求梯度之前：要先知道往哪個方向調整，才能調整。",
    en="You update before the gradients are known: the direction comes first, then the step.",
)
wrong(
    "concept.gradient-before-loss",
    "forward",
    "backward",
    "loss",
    "update",
    "repeat",
    zh="你把反向傳播放在算誤差之前：往回傳的就是誤差，要先算出來。",
    en="You go back before the error is known: the error is what is passed back.",
)
wrong(
    "concept.loss-before-forward",
    "loss",
    "forward",
    "backward",
    "update",
    "repeat",
    zh="你把算誤差放在前向傳播之前：沒有預測值，就沒有誤差可算。",
    en="You find the error before there is a prediction to compare.",
)
wrong(
    "concept.backward-first",
    "backward",
    "loss",
    "forward",
    "update",
    "repeat",
    zh="你把前向和反向對調了：先由輸入算到輸出，再往回傳。",
    en="Forward and backward are exchanged: first from the input to the output, then back.",
)
wrong(
    "concept.update-last",
    "forward",
    "loss",
    "backward",
    "repeat",
    "update",
    zh="你把重複放在更新之前：每一輪都要更新參數，下一輪才會更好。",
    en="You repeat before the update: parameters are updated in every round, or the next is no "
    "better.",
)


def generate(stream):
    return {name: stream.child(name).below(len(ways)) for name, ways in STEPS.items()}


TRAINING = Question(
    id="training",
    title=Text("訓練的順序", "The order of training"),
    source=Text("深度學習訓練流程", "How a network is trained"),
    statement=Text(
        "這是訓練神經網路的一輪，但順序打亂了。",
        "These are the steps of training a neural network, in no order.",
    ),
    parts=(
        Part(
            step="order",
            kind=Kind.ORDERING,
            title=Text("訓練的步驟", "The steps of training"),
            prompt=Text("由先到後排好。", "Put them in order, the first one first."),
            points=12,
            options=lambda v: tuple(Option(n, ways[v[n]]) for n, ways in STEPS.items()),
        ),
    ),
    generate=generate,
    slide=dict.fromkeys(STEPS, 0),
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    worked=(
        Worked(
            "order",
            Text(
                "前向傳播得到預測值，計算誤差，反向傳播求梯度，更新參數，再重複，直到誤差足夠低。",
                "Forward to a prediction, find the error, back for the gradients, update the "
                "parameters, and repeat until the error is low enough.",
            ),
        ),
    ),
    hints=(
        Text(
            "每一步要用到什麼？那個東西是哪一步算出來的？",
            "What does each step need, and which step makes it?",
        ),
    ),
)
