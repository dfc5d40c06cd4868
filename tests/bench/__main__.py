"""`python -m tests.bench [name …]`: all figures, or those of the named modules."""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

import django

from tests.bench.figures import Figure

BENCHES = ("classify", "plans", "queue", "sheets")


def main(names: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.test")
    django.setup()
    print(f"{'what':<44}{'median':>10}{'p95':>10}{'target':>10}")
    for name in names or BENCHES:
        # What a module imports may need the settings, which are ready only now.
        measure: Callable[[], Iterator[Figure]] = import_module(f"tests.bench.{name}").measure
        for figure in measure():
            print(_line(figure), flush=True)


def _line(figure: Figure) -> str:
    target = "" if figure.target is None else f"< {figure.target:g} ms"
    times = f"{figure.median:>7.2f} ms{figure.p95:>7.2f} ms{target:>10}"
    return f"{figure.name:<44}{times}  {figure.verdict}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
