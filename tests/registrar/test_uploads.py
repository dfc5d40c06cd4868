from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from registrar import uploads


def post(**files):
    request = RequestFactory().post("/", {k: SimpleUploadedFile(k, v) for k, v in files.items()})
    return request, request.FILES


def test_file_within_the_limit_arrives():
    request, files = post(a=b"x" * 1000)
    assert files["a"].read() == b"x" * 1000
    assert not uploads.was_cut_off(request)


def test_files_beyond_the_limit_together_are_dropped_from_there_on(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 1500)
    request, files = post(a=b"x" * 1000, b=b"y" * 1000, c=b"z")
    assert list(files) == ["a"]
    assert uploads.was_cut_off(request)
