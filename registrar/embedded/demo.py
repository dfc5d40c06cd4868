"""The whole system on one machine, from an empty folder to "Ready"."""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from registrar.console.models import Heartbeat

from . import demo_data, demo_file
from .postgres import leave_all
from .reference import Reference, load_authorities, place_reference
from .supervisor import leftovers
from .supervisor.commands import all_commands, environment
from .supervisor.places import check_port, take_folder
from .supervisor.supervisor import Supervisor

Say = Callable[[str], None]


def run_demo(*, port: int, say: Say, parent: int | None = None) -> None:
    """Run until SIGINT or SIGTERM (or until `parent` is gone), then leave nothing running.

    Occupied when the port or the folder is in use; NotReady when the system does not come up.
    """
    var = Path(settings.VAR)
    take_folder(var)
    if leftovers.end_leftovers(var / "demo.pids"):
        say("Ended what an earlier run had left behind.")
    check_port(port)
    base_url = f"http://127.0.0.1:{port}"
    reference = place_reference(var=var, console_url=base_url)
    supervisor = Supervisor(
        [*all_commands(port=port, var=var), reference.command()],
        environment=environment(base_url=base_url, database_url=settings.DATABASE_URL, var=var),
        folder=settings.BASE_DIR,
        var=var,
        say=say,
    )
    supervisor.catch_signals()
    prepare(var=var, base_url=base_url, reference=reference, say=say)
    try:
        if not supervisor.stopping:
            _serve(supervisor, base_url=base_url, say=say, parent=parent)
    finally:
        say("Stopping ...")
        supervisor.stop()
        leave_all()
        say("Stopped.")


def prepare(*, var: Path, base_url: str, reference: Reference, say: Say) -> None:
    """Bring the database up to date, load the demo data once, write `var`/demo.json."""
    say("Preparing the database ...")
    call_command("migrate", verbosity=0, interactive=False)
    say("Loading the demo data ...")
    demo_data.load()
    load_authorities(reference)
    demo_file.write(var / "demo.json", base_url=base_url)
    # Heard before a crash, it would call this run ready before its worker lives.
    Heartbeat.objects.all().delete()
    connections.close_all()
    # The scheduler counts from its start; what it noted before a crash is of no use.
    shutil.rmtree(var / "beat", ignore_errors=True)
    (var / "beat").mkdir()


def _serve(supervisor: Supervisor, *, base_url: str, say: Say, parent: int | None) -> None:
    say("Starting web server, worker, scheduler and reference authority ...")
    supervisor.start()
    supervisor.wait_until_ready(base_url)
    if supervisor.stopping:
        return
    say(f"Ready: {base_url}")
    for line in demo_file.logins():
        say(line)
    say("Ctrl-C stops everything; starting again keeps the data.")
    supervisor.run(parent=parent)
