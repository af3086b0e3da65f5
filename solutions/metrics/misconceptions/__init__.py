"""What learners get wrong in the metrics."""

from . import accuracy, f1_score, precision, r2_score, recall

CATALOGUE = [
    *accuracy.CATALOGUE,
    *precision.CATALOGUE,
    *recall.CATALOGUE,
    *f1_score.CATALOGUE,
    *r2_score.CATALOGUE,
]
