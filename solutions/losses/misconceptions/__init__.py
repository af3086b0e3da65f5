"""Known mistakes in `losses`: each a small wrong version of the function it is named after."""

from . import (
    bce,
    cross_entropy,
    d_bce,
    d_cross_entropy,
    d_mae,
    d_mse,
    d_softmax_cross_entropy,
    mae,
    mse,
)

CATALOGUE = [
    *mse.CATALOGUE,
    *mae.CATALOGUE,
    *bce.CATALOGUE,
    *cross_entropy.CATALOGUE,
    *d_mse.CATALOGUE,
    *d_mae.CATALOGUE,
    *d_bce.CATALOGUE,
    *d_cross_entropy.CATALOGUE,
    *d_softmax_cross_entropy.CATALOGUE,
]
