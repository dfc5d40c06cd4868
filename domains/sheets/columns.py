"""The columns of domains in files."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registrar.sheets.columns import Column

NAME = Column(field="name", label=_("Domain name"), required=True, example="example.cn", width=28)
TEMPLATE = Column(
    field="template",
    label=_("Template ID"),
    hint=_("Another verified info template: asks for a change of registrant."),
    width=32,
)
TAGS = Column(
    field="tags",
    label=_("Tags"),
    example="shop, 2026",
    hint=_("Separated by commas; - takes all of them away."),
    width=24,
)
AUTO_RENEW = Column(
    field="auto_renew",
    label=_("Automatic renewal"),
    example=_("Yes"),
    hint=_("yes or no"),
    is_flag=True,
)
BLANK = (NAME, TAGS, AUTO_RENEW, TEMPLATE)
EXPORTED = (
    NAME,
    Column(field="unicode_name", label=_("Name in Unicode"), read_only=True, width=28),
    Column(field="service_status", label=_("Service status"), read_only=True),
    Column(field="registrant_name", label=_("Registrant"), read_only=True, width=24),
    TEMPLATE,
    Column(field="template_name", label=_("Info template"), read_only=True, width=24),
    Column(field="registered_at", label=_("Registered"), read_only=True, width=20),
    Column(field="expires_at", label=pgettext_lazy("domain", "Expires"), read_only=True, width=20),
    AUTO_RENEW,
    TAGS,
    Column(field="epp_statuses", label=_("EPP statuses"), read_only=True, width=24),
)
