"""What the standard library's argparse says, in the tool's language.

argparse asks the process's default gettext catalogue for its words, which is by the standard
library's own leave an application's to set. Its words are marked here, since nothing of ours
says them, so that they are collected into zm.po; a Python that words one otherwise says that one
in English.
"""

import gettext
import os

from registrar.client.texts import CHINESE, LOCALE
from registrar.client.texts import gettext_noop as _

WORDS = (
    _("usage: "),
    _("options"),
    _("positional arguments"),
    _("show this help message and exit"),
    _("%(prog)s: error: %(message)s\n"),
    _("argument %(argument_name)s: %(message)s"),
    _("the following arguments are required: %s"),
    _("one of the arguments %s is required"),
    _("not allowed with argument %s"),
    _("unrecognized arguments: %s"),
    _("ambiguous option: %(option)s could match %(matches)s"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
    _("invalid %(type)s value: %(value)r"),
    _("expected one argument"),
    _("expected at most one argument"),
    _("expected at least one argument"),
    _("ignored explicit argument %r"),
    _("can't open '%(filename)s': %(error)s"),
)


def choose(language: str) -> None:
    """Have argparse speak it; what it has no words for stays English."""
    gettext.bindtextdomain("zm", str(LOCALE))
    gettext.textdomain("zm")
    os.environ["LANGUAGE"] = "zh_Hans" if language == CHINESE else "en"
