"""acme's other domains: every service status at least once, and its templates in every state."""

from .plan import Attempt, DemoDomain, DemoTemplate, Step

_HELD = {"epp_statuses": ("serverHold",)}
_VERIFIED = {"real_name": "verified"}
_LAPSED = {**_VERIFIED, "lifecycle": "expired"}


def _verified(name: str, **more: object) -> DemoDomain:
    given = {"holder": "acme", "template": "acme", "states": _VERIFIED, **more}
    return DemoDomain(name=name, **given)  # type: ignore[arg-type]


def _state(name: str, **states: object) -> DemoDomain:
    return _verified(name, states={**_VERIFIED, **states})


ACME_TEMPLATES: tuple[DemoTemplate, ...] = (
    DemoTemplate(key="acme", holder="acme", state="verified", attempts=(Attempt(days_ago=420),)),
    DemoTemplate(key="zhang", holder="zhang", state="verified", attempts=(Attempt(days_ago=200),)),
    DemoTemplate(
        key="hangzhou", holder="hangzhou", state="verified", attempts=(Attempt(days_ago=90),)
    ),
    DemoTemplate(key="society", holder="society", state="unverified"),
    DemoTemplate(key="li", holder="li", state="in_review"),
    DemoTemplate(
        key="zhao",
        holder="zhao",
        state="failed",
        attempts=(Attempt(days_ago=18, messages=("证件已过期，请提交有效的证件图片",)),),
    ),
    DemoTemplate(
        key="suzhou",
        holder="suzhou",
        state="failed",
        attempts=(
            Attempt(
                days_ago=2,
                messages=("审核失败，如是新办或变更的证件，请在证件下发7-10个工作日后重新提交",),
            ),
        ),
    ),
    DemoTemplate(key="zhou", holder="zhou", state="disabled", attempts=(Attempt(days_ago=600),)),
    DemoTemplate(key="zhang-2", holder="zhang", state="unverified", previous="zhang"),
)

_PLAIN = (
    _verified("shili-keji.cn", tags=("官网", "重点"), registered=1500, expires=690),
    _verified("shili-keji.com", tags=("官网",), registered=1500, expires=690),
    _verified("示例科技.中国", tags=("官网",), registered=900),
    _verified("示例科技.公司", registered=900),
    _verified("shili-api.net", tags=("接口",)),
    _verified("shili-docs.cn", expires=45),
    _verified("shili-status.cn", expires=12),
    _verified("shili-mail.com.cn", states={**_VERIFIED, "auto_renew": True}),
    _verified("zhang-shili.cn", holder="zhang", template="zhang", tags=("个人",)),
    _verified("zhang-shili.net", holder="zhang", template="zhang", tags=("个人",), registered=20),
    _verified("yangben-network.cn", holder="hangzhou", template="hangzhou"),
    _state("shili-brand.cn", epp_statuses=("clientTransferProhibited", "clientUpdateProhibited")),
    _state("shili-store.com", epp_statuses=("clientDeleteProhibited",)),
)
_UNDER_WAY = (
    DemoDomain(name="shili-new.cn", holder="acme", template="acme", registered=2, states=_HELD),
    DemoDomain(name="fanli-new.cn", holder="wang", registered=1, states=_HELD),
    DemoDomain(name="shili-society.com.cn", holder="society", registered=4, states=_HELD),
    DemoDomain(
        name="shili-review.cn", holder="acme", registered=5, states=_HELD, step=Step.HAND_IN
    ),
    DemoDomain(name="li-review.cn", holder="li", registered=6, states=_HELD, step=Step.HAND_IN),
    DemoDomain(name="wang-review.cn", holder="wang", registered=6, states=_HELD, step=Step.HAND_IN),
    DemoDomain(
        name="hangzhou-review.cn", holder="hangzhou", registered=7, states=_HELD, step=Step.CLAIM
    ),
    DemoDomain(
        name="shili-authority.cn",
        holder="acme",
        registered=8,
        states={**_HELD, "real_name": "in_review"},
        step=Step.AT_AUTHORITY,
    ),
    _verified(
        "shili-guohu.cn",
        holder="zhang",
        template="zhang",
        states={**_VERIFIED, "registrant_change": "in_review"},
        step=Step.CHANGE,
    ),
    DemoDomain(
        name="shili-guohu.com.cn",
        holder="li",
        registered=70,
        states={**_HELD, "real_name": "failed", "registrant_change": "in_review"},
        attempts=(
            Attempt(days_ago=30, number="110101199003077109", messages=("注册者信息不一致",)),
        ),
        step=Step.CHANGE,
    ),
)
_REST = (
    _state("shili-disputed.cn", disputed=True),
    _verified(
        "shili-deleting.cn", registered=480, expires=-48, states={"lifecycle": "pending_delete"}
    ),
    _verified(
        "shili-redeem.cn",
        registered=470,
        expires=-38,
        states={**_VERIFIED, "lifecycle": "redemption", "epp_statuses": ("serverHold",)},
    ),
    _verified("shili-coming.cn", registered=0, expires=365, states={"lifecycle": "registering"}),
    _state("shili-incoming.com", transfer="in_pending"),
    _state("shili-outgoing.com", transfer="out_pending"),
    _state("shili-pushed.cn", transfer="push_pending"),
    _verified(
        "shili-lottery.cn",
        registered=9,
        states={**_HELD, "naming": "failed"},
    ),
    _verified("shili-finance.cn", registered=3, states={**_HELD, "naming": "in_review"}),
    _state("shili-abuse.com", epp_statuses=("clientHold",)),
    _state("shili-court.cn", epp_statuses=("serverHold", "serverTransferProhibited")),
    _verified("shili-forgotten.cn", registered=370, expires=-5, states=_LAPSED),
    _verified("shili-oldshop.com", registered=740, expires=-9, states=_LAPSED),
)


ACME_DOMAINS: tuple[DemoDomain, ...] = (*_PLAIN, *_UNDER_WAY, *_REST)
