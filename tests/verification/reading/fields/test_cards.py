"""Resident cards and residence permits, laid out by hand."""

from dataclasses import replace

from templates_app.rules.numbers.resident_id import resident_id_holds
from verification.reading.fields import read_document
from verification.reading.model import LONG_TERM, SURE, Field, Side

from .numbers import HONG_KONG, RESIDENT
from .pages import HEIGHT, WIDTH, at


def read(*lines):
    return read_document(lines, width=WIDTH, height=HEIGHT)


def front(*, name="姓名张三", ethnicity="性别男民族汉", number=RESIDENT, sure=0.99, slope=0.0):
    return [
        at(60, 60, name, slope=slope),
        at(60, 120, ethnicity, slope=slope),
        at(60, 180, "出生 1949年12月31日", slope=slope),
        at(60, 240, "住址", slope=slope),
        at(140, 240, "北京市朝阳区示例路一百二十三号", slope=slope),
        at(140, 280, "样本小区2号楼", slope=slope),
        at(60, 560, "公民身份号码", slope=slope),
        at(300, 560, number, sure=sure, slope=slope),
    ]


def test_labels_stuck_to_their_values_are_taken_off():
    reading = read(*front())
    texts = {field: value.text for field, value in reading.values.items()}

    assert (reading.type, reading.side) == ("SFZ", Side.FRONT)
    assert texts == {
        Field.NAME: "张三",
        Field.SEX: "M",
        Field.NUMBER: RESIDENT,
        Field.BORN_ON: "1949-12-31",
        Field.ADDRESS: "北京市朝阳区示例路一百二十三号样本小区2号楼",
    }


def test_tilted_lines_find_their_labels_either_way():
    for slope in (-0.2, -0.07, 0.07, 0.2):
        values = read(*front(slope=slope)).values

        assert values[Field.NAME].text == "张三"
        assert values[Field.ADDRESS].text == "北京市朝阳区示例路一百二十三号样本小区2号楼"
        assert values[Field.NUMBER].text == RESIDENT


def test_a_tilted_line_s_box_may_reach_into_its_label_s():
    label, name = at(60, 60, "姓名", slope=0.2), at(120, 60, "张三", slope=0.2)
    wider = replace(label, box=replace(label.box, right=name.box.left + 0.02))

    assert read(wider, name, *front(slope=0.2)[2:]).values[Field.NAME].text == "张三"


def test_a_name_in_two_boxes_is_one_name():
    lines = [at(60, 60, "姓名"), at(140, 60, "张"), at(200, 60, "三"), *front()[1:]]

    assert read(*lines).values[Field.NAME].text == "张三"


def test_a_label_in_two_boxes_is_one_label():
    lines = [at(60, 60, "姓"), at(110, 60, "名"), at(160, 60, "张三"), *front()[1:]]

    assert read(*lines).values[Field.NAME].text == "张三"


def test_minority_names_keep_their_dot_and_go_on_below():
    lines = [
        at(60, 60, "姓名"),
        at(140, 60, "阿卜杜拉・买买提"),
        at(140, 96, "江"),
        *front()[1:],
    ]

    assert read(*lines).values[Field.NAME].text == "阿卜杜拉·买买提江"


def test_a_letter_for_a_digit_is_put_right_where_the_check_digit_agrees():
    number = read(*front(number=RESIDENT.replace("0", "O"))).values[Field.NUMBER]

    assert number.text == RESIDENT
    assert number.confidence >= SURE


def test_a_wrong_check_digit_is_sure_only_where_every_character_is():
    wrong = RESIDENT[:-1] + "1"
    plain = read(*front(number=wrong, sure=0.999)).values[Field.NUMBER]
    doubtful = read(*front(number=wrong, sure=0.97)).values[Field.NUMBER]

    assert plain.text == doubtful.text == wrong
    assert plain.confidence >= SURE > doubtful.confidence


def test_a_number_of_another_length_is_told_and_never_sure():
    number = read(*front(number=RESIDENT[:-2], sure=1.0)).values[Field.NUMBER]

    assert number.text == RESIDENT[:-2]
    assert number.confidence < SURE


def test_a_number_without_characters_confidences_needs_its_check_digit():
    lines = front(number=RESIDENT[:-1] + "1")
    lines[-1] = type(lines[-1])(lines[-1].text, 0.999, lines[-1].box)

    assert read(*lines).values[Field.NUMBER].confidence < SURE


def test_the_number_tells_residence_permits_apart():
    assert read(*front(ethnicity="性别女", number=HONG_KONG)).type == "GAJZZ"


def test_the_emblem_side_has_its_dates():
    back = [
        at(400, 60, "中华人民共和国", size=40),
        at(400, 140, "居民身份证", size=60),
        at(200, 480, "签发机关"),
        at(340, 480, "北京市公安局朝阳分局"),
        at(200, 560, "有效期限"),
    ]
    dated = read(*back, at(340, 560, "2015.03.04-2035.03.04"))
    endless = read(*back, at(340, 560, "2015.03.04-长期"))

    assert (dated.type, dated.side) == ("SFZ", Side.BACK)
    assert dated.values[Field.ISSUED_ON].text == "2015-03-04"
    assert dated.values[Field.EXPIRES_ON].text == "2035-03-04"
    assert endless.values[Field.EXPIRES_ON].text == LONG_TERM


def test_a_form_that_asks_for_a_card_is_none():
    reading = read(
        at(60, 60, "证件类型 居民身份证"),
        at(60, 120, "姓名 张三"),
        at(60, 180, "证件号码 " + RESIDENT),
        at(60, 240, "请上传居民身份证照片"),
    )

    assert reading.type == ""


def test_a_temporary_card_and_a_household_register_are_none():
    for title in ("临时居民身份证", "居民户口簿"):
        assert read(at(300, 10, title), *front()).type == ""


def test_half_a_label_still_gives_the_name_but_never_surely():
    for name in ("名张三", "娃名张三"):
        value = read(*front(name=name)).values[Field.NAME]

        assert value.text == "张三"
        assert value.confidence < SURE


def test_two_people_s_cards_in_one_picture_are_never_sure():
    second = [at(520, 560, "公民身份号码"), at(700, 560, "110101199003070011")]
    assert resident_id_holds("110101199003070011")

    assert read(*front(), *second).values[Field.NUMBER].confidence < SURE


def test_the_permit_s_number_on_the_back_is_another_number():
    reading = read(
        at(400, 60, "港澳居民居住证", size=60),
        at(200, 400, "签发机关"),
        at(340, 400, "深圳市公安局"),
        at(200, 460, "通行证号码"),
        at(340, 460, "H1234567801"),
    )

    assert (reading.type, reading.side) == ("GAJZZ", Side.BACK)
    assert reading.values[Field.SERIAL].text == "H1234567801"
    assert Field.NUMBER not in reading.values


def test_a_faint_birth_date_that_the_number_says_too_is_sure():
    lines = front()
    lines[2] = at(60, 180, "出生 1949年12月31日", sure=0.6)
    agreed = read(*lines).values[Field.BORN_ON]
    lines[2] = at(60, 180, "出生 1949年12月30日", sure=0.6)
    other = read(*lines).values[Field.BORN_ON]

    assert agreed.confidence >= SURE > other.confidence
