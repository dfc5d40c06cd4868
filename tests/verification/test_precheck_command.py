"""`manage.py precheck`: on files, without a database (a test without the mark can't reach one)."""

import dataclasses
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.verification.conftest import picture_bytes
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from tests.verification.precheck.readings import reading
from verification import file_prechecks, mending
from verification.precheck.checks import find_problems
from verification.reading.model import Field

FORM = {
    "form": {"registrant_type": "individual", "name": NAME},
    "document_type": "SFZ",
    "document_number": NUMBER,
}
JPEG = picture_bytes()


@pytest.fixture
def seen(monkeypatch):
    """What is read in every picture; a test may change it."""
    what = {Field.NAME: NAME, Field.NUMBER: NUMBER}
    for module in (file_prechecks, mending):
        monkeypatch.setattr(module, "read_picture", lambda content: reading("SFZ", what))
    return what


@pytest.fixture
def run(tmp_path, capsys):
    """`run({"card.jpg": bytes}, form, "--json")`: exit code, and what was printed."""

    def call(files, form=FORM, *options, named=None):
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        path = tmp_path / "FORM.json"
        path.write_text(form if isinstance(form, str) else json.dumps(form), encoding="utf-8")
        paths = [str(tmp_path / name) for name in (files if named is None else named)]
        try:
            call_command("precheck", *paths, "--form", str(path), *options)
            code = 0
        except SystemExit as ended:
            code = ended.code
        return code, capsys.readouterr().out

    return call


def test_right_form_is_ready(run, seen):
    code, out = run({"card.jpg": JPEG}, FORM, "--language", "en")
    assert code == 0
    assert out.startswith("Ready: nothing stands in the way")
    assert NUMBER in out


def test_what_blocks_is_said_with_its_place_and_its_fix(run, seen):
    seen[Field.NUMBER] = OTHER_NUMBER
    code, out = run({"card.jpg": JPEG}, FORM, "--language", "en")
    assert code == 1
    assert out.startswith("Not ready")
    assert "[blocks] Number differs from the document (number_mismatch)" in out
    assert "card.jpg" in out
    assert "→ Type the number again from the document." in out


def test_chinese_is_the_first_language(run, seen):
    _code, chinese = run({"card.jpg": JPEG})
    _code, english = run({"card.jpg": JPEG}, FORM, "--language", "en")
    assert "居民身份证" in chinese
    assert "resident" in english.lower()


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "性别：男"), ("en", "Sex: male")])
def test_what_was_read_is_said_in_the_language(run, seen, language, said):
    seen[Field.SEX] = "M"
    assert said in run({"card.jpg": JPEG}, FORM, "--language", language)[1]


def test_picture_that_is_only_converted_is_not_headed_as_unsupported(run, seen, monkeypatch):
    what = dataclasses.replace(reading("SFZ", seen), format="heif")
    monkeypatch.setattr(file_prechecks, "read_picture", lambda _content: what)
    code, out = run({"card.heic": JPEG}, FORM, "--language", "en")
    assert code == 0
    head = "[for your information] The picture is converted before it is sent"
    assert f"{head} (image_format_unsupported)" in out
    assert "The picture is a HEIC file; the authority takes: JPG, PNG, TIFF, BMP, GIF, WebP." in out


def test_json_has_the_shape_of_the_api(run, seen):
    code, out = run({"card.jpg": JPEG}, FORM, "--json")
    shown = json.loads(out)
    assert code == 0
    assert shown.keys() == {"status", "profile", "ready", "findings", "read", "mended"}
    assert (shown["status"], shown["ready"], shown["profile"]) == ("done", True, "tencent")
    assert shown["read"]["document_number"]["text"] == NUMBER
    assert shown["read"]["document_number"]["picture"] == "card.jpg"


def test_profile_of_the_option_comes_before_the_forms(run, seen):
    form = FORM | {"profile": "aliyun"}
    _code, out = run({"card.jpg": JPEG}, form, "--json")
    assert json.loads(out)["profile"] == "aliyun"
    _code, out = run({"card.jpg": JPEG}, form, "--json", "--profile", "icp")
    assert json.loads(out)["profile"] == "icp"


def test_dates_are_judged_by_the_given_day(run, seen):
    form = FORM | {"form": FORM["form"] | {"expires_on": "2030-06-30"}}
    for today, expired in (("2030-05-01", False), ("2030-07-01", True)):
        code, out = run({"card.jpg": JPEG}, form, "--json", "--today", today)
        codes = {one["code"] for one in json.loads(out)["findings"]}
        assert ("document_expired" in codes) is expired
        assert code == int(expired)


def test_what_is_changed_for_the_profile_is_shown(run, seen, monkeypatch):
    png = picture_bytes(fmt="PNG")
    code, out = run({"card.png": png}, FORM, "--profile", "aliyun", "--language", "en")
    assert "What we change before it is sent:" in out
    assert "Converted from PNG to JPG" in out
    assert code == 0


