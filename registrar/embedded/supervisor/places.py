"""What must be free before anything starts: the folder and the port."""

import fcntl
import os
import socket
from pathlib import Path


class Occupied(RuntimeError):
    """Somebody else uses it; the text says what to do."""


def take_folder(var: Path) -> int:
    """Hold `var` for this process (the kernel lets go when it ends); returns the handle.

    Occupied when another demo runs there.
    """
    handle = os.open(var / "demo.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Occupied(
            f"Zhengming already runs in {var}. Stop it first, or use another folder:"
            " make demo VAR=... PORT=..."
        ) from None
    return handle


def check_port(port: int) -> None:
    """Occupied when 127.0.0.1:`port` can't be listened on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the web server does: connections of the last run that still fade don't count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen()
        except (OSError, OverflowError) as error:
            raise Occupied(
                f"Port {port} on 127.0.0.1 can't be used ({error}). Choose another one:"
                f" make demo PORT={_another(port)}"
            ) from None


def _another(port: int) -> int:
    return port + 1 if 0 < port < 65535 else 8000
