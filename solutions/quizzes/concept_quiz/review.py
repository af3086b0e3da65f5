"""Task from a description, algorithm to task, metric to task."""

from grader.quiz.authoring import Kind, Option, Part, Question, Recipe, Text, Worked, same
from solutions.quizzes.concept_quiz.bank import items, kinds, pick

CLASSIFICATION = Option("classification", Text("分類", "classification"))
REGRESSION = Option("regression", Text("迴歸", "regression"))
CLUSTERING = Option("clustering", Text("分群", "clustering"))
BOTH = Option("both", Text("分類與迴歸都可以", "classification and regression alike"))

TASKS = {
    "classification.texts": Text(
        "把新聞分成體育、財經、娛樂", "Sort news into sports, business, arts"
    ),
    "classification.defects": Text(
        "看面板的照片，判斷有沒有瑕疵", "Tell from a photo whether a panel has a defect"
    ),
    "classification.mail": Text("判斷一封信是不是垃圾信", "Tell whether a mail is spam"),
    "classification.digits": Text(
        "辨認手寫數字是 0 到 9 的哪一個", "Tell which of 0 to 9 a handwritten digit is"
    ),
    "classification.leave": Text(
        "預測客戶下個月會不會退訂", "Predict whether a customer will leave next month"
    ),
    "classification.fruit": Text(
        "看照片判斷水果的種類，答案事先標好了", "Tell kinds of fruit in photos that are labelled"
    ),
    "regression.house": Text("預測一間房子的成交價", "Predict the price a house will fetch"),
    "regression.share": Text("預測明天的股價", "Predict tomorrow's share price"),
    "regression.heat": Text("預測明天的最高溫度", "Predict tomorrow's highest temperature"),
    "regression.yield": Text(
        "預測一條產線的良率是百分之幾", "Predict the yield of a line in percent"
    ),
    "regression.minutes": Text(
        "預測外送還要幾分鐘會到", "Predict how many minutes a delivery will take"
    ),
    "regression.power": Text(
        "預測一間工廠下個月的用電度數", "Predict a plant's power use next month"
    ),
    "clustering.tastes": Text(
        "沒有標籤，依喜好把顧客分成幾群", "Without labels, group customers by what they like"
    ),
    "clustering.photos": Text(
        "沒有標籤，把相似的照片放在一起", "Without labels, put photos together that are alike"
    ),
    "clustering.stores": Text(
        "沒有答案可學，依銷售型態把門市歸成幾類",
        "With no answers to learn from, group shops by how they sell",
    ),
    "clustering.genes": Text(
        "沒有標籤，找出行為相近的基因", "Without labels, find genes that behave alike"
    ),
    "clustering.visits": Text(
        "沒有標籤，從瀏覽紀錄找出幾種典型的訪客",
        "Without labels, find typical kinds of visitors in a log",
    ),
}

WHY_TASK = {
    "classification": Text(
        "目標是類別，事先有標籤：分類。", "The target is a category, with labels: classification."
    ),
    "regression": Text(
        "目標是連續的數值：迴歸。", "The target is a continuous number: regression."
    ),
    "clustering": Text(
        "沒有目標（標籤），只找樣本之間的關係：分群。",
        "There is no target, only the samples' relations to each other: clustering.",
    ),
}

ALGORITHMS = {
    "classification.logistic": same("Logistic Regression"),
    "regression.linear": same("Linear Regression"),
    "clustering.kmeans": same("K-Means"),
    "clustering.dbscan": same("DBSCAN"),
    "both.svm": same("SVM"),
    "both.knn": same("KNN"),
    "both.tree": same("Tree Based Model"),
}

WHY_ALGORITHM = {
    "classification": Text(
        "Logistic Regression 名字裡有 Regression，做的卻是分類：它輸出類別的機率。",
        "Logistic Regression has regression in its name and does classification: its output is "
        "the probability of a class.",
    ),
    "regression": Text(
        "Linear Regression 輸出連續的數值，是迴歸。",
        "Linear Regression gives a continuous number: regression.",
    ),
    "clustering": Text(
        "K-Means 和 DBSCAN 不需要標籤，是分群。",
        "K-Means and DBSCAN need no labels: clustering.",
    ),
    "both": Text(
        "SVM、KNN 和樹的模型，分類與迴歸都可以做。",
        "SVM, KNN and trees do classification and regression alike.",
    ),
}

