"""Who takes part in the demo. Everybody is invented."""

from dataclasses import dataclass

from registrar.accounts.permissions import Role
from registrar.accounts.review_levels import ReviewLevel

PASSWORD = "zhengming-demo"  # noqa: S105 - printed at every start; the demo's sign-ins only


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody who can sign in; `role` is empty for staff of the registrar."""

    email: str
    name: str
    phone: str = ""
    role: str = ""
    superuser: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True)
class DemoAccount:
    slug: str
    name: str
    review_level: str
    users: tuple[DemoUser, ...]


ACME = DemoAccount(
    slug="acme",
    name="北京示例科技有限公司",
    review_level=ReviewLevel.STAFF,
    users=(
        DemoUser("owner@acme.example", "张示例", "+8613800138000", Role.OWNER),
        DemoUser("operator@acme.example", "李样本", "+8613800138001", Role.OPERATOR),
        DemoUser("viewer@acme.example", "王范例", "+8613800138002", Role.VIEWER),
    ),
)
GLOBEX = DemoAccount(
    slug="globex",
    name="上海环球样例有限公司",
    review_level=ReviewLevel.STRAIGHT_WHEN_CLEAN,
    users=(DemoUser("owner@globex.example", "赵试验", "+8613800138003", Role.OWNER),),
)
# Its submissions fill the reviewers' queue and their figures.
INITECH = DemoAccount(
    slug="initech",
    name="深圳创想样例有限公司",
    review_level=ReviewLevel.STAFF,
    users=(DemoUser("owner@initech.example", "钱样例", "+8613800138004", Role.OWNER),),
)
ACCOUNTS = (ACME, GLOBEX, INITECH)
STAFF = (
    DemoUser("reviewer@registrar.example", "审核员甲"),
    DemoUser("reviewer2@registrar.example", "审核员乙"),
    DemoUser("admin@registrar.example", "管理员", superuser=True),
    DemoUser("lead@registrar.example", "审核主管", lead=True),
)
EVERYBODY = (*(user for account in ACCOUNTS for user in account.users), *STAFF)
