"""The ways out of a failed verification on the screen, each with the command that takes it."""

from collections.abc import Iterator

from registrar.client.cli.output.labels import label
from registrar.client.cli.session import Session
from registrar.client.shapes.domains import Route, UsableTemplate
from registrar.client.texts import gettext as _


def show_route(session: Session, domain: str, route: Route) -> None:
    out = session.out
    out.line()
    mark = _("recommended") if route["recommended"] else ""
    mark = mark if route["available"] else _("not possible now")
    colour = "ok" if route["available"] else "refused"
    out.line(f"{out.painted(label(route['route']), 'bold')} {out.painted(mark, colour)}".rstrip())
    if not route["available"]:
        # Why it would be recommended helps nobody who can't take it.
        for blocker in route["blockers"]:
            out.line(f"  {blocker['message']}")
        return
    for text in route["because_texts"]:
        out.line(f"  {text}")
    expected = _("expected")
    out.line(f"  {expected} {route['expected_on']}")
    for template in route["templates"]:
        _show_template(session, template)
    for command in _commands(route):
        out.line(f"  zm reverify {domain} {command}")


def _show_template(session: Session, template: UsableTemplate) -> None:
    out = session.out
    same = template["same_holder"]
    holder = _("same holder") if same else out.painted(_("other holder"), "warn")
    out.line(f"    {template['id']}  {template['name']} ({holder})")


def _commands(route: Route) -> Iterator[str]:
    """Ready to be pasted, except for what only the person knows."""
    if route["route"] == "change_registrant":
        yield f"{_change(route)} --watch"
        return
    yield "--resubmit FILE --type CODE --number NUMBER --watch"
    unchanged = route["unchanged"]
    if unchanged and unchanged["available"]:
        yield "--unchanged --watch"
    elif unchanged and route["safe_from"]:
        day = _("from %(day)s") % {"day": route["safe_from"]}
        yield f"--unchanged --watch  # {day}"
        if unchanged["may_insist"]:
            earlier = _("before that day")
            yield f"--unchanged --anyway --watch  # {earlier}"


def _change(route: Route) -> str:
    """Never another holder's template: pasting it would give the domain away."""
    same = next((row["id"] for row in route["templates"] if row["same_holder"]), None)
    if same:
        return f"--change-registrant {same}"
    return "--change-registrant TEMPLATE" + (" --other-holder" if route["templates"] else "")
