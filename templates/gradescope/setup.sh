#!/usr/bin/env bash
# Gradescope runs this once, as root, when the autograder's image is built.
set -euo pipefail
source="${DLGRADE_AUTOGRADER:-/autograder}/source"
home="${DLGRADE_HOME:-/opt/dlgrade}"
wanted="$(cat "$source/python-version")"

# The solutions are root's alone; the engine holds none, and student code has to read it.
chmod 700 "$source"
umask 022
mkdir -p "$home"
rm -rf "$home/engine"
cp -R "$source/engine" "$home/engine"
chmod -R a+rX,go-w "$home/engine"

# A finished Python from 3.11 on that every user can run: the exporter's version first.
fits() {
    command -v "$1" > /dev/null 2>&1 && "$1" - <<'PY'
import os, sys
import ensurepip, venv
real = os.path.realpath(sys.executable)
open_to_all = all(os.stat(p).st_mode & 0o001 for p in (real, *__import__("pathlib").Path(real).parents))
ok = sys.version_info >= (3, 11) and sys.version_info.releaselevel == "final"
sys.exit(not (ok and open_to_all))
PY
}
python=""
find_python() {
    for name in "python$wanted" python3.12 python3.13 python3.14 python3.15 python3.11 python3; do
        if fits "$name" 2> /dev/null; then python="$(command -v "$name")"; return 0; fi
    done
    return 1
}
if ! find_python && command -v apt-get > /dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q || true
    for version in "$wanted" 3.12 3.13 3.14 3.15 3.11; do
        apt-get install -qy --no-install-recommends "python$version" "python$version-venv" ca-certificates \
            && find_python && break
    done || true
fi
if [ -z "$python" ]; then
    # Older images, Ubuntu 22.04 among them, have none: uv brings one along.
    if ! command -v uv > /dev/null 2>&1; then
        command -v pip3 > /dev/null 2>&1 || apt-get install -qy python3-pip || true
        pip3 install -q uv || pip3 install -q --break-system-packages uv || true
    fi
    export UV_PYTHON_INSTALL_DIR="$home/python"
    uv python install "$wanted" && python="$(uv python find --no-project "$wanted")" || true
fi
if [ -z "$python" ]; then
    echo "dlgrade: no Python from 3.11 on could be installed; choose a newer base image" \
        "(Ubuntu 24.04, say) under Configure Autograder" >&2
    exit 1
fi

rm -rf "$home/venv"
"$python" -m venv "$home/venv"
"$home/venv/bin/python" -m pip install -q --disable-pip-version-check -r "$source/requirements.txt"
chmod -R a+rX "$home"
"$home/venv/bin/python" - "$home" <<'PY'
import os, sys
home = sys.argv[1]
os.setgroups([]); os.setresgid(*[65533] * 3); os.setresuid(*[65533] * 3)
for path in (f"{home}/venv/bin/python", f"{home}/engine/grader/worker/main.py"):
    if not os.access(path, os.R_OK):
        sys.exit(f"dlgrade: other users cannot read {path}; make the folders above it 0755")
PY
PYTHONPATH="$home/engine" "$home/venv/bin/python" -s -P -X utf8 -c "import grader.bridges.gradescope.autograder_run"
echo "dlgrade: ready, $("$home/venv/bin/python" --version)"
