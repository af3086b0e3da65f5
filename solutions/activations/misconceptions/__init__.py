"""What learners write instead: each entry is one wrong version, with its name and explanation.

The versions are self-contained (NumPy only): within this module the names of the functions are
the wrong versions themselves. Many divide by 0 or overflow; that is the mistake they show.
"""

from . import (
    elu,
    leaky_relu,
    linear,
    mish,
    relu,
    selu,
    sigmoid,
    softmax,
    softplus,
    softsign,
    swish,
    tanh,
)

CATALOGUE = [
    *linear.CATALOGUE,
    *sigmoid.CATALOGUE,
    *tanh.CATALOGUE,
    *softsign.CATALOGUE,
    *relu.CATALOGUE,
    *leaky_relu.CATALOGUE,
    *softplus.CATALOGUE,
    *elu.CATALOGUE,
    *selu.CATALOGUE,
    *swish.CATALOGUE,
    *mish.CATALOGUE,
    *softmax.CATALOGUE,
]
