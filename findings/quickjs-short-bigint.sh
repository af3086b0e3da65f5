#!/usr/bin/env bash
# quickjs-ng 0.17.0.2 (the Python binding), seen 2026-11-30.
#
# Expected: a BigInt comes back to Python as an int, whatever its size. A large one does:
# 10n ** 20n is 100000000000000000000.
# Seen: a small one does not. 5n, like any BigInt that fits in 32 bits, raises
# "TypeError: Unknown quickjs tag: 7"; from 2147483648n on it is an int. So exact
# arithmetic that worked on large cases fails on small ones, and the message does not say
# BigInt.
# So: return String(x) from JavaScript and read it with int().
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check quickjs-ng==0.17.0.2

"$here/venv/bin/python" - <<'PYTHON'
import sys

import quickjs

SOURCES = ("5n", "2147483647n", "2147483648n", "10n ** 20n", "String(5n)")


def evaluated(source: str) -> object:
    try:
        return quickjs.Context().eval(source)
    except TypeError as error:
        return f"TypeError: {error}"


seen = {source: evaluated(source) for source in SOURCES}
for source, value in seen.items():
    print(f"{source} gives {value!r}")

refused = "TypeError: Unknown quickjs tag: 7"
if list(seen.values()) != [refused, refused, 2**31, 10**20, "5"]:
    sys.exit("changed: a BigInt no longer comes back as it did")
PYTHON
