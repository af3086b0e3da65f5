"""The four metrics of a table of 2 × 2 counts."""

from fractions import Fraction

from grader.quiz.authoring import Kind, Part, Question, Recipe, Text, Worked, same, table

recipe = Recipe()


@recipe.step
def total(v):
    return v.tp + v.fp + v.fn + v.tn


@recipe.step
def accuracy(v):
    return Fraction(v.tp + v.tn, v.total)


@recipe.step
def precision(v):
    return Fraction(v.tp, v.tp + v.fp)


@recipe.step
def recall(v):
    return Fraction(v.tp, v.tp + v.fn)


@recipe.step
def f1(v):
    return 2 * v.precision * v.recall / (v.precision + v.recall)


@recipe.mistake(
    "metrics.error-rate",
    step="accuracy",
    zh="你的答案正好是答錯的比例：accuracy 是答對的比例，對角線上的兩格。",
    en="Your answer is the share of wrong predictions: accuracy is the share of right ones, the "
    "two cells of the diagonal.",
)
def _(v):
    return Fraction(v.fp + v.fn, v.total)


@recipe.mistake(
    "metrics.accuracy-positives-only",
    step="accuracy",
    zh="你的答案正好只算了 TP：正確判成 0 的（TN）也是答對。",
    en="Your answer counts TP alone: those rightly predicted as 0 (TN) are right as well.",
)
def _(v):
    return Fraction(v.tp, v.total)


@recipe.mistake(
    "metrics.precision-as-recall",
    step="precision",
    zh="你的答案正好是 recall：precision 的分母是所有「預測」為 1 的，TP + FP。",
    en="Your answer is the recall: the denominator of precision is all that was predicted as 1, "
    "TP + FP.",
)
def _(v):
    return Fraction(v.tp, v.tp + v.fn)


@recipe.mistake(
    "metrics.precision-of-all",
    step="precision",
    zh="你的答案正好是除以總數的結果：precision 的分母只有預測為 1 的，TP + FP。",
    en="Your answer is divided by the total: the denominator of precision is only what was "
    "predicted as 1, TP + FP.",
)
def _(v):
    return Fraction(v.tp, v.total)


@recipe.mistake(
    "metrics.precision-of-zeros",
    step="precision",
    zh="你的答案正好是預測為 0 的那一行的準確程度：precision 看的是預測為 1 的。",
    en="Your answer is how right the predictions of 0 are: precision is about those of 1.",
)
def _(v):
    return Fraction(v.tn, v.tn + v.fn)


@recipe.mistake(
    "metrics.recall-as-precision",
    step="recall",
    zh="你的答案正好是 precision：recall 的分母是所有「實際」為 1 的，TP + FN。",
    en="Your answer is the precision: the denominator of recall is all that really is 1, TP + FN.",
)
def _(v):
    return Fraction(v.tp, v.tp + v.fp)


@recipe.mistake(
    "metrics.recall-of-zeros",
    step="recall",
    zh="你的答案正好是實際為 0 的那一列抓到的比例（specificity）：recall 看的是實際為 1 的。",
    en="Your answer is the share found among those that really are 0 (specificity): recall is "
    "about those that are 1.",
)
def _(v):
    return Fraction(v.tn, v.tn + v.fp)


@recipe.mistake(
    "metrics.f1-plain-mean",
    step="f1",
    zh="你的答案正好是 precision 和 recall 的一般平均：F1 是調和平均，2PR/(P + R)。",
    en="Your answer is the plain mean of precision and recall: F1 is the harmonic mean, "
    "2PR/(P + R).",
)
def _(v):
    return (v.precision + v.recall) / 2


@recipe.mistake(
    "metrics.f1-no-two",
    step="f1",
    zh="你的答案正好少乘了 2：F1 = 2PR/(P + R)。",
    en="Your answer lacks the factor 2: F1 = 2PR/(P + R).",
)
def _(v):
    return v.precision * v.recall / (v.precision + v.recall)


@recipe.mistake(
    "metrics.f1-product",
    step="f1",
    zh="你的答案正好是 precision 和 recall 相乘：F1 = 2PR/(P + R)。",
    en="Your answer is precision times recall: F1 = 2PR/(P + R).",
)
def _(v):
    return v.precision * v.recall


