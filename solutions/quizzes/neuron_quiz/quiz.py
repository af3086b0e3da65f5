"""One neuron by hand: its weighted sum, its output, and a class by a threshold."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.neuron_quiz.classify import CLASSIFY
from solutions.quizzes.neuron_quiz.output import OUTPUT

QUIZ = Quiz(
    id="neuron_quiz",
    title=Text("小測驗：神經元", "Quiz: one neuron"),
    summary=Text(
        "算一個神經元的輸出，再用閾值分類。",
        "The output of one neuron, and classes by a threshold.",
    ),
    questions=(OUTPUT, CLASSIFY),
)
