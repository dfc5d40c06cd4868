"""`zm register`: asking for a name that nobody has yet."""

from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, watch_options
from .following import operation_ended


def add(parsers: Parsers) -> None:
    register = parsers.command("register", _("register a domain"), _register)
    register.add_argument("name")
    register.add_argument(
        "--template", required=True, metavar="ID", help=_("info template of its holder")
    )
    register.add_argument("--years", type=int, default=1, help=_("1 to 10; 1 without it"))
    register.add_argument("--auto-renew", action="store_true", help=_("renew it automatically"))
    register.add_argument("--tag", action="append", default=[], help=_("may be given again"))
    register.add_argument(
        "--nameserver", action="append", default=[], metavar="HOST", help=_("may be given again")
    )
    dry_run_option(register)
    watch_options(register)


def _register(session: Session) -> int:
    args = session.args
    operation = session.client.domains.register(
        args.name,
        template=args.template,
        years=args.years,
        auto_renew=args.auto_renew or None,
        tags=args.tag or None,
        nameservers=args.nameserver or None,
        **session.how,
    )
    return operation_ended(session, operation, follow=args.watch and not args.dry_run)
