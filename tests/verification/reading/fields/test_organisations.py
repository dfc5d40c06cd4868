"""Licences and certificates, laid out by hand."""

from dataclasses import replace

import pytest

from verification.reading.fields import read_document
from verification.reading.model import LONG_TERM, SURE, Field

from .numbers import CREDIT, CREDIT_WITH_B, ORGANISATION, REGISTRATION
from .pages import HEIGHT, WIDTH, at

NAME = "北京示例（集团）科技有限公司"


def read(*lines):
    return read_document(lines, width=WIDTH, height=HEIGHT)


def licence(*name, code=CREDIT, sure=0.99):
    return [
        at(380, 60, "营 业 执 照", size=48),
        at(420, 130, "（副本）（1-1）"),
        at(60, 150, "统一社会信用代码", size=18),
        at(60, 180, code, sure=sure),
        *(name or (at(60, 260, "名 称"), at(160, 260, NAME))),
        at(60, 320, "类　型"),
        at(160, 320, "有限责任公司"),
        at(60, 380, "法定代表人李四"),
        at(60, 440, "经营范围"),
        at(190, 440, "技术服务"),
        at(560, 260, "注册资本"),
        at(680, 260, "壹佰万元整"),
        at(560, 320, "成立日期"),
        at(680, 320, "2015年06月18日"),
        at(560, 380, "住  所"),
        at(680, 380, "北京市海淀区示例大"),
        at(680, 416, "街8号"),
        at(600, 560, "登记机关"),
        at(640, 620, "2019"),
        at(730, 620, "年"),
        at(790, 620, "3"),
        at(830, 620, "月"),
        at(890, 620, "5日"),
    ]


def test_two_columns_keep_to_themselves():
    reading = read(*licence())
    texts = {field: value.text for field, value in reading.values.items()}

    assert (reading.type, reading.variant) == ("YYZZ", "licence_landscape")
    assert texts == {
        Field.NAME: NAME,
        Field.NUMBER: CREDIT,
        Field.LEGAL_REPRESENTATIVE: "李四",
        Field.ADDRESS: "北京市海淀区示例大街8号",
        Field.ISSUED_ON: "2019-03-05",
    }
    assert reading.values[Field.NUMBER].confidence >= SURE


@pytest.mark.parametrize(
    "name",
    [
        [at(60, 260, "名称" + NAME)],
        [at(60, 260, "名   称：" + NAME)],
        [at(60, 260, "称" + NAME)],
        [at(60, 260, "名"), at(120, 260, "称" + NAME)],
        [at(60, 260, "名"), at(110, 260, "称"), at(160, 260, NAME)],
        [at(60, 260, "名"), at(160, 260, NAME)],
        [at(110, 260, "称"), at(160, 260, NAME)],
        [at(60, 260, "名稱"), at(160, 260, NAME.replace("（", "(").replace("）", ")"))],
        [at(60, 260, "名称"), at(160, 250, "北京示例（集团）"), at(160, 286, "科技有限公司")],
    ],
    ids=["stuck", "colon", "half", "split", "pieces", "first", "second", "traditional", "wrapped"],
)
def test_the_name_is_found_however_its_label_was_read(name):
    assert read(*licence(*name)).values[Field.NAME].text == NAME


def test_a_name_ends_before_a_row_that_begins_with_the_rest_of_a_label():
    name = [at(60, 260, "名"), at(110, 260, "称"), at(160, 260, NAME)]
    kind = [at(110, 290, "型"), at(160, 290, "有限责任公司(自然人投资)")]

    assert read(*licence(*name, *kind)).values[Field.NAME].text == NAME


def test_a_trader_without_a_name_has_none_rather_than_the_trader_s():
    reading = read(*licence(at(60, 260, "名称"), at(160, 260, "***")))

    assert Field.NAME not in reading.values
    assert reading.values[Field.LEGAL_REPRESENTATIVE].text == "李四"


def test_the_term_without_end_is_told():
    lines = [*licence(), at(560, 470, "营业期限"), at(680, 470, "2015年06月18日至长期")]

    assert read(*lines).values[Field.EXPIRES_ON].text == LONG_TERM


def test_a_doubtful_letter_is_exchanged_for_the_one_that_checks_and_never_sure():
    misread = CREDIT_WITH_B.replace("B", "8")
    lines = licence(code=misread, sure=0.999)
    line = next(line for line in lines if line.text == misread)
    each = [0.7 if c == "B" else 0.99 for c in CREDIT_WITH_B]
    plain = read(*lines).values[Field.NUMBER]
    lines[lines.index(line)] = replace(line, characters=tuple(each))
    doubtful = read(*lines).values[Field.NUMBER]

    assert doubtful.text == CREDIT_WITH_B
    assert doubtful.confidence < SURE
    assert plain.text == misread


