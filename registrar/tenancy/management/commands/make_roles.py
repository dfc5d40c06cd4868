"""`manage.py make_roles`: the two database roles and the database, once per server."""

from argparse import ArgumentParser
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from registrar.tenancy.role_setup import make_database, make_roles


class Command(BaseCommand):
    """Safe to run again. Login, password and database default to those of DATABASE_URL, so
    that a password never stands on a command line of its own."""

    help = "Make the login role, the staff role and the database; needs a superuser's address."
    requires_system_checks = []  # the roles they ask for don't exist yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--admin-url", required=True, help="postgres://… of a superuser")
        parser.add_argument("--login", help="default: the user of DATABASE_URL")
        parser.add_argument("--database", help="default: the database of DATABASE_URL")

    def handle(self, *args: Any, **options: Any) -> None:
        ours = settings.DATABASES["default"]
        login = options["login"] or ours["USER"]
        database = options["database"] or ours["NAME"]
        if not ours["PASSWORD"]:
            raise CommandError("DATABASE_URL names no password for the login role.")
        try:
            with psycopg.connect(options["admin_url"], autocommit=True) as connection:
                make_roles(connection, login=login, password=ours["PASSWORD"])
                make_database(connection, name=database, owner=login)
        except psycopg.Error as error:
            raise CommandError(f"The roles could not be made: {error}") from None
        self.stdout.write(f"Roles are ready: {login} logs in to {database}.")
