#!/usr/bin/env bash
# Babel 2.19.0, seen 2026-11-30.
#
# Expected: a message whose translation is empty is left out of the .mo file, so that
# ngettext falls back to the program's own English: "1 file", "3 files". Messages without
# a plural are left out so, and msgfmt leaves out both kinds.
# Seen: Babel writes an untranslated plural with the English forms as its translation, as
# many as the language has. Chinese and Japanese have one, so the singular is what every
# number gets: "3 file". A catalogue set as a fallback is not asked either.
# Reported as python-babel/babel issue 697.
# So: before write_mo, drop the plurals that have no translation at all.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check babel==2.19.0

cat >"$here/zh.po" <<'PO'
msgid ""
msgstr ""
"Language: zh_TW\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "late"
msgstr ""

msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""
PO
"$here/venv/bin/pybabel" -q compile -l zh_TW -i "$here/zh.po" -o "$here/zh.mo"

"$here/venv/bin/python" - "$here/zh.mo" <<'PYTHON'
import gettext
import sys


class Fallback(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return f"fallback: {message}"

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return f"fallback: {singular if n == 1 else plural}"


with open(sys.argv[1], "rb") as file:
    translations = gettext.GNUTranslations(file)
seen = [translations.ngettext("%d file", "%d files", n) % n for n in (1, 3)]
translations.add_fallback(Fallback())
seen += [translations.gettext("late"), translations.ngettext("%d file", "%d files", 3)]
print("\n".join(seen))

if seen != ["1 file", "3 file", "fallback: late", "%d file"]:
    sys.exit("changed: an untranslated plural is written otherwise")
PYTHON
