"""RapidOCR with the models of its wheel: loaded once a process, one picture at a time."""

import logging
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from omegaconf import OmegaConf
from onnxruntime import InferenceSession, SessionOptions
from rapidocr import RapidOCR

from .decoding import Pixels

# Corners of quadrilaterals in pixels: n x 4 x (x, y), clockwise from the top left.
Quads = NDArray[np.float32]

# Threads of one reading; how many processes read at a time is for the worker's concurrency.
THREADS = int(os.environ.get("READING_THREADS", "2"))
_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
_PARAMETERS = {
    "Global.log_level": "warning",
    "Global.return_word_box": True,
    # Pictures come in the size in which they are to be searched.
    "Det.limit_side_len": 32,
}
# Letters of other alphabets that the recogniser gives for Latin ones of the same shape.
_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ", "ABEZHIKMNOPTYXABEKMHOPCTX")
_lock = threading.Lock()


class ModelsMissing(RuntimeError):
    """The installed RapidOCR doesn't carry its models. They are never downloaded."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The text of one strip; `characters` has a confidence for each character, or is empty."""

    text: str
    confidence: float
    characters: tuple[float, ...]


class Engine:
    """What the models say of pixels (red, green, blue). Not for two threads at a time."""

    def __init__(self) -> None:
        folder = _model_folder()
        self._ocr = RapidOCR(params=_PARAMETERS)
        for section, name in _MODELS.items():
            known = dict(self._ocr.cfg[section]) | {"session": _session(folder / name)}
            self._ocr.cfg[section] = OmegaConf.create(known, flags={"allow_objects": True})
        # It writes to the terminal by itself: its lines belong into the process's own log.
        logger = logging.getLogger("RapidOCR")
        logger.handlers.clear()
        logger.propagate = True
        cv2.setNumThreads(THREADS)

    def detect(self, pixels: Pixels) -> Quads:
        """Where text stands, as it is turned in the picture."""
        found = self._ocr._load_det_model()(_bgr(pixels)).boxes
        return np.zeros((0, 4, 2), np.float32) if found is None else found.astype(np.float32)

    def upside_down(self, strips: Sequence[Pixels]) -> list[float]:
        """For each strip the probability that its text stands on its head."""
        if not strips:
            return []
        _, result = self._ocr.cls_and_rotate([_bgr(strip) for strip in strips])
        answers = result.cls_res or []
        return [float(s) if label == "180" else 1 - float(s) for label, s in answers]

    def recognise(self, strips: Sequence[Pixels]) -> list[Recognised]:
        """The text of each strip, in their order."""
        if not strips:
            return []
        result = self._ocr.recognize_txt([_bgr(strip) for strip in strips])
        rows = zip(result.txts or (), result.scores, result.word_results, strict=True)
        return [_recognised(text, score, words) for text, score, words in rows]


@contextmanager
def engine() -> Iterator[Engine]:
    """The process's engine, alone: others wait. ModelsMissing when it can't be had."""
    with _lock:
        yield _engine()


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return Engine()


def _model_folder() -> Path:
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    missing = [name for name in _MODELS.values() if not (folder / name).is_file()]
    if missing:
        raise ModelsMissing(f"RapidOCR is installed without its models: {', '.join(missing)}")
    return folder


def _session(model: Path) -> InferenceSession:
    """Our own, since RapidOCR's settings don't reach these."""
    options = SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    # Threads that wait for one another in a loop take twice the time where others want the
    # processors too, and save next to nothing where nobody does.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # An arena grows to the largest picture and is never given back.
    options.enable_cpu_mem_arena = False
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _bgr(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, :, ::-1])


def _recognised(text: str, score: float, words: Any) -> Recognised:
    confidences = tuple(float(value) for value in getattr(words, "confs", ()))
    if len(confidences) != len(text):
        confidences = ()
    text = text.translate(_LATIN)
    return Recognised(text=text, confidence=float(score), characters=confidences)
