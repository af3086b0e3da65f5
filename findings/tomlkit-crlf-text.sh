#!/usr/bin/env bash
# tomlkit 0.15.2 beside the standard library's tomllib, seen 2026-11-30.
#
# Expected: both read the same text from the same file. In a file saved on Windows the
# line breaks of a """text""" come out as "\n" from both, or as "\r\n" from both.
# Seen: tomllib gives "\n" (it rewrites every CRLF before it parses), tomlkit gives
# "\r\n"; TOML allows either. So a text that one tool hashed or compared with tomlkit
# differs from what another reads with tomllib, on one machine only. A string read in
# text mode is the same to both, for Python has already rewritten its line breaks.
# So: compare texts after text.replace("\r\n", "\n"), or keep *.toml as LF by .gitattributes.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check tomlkit==0.15.2
printf 'hint = """one\r\ntwo"""\r\n' >"$here/windows.toml"

"$here/venv/bin/python" - "$here/windows.toml" <<'PYTHON'
import sys
import tomllib
from pathlib import Path

import tomlkit

path = Path(sys.argv[1])
seen = {
    "tomllib.loads(decoded bytes)": tomllib.loads(path.read_bytes().decode())["hint"],
    "tomlkit.parse(bytes)": str(tomlkit.parse(path.read_bytes())["hint"]),
    "tomlkit.parse(text mode)": str(tomlkit.parse(path.read_text("utf-8"))["hint"]),
}
with path.open("rb") as file:
    seen["tomllib.load(binary file)"] = tomllib.load(file)["hint"]
with path.open("rb") as file:
    seen["tomlkit.load(binary file)"] = str(tomlkit.load(file)["hint"])
for call, text in seen.items():
    print(f"{call}: {text!r}")

if list(seen.values()) != ["one\ntwo", "one\r\ntwo", "one\ntwo", "one\ntwo", "one\r\ntwo"]:
    sys.exit("changed: the two readers' line breaks are others now")
PYTHON
