"""Accuracy, precision, recall and F1 from a confusion table."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.metrics_quiz.confusion import CONFUSION

QUIZ = Quiz(
    id="metrics_quiz",
    title=Text("小測驗：分類的評估指標", "Quiz: metrics for classification"),
    summary=Text(
        "從混淆矩陣算出 accuracy、precision、recall 和 F1。",
        "Accuracy, precision, recall and F1 from a confusion table.",
    ),
    questions=(CONFUSION,),
)
