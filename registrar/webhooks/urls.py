from django.urls import path

from .views import acting, deliveries, endpoints

app_name = "webhooks"

_endpoint = "<str:endpoint_id>/"
_delivery = "deliveries/<str:delivery_id>/"

urlpatterns = [
    path("", endpoints.endpoint_list, name="list"),
    path("new/", endpoints.new, name="new"),
    path(_delivery, deliveries.delivery, name="delivery"),
    path(f"{_delivery}replay/", deliveries.replay, name="replay"),
    path(_endpoint, endpoints.endpoint, name="endpoint"),
    path(f"{_endpoint}edit/", endpoints.edit, name="edit"),
    path(f"{_endpoint}secret/", acting.secret, name="secret"),
    path(f"{_endpoint}rotate/", acting.rotate, name="rotate"),
    path(f"{_endpoint}test/", acting.test, name="test"),
    path(f"{_endpoint}enable/", acting.enable, name="enable"),
    path(f"{_endpoint}disable/", acting.disable, name="disable"),
    path(f"{_endpoint}delete/", acting.delete, name="delete"),
    path(f"{_endpoint}replay/", deliveries.replay_span, name="replay_span"),
]
