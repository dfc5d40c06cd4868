import os

from django.core.wsgi import get_wsgi_application

from registrar.startup import refuse_broken_data

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.embedded")

application = get_wsgi_application()
refuse_broken_data()
