"""Addresses of the start page and of agencies."""

from django.urls import path

from saksama.web.overview import indicator_views, views

urlpatterns = [
    path("", views.start, name="start"),
    path("agencies/<int:number>/", views.agency, name="agency"),
    path("agencies/<int:number>/indicators/<int:indicator_number>/", indicator_views.indicator, name="indicator"),
]
