"""Addresses of the start page and of agencies."""

from django.urls import path

from saksama.web.overview import indicator_views, missing_views, report_views, views

urlpatterns = [
    path("", views.start, name="start"),
    path("missing/", missing_views.missing, name="missing"),
    path("missing/reports/", report_views.missing_reports, name="missing-reports"),
    path("missing/<int:number>/<int:year>/<int:quarter>/remind/", missing_views.remind_agency, name="remind-agency"),
    path("agencies/<int:number>/", views.agency, name="agency"),
    path("agencies/<int:number>/indicators/<int:indicator_number>/", indicator_views.indicator, name="indicator"),
]
