"""Hand-made reports for the renderers' tests: as varied as what the engine may hand over."""

from __future__ import annotations

from grader.language.text import Text
from grader.model.assignment import Function
from grader.model.outcome import FunctionFacts
from grader.model.report import CheckResult, Diagnosis, Report, Shown, Status, Verdict
from grader.model.submission import CodeCell

VERSIONS = {"dlgrade": "0.1.0", "python": "3.12.4", "numpy": "2.1.0"}

LOSSES_SOURCE = '''\
# %% [markdown]
# # 5 損失函數 Loss functions

# %%
import numpy as np


# %%
def mse(y, y_hat):
    """均方誤差 / Mean squared error."""
    return np.mean((np.asarray(y) - y_hat) ** 2)


# %%
def mae(y, y_hat):
    """平均絕對誤差 / Mean absolute error."""
    return np.mean(np.abs(y - y_hat))


# %%
def bce(y, y_hat):
    """二元交叉熵 / Binary cross-entropy."""
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)  # 避免 log(0)
    return -np.mean(y * np.log(p))


# %%
def cross_entropy(y, y_hat):
    """交叉熵 / Cross-entropy."""
    return -np.mean(y * np.log(y_hat))


# %%
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / len(y)


# %%
def d_bce(y, y_hat):
    raise NotImplementedError
'''

LOSSES = (
    Function(
        "mse",
        Text("均方誤差", "Mean squared error"),
        r"\mathrm{MSE}=\frac{1}{N}\sum_{i=1}^{N}(y_i-\hat y_i)^2",
        Text("損失函數 (迴歸問題)", "Loss functions (regression)"),
    ),
    Function(
        "mae",
        Text("平均絕對誤差", "Mean absolute error"),
        r"\mathrm{MAE}=\frac{1}{N}\sum_{i=1}^{N}\lvert y_i-\hat y_i\rvert",
        Text("損失函數 (迴歸問題)", "Loss functions (regression)"),
    ),
    Function(
        "bce",
        Text("二元交叉熵", "Binary cross-entropy"),
        r"-\frac{1}{N}\sum_{i=1}^{N}\bigl(y_i\log\hat y_i+(1-y_i)\log(1-\hat y_i)\bigr)",
        Text("損失函數 (分類問題)", "Loss functions (classification)"),
        (Text("標籤為 0 時，哪一項還在？", "Which term is left when the label is 0?"),),
    ),
    Function(
        "cross_entropy",
        Text("交叉熵", "Cross-entropy"),
        r"-\frac{1}{N}\sum_{i=1}^{N}\sum_{c=1}^{k}y_{ci}\log\hat y_{ci}",
        Text("損失函數 (分類問題)", "Loss functions (classification)"),
    ),
    Function(
        "d_mse",
        Text("均方誤差的梯度", "Gradient of the mean squared error"),
        r"\frac{\partial L}{\partial\hat y_i}=\frac{2}{N}(\hat y_i-y_i)",
        Text("反向傳播", "Backpropagation"),
    ),
    Function(
        "d_bce",
        Text("二元交叉熵的梯度", "Gradient of the binary cross-entropy"),
        r"\frac{1}{N}\left(\frac{1-y}{1-\hat y}-\frac{y}{\hat y}\right)",
        Text("反向傳播", "Backpropagation"),
    ),
)

VALUES = Text("數值正確", "the right values")
SHAPES = Text("一維與二維都可以", "one- and two-dimensional input")
STABLE = Text("數值穩定", "numerically stable")
UNCHANGED = Text("不更動引數", "leaves its arguments alone")
OTHERS = Text("其他數值也正確", "other values too")

POSITIVE_ONLY = Diagnosis(
    "bce.positive-term-only",
    Text(
        "你只算了 y·log ŷ 這一項。標籤為 0 的樣本也要付出代價：−(1−y)·log(1−ŷ)。"
        "見投影片「損失函數 (分類問題)」。",
        "Only the y·log ŷ term is there. Samples with label 0 cost something too: "
        "−(1−y)·log(1−ŷ). See the slide “Loss functions (classification)”.",
    ),
)
KN_FOR_N = Diagnosis(
    "cross_entropy.mean-over-all",
    Text(
        "你用 `np.mean` 除以了 k·N。交叉熵是每個樣本一個值，只除以樣本數 N。",
        "`np.mean` divides by k·N. Cross-entropy has one value a sample: divide by N only.",
    ),
)
CONVERTED = Text("串列已轉成陣列。", "A list was converted.")
HALF = Diagnosis(
    "structure.factor",
    Text("你的答案是應有答案的 1/k 倍。", "Your answer is the one due times 1/k."),
)


