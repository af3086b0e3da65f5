#!/usr/bin/env bash
# gettext of Python 3.11 and 3.12 with numpy 2.4.6, seen 2026-11-30.
#
# Expected: ngettext("%d error", "%d errors", n) takes any whole number for n, among them
# the numpy.int64 that numpy.sum() or count_nonzero() returns: it has __index__ and is
# registered as a numbers.Integral.
# Seen: it picks the right form, with a "DeprecationWarning: Plural value must be an
# integer, got int64", since gettext asks for int itself (3.13 asks operator.index, and is
# silent: the script expects that there). And only where a catalogue is loaded:
# NullTranslations, what a developer in English runs, takes it in silence. So under
# warnings as errors a program fails in every language but its own.
# So: int(n) at the call.
set -euo pipefail

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install -qq --disable-pip-version-check numpy==2.4.6 babel==2.19.0

"$here/venv/bin/python" - <<'PYTHON'
import gettext
import io
import numbers
import sys
import warnings

import numpy as np
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

WARNING = " | DeprecationWarning: Plural value must be an integer, got int64"
catalog = Catalog(locale="de")
catalog.add(("%d error", "%d errors"), string=("%d Fehler", "%d Fehler (mehrere)"))
compiled = io.BytesIO()
write_mo(compiled, catalog)
compiled.seek(0)


def asked(translations: gettext.NullTranslations, count: object) -> str:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        text = translations.ngettext("%d error", "%d errors", count)
    return " | ".join([text, *(f"{w.category.__name__}: {w.message}" for w in caught)])


count = np.count_nonzero(np.array([[1, 0], [1, 1]]), axis=0)[0]
print(f"count is {count!r}, numbers.Integral: {isinstance(count, numbers.Integral)}")
german = gettext.GNUTranslations(compiled)
seen = {
    "no catalogue, numpy": asked(gettext.NullTranslations(), count),
    "catalogue, numpy": asked(german, count),
    "catalogue, int": asked(german, int(count)),
}
for what, text in seen.items():
    print(f"{what}: {text}")

if list(seen.values()) != [
    "%d errors",
    "%d Fehler (mehrere)" + (WARNING if sys.version_info < (3, 13) else ""),
    "%d Fehler (mehrere)",
]:
    sys.exit("changed: gettext answers otherwise for a numpy count")
PYTHON
