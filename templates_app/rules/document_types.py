"""Types of identity document, with the codes that registries use for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem

HolderType = Literal["individual", "organization"]
Holder = Literal["individual", "organization", "both"]

# Which standard a number follows; the names are keys of `numbers.standards`.
NumberRule = Literal[
    "resident_id",
    "passport",
    "hk_mo_travel_permit",
    "tw_travel_permit",
    "permanent_resident",
    "hk_mo_residence_permit",
    "tw_residence_permit",
    "business_licence",
    "credit_code",
    "organisation_code",
    "credit_code_or_free",
    "free",
]


@dataclass(frozen=True)
class DocumentType:
    """One type: `code` is what the registry is sent, `holder` who may use it."""

    code: str
    holder: Holder
    name_zh: str
    name_en: str
    number_rule: NumberRule


_ALL = (
    DocumentType("SFZ", "individual", "居民身份证", "Resident identity card", "resident_id"),
    DocumentType("HZ", "individual", "护照", "Passport", "passport"),
    DocumentType(
        "GAJMTX",
        "individual",
        "港澳居民来往内地通行证",
        "Mainland travel permit for Hong Kong and Macau residents",
        "hk_mo_travel_permit",
    ),
    DocumentType(
        "TWJMTX",
        "individual",
        "台湾居民来往大陆通行证",
        "Mainland travel permit for Taiwan residents",
        "tw_travel_permit",
    ),
    DocumentType(
        "WJLSFZ",
        "individual",
        "外国人永久居留身份证",
        "Foreign permanent resident identity card",
        "permanent_resident",
    ),
    DocumentType(
        "GAJZZ",
        "individual",
        "港澳居民居住证",
        "Residence permit for Hong Kong and Macau residents",
        "hk_mo_residence_permit",
    ),
    DocumentType(
        "TWJZZ",
        "individual",
        "台湾居民居住证",
        "Residence permit for Taiwan residents",
        "tw_residence_permit",
    ),
    DocumentType("JGZ", "individual", "军官证", "Military officer's card", "free"),
    DocumentType("QT", "both", "其他", "Other document", "free"),
    DocumentType("YYZZ", "organization", "营业执照", "Business licence", "business_licence"),
    DocumentType(
        "TYDM",
        "organization",
        "统一社会信用代码证书",
        "Unified social credit code certificate",
        "credit_code",
    ),
    DocumentType(
        "ORG",
        "organization",
        "组织机构代码证",
        "Organisation code certificate",
        "organisation_code",
    ),
    DocumentType(
        "SYDWFR",
        "organization",
        "事业单位法人证书",
        "Public institution legal person certificate",
        "credit_code",
    ),
    DocumentType(
        "SHTTFR",
        "organization",
        "社会团体法人登记证书",
        "Social organisation registration certificate",
        "credit_code",
    ),
    DocumentType(
        "MBFQY",
        "organization",
        "民办非企业单位登记证书",
        "Private non-enterprise unit registration certificate",
        "credit_code",
    ),
    DocumentType(
        "JJHFR",
        "organization",
        "基金会法人登记证书",
        "Foundation registration certificate",
        "credit_code",
    ),
    DocumentType(
        "LSZY",
        "organization",
        "律师事务所执业许可证",
        "Law firm practice licence",
        "credit_code",
    ),
    DocumentType(
        "ZJCS",
        "organization",
        "宗教活动场所登记证",
        "Religious venue registration certificate",
        "credit_code",
    ),
    DocumentType(
        "SHFWJG",
        "organization",
        "社会服务机构登记证书",
        "Social service institution registration certificate",
        "credit_code",
    ),
    DocumentType("MBXXBX", "organization", "民办学校办学许可证", "Private school licence", "free"),
    DocumentType(
        "YLJGZY",
        "organization",
        "医疗机构执业许可证",
        "Medical institution practice licence",
        "free",
    ),
    DocumentType(
        "GZJGZY", "organization", "公证机构执业证", "Notary institution practice licence", "free"
    ),
    DocumentType("SFJD", "organization", "司法鉴定许可证", "Forensic appraisal licence", "free"),
    DocumentType("BDDM", "organization", "部队代号", "Military unit designation", "free"),
    DocumentType(
        "JDDWFW",
        "organization",
        "军队单位对外有偿服务许可证",
        "Military unit paid external service licence",
        "free",
    ),
    DocumentType(
        "WGCZJG",
        "organization",
        "外国企业常驻代表机构登记证",
        "Foreign enterprise representative office registration certificate",
        "credit_code_or_free",
    ),
    DocumentType(
        "WGZHWH",
        "organization",
        "外国在华文化中心登记证",
        "Foreign cultural centre in China registration certificate",
        "free",
    ),
    DocumentType(
        "WLCZJG",
        "organization",
        "外国政府旅游部门常驻代表机构批准登记证",
        "Foreign government tourism office approval and registration certificate",
        "free",
    ),
    DocumentType("JWJG", "organization", "境外机构证件", "Overseas organisation document", "free"),
    DocumentType(
        "BJWSXX",
        "organization",
        "北京市外国驻华使馆人员子女学校办学许可证",
        "Beijing licence for schools for children of foreign embassy staff",
        "free",
    ),
    DocumentType(
        "QTTYDM",
        "organization",
        "其他（统一社会信用代码证书）",
        "Other (unified social credit code certificate)",
        "credit_code",
    ),
)

DOCUMENT_TYPES: Mapping[str, DocumentType] = MappingProxyType({kind.code: kind for kind in _ALL})

# Documents that may be written without a Chinese character.
FOREIGN_TYPES = frozenset({"HZ", "WJLSFZ", "QT", "JWJG", "WGCZJG", "WGZHWH", "WLCZJG", "BJWSXX"})

# Documents that print the holder's own spelling in Latin letters, which need not be pinyin.
OWN_SPELLING_TYPES = frozenset({"HZ", "WJLSFZ", "GAJMTX", "TWJMTX", "GAJZZ", "TWJZZ", "QT"})


def document_types_for(holder: str) -> list[DocumentType]:
    """The types that a holder of this type may use, in the order of a menu.

    An unknown holder type may use none.
    """
    if holder not in ("individual", "organization"):
        return []
    return [kind for kind in DOCUMENT_TYPES.values() if kind.holder in (holder, "both")]


def check_document_type(holder: str, document_type: str) -> list[Problem]:
    """Whether the type exists and suits the holder type (seed 001 question 2, seed 002)."""
    if any(kind.code == document_type for kind in document_types_for(holder)):
        return []
    message = _("This document type does not suit the holder type. Choose one from the list.")
    return [problem("document_type_not_allowed", message, document_type=document_type)]
