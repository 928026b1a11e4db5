"""Every address."""

from django.urls import include, path

from saksama.web import health

handler400 = "saksama.web.failures.bad_request"
handler500 = "saksama.web.failures.server_error"
urlpatterns = [
    path("", include("saksama.web.overview.urls")),
    path("", include("saksama.web.reporting.urls")),
    path("", include("saksama.web.measurement.urls")),
    path("", include("saksama.web.administration.urls")),
    path("", include("saksama.web.workflow.urls")),
    path("", include("saksama.web.organisations.urls")),
    path("health/live", health.live),
    path("health/ready", health.ready),
]
