from django.urls import path

from .answers import AnswersView
from .materials import MaterialContentView, MaterialsView, MaterialView
from .more import MoreView
from .prechecks import PrechecksView, PrecheckView
from .reasons import ClassifyFailureView, FailureReasonsView, FailureReasonView
from .reminders import RemindersView
from .reverification import ReverificationView
from .verifications import VerificationsView, VerificationView, WithdrawVerificationView
from .waiting import ReminderView, ResubmitVerificationView

urlpatterns = [
    path("materials", MaterialsView.as_view()),
    path("materials/<str:material_id>", MaterialView.as_view()),
    path("materials/<str:material_id>/content", MaterialContentView.as_view()),
    path("prechecks", PrechecksView.as_view()),
    path("prechecks/<str:precheck_id>", PrecheckView.as_view()),
    path("verifications", VerificationsView.as_view()),
    path("verifications/<str:verification_id>", VerificationView.as_view()),
    path("verifications/<str:verification_id>/withdraw", WithdrawVerificationView.as_view()),
    path("verifications/<str:verification_id>/more", MoreView.as_view()),
    path("verifications/<str:verification_id>/resubmit", ResubmitVerificationView.as_view()),
    path("verifications/<str:verification_id>/reminder", ReminderView.as_view()),
    path("verifications/<str:verification_id>/answers", AnswersView.as_view()),
    path("domains/<str:name>/reverification", ReverificationView.as_view()),
    path("reminders", RemindersView.as_view()),
    path("failure-reasons", FailureReasonsView.as_view()),
    path("failure-reasons/classify", ClassifyFailureView.as_view()),
    path("failure-reasons/<str:code>", FailureReasonView.as_view()),
]