def check(
    function: str,
    kind: str,
    status: Verdict = Verdict.PASS,
    points: float = 5,
    title: Text = VALUES,
    **more: object,
) -> CheckResult:
    """A check with full points when it passes, none when not."""
    return CheckResult(
        id=f"{function}.{kind}",
        function=function,
        title=title,
        status=status,
        points=points if status is Verdict.PASS else 0,
        max_points=points,
        **more,  # type: ignore[arg-type]
    )


def losses() -> Report:
    """Nearly: one named mistake, one of two, one unfinished, one skipped."""
    first = Text(
        "先讓「數值正確」通過，這一項才會檢查。",
        "This is checked once “the right values” passes.",
    )
    return Report(
        assignment="losses",
        title=Text("損失函數", "Loss functions"),
        student="陳怡君",
        path="作業/losses.py",
        seed=20250617,
        status=Status.GRADED,
        isolation="L3",
        checks=(
            check("mse", "values", points=8, seconds=0.0123),
            check("mse", "shapes", points=4, title=SHAPES),
            check("mae", "values", points=8, notes=(CONVERTED,)),
            check("mae", "shapes", points=4, title=SHAPES),
            check(
                "bce",
                "values",
                Verdict.WRONG,
                10,
                message=Text("傳回的數值和應有的不同。", "The value returned is not the one due."),
                diagnosis=(POSITIVE_ONLY,),
                shown=Shown("bce(np.array([0.]), np.array([0.2]))", "0.2231435513", "0.0"),
                label="losses.py",
                line=24,
            ),
            check("bce", "stable", Verdict.SKIPPED, 5, STABLE, message=first),
            check("bce", "unchanged", points=3, title=UNCHANGED),
            check(
                "bce",
                "hidden",
                Verdict.WRONG,
                6,
                OTHERS,
                hidden=True,
                message=Text("SECRET 0.123", "SECRET 0.123"),
                notes=(Text("SECRET", "SECRET"),),
                diagnosis=(POSITIVE_ONLY,),
                shown=Shown("bce(SECRET)", "SECRET", "SECRET"),
            ),
            check(
                "cross_entropy",
                "values",
                Verdict.WRONG,
                12,
                message=Text("傳回的數值和應有的不同。", "The value returned is not the one due."),
                diagnosis=(KN_FOR_N, HALF),
                shown=Shown(
                    "cross_entropy(np.array([[1., 0.],\n"
                    "                        [0., 1.]]), np.array([[0.8, 0.3],\n"
                    "                                              [0.2, 0.7]]))",
                    "0.289909",
                    "0.144955",
                ),
                label="losses.py",
                line=30,
            ),
            check(
                "d_mse",
                "values",
                Verdict.WRONG,
                10,
                message=Text(
                    "形狀正確，但數值不同：差最多的是 [0, 1]。",
                    "The shape is right, the values differ: most at [0, 1].",
                ),
                shown=Shown(
                    "d_mse(y, y_hat)",
                    "[[ 0.5    -1.25    3.    ]\n [ 0.125   2.      0.75  ]]",
                    "[[ 1.5    -3.75    9.    ]\n [ 0.375   6.      2.25  ]]",
                    "[0, 1]",
                ),
                label="losses.py",
                line=35,
            ),
            check(
                "d_bce",
                "values",
                Verdict.RAISED,
                10,
                message=Text("這個函式還沒有寫。", "This function has not been written yet."),
                label="losses.py",
                line=40,
            ),
        ),
        functions=LOSSES,
        facts={
            "mse": FunctionFacts(True, label="losses.py", line=9, end_line=11),
            "mae": FunctionFacts(True, label="losses.py", line=15, end_line=17),
            "bce": FunctionFacts(True, label="losses.py", line=21, end_line=24),
            "cross_entropy": FunctionFacts(True, label="losses.py", line=28, end_line=30),
            "d_mse": FunctionFacts(True, label="losses.py", line=34, end_line=35),
            "d_bce": FunctionFacts(True, label="losses.py", line=39, end_line=40),
        },
        cells=(CodeCell("losses.py", LOSSES_SOURCE),),
        versions=VERSIONS,
        seconds=0.8124,
    )


