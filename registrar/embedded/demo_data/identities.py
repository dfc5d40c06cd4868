"""Invented people and organisations, and what the simulated authority's register says of them.

Numbers are published test values or made up with valid check characters. Whoever is not named
here is unknown to the register: the demo's authority lets unknown identities pass.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_KNOWN = _("The register knows this name and number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`passes`: whether the authority accepts the right name, type and number today.

    `known_in`: days from the first start until the entry has reached the authority.
    """

    key: str
    name: str
    document_type: str
    number: str
    holder_type: str = "individual"
    contact: str = ""
    passes: bool = True
    why: str | Promise = _KNOWN
    known_in: int = 0
    expires_on: dt.date | None = None
    special_profession: bool = False
    overseas: bool = False

    @property
    def contact_name(self) -> str:
        return self.contact or self.name


_ORGANIZATION = "organization"

IDENTITIES: tuple[Identity, ...] = (
    Identity(
        key="acme",
        name="北京示例科技有限公司",
        document_type="YYZZ",
        number="91110108MA001234XF",
        holder_type=_ORGANIZATION,
        contact="张示例",
    ),
    Identity(key="zhang", name="张示例", document_type="SFZ", number="11010519491231002X"),
    Identity(key="li", name="李样本", document_type="SFZ", number="110101199003077010"),
    Identity(key="wang", name="王范例", document_type="SFZ", number="440306199509203028"),
    Identity(key="zhou", name="周港澳", document_type="GAJMTX", number="H12345678"),
    Identity(
        key="hangzhou",
        name="杭州样本网络有限公司",
        document_type="YYZZ",
        number="91330106MA2B12343G",
        holder_type=_ORGANIZATION,
        contact="李样本",
    ),
    Identity(
        key="society",
        name="上海样例爱好者协会",
        document_type="SHTTFR",
        number="51310000MJ00123425",
        holder_type=_ORGANIZATION,
        contact="王范例",
    ),
    Identity(
        key="globex",
        name="上海环球样例有限公司",
        document_type="YYZZ",
        number="91310115MA1K1234X8",
        holder_type=_ORGANIZATION,
        contact="赵试验",
    ),
    Identity(
        key="chen",
        name="陈试验",
        document_type="SFZ",
        number="310115198806122015",
        passes=False,
        why=_("A special profession: the electronic check holds no data. Use another document."),
        special_profession=True,
    ),
    Identity(
        key="liu",
        name="刘新证",
        document_type="SFZ",
        number="510104197911054011",
        passes=False,
        why=_("A new card: it passes from the 8th day after the demo's first start on."),
        known_in=8,
    ),
    Identity(
        key="zhao",
        name="赵过期",
        document_type="SFZ",
        number="320508199212285030",
        passes=False,
        why=_("The card has expired."),
        expires_on=dt.date(2024, 5, 31),
    ),
    Identity(
        key="john",
        name="JOHN SAMPLE",
        document_type="HZ",
        number="X1234567",
        passes=False,
        why=_("An overseas holder: refused for .cn and for templates."),
        overseas=True,
    ),
    Identity(
        key="suzhou",
        name="苏州范例贸易有限公司",
        document_type="YYZZ",
        number="91320508MA1W12340A",
        holder_type=_ORGANIZATION,
        contact="周范例",
        passes=False,
        why=_("A new licence: it passes from the 8th day after the demo's first start on."),
        known_in=8,
    ),
)

BY_KEY = {identity.key: identity for identity in IDENTITIES}
