"""Holders of the reviewers' queue, as the simulated authority's register has them. Invented."""

import datetime as dt

from .identities import Identity

_ORGANIZATION = "organization"


def _person(key: str, name: str, number: str, **more: object) -> Identity:
    return Identity(key=key, name=name, document_type="SFZ", number=number, **more)  # type: ignore[arg-type]


def _organisation(key: str, name: str, number: str, contact: str) -> Identity:
    return Identity(
        key=key,
        name=name,
        document_type="YYZZ",
        number=number,
        holder_type=_ORGANIZATION,
        contact=contact,
    )


def _permit(key: str, name: str, number: str, **more: object) -> Identity:
    return Identity(key=key, name=name, document_type="GAJMTX", number=number, **more)  # type: ignore[arg-type]


# One or two submissions of each wait for a reviewer.
QUEUE_HOLDERS: tuple[Identity, ...] = (
    _person("lin", "林一样", "110101198504123017"),
    _person("he", "何样本", "44030519910723401X"),
    _person("gao", "高范例", "330106198811052020"),
    _person("luo", "罗示范", "510104199306185039"),
    _person("liang", "梁试样", "320508198409306021"),
    _person("song", "宋样例", "370202199512127012"),
    _person("tang", "唐范本", "420106198708098014"),
    _person("xu", "许试例", "210102199001019028"),
    _person("deng", "邓样张", "350203199202141137"),
    _person("han", "韩例样", "610103199604042148"),
    _person("feng", "冯范样", "110105198307073159"),
    _organisation("chuangxiang", "深圳创想样例有限公司", "91440300MA5F000181", "钱样例"),
    _organisation("yuanjing", "深圳远景范例(集团)有限公司", "91440305MA5G00027R", "孙范例"),
    _organisation("xihu", "杭州西湖样本科技有限公司", "91330106MA2C000364", "李样张"),
    _organisation("pudong", "上海浦东试样贸易有限公司", "91310115MA1L00040R", "周试样"),
    _organisation("haidian", "北京海淀样张软件有限公司", "91110108MA020005XE", "吴样张"),
    _organisation("gusu", "苏州姑苏范本设计有限公司", "91320508MA1X00068G", "郑范本"),
    _permit("kwok", "郭港样", "H87654321", expires_on=dt.date(2024, 5, 31)),
    _permit("lam", "林澳例", "M23456781"),
)
# Regular customers, whose submissions have all been decided.
PAST_HOLDERS: tuple[Identity, ...] = (
    _person("cao", "曹旧例", "120101198905054165"),
    _person("yuan", "袁旧样", "310104199406065272"),
    _organisation("jiangcheng", "武汉江城旧例有限公司", "91420100MA4K0007XR", "曹旧例"),
    _organisation("jinjiang", "成都锦江旧样有限公司", "91510104MA6D00085R", "袁旧样"),
)
REVIEW_HOLDERS = (*QUEUE_HOLDERS, *PAST_HOLDERS)
HOLDERS = {holder.key: holder for holder in REVIEW_HOLDERS}
