"""Asking the running web server whether everything is up."""

import json
import urllib.error
import urllib.request
from typing import Any

# Never through a proxy: the address is on this machine.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def ask(base_url: str) -> dict[str, Any]:
    """The answer of /readyz, or {"ready": False} while nobody answers."""
    try:
        with _opener.open(f"{base_url}/readyz", timeout=5) as response:
            return dict(json.load(response))
    except urllib.error.HTTPError as error:
        try:
            return dict(json.load(error))
        except ValueError:
            return {"ready": False}
    except (OSError, ValueError):
        return {"ready": False}
