"""Addresses of the start page, of agencies and of the history."""

from django.urls import path

from saksama.web.overview import (
    figure_views,
    history_views,
    indicator_views,
    mismatch_views,
    missing_views,
    objective_views,
    programme_views,
    shortfall_views,
    total_views,
    unit_views,
    views,
    year_duty_views,
)
from saksama.web.overview.year_duties import AGREEMENT, REPORT

urlpatterns = [
    path("", views.start, name="start"),
    path("money-and-results/", mismatch_views.mismatched, name="mismatched"),
    path("totals/<slug:what>/", total_views.total, name="total"),
    path("history/", history_views.government_history, name="history"),
    path("missing/", missing_views.missing, name="missing"),
    path("missing/agreements/", year_duty_views.missing_of_year, {"duty": AGREEMENT}, name="missing-agreements"),
    path("missing/reports/", year_duty_views.missing_of_year, {"duty": REPORT}, name="missing-reports"),
    path(
        "missing/agreements/<int:number>/<int:year>/remind/",
        year_duty_views.remind_of_year,
        {"duty": AGREEMENT},
        name="remind-agreement",
    ),
    path(
        "missing/reports/<int:number>/<int:year>/remind/",
        year_duty_views.remind_of_year,
        {"duty": REPORT},
        name="remind-report",
    ),
    path("missing/<int:number>/<int:year>/<int:quarter>/remind/", missing_views.remind_agency, name="remind-agency"),
    path("agencies/<int:number>/", views.agency, name="agency"),
    path("agencies/<int:number>/shortfalls/<int:year>/", shortfall_views.shortfalls, name="shortfalls"),
    path("agencies/<int:number>/indicators/<int:indicator_number>/", indicator_views.indicator, name="indicator"),
    path("agencies/<int:number>/figures/<path:identifier>/", figure_views.figure, name="figure"),
    path("agencies/<int:number>/programmes/", programme_views.programmes, name="programmes"),
    path("agencies/<int:number>/objectives/<path:key>/", objective_views.objective, name="objective"),
    path("agencies/<int:number>/history/", history_views.agency_history, name="agency-history"),
    path("agencies/<int:number>/units/", unit_views.units, name="units"),
    path("agencies/<int:number>/units/take/<int:year>/", unit_views.take, name="take-units"),
    path("agencies/<int:number>/units/<int:unit_number>/", unit_views.unit, name="unit"),
]
