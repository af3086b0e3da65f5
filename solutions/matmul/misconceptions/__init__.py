"""Wrong versions that learners write, each with a name and what to look at."""

from . import affine, dot, matmul, matvec

CATALOGUE = [
    *dot.CATALOGUE,
    *matvec.CATALOGUE,
    *matmul.CATALOGUE,
    *affine.CATALOGUE,
]
