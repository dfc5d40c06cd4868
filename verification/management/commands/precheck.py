"""`manage.py precheck FILE… --form FORM.json`: the pre-check on files, without a database."""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verification.api.asked_prechecks import typed_form
from verification.catalogue.model import Language
from verification.file_prechecks import LookedAt, PictureFile, precheck_files
from verification.materials_rules import DEFAULT_PROFILE, PROFILES, get_profile
from verification.models.material import MaterialKind
from verification.precheck_report import say_precheck
from verification.precheck_shapes import precheck_shape
from verification.prechecks import Precheck
from verification.reading.engine import ModelsMissing

from ._checked_form import read_form

BLOCKED, UNREADABLE = 1, 2
# A picture may have 20 MB, which is told by a finding; beyond, no picture is meant.
_MOST_BYTES = 200 * 1024 * 1024
_BY_ORDER = (MaterialKind.IDENTITY_DOCUMENT, MaterialKind.IDENTITY_DOCUMENT_BACK)


class Command(BaseCommand):
    help = (
        "Say what would fail before it is submitted: pictures and a form are compared, nothing "
        "is stored and no database is asked (so that the registrar's lists of restricted "
        "subjects are not). Exit code: 0 ready, 1 something blocks, 2 form or files can't be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            metavar="FILE",
            type=Path,
            help="the document; a second one is its other side, unless --back names that; "
            "further ones are supporting documents",
        )
        parser.add_argument("--back", type=Path, metavar="FILE", help="the document's other side")
        parser.add_argument(
            "--form",
            type=Path,
            required=True,
            metavar="FORM.json",
            help="a body of POST /prechecks with `form`, without materials",
        )
        parser.add_argument("--profile", choices=sorted(PROFILES), help="before the form's own")
        parser.add_argument("--language", choices=("zh-hans", "en"), default="zh-hans")
        parser.add_argument("--json", action="store_true", help="the answer of POST /prechecks")
        parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="submitted on")

    def handle(self, *_args: Any, **options: Any) -> None:
        language: Language = options["language"]
        with translation.override(language):
            given = read_form(options["form"])
            code = options["profile"] or given.get("profile") or DEFAULT_PROFILE
            files = _files(options["files"], options["back"])
            try:
                found = precheck_files(
                    typed_form(given), files, profile=get_profile(code), today=options["today"]
                )
            except ModelsMissing as missing:
                raise CommandError(str(missing), returncode=UNREADABLE) from None
            shown = _shaped(found, language)
            text = json.dumps(shown, ensure_ascii=False, indent=2)
            self.stdout.write(text if options["json"] else say_precheck(shown))
        if not found.ready:
            sys.exit(BLOCKED)


def _shaped(found: Precheck[LookedAt], language: Language) -> dict[str, Any]:
    return precheck_shape(
        found,
        names=[picture.file.name for picture in found.pictures],
        mended=[picture.mended for picture in found.pictures],
        language=language,
        with_read=True,
    )


def _files(paths: list[Path], back: Path | None) -> list[PictureFile]:
    kinds = _BY_ORDER[:1] if back else _BY_ORDER
    named = [
        (path, kinds[at] if at < len(kinds) else MaterialKind.SUPPORTING_DOCUMENT)
        for at, path in enumerate(paths)
    ]
    if back:
        named.append((back, MaterialKind.IDENTITY_DOCUMENT_BACK))
    return [PictureFile(name=path.name, content=_read(path), kind=kind) for path, kind in named]


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise CommandError(message, returncode=UNREADABLE) from None


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-01-31") from None
