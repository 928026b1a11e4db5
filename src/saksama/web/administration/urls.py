"""Addresses of what administrators do."""

from django.urls import path

from saksama.web.administration import agency_views, people_views

urlpatterns = [
    path("agencies/", agency_views.agencies, name="agencies"),
    path("agencies/successions/", agency_views.succeed, name="succeed"),
    path("agencies/<int:number>/posts/", agency_views.posts, name="posts"),
    path("people/", people_views.people, name="people"),
    path("people/<int:number>/link/", people_views.new_link, name="new-link"),
    path("roles/<int:number>/end/", people_views.end_role, name="end-role"),
]
