"""Matrix products by hand: the slides' three, in other numbers."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.matmul_quiz.matrix_column import MATRIX_COLUMN
from solutions.quizzes.matmul_quiz.row_bias import ROW_BIAS
from solutions.quizzes.matmul_quiz.row_column import ROW_COLUMN

QUIZ = Quiz(
    id="matmul_quiz",
    title=Text("小測驗：矩陣乘法", "Quiz: matrix products"),
    summary=Text(
        "列乘行、矩陣乘行向量、列向量乘矩陣再加偏差值。",
        "Row times column, matrix times column, and row times matrix plus bias.",
    ),
    questions=(ROW_COLUMN, MATRIX_COLUMN, ROW_BIAS),
)
