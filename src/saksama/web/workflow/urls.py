"""Addresses of the government's own deadlines."""

from django.urls import path

from saksama.web.workflow import deadline_views, evidence_rule_views

urlpatterns = [
    path("deadlines/", deadline_views.deadlines_now, name="deadlines-now"),
    path("deadlines/evidence/", evidence_rule_views.require_evidence, name="require-evidence"),
    path("deadlines/<int:year>/", deadline_views.deadlines, name="deadlines"),
]
