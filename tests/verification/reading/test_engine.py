"""What the models say, put into the letters that documents are printed in."""

import numpy as np
import pytest

from verification.reading import engine as engines


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("K4031876\N{GREEK CAPITAL LETTER RHO}6SGP", "K4031876P6SGP"),
        ("\N{CYRILLIC CAPITAL LETTER ES}\N{CYRILLIC CAPITAL LETTER EN}N", "CHN"),
        ("有限公司αβ", "有限公司αβ"),
    ],
)
def test_letters_of_other_alphabets_are_latin_where_they_look_it(monkeypatch, said, text):
    class Models:
        def recognize_txt(self, strips):
            return Said((said,), (0.98,), (None,))

    class Said:
        def __init__(self, txts, scores, word_results):
            self.txts, self.scores, self.word_results = txts, scores, word_results

    loaded = object.__new__(engines.Engine)
    monkeypatch.setattr(loaded, "_ocr", Models(), raising=False)
    (one,) = loaded.recognise([np.zeros((8, 8, 3), np.uint8)])
    assert one.text == text
