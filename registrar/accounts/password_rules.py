"""Which passwords are refused, in plain words: Django's rules with our texts."""

from collections.abc import Iterable

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("The password is too short: at least %(least)d characters, please.") % {
            "least": self.min_length
        }

    def get_help_text(self) -> str:
        return _("At least %(least)d characters.") % {"least": self.min_length}


class NotDigitsOnly(rules.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return _("Digits alone are too easy to guess. Add letters or signs.")

    def get_help_text(self) -> str:
        return _("Not digits alone.")


class NotCommon(rules.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Many people use this password, so it is easy to guess. Choose another one.")

    def get_help_text(self) -> str:
        return _("None that many people use, such as password123.")


class NotLikeThePerson(rules.UserAttributeSimilarityValidator):
    """Neither the e-mail address nor the name, which Django's own list leaves out."""

    def __init__(self, user_attributes: Iterable[str] = ("email", "name")) -> None:
        super().__init__(user_attributes=tuple(user_attributes))

    def get_error_message(self) -> str:
        return _("The password is too much like your name or e-mail address.")

    def get_help_text(self) -> str:
        return _("Not like your name or e-mail address.")
