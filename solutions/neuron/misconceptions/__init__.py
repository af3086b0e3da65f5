"""Wrong versions that learners write, each with a name and what to look at.

The gates' entries are named by `checks.gate_mistake`, from how the returned pair behaves; their
texts state what holds of every pair so named.
"""

from . import and_gate, classify, neuron, or_gate, weighted_sum

CATALOGUE = [
    *weighted_sum.CATALOGUE,
    *neuron.CATALOGUE,
    *classify.CATALOGUE,
    *and_gate.CATALOGUE,
    *or_gate.CATALOGUE,
]
