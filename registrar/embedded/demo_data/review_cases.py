"""What waits for the reviewers: each case has something to see, or is as it should be."""

from dataclasses import dataclass
from enum import StrEnum

from .plan import Attempt


class Waits(StrEnum):
    """For whom it waits."""

    REVIEWER = "reviewer"
    SECOND = "second"  # one reviewer has approved it, another one has to confirm
    CUSTOMER = "customer"  # a reviewer has asked for something


class Flaw(StrEnum):
    BLURRED = "blurred"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """`domain` is empty for an info template. `shows_*`: what stands on the picture where that
    is not what was typed. `picture_of`: the very picture of another identity or case's holder.
    `hours`: how long it has waited."""

    holder: str
    domain: str = ""
    shows_name: str = ""
    shows_number: str = ""
    shows_expiry: str = "2031.12.31"
    address: str = ""
    flaw: Flaw | None = None
    picture_of: str = ""
    typed_name: str = ""
    warnings: tuple[str, ...] = ()
    hours: float = 1
    overdue: bool = False
    before: tuple[Attempt, ...] = ()
    waits: Waits = Waits.REVIEWER

    @property
    def key(self) -> str:
        return self.domain or self.holder


_WRONG_NUMBER = "注册者证件号码填写有误，请输入与证件照片一致的证件号码"
_UNCLEAR = "注册者资料不清晰或者注册者身份证明资料不清晰"

CASES: tuple[ReviewCase, ...] = (
    # As it should be.
    ReviewCase(holder="lin", domain="lin-yiyang.cn", hours=5),
    ReviewCase(holder="chuangxiang", domain="chuangxiang-yangli.cn", hours=4.5),
    ReviewCase(holder="lam", domain="lam-sample.com", hours=4),
    ReviewCase(holder="he", hours=3.5),
    ReviewCase(holder="xihu", hours=3),
    # The number typed is valid; the one on the card differs in two digits.
    ReviewCase(holder="gao", domain="gao-fanli.cn", shows_number="33010619881103202X", hours=2.8),
    ReviewCase(
        holder="pudong",
        domain="pudong-shiyang.cn",
        shows_number="91310115MA1L001475",
        warnings=("number_mismatch",),
        hours=2.6,
    ),
    # Another name on the document.
    ReviewCase(holder="luo", domain="luo-shifan.cn", shows_name="罗示苑", hours=2.4),
    ReviewCase(
        holder="haidian",
        shows_name="北京海淀样章软件有限公司",
        warnings=("name_mismatch",),
        hours=2.2,
    ),
    # No longer valid, and nearly so.
    ReviewCase(holder="kwok", domain="kwok-sample.cn", shows_expiry="2024.05.31", hours=2),
    # Hard to read, and cut off.
    ReviewCase(
        holder="liang",
        domain="liang-shiyang.com.cn",
        flaw=Flaw.BLURRED,
        warnings=("image_blurry",),
        hours=1.9,
    ),
    ReviewCase(holder="song", domain="song-yangli.cn", flaw=Flaw.CUT, hours=1.8),
    # Confirmed by the customer: brackets as printed, which the authority wants half-width.
    ReviewCase(
        holder="yuanjing",
        domain="yuanjing-group.cn",
        typed_name="深圳远景范例（集团）有限公司",
        shows_name="深圳远景范例（集团）有限公司",
        warnings=("name_fullwidth_brackets",),
        hours=1.7,
    ),
    # Again: put right, and not put right.
    ReviewCase(
        holder="tang",
        domain="tang-fanben.cn",
        before=(Attempt(days_ago=3, number="420106198708098022", messages=(_WRONG_NUMBER,)),),
        hours=1.5,
    ),
    ReviewCase(
        holder="gusu",
        domain="gusu-sheji.cn",
        flaw=Flaw.BLURRED,
        before=(
            Attempt(
                days_ago=4,
                stage="reviewer",
                reasons=("materials_unclear",),
                note="营业执照不清晰，请重新拍摄。",
            ),
        ),
        hours=1.3,
    ),
    # Overdue.
    ReviewCase(holder="xu", domain="xu-shili.cn", hours=75, overdue=True),
    # One number in two submissions, on two pictures.
    ReviewCase(holder="deng", domain="deng-yangzhang.cn", hours=1.1),
    ReviewCase(
        holder="deng",
        domain="deng-yangzhang.com",
        address="福建省厦门市思明区样张路7号501室",
        hours=0.9,
    ),
    # One picture in two submissions of this account, and one that another account has sent.
    ReviewCase(holder="feng", domain="lin-daiban.cn", picture_of="lin", hours=0.7),
    ReviewCase(holder="acme", domain="shili-daili.cn", picture_of="acme", hours=0.5),
    # Not for everybody to decide now.
    ReviewCase(holder="han", domain="han-liyang.cn", hours=6, waits=Waits.SECOND),
    ReviewCase(
        holder="feng", domain="feng-fanyang.cn", flaw=Flaw.CUT, hours=8, waits=Waits.CUSTOMER
    ),
)
