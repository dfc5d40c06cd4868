#!/usr/bin/env python
"""Django's command line, with the embedded settings as the default."""

import os
import sys

from django.core.management import execute_from_command_line

# The embedded settings start a database; these work without any.
_ON_FILES = ("precheck",)


def main() -> None:
    settings = "files" if sys.argv[1:2] and sys.argv[1] in _ON_FILES else "embedded"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"registrar.settings.{settings}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
