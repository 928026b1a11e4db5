"""Addresses of signing in and of languages."""

from django.urls import path

from saksama.web.organisations import code_views, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/code/", code_views.give_code, name="sign-in-code"),
    path("sign-in/<str:token>/", views.open_link, name="open-link"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("government/", views.choose_government, name="choose-government"),
    path("language/", views.choose_language, name="language"),
]