def test_a_number_printed_twice_is_surer():
    misread = CREDIT[:-1] + "H"
    once = read(*licence(code=misread, sure=0.8)).values[Field.NUMBER]
    twice = read(*licence(code=misread, sure=0.8), at(600, 20, misread, sure=0.8))

    assert once.confidence < twice.values[Field.NUMBER].confidence < 1


def test_an_old_licence_is_known_by_its_registration_number():
    reading = read(
        at(300, 60, "企业法人营业执照", size=48),
        at(560, 150, "注册号 " + REGISTRATION),
        at(60, 220, "名称"),
        at(220, 220, NAME),
        at(60, 280, "法定代表人姓名"),
        at(260, 280, "李四"),
        at(60, 340, "营业期限"),
        at(220, 340, "自二〇〇五年六月十八日至二〇二五年六月十七日"),
    )

    assert (reading.type, reading.variant) == ("YYZZ", "licence_old")
    assert reading.values[Field.NUMBER] == reading.values[Field.REGISTRATION_NUMBER]
    assert reading.values[Field.NUMBER].text == REGISTRATION
    assert reading.values[Field.LEGAL_REPRESENTATIVE].text == "李四"
    assert reading.values[Field.EXPIRES_ON].text == "2025-06-17"


def test_an_organisation_code_loses_its_hyphen():
    reading = read(
        at(300, 40, "中华人民共和国"),
        at(300, 100, "组织机构代码证", size=48),
        at(60, 220, "代  码：" + ORGANISATION[:8] + "-" + ORGANISATION[8:]),
        at(60, 280, "机构名称：" + NAME),
        at(60, 340, "有 效 期：自2013年5月6日至2017年5月5日"),
    )

    assert reading.type == "ORG"
    assert reading.values[Field.NUMBER].text == ORGANISATION
    assert reading.values[Field.NAME].text == NAME
    assert reading.values[Field.EXPIRES_ON].text == "2017-05-05"


def test_contacts_are_nobody_s_names():
    lines = licence(at(60, 260, "联系人"), at(160, 260, "王五"))
    values = read(*lines).values

    assert "王五" not in [value.text for value in values.values()]


def test_the_title_alone_is_only_a_word():
    assert read(at(60, 60, "营业执照"), at(60, 120, "上传"), at(60, 180, "下一步")).type == ""


def test_two_documents_in_one_picture_are_not_guessed():
    passport = [
        at(60, 10, "护照"),
        at(200, 10, "姓名/Name 张三"),
        at(500, 10, "护照号/Passport No. E12345678"),
    ]

    assert read(*licence(), *passport).type == ""


def test_a_number_of_free_form_is_whole():
    reading = read(
        at(300, 60, "民办学校办学许可证", size=48),
        at(560, 150, "编号 教民111010870000019号"),
        at(60, 220, "名称"),
        at(160, 220, "北京市示例学校"),
        at(60, 280, "校长"),
        at(160, 280, "李四"),
        at(60, 340, "地址"),
        at(160, 340, "北京市海淀区示例大街8号"),
    )

    assert reading.type == "MBXXBX"
    assert reading.values[Field.NUMBER].text == "教民111010870000019号"
    assert reading.values[Field.NAME].text == "北京市示例学校"


def test_a_law_firm_s_name_stands_in_a_sentence():
    reading = read(
        at(300, 60, "律师事务所执业许可证", size=48),
        at(60, 150, "统一社会信用代码：" + CREDIT),
        at(60, 220, "北京正和律师事务所，符合《律师法》规定的条件，准予设立并执业。"),
        at(600, 500, "发证机关：北京市司法局"),
    )

    assert reading.type == "LSZY"
    assert reading.values[Field.NAME].text == "北京正和律师事务所"


def test_day_of_issue_over_two_lines():
    foot = [at(640, 600, "2019年"), at(640, 632, "3月5日")]
    assert read(*licence()[:-5], *foot).values[Field.ISSUED_ON].text == "2019-03-05"
    apart = [at(640, 520, "2019年"), at(640, 632, "3月5日")]
    assert Field.ISSUED_ON not in read(*licence()[:-5], *apart).values


def test_end_of_a_term_in_the_second_line_is_no_day_of_issue():
    term = [
        at(60, 490, "营业期限"),
        at(190, 490, "2015年06月18日至"),
        at(190, 522, "2035年06月17日"),
    ]
    values = read(*licence()[:-5], *term).values
    assert values[Field.EXPIRES_ON].text == "2035-06-17"
    assert Field.ISSUED_ON not in values


def test_labelled_day_of_issue_over_two_lines():
    split = [at(560, 470, "发证日期"), at(680, 470, "2019年"), at(680, 502, "3月5日")]
    assert read(*licence()[:-6], *split).values[Field.ISSUED_ON].text == "2019-03-05"
