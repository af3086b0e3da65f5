#!/usr/bin/env bash
# quickjs-ng 0.17.0.2 (the Python binding), seen 2026-11-30.
#
# Expected: Context.set() gives JavaScript the number that Python holds. A JavaScript
# number keeps every whole number up to 2**53, so 2**31 arrives as 2147483648; what
# cannot be kept is refused.
# Seen: an int that needs 33 to 64 bits silently keeps only its lowest 32: 2**31 arrives as
# -2147483648, 2**53 + 1 as 1. Beyond 64 bits it is right again (to a float's precision),
# and a float of the same value always is. Arguments and a callback's result go the same
# way.
# So: hand a seed, a time in milliseconds or a size over as float(n) or as text.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check quickjs-ng==0.17.0.2

"$here/venv/bin/python" - <<'PYTHON'
import sys

import quickjs

seen = {}
for name, value in {
    "2**31 - 1": 2**31 - 1,
    "2**31": 2**31,
    "2**53 + 1": 2**53 + 1,
    "2**64": 2**64,
    "float(2**31)": float(2**31),
}.items():
    context = quickjs.Context()
    context.set("x", value)
    seen[name] = context.eval("String(x)")
    print(f"{name} arrives as {seen[name]}")
as_text = quickjs.Context().eval("x => String(x)")
seen["argument 2**31"] = as_text(2**31)
print(f"as an argument, 2**31 arrives as {seen['argument 2**31']}")

if seen != {
    "2**31 - 1": "2147483647",
    "2**31": "-2147483648",
    "2**53 + 1": "1",
    "2**64": "18446744073709552000",
    "float(2**31)": "2147483648",
    "argument 2**31": "-2147483648",
}:
    sys.exit("changed: an int no longer arrives as it did")
PYTHON
