"""`python -m tests.bench [name …]`: all figures, or those of the named modules."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

import django
import structlog

from tests.bench.figures import Figure

BENCHES = ("batches", "classify", "domain_list", "plans", "queue", "sheets")


def main(names: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.test")
    django.setup()
    # A line for each request would be measured too, and drown the figures.
    logging.disable(logging.WARNING)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print(f"{'what':<56}{'median':>12}{'p95':>12}{'target':>12}")
    for name in names or BENCHES:
        # What a module imports may need the settings, which are ready only now.
        measure: Callable[[], Iterator[Figure]] = import_module(f"tests.bench.{name}").measure
        for figure in measure():
            print(_line(figure), flush=True)


def _line(figure: Figure) -> str:
    unit = f" {figure.unit:<2}"
    target = "" if figure.target is None else f"< {figure.target:g}{unit}"
    times = f"{figure.median:>9.2f}{unit}{figure.p95:>9.2f}{unit}{target:>12}"
    return f"{figure.name:<56}{times}  {figure.verdict}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
