"""Addresses of signing in and of languages."""

from django.urls import path

from saksama.web.organisations import agency_views, people_views, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/<str:token>/", views.open_link, name="open-link"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("language/", views.choose_language, name="language"),
    path("agencies/", agency_views.agencies, name="agencies"),
    path("agencies/successions/", agency_views.succeed, name="succeed"),
    path("agencies/<int:number>/posts/", agency_views.posts, name="posts"),
    path("people/", people_views.people, name="people"),
    path("people/<int:number>/link/", people_views.new_link, name="new-link"),
    path("roles/<int:number>/end/", people_views.end_role, name="end-role"),
]
