#!/bin/sh
# `zm` of a checkout: `make` copies it to .venv/bin/zm. Works from any folder, and in paths with
# blanks; an installed distribution has its own.
root="$(cd "$(dirname "$0")/../.." && pwd)"
PYTHONPATH="$root${PYTHONPATH:+:$PYTHONPATH}" exec "$root/.venv/bin/python" -m registrar.client "$@"
