"""Addresses of documents and checks."""

from django.urls import path

from saksama.web.reporting import (
    check_views,
    finding_views,
    issue_views,
    issued_list_views,
    template_views,
    views,
    year_views,
)

urlpatterns = [
    path("agencies/<int:number>/documents/<int:year>/", views.documents, name="documents"),
    path("agencies/<int:number>/documents/<int:year>/<slug:kind>.<slug:suffix>", views.document, name="document"),
    path("agencies/<int:number>/documents/<int:year>/<slug:kind>/issue/", issue_views.issue_document, name="issue"),
    path("issued/", issued_list_views.issued_documents, name="issued-documents"),
    path("agencies/<int:number>/issued/", issued_list_views.issued_of_agency, name="issued-of-agency"),
    path("agencies/<int:number>/issued/<int:snapshot>/", issue_views.issued, name="issued"),
    path("proof/<slug:code>/", issue_views.proof, name="proof"),
    path("proof/<slug:code>/file.<slug:suffix>", issue_views.issued_file, name="issued-file"),
    path("reports/", year_views.last_year, name="year-reports-last"),
    path("reports/<int:year>/", year_views.year_reports, name="year-reports"),
    path("reports/<int:year>/all.zip", year_views.all_reports, name="year-reports-zip"),
    path("template/", template_views.house_template, name="house-template"),
    path("template/file/", template_views.template_file, name="house-template-file"),
    path("template/logo/", template_views.template_logo, name="house-template-logo"),
    path("template/take-away/", template_views.take_away, name="take-template-away"),
    path("checks/", check_views.checks, name="checks"),
    path("checks/<int:number>/", finding_views.check, name="check"),
    path("checks/<int:number>/decide/", finding_views.decide, name="decide"),
    path("checks/<int:number>/pages/<int:page>.png", check_views.page_picture, name="page-picture"),
    path("checks/<int:number>/marked/", check_views.marked_copy, name="marked-copy"),
]
