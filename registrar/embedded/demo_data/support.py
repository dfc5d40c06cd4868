"""Two questions to support: one waits with a message that nobody knows, one is answered."""

from dataclasses import dataclass

from registrar.accounts.models import Account, User
from registrar.accounts.permissions import ROLE_PERMISSIONS
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from verification.support.about import find_about
from verification.support.models import SupportRequest
from verification.support.services.conversing import answer_request
from verification.support.services.opening import open_request

from .cast import ACME, STAFF


@dataclass(frozen=True, slots=True)
class DemoQuestion:
    domain: str
    subject: str
    text: str
    answer: str = ""


_QUESTIONS = (
    DemoQuestion(
        "shili-mall.cn",
        "shili-mall.cn 连续两次未通过，想确认证件号码",
        "营业执照上的号码我们核对过两遍，还是提示不一致。请帮忙看看是哪里的问题，下周要上线。",
        answer="您好，第二次提交的号码最后几位与营业执照图片不一致。请对照图片上的统一社会信用代码"
        "重新填写；也可以直接过户到已通过实名认证的信息模板，1-3 个工作日完成。",
    ),
    DemoQuestion(
        "shili-lab.cn",
        "返回码 E-7731 是什么意思？",
        "审核意见只写了系统繁忙和一个返回码，页面上也说没有收录。材料没有改动，需要重新提交吗？",
    ),
)


def load_support(account: Account) -> None:
    """Ask where nothing has been asked about the domain yet."""
    asker, answerer = _asker(account), _answerer()
    for question in _QUESTIONS:
        with acting_as(asker):
            if SupportRequest.objects.filter(domain__name=question.domain).exists():
                continue
            request = open_request(
                actor=asker,
                about=find_about(actor=asker, named={"domain": question.domain}),
                subject=question.subject,
                text=question.text,
                contact_ok=True,
            ).request
        if question.answer:
            with acting_as(answerer):
                answer_request(actor=answerer, request=request, text=question.answer)


def _asker(account: Account) -> Actor:
    person = ACME.users[1]
    user = User.objects.get(email=person.email)
    return Actor(
        kind=ActorKind.USER,
        account_id=account.pk,
        label=user.log_label,
        user_id=user.pk,
        permissions=ROLE_PERMISSIONS[person.role],
    )


def _answerer() -> Actor:
    user = User.objects.get(email=STAFF[0].email)
    return Actor(kind=ActorKind.STAFF, account_id=None, label=user.log_label, user_id=user.pk)
