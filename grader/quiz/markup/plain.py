"""LaTeX as readable text, where a system shows no formulas: menus, tips, titles."""

from __future__ import annotations

import re

_SYMBOLS = {
    "times": "×", "cdot": "·", "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "neq": "≠",
    "approx": "≈", "pm": "±", "sum": "Σ", "partial": "∂", "infty": "∞", "in": "∈", "to": "→",
    "alpha": "α", "beta": "β", "gamma": "γ", "eta": "η", "theta": "θ", "lambda": "λ", "mu": "μ",
    "sigma": "σ", "Sigma": "Σ", "Delta": "Δ", "log": "log", "ln": "ln", "exp": "exp",
    "max": "max", "min": "min", "tanh": "tanh", "quad": " ", "qquad": " ", "ldots": "…",
    "dots": "…", "cdots": "…", "left": "", "right": "", "displaystyle": "",
}  # fmt: skip
_BELOW = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_ABOVE = dict(zip("0123456789+-=()Tn", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵀⁿ", strict=True))
_GROUP = r"\{([^{}]*)\}"
_MATRIX = re.compile(r"\\begin\{[bp]?matrix\}(.*?)\\end\{[bp]?matrix\}", re.DOTALL)
_CASES = re.compile(r"\\begin\{cases\}(.*?)\\end\{cases\}", re.DOTALL)


def readable(latex: str) -> str:
    r"""`W_1^T x + b_1` as `W₁ᵀ x + b₁`, `\frac{a}{b + c}` as `a/(b + c)`, a matrix as `[[1, 2]]`.

    What is not known stays, without its braces.
    """
    out = _MATRIX.sub(lambda m: _matrix(m[1]), latex)
    out = _CASES.sub(lambda m: "; ".join(r.replace("&", ", ") for r in m[1].split(r"\\")), out)
    out = re.sub(r"\\hat\s*(?:\{\\mathbf\{(\w)\}\}|\{(\w)\}|(\w))", _hat, out)
    for _ in range(6):
        before = out
        out = re.sub(rf"\\(?:mathrm|mathbf|mathit|operatorname|text|bm){_GROUP}", r"\1", out)
        out = re.sub(r"_" + _GROUP, lambda m: _small(m[1], _BELOW, "_"), out)
        out = re.sub(r"\^" + _GROUP, lambda m: _small(m[1], _ABOVE, "^"), out)
        out = re.sub(rf"\\[dt]?frac{_GROUP}{_GROUP}", _fraction, out)
        if out == before:
            break
    out = re.sub(r"_(\w)", lambda m: _small(m[1], _BELOW, "_"), out)
    out = re.sub(r"\^(\w)", lambda m: _small(m[1], _ABOVE, "^"), out)
    out = re.sub(r"\\([A-Za-z]+)", lambda m: _SYMBOLS.get(m[1], m[1]), out)
    out = re.sub(r"\\[,;:! ]", " ", out).replace("\\\\", " ")
    return " ".join(re.sub(r"[{}\\]", "", out).split())


def _matrix(inner: str) -> str:
    rows = [", ".join(c.strip() for c in row.split("&")) for row in inner.split(r"\\")]
    if len(rows) == 1:
        return f"[{rows[0]}]"
    if all("," not in row for row in rows):
        return f"[{', '.join(rows)}]"
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def _hat(found: re.Match[str]) -> str:
    letter = found[1] or found[2] or found[3]
    return "ŷ" if letter == "y" else letter + "\u0302"


def _small(inner: str, table: dict[str, str], sign: str) -> str:
    if all(c in table for c in inner):
        return "".join(table[c] for c in inner)
    return f"{sign}{inner}" if len(inner) == 1 else f"{sign}({inner})"


def _fraction(found: re.Match[str]) -> str:
    return "/".join(p if re.fullmatch(r"[\w.ŷ]+", p) else f"({p})" for p in (found[1], found[2]))