def perfect() -> Report:
    """Everything right."""
    return Report(
        assignment="matmul",
        title=Text("矩陣乘法", "Matrix multiplication"),
        student=None,
        path="matmul.py",
        seed=7,
        status=Status.GRADED,
        isolation="L1",
        checks=(check("dot", "values", points=2.5), check("matvec", "values", points=7.5)),
        functions=(
            Function("dot", Text("內積", "Dot product"), r"\sum_i u_iv_i", Text("矩陣", "Matrix")),
            Function("matvec", Text("矩陣乘向量", "Matrix times vector"), "Ax", Text("", "")),
        ),
        facts={"dot": FunctionFacts(True, label="matmul.py", line=1, end_line=2)},
        cells=(
            CodeCell("matmul.py", "def dot(u, v):\n    return sum(a * b for a, b in zip(u, v))\n"),
        ),
        versions=VERSIONS,
    )


def rejected() -> Report:
    """A file that could not be read at all."""
    return Report(
        assignment="training",
        title=Text("訓練與預測", "Training and prediction"),
        student="Lin, Wei-Ting",
        path="C:\\Users\\學生 一\\training.py",
        seed=7,
        status=Status.REJECTED,
        isolation="L3",
        checks=(),
        notes=(
            Text(
                "這個檔案的編碼不是 UTF-8，也沒有宣告。請另存成 UTF-8 再交一次。",
                "This file is not UTF-8 and names no encoding. Save it as UTF-8 and try again.",
            ),
        ),
        cells=(),
        versions=VERSIONS,
    )


def needs_review() -> Report:
    """The grader's own fault, beside a refused answer and ones that hung and crashed."""
    notebook = (
        CodeCell("第 2 格", "import numpy as np\n\ndef dot(u, v):\n    return np.dot(u, v)\n"),
        CodeCell("第 4 格", "def matvec(A, x):\n    while True:\n        pass\n"),
    )
    return Report(
        assignment="matmul",
        title=Text("矩陣乘法", "Matrix multiplication"),
        student="王小明",
        path="王 小明/matmul.ipynb",
        seed=11,
        status=Status.NEEDS_REVIEW,
        isolation="L2",
        checks=(
            check(
                "dot",
                "values",
                Verdict.REFUSED,
                4,
                message=Text("這題要自己寫：不能用 `np.dot`。", "By hand here: no `np.dot`."),
                label="第 2 格",
                line=4,
            ),
            check(
                "matvec",
                "values",
                Verdict.TIMEOUT,
                4,
                message=Text("5 秒內沒有結束。", "It did not end within 5 seconds."),
                shown=Shown("matvec(np.array([[1.]]), np.array([2.]))", "[2.]"),
            ),
            check(
                "matmul",
                "values",
                Verdict.CRASHED,
                4,
                message=Text("程式呼叫了 os._exit(3)。", "The program called os._exit(3)."),
            ),
            check(
                "affine",
                "values",
                Verdict.BROKEN,
                4,
                message=Text("評分程式在這裡出錯。", "The grader failed here."),
            ),
        ),
        facts={
            "dot": FunctionFacts(True, label="第 2 格", line=3, end_line=4),
            "matvec": FunctionFacts(True, label="第 4 格", line=1, end_line=3),
            "affine": FunctionFacts(False),
        },
        cells=notebook,
        versions=VERSIONS,
    )


HOSTILE = (
    "\x1b[31m\x1b]0;title\x07</script><script>alert(1)</script> ' \" & \x00\x08\x9b2J"
    "\u202e\u2066 \ud800 {{ 7*7 }} {% raw %} ]]> <!-- \r\n\ttab \u2028 =1+1"
)


def hostile(text: str = HOSTILE) -> Report:
    """`text` in every place where text can be."""
    both = Text(text, text)
    return Report(
        assignment=text,
        title=both,
        student=text,
        path=text,
        seed=1,
        status=Status.GRADED,
        isolation=text,
        checks=(
            check(
                text,
                text,
                Verdict.WRONG,
                title=both,
                message=both,
                diagnosis=(Diagnosis(text, both), Diagnosis(text, both)),
                shown=Shown(text, text, text, text),
                notes=(both,),
                label=text,
                line=1,
            ),
            check(text, text, Verdict.SKIPPED, title=both, message=both),
            check(text + "2", text, Verdict.PASS, title=both, notes=(both,)),
        ),
        functions=(Function(text, both, text, both, (both,)),),
        facts={text: FunctionFacts(True, label=text, line=1, end_line=1)},
        notes=(both,),
        cells=(CodeCell(text, text),),
        versions={text: text},
    )


def varied() -> dict[str, Report]:
    """All of them, by name."""
    return {
        "losses": losses(),
        "perfect": perfect(),
        "rejected": rejected(),
        "needs_review": needs_review(),
        "hostile": hostile(),
    }
