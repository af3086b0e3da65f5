#!/usr/bin/env bash
# import-linter 2.17, seen 2026-11-30.
#
# Expected: where the lint-imports script is not on the path (a virtual environment that
# is not activated, a CI step), `python -m importlinter.cli` runs the same check, or says
# that it cannot.
# Seen: it does nothing, prints nothing and exits 0, though the contract is broken: the
# module only defines its command and never calls it. A CI step written so is green for
# ever. (`python -m importlinter` does fail: the package has no __main__.)
# So: the script by its path, beside the interpreter: "$venv/bin/lint-imports".
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check import-linter==2.17

mkdir "$here/shop"
touch "$here/shop/__init__.py" "$here/shop/high.py"
echo 'from shop import high' >"$here/shop/low.py"
cat >"$here/.importlinter" <<'INI'
[importlinter]
root_package = shop

[importlinter:contract:layers]
name = Low does not know high
type = forbidden
source_modules = shop.low
forbidden_modules = shop.high
INI

cd "$here"
script=0
venv/bin/lint-imports >script.txt 2>&1 || script=$?
module=0
PYTHONPATH=. venv/bin/python -m importlinter.cli >module.txt 2>&1 || module=$?
echo "lint-imports: exit $script, $(grep -o 'Contracts: .*' script.txt)"
echo "python -m importlinter.cli: exit $module, $(wc -c <module.txt) bytes of output"

if [ "$script" -ne 1 ]; then
    echo "changed: lint-imports no longer exits 1 for a broken contract" >&2
    exit 1
fi
if [ "$module" -ne 0 ] || [ -s module.txt ]; then
    echo "changed: the module does something when run" >&2
    exit 1
fi
