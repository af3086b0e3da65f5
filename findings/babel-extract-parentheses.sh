#!/usr/bin/env bash
# Babel 2.19.0, seen 2026-11-30.
#
# Expected: pybabel extract finds a message that is one string literal however it is laid
# out: _("a b"), _("a " "b"), and, as one writes a long one, _(("a " "b")), since the
# inner parentheses change nothing in Python.
# Seen: with the inner parentheses the message is left out, without a warning, so it is
# never translated. While _("a" if late else "b"), which is no literal, is taken in, glued
# together as "ab", a text that the program never asks for.
# So: no parentheses around a message's text; whole calls on both sides of an if.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check babel==2.19.0

cat >"$here/program.py" <<'PYTHON'
_("plain " "literal")
_(("in its own " "parentheses"))
_("early" if early else "late")
PYTHON
"$here/venv/bin/pybabel" -q extract --omit-header --no-location -o "$here/out.pot" "$here/program.py" \
    2>"$here/said"
cat "$here/out.pot"
echo "standard error: '$(cat "$here/said")'"

changed() {
    echo "changed: $1" >&2
    exit 1
}
grep -qx 'msgid "plain literal"' "$here/out.pot" || changed "a plain literal is not found"
! grep -q 'parentheses' "$here/out.pot" || changed "a literal in parentheses is found"
grep -qx 'msgid "earlylate"' "$here/out.pot" || changed "the two sides of an if are not glued"
[ ! -s "$here/said" ] || changed "something is said about it"
