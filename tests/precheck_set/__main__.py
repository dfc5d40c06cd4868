"""`python -m tests.precheck_set OUT_DIR [PREFIX …]`: the set, or the cases so named, as files.

Each case gets a folder: its pictures, `form.json` (for `manage.py precheck FILE… --form`), and
`expected.json` with what has to be found and what the paper says.
"""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.test")
django.setup()

from tests.precheck_set.case import Case  # noqa: E402
from tests.precheck_set.cases import all_cases  # noqa: E402


def main(folder: Path, prefixes: tuple[str, ...]) -> None:
    for case in all_cases():
        if case.id.startswith(prefixes or ("",)):
            write(case, folder / case.id)


def write(case: Case, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in case.files:
        (folder / file.name).write_bytes(file.draw())
    expected = {
        "expected": sorted(case.expected),
        "or_else": sorted(case.or_else),
        "clean": case.clean,
        "truth": dict(case.truth),
        "contact": dict(case.contact),
        "today": case.today.isoformat(),
    }
    for name, value in (("form.json", dict(case.form)), ("expected.json", expected)):
        text = json.dumps(value, ensure_ascii=False, indent=1)
        (folder / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
