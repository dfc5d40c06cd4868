"""Names typed otherwise than the paper has them."""

from collections.abc import Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case
from tests.precheck_set.cases.making import seeded, typed_case

# What the card says, what was typed, and what the slip is.
_PEOPLE = (
    ("王未央", "王末央", "look-alike"),
    ("张克己", "张克已", "look-alike"),
    ("田甲申", "田甲由", "look-alike"),
    ("陈士林", "陈土林", "look-alike"),
    ("刘戊辰", "刘戌辰", "look-alike"),
    ("李日升", "李曰升", "look-alike"),
    ("郭祎然", "郭袆然", "look-alike"),
    ("赵治平", "赵冶平", "look-alike"),
    ("张建国", "章建国", "homophone"),
    ("李静", "李婧", "homophone"),
    ("周杰", "周洁", "homophone"),
    ("许晓东", "徐晓东", "other"),
    ("欧阳文博", "欧阳博文", "order"),
    ("上官婉清", "上官婉", "one-missing"),
    ("林子轩", "林子", "one-missing"),
    ("黄志强", "黄志强强", "one-more"),
    ("买买提·吐尔逊", "买买提·吐尔洪", "other"),
)
_COMPANIES = (
    ("杭州云岫网络科技有限公司", "云岫网络科技", "abbreviation"),
    ("成都青禾文化传媒有限公司", "成都青禾文化传媒公司", "one-missing"),
    ("深圳锐思信息技术股份有限公司", "深圳锐思信息技术有限公司", "abbreviation"),
    ("武汉博远新能源有限公司", "武汉博远新能源有限责任公司", "one-more"),
    ("苏州恒泽建筑工程有限公司", "苏州恒择建筑工程有限公司", "homophone"),
    ("长沙沐阳餐饮管理有限公司", "长沙沭阳餐饮管理有限公司", "look-alike"),
    ("启澜（上海）电子商务有限公司", "启澜电子商务有限公司", "abbreviation"),
    ("启澜（上海）电子商务有限公司", "上海启澜电子商务有限公司", "order"),
)
# Typed otherwise, and yet the same name: simplified, another dot, another width.
_SAME = (
    ("陈志明", "陳志明", "traditional"),
    ("黄国华", "黃國華", "traditional"),
    ("叶丽娟", "葉麗娟", "traditional"),
)


def cases() -> Iterator[Case]:
    yield from _people()
    yield from _companies()
    yield from _same()
    yield from _heads()
    yield from _spaces_and_brackets()
    yield from _languages()


def _people() -> Iterator[Case]:
    for at, (printed, typed, slip) in enumerate(_PEOPLE, start=1):
        case_id = f"name-person-{at:02}-{slip}"
        one = seeded(case_id, partial(paper.card_front, name=printed))
        yield typed_case(case_id, one, {"name_mismatch"}, name=typed)


def _companies() -> Iterator[Case]:
    for at, (printed, typed, slip) in enumerate(_COMPANIES, start=1):
        case_id = f"name-company-{at:02}-{slip}"
        make = paper.licence_landscape if at % 2 else paper.licence_portrait
        one = seeded(case_id, partial(make, name=printed))
        yield typed_case(case_id, one, {"name_mismatch"}, name=typed)


def _same() -> Iterator[Case]:
    for at, (name, printed, what) in enumerate(_SAME, start=1):
        case_id = f"clean-name-{at:02}-{what}"
        one = seeded(case_id, partial(paper.tw_permit, name=name, printed=printed))
        yield typed_case(case_id, one, (), clean=True)
    case_id = "clean-name-other-dot"
    one = seeded(case_id, partial(paper.card_front, name="买买提·吐尔逊"))
    yield typed_case(case_id, one, (), clean=True, name="买买提•吐尔逊")


def _heads() -> Iterator[Case]:
    makers = (
        paper.licence_landscape,
        paper.licence_portrait,
        paper.licence_shop,
        partial(paper.certificate_of, document_type="SHTTFR"),
    )
    for at, make in enumerate(makers, start=1):
        case_id = f"name-head-{at:02}"
        one = seeded(case_id, make)
        yield typed_case(case_id, one, {"name_is_legal_representative"}, name=one.head)


def _spaces_and_brackets() -> Iterator[Case]:
    for at, name in enumerate(("欧阳 文博", "李 静"), start=1):
        case_id = f"name-space-{at:02}"
        one = seeded(case_id, partial(paper.card_front, name=name.replace(" ", "")))
        yield typed_case(case_id, one, {"name_contains_space"}, name=name)
    case_id = "name-space-company"
    one = seeded(case_id, paper.licence_landscape)
    yield typed_case(case_id, one, {"name_contains_space"}, name=f"{one.name[:4]} {one.name[4:]}")
    for at, make in enumerate((paper.licence_landscape, paper.licence_portrait), start=1):
        case_id = f"clean-name-wide-brackets-{at:02}"
        one = seeded(case_id, partial(make, name="万象（广州）生物医药有限公司"))
        yield typed_case(case_id, one, {"name_fullwidth_brackets"}, clean=True, name=one.printed)


def _languages() -> Iterator[Case]:
    case_id = "name-language-latin"
    one = seeded(case_id, paper.card_front)
    yield typed_case(case_id, one, {"name_language_mismatch"}, name="Wang Xiaoming")
    for at, name in enumerate(("约翰·卡特", "金敏书"), start=1):
        case_id = f"name-language-chinese-{at:02}"
        one = seeded(case_id, paper.foreign_passport)
        yield typed_case(case_id, one, {"name_language_mismatch"}, name=name)
    for name, latin in (("单立军", "Dan Lijun"), ("仇志强", "Chou Zhiqiang")):
        case_id = f"clean-name-translation-{latin.split()[0].lower()}"
        one = seeded(case_id, partial(paper.card_front, name=name))
        contact = {"name_en": latin}
        yield typed_case(case_id, one, {"name_translation_mismatch"}, clean=True, contact=contact)
