"""The slides' eleven activation functions: values, plots, formulas."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.activation_quiz.naming import FROM_FORMULA, FROM_PLOT, TO_PLOT
from solutions.quizzes.activation_quiz.values import VALUES

QUIZ = Quiz(
    id="activation_quiz",
    title=Text("小測驗：激勵函數", "Quiz: activation functions"),
    summary=Text(
        "十一個激勵函數：算值、看圖、看公式。",
        "Eleven activation functions: their values, their plots, their formulas.",
    ),
    questions=(VALUES, FROM_PLOT, TO_PLOT, FROM_FORMULA),
)