@pytest.mark.parametrize(
    ("stored", "blocks"),
    [
        ({"format": "png"}, True),
        ({"bytes": 2 * 1024 * 1024}, True),
        ({"orientation": 2}, True),
        ({"more_frames": True}, True),
        ({"turned": 90}, False),
        ({"orientation": 6}, False),
    ],
)
def test_picture_that_can_not_be_mended_blocks_unless_it_only_wants_turning(
    run, seen, monkeypatch, stored, blocks
):
    what = dataclasses.replace(reading("SFZ", seen), **stored)
    monkeypatch.setattr(file_prechecks, "read_picture", lambda _content: what)
    monkeypatch.setattr(file_prechecks, "mend", lambda *_: "image_unreadable")
    code, out = run({"card.jpg": JPEG}, FORM, "--json", "--profile", "aliyun")
    blocking = [one["code"] for one in json.loads(out)["findings"] if one["level"] == "block"]
    assert (code, blocking) == ((1, ["image_unreadable"]) if blocks else (0, []))


@pytest.mark.parametrize(
    ("names", "options", "kinds"),
    [
        (["a.jpg"], [], ["identity_document"]),
        (["a.jpg", "b.jpg"], [], ["identity_document", "identity_document_back"]),
        (
            ["a.jpg", "b.jpg", "c.jpg"],
            [],
            ["identity_document", "identity_document_back", "supporting_document"],
        ),
        (["a.jpg"], ["b.jpg"], ["identity_document", "identity_document_back"]),
        (
            ["a.jpg", "c.jpg"],
            ["b.jpg"],
            ["identity_document", "supporting_document", "identity_document_back"],
        ),
    ],
)
def test_kinds_follow_the_order_or_the_option(
    run, seen, tmp_path, monkeypatch, names, options, kinds
):
    dossiers = []

    def watched(dossier, **problems):
        dossiers.append(dossier)
        return find_problems(dossier, **problems)

    monkeypatch.setattr("verification.prechecks.find_problems", watched)
    back = [word for name in options for word in ("--back", str(tmp_path / name))]
    run(dict.fromkeys([*names, *options], JPEG), FORM, *back, named=names)
    assert [picture.kind for picture in dossiers[0].pictures] == kinds


def test_form_without_pictures_misses_one(run):
    code, out = run({}, FORM, "--json")
    assert code == 1
    assert "material_missing" in {one["code"] for one in json.loads(out)["findings"]}


def test_text_called_jpg_is_a_finding(run):
    code, out = run({"card.jpg": b"no picture at all\n" * 5000}, FORM, "--json")
    assert code == 1
    found = {one["code"]: one["level"] for one in json.loads(out)["findings"]}
    assert found == {"image_format_unsupported": "block"}


def refused(run, *arguments, **named):
    with pytest.raises(CommandError) as error:
        run(*arguments, **named)
    assert error.value.returncode == 2
    return str(error.value)


def test_missing_picture_is_named(run):
    assert "nowhere.jpg: No such file" in refused(run, {}, named=["nowhere.jpg"])


def test_folder_is_no_picture(run, tmp_path):
    (tmp_path / "folder").mkdir()
    assert "folder: Is a directory" in refused(run, {}, named=["folder"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 50_000, "not JSON"),
        ("x" * 200_000, "this is no form"),
        ("[]", "FORM.json"),
        ("{}", "document_number: "),
        (json.dumps(FORM | {"form": {"name": NAME}}), "form.registrant_type: "),
        (json.dumps(FORM | {"profile": "nobody"}), "profile: "),
        (json.dumps(FORM | {"colour": 1}), "colour: "),
        (json.dumps(FORM | {"document_number": 12}), "document_number: "),
    ],
)
def test_form_that_can_not_be_read_says_why(run, text, said):
    message = refused(run, {}, text)
    assert said in message
    assert "FORM.json" in message


def test_form_that_is_not_text_says_why(run, tmp_path):
    path = tmp_path / "picture.json"
    path.write_bytes(JPEG)
    assert "picture.json" in refused(run, {}, FORM, "--form", str(path))


def test_day_that_is_none_is_refused(run):
    with pytest.raises(CommandError, match="2026-01-31"):
        run({}, FORM, "--today", "tomorrow")


def test_command_line_starts_no_database_and_tells_by_its_exit_code(tmp_path):
    (tmp_path / "card.jpg").write_bytes(b"no picture at all\n" * 5000)
    (tmp_path / "form.json").write_text(json.dumps(FORM), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    kept["VAR"] = str(tmp_path / "var")
    for form, code in (("form.json", 1), ("none.json", 2)):
        ended = subprocess.run(
            [sys.executable, "manage.py", "precheck", tmp_path / "card.jpg", "--form",
             tmp_path / form],
            cwd=settings.BASE_DIR, env=kept, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == code, ended.stderr
        assert "Traceback" not in ended.stderr
    assert not (tmp_path / "var").exists()
