"""The application that a server runs. Its process ends with the one that started it, or it would keep the port."""

import os

from django.core.wsgi import get_wsgi_application

from saksama.web.child_bounds import end_with_parent

end_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saksama.web.settings")
application = get_wsgi_application()
