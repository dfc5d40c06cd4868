"""`python -m registrar.client` is `zm`."""

import sys

from .cli.main import main

if __name__ == "__main__":
    sys.exit(main())
