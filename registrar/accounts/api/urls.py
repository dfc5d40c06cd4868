from django.urls import path

from .rotation import MeRotateView
from .views import MeView

urlpatterns = [path("me", MeView.as_view()), path("me/rotate", MeRotateView.as_view())]
