"""反向傳播的常見錯誤 / Known mistakes in `mlp_backward`, in the order of the functions."""

from . import (
    d_leaky_relu,
    d_linear,
    d_relu,
    d_sigmoid,
    d_softplus,
    d_tanh,
    layer_backward,
    mlp_backward,
    numerical_gradient,
)

CATALOGUE = [
    *d_linear.CATALOGUE,
    *d_sigmoid.CATALOGUE,
    *d_tanh.CATALOGUE,
    *d_relu.CATALOGUE,
    *d_leaky_relu.CATALOGUE,
    *d_softplus.CATALOGUE,
    *layer_backward.CATALOGUE,
    *mlp_backward.CATALOGUE,
    *numerical_gradient.CATALOGUE,
]