METRICS = {
    "classification.accuracy": same("Accuracy"),
    "classification.precision": same("Precision"),
    "classification.recall": same("Recall"),
    "classification.f1": same("F1-Score"),
    "regression.mse": same("MSE"),
    "regression.mae": same("MAE"),
    "regression.r2": same("$R^2$"),
}

WHY_METRIC = {
    "classification": Text(
        "Accuracy、Precision、Recall、F1-Score 數的是答對答錯，用在分類。",
        "Accuracy, precision, recall and F1 count what is right and wrong: classification.",
    ),
    "regression": Text(
        "MSE、MAE 和 R² 量的是數值差多少，用在迴歸。",
        "MSE, MAE and R² measure how far numbers are off: regression.",
    ),
}

recipe = Recipe()


@recipe.step
def tasks(v):
    return kinds(v.task_items)


@recipe.step
def algorithms(v):
    return kinds(v.algorithm_items)


@recipe.step
def metrics(v):
    return kinds(v.metric_items)


def generate(stream):
    return {
        "task_items": pick(stream.child("tasks"), TASKS, 4),
        "algorithm_items": pick(stream.child("algorithms"), ALGORITHMS, 4),
        "metric_items": pick(stream.child("metrics"), METRICS, 4),
    }


def _confusions(what, why):
    return {(a, b): (f"concept.{what}-{a}-for-{b}", why[a]) for a in why for b in why if a != b}


REVIEW = Question(
    id="review",
    title=Text("任務、演算法、指標", "Tasks, algorithms, metrics"),
    source=Text("機器學習(Review)", "Machine learning (review)"),
    statement=Text(
        "先依目標決定任務，再選演算法，最後選評估的指標。",
        "The target decides the task; then come the algorithm and the metric.",
    ),
    parts=(
        Part(
            step="tasks",
            kind=Kind.MATCHING,
            title=Text("是哪一種任務", "Which task"),
            prompt=Text("每一個題目是哪一種任務？", "Which task is each of these?"),
            points=14,
            options=lambda v: (CLASSIFICATION, REGRESSION, CLUSTERING),
            items=lambda v: items(v.task_items, TASKS, WHY_TASK),
            confusions=_confusions("task", WHY_TASK),
        ),
        Part(
            step="algorithms",
            kind=Kind.MATCHING,
            title=Text("演算法做什麼", "What algorithms do"),
            prompt=Text("每一個演算法做的是哪一種任務？", "Which task does each algorithm do?"),
            points=12,
            options=lambda v: (CLASSIFICATION, REGRESSION, CLUSTERING, BOTH),
            items=lambda v: items(v.algorithm_items, ALGORITHMS, WHY_ALGORITHM),
            confusions=_confusions("algorithm", WHY_ALGORITHM),
        ),
        Part(
            step="metrics",
            kind=Kind.MATCHING,
            title=Text("指標用在哪裡", "What metrics are for"),
            prompt=Text("每一個指標用在哪一種任務？", "Which task does each metric belong to?"),
            points=8,
            options=lambda v: (CLASSIFICATION, REGRESSION),
            items=lambda v: items(v.metric_items, METRICS, WHY_METRIC),
            confusions=_confusions("metric", WHY_METRIC),
        ),
    ),
    generate=generate,
    slide={
        "task_items": ("classification.texts", "regression.house", "clustering.tastes"),
        "algorithm_items": (
            "classification.logistic",
            "regression.linear",
            "clustering.kmeans",
            "both.svm",
        ),
        "metric_items": ("classification.accuracy", "regression.mse", "regression.mae"),
    },
    steps=recipe.steps,
    worked=(
        Worked(
            "tasks",
            Text(
                "看目標：類別是分類，連續數值是迴歸，沒有目標是分群。",
                "Look at the target: a category is classification, a continuous number regression, "
                "no target clustering.",
            ),
        ),
        Worked(
            "algorithms",
            Text(
                "Logistic Regression 是分類，Linear Regression 是迴歸，K-Means 和 DBSCAN 是分群，"
                "SVM、KNN 和樹的模型分類與迴歸都可以。",
                "Logistic Regression classifies, Linear Regression regresses, K-Means and DBSCAN "
                "cluster; SVM, KNN and trees do both of the first two.",
            ),
        ),
        Worked(
            "metrics",
            Text(
                "數對錯的是分類的指標，量差距的是迴歸的指標。",
                "Metrics that count belong to classification, those that measure distance to "
                "regression.",
            ),
        ),
    ),
    hints=(Text("有沒有標籤？標籤是類別還是數值？", "Are there labels? Categories, or numbers?"),),
)
