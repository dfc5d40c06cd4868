"""`zm precheck`: what would fail, and nothing is submitted."""

import json
from pathlib import Path
from typing import Any

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers
from .checking import check, show_findings
from .submitting import document_of
from .uploading import document_arguments, file_arguments, upload_all


def add(parsers: Parsers) -> None:
    precheck = parsers.command("precheck", _("say what would fail; submit nothing"), _precheck)
    file_arguments(precheck)
    subject = precheck.add_mutually_exclusive_group(required=True)
    subject.add_argument("--template", metavar="ID", help=_("the info template to check"))
    subject.add_argument("--domain", metavar="NAME", help=_("the domain to check"))
    subject.add_argument("--form", metavar="FILE", help=_("a form that stands alone, as JSON"))
    document_arguments(precheck)
    precheck.add_argument("--rules", metavar="PROFILE", help=_("the rules to go by"))


def _precheck(session: Session) -> int:
    args = session.args
    subject: dict[str, Any] = {"template": args.template, "domain": args.domain}
    if args.form:
        subject |= _form(Path(args.form))
    subject |= document_of(session)
    subject["profile"] = args.rules
    answer = check(session, materials=upload_all(session), **subject)
    if session.out.as_json:
        session.out.data(answer)
    else:
        show_findings(session, answer)
    return OK if answer["ready"] else NO


def _form(path: Path) -> dict[str, Any]:
    """The file that `manage.py precheck` takes: the form, the document's type and number."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        form = {name: content.pop(name) for name in _FORM_FIELDS if name in content}
    except (ValueError, AttributeError, TypeError) as error:
        raise Stop(_("%(path)s holds no form in JSON.") % {"path": path}) from error
    document = {name: content.get(name) for name in ("document_type", "document_number")}
    return {"form": form, **{name: value for name, value in document.items() if value}}


_FORM_FIELDS = ("registrant_type", "name", "issued_on", "expires_on")
