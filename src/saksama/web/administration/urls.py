"""Addresses of what administrators do."""

from django.urls import path

from saksama.web.administration import account_views, agency_views, factor_views, people_views

urlpatterns = [
    path("agencies/", agency_views.agencies, name="agencies"),
    path("agencies/successions/", agency_views.succeed, name="succeed"),
    path("agencies/<int:number>/posts/", agency_views.posts, name="posts"),
    path("people/", people_views.people, name="people"),
    path("people/second-factor/", factor_views.require_factor, name="require-factor"),
    path("people/<int:number>/second-factor/remove/", factor_views.remove_factor, name="remove-factor"),
    path("people/<int:number>/link/", people_views.new_link, name="new-link"),
    path("roles/<int:number>/end/", people_views.end_role, name="end-role"),
    path("account/", account_views.account, name="account"),
    path("account/second-factor/", account_views.set_up_factor, name="set-up-factor"),
    path("account/second-factor/end/", account_views.end_factor, name="end-factor"),
    path("account/recovery-codes/", account_views.renew_recovery_codes, name="recovery-codes"),
]
