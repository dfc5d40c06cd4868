"""How many domains use a template: asked of whoever lies above and has registered."""

from collections.abc import Callable, Mapping, Sequence

from templates_app.models import InfoTemplate

# Ids of templates in, how many things use each; ids that nothing uses may be absent.
UseCounter = Callable[[Sequence[int]], Mapping[int, int]]

_counters: list[UseCounter] = []


def register_use_counter(function: UseCounter) -> None:
    """Add a counter, from AppConfig.ready(); the same one twice counts once.

    It runs inside the fence, with one query for all ids.
    """
    if function not in _counters:
        _counters.append(function)


def count_uses(templates: Sequence[InfoTemplate]) -> dict[int, int]:
    """Uses by template id, 0 where there are none; one call of each counter."""
    ids = [template.pk for template in templates]
    found = dict.fromkeys(ids, 0)
    for counter in _counters if ids else ():
        for pk, uses in counter(ids).items():
            found[pk] = found.get(pk, 0) + uses
    return found


def uses_of(template: InfoTemplate) -> int:
    """How many things use this template."""
    return count_uses([template])[template.pk]
