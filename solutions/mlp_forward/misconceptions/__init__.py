"""What learners get wrong in forward propagation."""

from . import deep_forward, layer_forward, mlp_forward, predict_class, xor_network

CATALOGUE = [
    *layer_forward.CATALOGUE,
    *mlp_forward.CATALOGUE,
    *deep_forward.CATALOGUE,
    *predict_class.CATALOGUE,
    *xor_network.CATALOGUE,
]
