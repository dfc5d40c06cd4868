from django.urls import include, path

from registrar.urls import urlpatterns as ordinary

urlpatterns = [*ordinary, path("demo/", include("registrar.embedded.urls"))]
