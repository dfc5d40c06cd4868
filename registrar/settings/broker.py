"""The embedded broker: a folder of files instead of a server."""

from pathlib import Path
from typing import Any

from registrar.embedded.broker import use_whole_messages


def filesystem_broker(folder: Path) -> tuple[str, dict[str, Any]]:
    """Celery's broker address and transport options for `folder`, which is made if absent."""
    queue, control = folder / "queue", folder / "control"
    for path in (queue, control):
        path.mkdir(parents=True, exist_ok=True)
    use_whole_messages()
    return "filesystem://localhost/", {
        "data_folder_in": str(queue),
        "data_folder_out": str(queue),
        "control_folder": str(control),
        # A worker takes as many messages as it has hands, then looks again after this pause;
        # the usual second would hold it to two tasks a second.
        "polling_interval": 0.1,
    }
