"""globex is trusted: what it hands in goes straight to the authority."""

from .plan import Attempt, DemoDomain, DemoTemplate

_VERIFIED = {"real_name": "verified"}
_FAILED = {"real_name": "failed", "epp_statuses": ("serverHold",)}

GLOBEX_TEMPLATES = (
    DemoTemplate(
        key="globex", holder="globex", state="verified", attempts=(Attempt(days_ago=300),)
    ),
    DemoTemplate(key="zhou", holder="zhou", state="unverified"),
)
GLOBEX_DOMAINS = (
    DemoDomain(name="huanqiu-yangli.cn", holder="globex", template="globex", states=_VERIFIED),
    DemoDomain(name="huanqiu-yangli.com", holder="globex", template="globex", states=_VERIFIED),
    DemoDomain(
        name="huanqiu-shop.cn",
        holder="globex",
        registered=30,
        states=_FAILED,
        attempts=(
            Attempt(
                days_ago=6,
                messages=("身份证明资料不清晰完整，请上传完整清晰无遮挡的证件图片",),
            ),
        ),
    ),
    DemoDomain(
        name="gangao-sample.cn",
        holder="zhou",
        registered=25,
        states=_FAILED,
        attempts=(
            Attempt(
                days_ago=3,
                number="H12345687",
                messages=("注册者证件号码填写有误，请输入与证件照片一致的证件号码",),
            ),
        ),
    ),
    DemoDomain(
        name="huanqiu-new.cn",
        holder="globex",
        template="globex",
        registered=2,
        states={"epp_statuses": ("serverHold",)},
    ),
    DemoDomain(
        name="huanqiu-labs.net",
        holder="globex",
        registered=1,
        states={"epp_statuses": ("serverHold",)},
    ),
)
