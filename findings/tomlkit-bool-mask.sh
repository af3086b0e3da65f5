#!/usr/bin/env bash
# tomlkit 0.15.2 with numpy 2.4.6, seen 2026-11-30.
#
# Expected: a list of booleans in a TOML file makes a boolean array, as it does when
# tomllib reads the same file; doc["flag"] is True holds for a single one.
# Seen: a single one is a bool, but inside a list each is a tomlkit Bool, which is no
# bool. numpy.array(doc["mask"]) prints as [True False True], yet its dtype is object:
# indexing with it is an IndexError and ~ a TypeError. Numbers in a list are unharmed
# (their items do inherit from int and float).
# So: doc.unwrap() before any array is made.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check tomlkit==0.15.2 numpy==2.4.6

"$here/venv/bin/python" - <<'PYTHON'
import sys
import tomllib

import numpy as np
import tomlkit

TEXT = "flag = true\nmask = [true, false, true]\nnumbers = [1.5, 2.5]\n"
document = tomlkit.parse(TEXT)
mask = np.array(document["mask"])
try:
    picked = str(np.arange(3)[mask])
except IndexError as error:
    picked = f"IndexError: {error}"

seen = {
    "flag is True": document["flag"] is True,
    "mask[0] is True": document["mask"][0] is True,
    "numbers, tomlkit": str(np.array(document["numbers"]).dtype),
    "mask, tomllib": str(np.array(tomllib.loads(TEXT)["mask"]).dtype),
    "mask, tomlkit": str(mask.dtype),
    "mask, tomlkit, unwrapped": str(np.array(document.unwrap()["mask"]).dtype),
}
for what, value in seen.items():
    print(f"{what}: {value}")
print(f"np.arange(3)[{mask}]: {picked}")

if list(seen.values()) != [True, False, "float64", "bool", "object", "bool"]:
    sys.exit("changed: the types are others now")
if not picked.startswith("IndexError: "):
    sys.exit("changed: the array is a mask now")
PYTHON