def generate(stream):
    fp, fn = stream.sample(range(1, 9), 2)
    return {"tp": stream.integer(3, 16), "fp": fp, "fn": fn, "tn": stream.integer(3, 20)}


def confirm(p):
    """From the samples themselves, one by one."""
    import numpy as np

    cells = ((1, 1, p["tp"]), (0, 1, p["fp"]), (1, 0, p["fn"]), (0, 0, p["tn"]))
    y = np.concatenate([np.full(n, actual) for actual, _, n in cells])
    guess = np.concatenate([np.full(n, predicted) for _, predicted, n in cells])
    accuracy = float(np.mean(y == guess))
    precision, recall = float(np.mean(y[guess == 1])), float(np.mean(guess[y == 1]))
    f1 = 1 / np.mean([1 / precision, 1 / recall])
    return {"accuracy": accuracy, "precision": precision, "recall": recall, "f1": f1}


def tables(v):
    head = (Text("", ""), Text("預測為 1", "predicted 1"), Text("預測為 0", "predicted 0"))
    rows = (
        (Text("實際為 1", "really 1"), v.tp, v.fn),
        (Text("實際為 0", "really 0"), v.fp, v.tn),
    )
    return (table(head, rows, Text("混淆矩陣（筆數）", "Confusion table (counts)")),)


def _part(step, name, slack=None):
    return Part(
        step=step,
        kind=Kind.NUMBER,
        title=same(name),
        prompt=Text(f"{name} 是多少？", f"What is the {name}?"),
        symbol=same(name),
        points=25,
        decimals=3,
        tolerance=slack,
    )


CONFUSION = Question(
    id="confusion",
    title=Text("混淆矩陣", "The confusion table"),
    source=Text("機器學習(Review)", "Machine learning (review)"),
    statement=Text(
        "一個二元分類模型的結果如下，類別 1 是要找的那一類。可以寫分數，或四捨五入到小數第 3 位。",
        "These are the results of a binary classifier; class 1 is the one that is looked for. "
        "Give fractions, or round to three decimals.",
    ),
    tables=tables,
    parts=(
        _part("accuracy", "accuracy"),
        _part("precision", "precision"),
        _part("recall", "recall"),
        _part("f1", "F1", Fraction(1, 1000)),
    ),
    generate=generate,
    slide={"tp": 8, "fp": 2, "fn": 4, "tn": 6},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    confirm=confirm,
    worked=(
        Worked(
            "accuracy",
            Text(
                "答對的有 TP + TN，一共 $⟨total⟩$ 筆："
                "$\\frac{⟨tp⟩ + ⟨tn⟩}{⟨total⟩} ⟨accuracy:3,eq⟩$。",
                "Right are TP + TN, of $⟨total⟩$ in all: "
                "$\\frac{⟨tp⟩ + ⟨tn⟩}{⟨total⟩} ⟨accuracy:3,eq⟩$.",
            ),
        ),
        Worked(
            "precision",
            Text(
                "預測為 1 的裡面有多少真的是 1：$\\frac{⟨tp⟩}{⟨tp⟩ + ⟨fp⟩} ⟨precision:3,eq⟩$。",
                "How many of those predicted as 1 really are: "
                "$\\frac{⟨tp⟩}{⟨tp⟩ + ⟨fp⟩} ⟨precision:3,eq⟩$.",
            ),
        ),
        Worked(
            "recall",
            Text(
                "實際為 1 的裡面有多少被找到：$\\frac{⟨tp⟩}{⟨tp⟩ + ⟨fn⟩} ⟨recall:3,eq⟩$。",
                "How many of those that are 1 were found: "
                "$\\frac{⟨tp⟩}{⟨tp⟩ + ⟨fn⟩} ⟨recall:3,eq⟩$.",
            ),
        ),
        Worked(
            "f1",
            Text(
                "兩者的調和平均：$\\frac{2PR}{P + R} ⟨f1:3,eq⟩$。",
                "The harmonic mean of the two: $\\frac{2PR}{P + R} ⟨f1:3,eq⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "precision 看「預測為 1」的那一行，recall 看「實際為 1」的那一列。",
            "Precision is about the column of what was predicted as 1, recall about the row of "
            "what really is 1.",
        ),
    ),
)
