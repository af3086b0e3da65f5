"""AI, machine learning, deep learning: which is which, and which holds which."""

from grader.quiz.authoring import Kind, Option, Part, Question, Recipe, Text, Worked
from solutions.quizzes.concept_quiz.bank import items, kinds, pick

BANK = {
    "ai.programs": Text(
        "透過電腦程式來呈現人類智慧的技術",
        "Any technique by which a computer program shows human intelligence",
    ),
    "ai.chess": Text(
        "照人寫好的規則下棋的程式", "A program that plays chess by rules people wrote"
    ),
    "ai.expert": Text(
        "把專家的判斷寫成一條條規則的專家系統",
        "An expert system: the judgement of experts, written down rule by rule",
    ),
    "ai.fifties": Text(
        "1950 年代就有、範圍最廣的說法", "The widest of the three terms, in use since the 1950s"
    ),
    "ai.desk": Text(
        "照固定規則回答問題的客服程式", "A help desk program that answers by fixed rules"
    ),
    "ai.maze": Text(
        "用搜尋找出迷宮出口、不從資料學習的程式",
        "A program that searches its way out of a maze and learns nothing from data",
    ),
    "ml.learns": Text(
        "讓電腦自主學習規律來解決問題",
        "Letting the computer learn the regularities by which it solves a problem",
    ),
    "ml.tree": Text(
        "用決策樹從過去的資料學會判斷客戶會不會流失",
        "A decision tree that learns from past data which customers will leave",
    ),
    "ml.forest": Text(
        "用隨機森林從成交資料學會估房價",
        "A random forest that learns house prices from past sales",
    ),
    "ml.eighties": Text(
        "1980 年代興起：規律從資料學來，不是人寫的",
        "On the rise since the 1980s: regularities come from data and are not written by people",
    ),
    "ml.neighbours": Text(
        "用 KNN 依最相似的舊資料判斷新資料",
        "KNN: a new sample is judged by the old ones most like it",
    ),
    "ml.margin": Text(
        "用 SVM 從標記過的樣品學會分辨良品與瑕疵品",
        "An SVM that learns from labelled samples to tell good parts from bad",
    ),
    "dl.networks": Text("以神經網路架構進行學習", "Learning with the structure of neural networks"),
    "dl.photos": Text(
        "用很多層的神經網路辨識照片裡的物體",
        "A neural network of many layers that finds objects in photographs",
    ),
    "dl.tens": Text(
        "2010 年代興起：多層神經網路從大量資料學習",
        "On the rise since the 2010s: networks of many layers learn from large data",
    ),
    "dl.stock": Text(
        "用有好幾個隱藏層的多層感知器預測股價",
        "A multilayer perceptron with several hidden layers that predicts share prices",
    ),
    "dl.backward": Text(
        "用反向傳播訓練一層又一層的神經元",
        "Layer upon layer of units, trained by backpropagation",
    ),
    "dl.speech": Text(
        "用深層神經網路把語音轉成文字", "A deep neural network that turns speech into text"
    ),
}

WHY = {
    "ai": Text(
        "這裡沒有從資料學習，所以只能說是人工智慧。",
        "Nothing here is learnt from data, so artificial intelligence is as far as it goes.",
    ),
    "ml": Text(
        "這裡從資料學習，但沒有用到神經網路，所以是機器學習。",
        "This learns from data, and not with a neural network: machine learning.",
    ),
    "dl": Text(
        "這裡用（多層）神經網路學習，所以是深度學習。",
        "This learns with a neural network of layers: deep learning.",
    ),
}

NAMES = (
    Option("ai", Text("人工智慧", "artificial intelligence")),
    Option("ml", Text("機器學習", "machine learning")),
    Option("dl", Text("深度學習", "deep learning")),
)

recipe = Recipe()


@recipe.step
def which(v):
    return kinds(v.items)


@recipe.step
def widest(v):
    return ("ai", "ml", "dl")


@recipe.mistake(
    "concept.narrowest-first",
    step="widest",
    zh="順序正好反了：人工智慧的範圍最廣，深度學習最窄。",
    en="This is the order back to front: artificial intelligence is the widest, deep learning the "
    "narrowest.",
)
def _(v):
    return ("dl", "ml", "ai")


@recipe.mistake(
    "concept.learning-above-intelligence",
    step="widest",
    zh="人工智慧和機器學習對調了：機器學習是實現人工智慧的一種方法。",
    en="Artificial intelligence and machine learning are exchanged: machine learning is one way "
    "to artificial intelligence.",
)
def _(v):
    return ("ml", "ai", "dl")


@recipe.mistake(
    "concept.deep-above-machine",
    step="widest",
    zh="機器學習和深度學習對調了：深度學習是機器學習的一種。",
    en="Machine learning and deep learning are exchanged: deep learning is one kind of machine "
    "learning.",
)
def _(v):
    return ("ai", "dl", "ml")


def _confused(due, given):
    return f"concept.{due}-taken-for-{given}", WHY[due]


NESTING = Question(
    id="nesting",
    title=Text("AI、機器學習、深度學習", "AI, machine learning, deep learning"),
    source=Text("深度學習歷程", "How deep learning came about"),
    statement=Text("三個名詞，一個包著一個。", "Three terms, each of which holds the next."),
    parts=(
        Part(
            step="which",
            kind=Kind.MATCHING,
            title=Text("各是哪一個", "Which is which"),
            prompt=Text(
                "每一項最貼切的名詞是哪一個？合用的不只一個時，選範圍最小的。",
                "Which term fits each best? Where several fit, choose the narrowest.",
            ),
            points=12,
            options=lambda v: NAMES,
            items=lambda v: items(v.items, BANK, WHY),
            confusions={(a, b): _confused(a, b) for a in WHY for b in WHY if a != b},
        ),
        Part(
            step="widest",
            kind=Kind.ORDERING,
            title=Text("範圍由大到小", "From the widest to the narrowest"),
            prompt=Text(
                "把三個名詞由範圍最大排到最小。", "Put the three in order, the widest first."
            ),
            points=8,
            options=lambda v: NAMES,
        ),
    ),
    generate=lambda stream: {"items": pick(stream, BANK, 4)},
    slide={"items": ("ai.programs", "ml.learns", "dl.networks")},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    worked=(
        Worked(
            "which",
            Text(
                "先問：規律是人寫的，還是從資料學來的？學來的，再問：用的是不是神經網路？",
                "First ask whether the rules are written by people or learnt from data; if learnt, "
                "whether by a neural network.",
            ),
        ),
        Worked(
            "widest",
            Text(
                "人工智慧 ⊃ 機器學習 ⊃ 深度學習。",
                "Artificial intelligence ⊃ machine learning ⊃ deep learning.",
            ),
        ),
    ),
    hints=(Text("深度學習是機器學習的一種。", "Deep learning is one kind of machine learning."),),
)
