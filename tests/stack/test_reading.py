"""Pictures are read by a process of its own, and whatever happens to it costs time only."""

import time

from registrar.embedded.documents import draw_id_card
from tests.stack.api import Api
from tests.stack.harness import Stack

_NUMBER = "11010119900307889X"


def test_a_reader_killed_in_the_middle_of_a_picture_costs_time_only(
    stack: Stack, globex_api: Api
) -> None:
    materials = [globex_api.upload(draw_id_card(f"试断{name}", _NUMBER)) for name in "甲乙丙"]
    time.sleep(1.5)
    stack.kill_reader()
    for material in materials:
        globex_api.wait_until_read(material)
    assert "reader ended (signal 9)" in stack.output


def test_what_was_typed_wrong_is_found_in_the_picture(globex_api: Api) -> None:
    material = globex_api.upload(draw_id_card("试检", _NUMBER))
    globex_api.wait_until_read(material)
    asked = {
        "form": {"registrant_type": "individual", "name": "试检"},
        "document_type": "SFZ",
        "document_number": "11010519491231002X",
        "materials": [material],
    }
    wrong = globex_api.post("/prechecks", asked)
    assert not wrong["ready"]
    assert [found["code"] for found in wrong["findings"]] == ["number_mismatch"]
    right = globex_api.post("/prechecks", asked | {"document_number": _NUMBER})
    assert right["ready"]
    assert right["findings"] == []
