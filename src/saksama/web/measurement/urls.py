"""Addresses of measurement."""

from django.urls import path

from saksama.web.measurement import (
    definition_views,
    evidence_edits,
    import_views,
    indicator_edits,
    money_views,
    plan_comparison_views,
    plan_part_views,
    plan_programme_views,
    plan_version_views,
    plan_views,
    quality_views,
    sheet_views,
    submission_views,
    target_views,
    views,
    workbook_views,
)

_QUARTER = "agencies/<int:number>/measurements/<int:year>/<int:quarter>"

_EVIDENCE = "agencies/<int:number>/evidence/<int:evidence_number>"
_IMPORT = "agencies/<int:number>/imports/<int:import_number>/"
_PROGRAMMES = "agencies/<int:number>/programmes/<int:year>"
_PLAN = "agencies/<int:number>/plan/<int:year>"
_INDICATOR = "agencies/<int:number>/indicators/<int:indicator_number>"

urlpatterns = [
    path("agencies/<int:number>/sheets/<int:year>/", sheet_views.sheets, name="sheets"),
    path("agencies/<int:number>/sheets/<int:year>/<slug:identifier>/", sheet_views.sheet, name="sheet"),
    path(f"{_INDICATOR}/<int:year>/words/", indicator_edits.save_words, name="save-words"),
    path(f"{_INDICATOR}/evidence/", evidence_edits.add_evidence, name="add-evidence"),
    path(f"{_EVIDENCE}/", evidence_edits.evidence_file, name="evidence"),
    path(f"{_EVIDENCE}/retire/", evidence_edits.retire, name="retire-evidence"),
    path("agencies/<int:number>/workbook/<int:year>/", workbook_views.workbook, name="workbook"),
    path("agencies/<int:number>/import/<int:year>/", import_views.import_record, name="import"),
    path("agencies/<int:number>/plan/", plan_version_views.begin_plan, name="begin-plan"),
    path("agencies/<int:number>/plan/<int:year>/", plan_views.plan, name="plan"),
    path("agencies/<int:number>/plan/<int:year>/version/", plan_version_views.new_version, name="new-version"),
    path(f"{_PLAN}/quality/", quality_views.indicator_quality, name="indicator-quality"),
    path(f"{_PLAN}/versions/", plan_comparison_views.compare_versions, name="compare-versions"),
    path("agencies/<int:number>/definitions/<int:definition>/", definition_views.edit_indicator, name="edit-indicator"),
    path(
        "agencies/<int:number>/definitions/<int:definition>/delete/",
        definition_views.delete_indicator,
        name="delete-indicator",
    ),
    path(f"{_PLAN}/goals/add/", plan_part_views.add_part, {"kind": "goal"}, name="add-goal"),
    path(f"{_PLAN}/goals/<int:above>/add/", plan_part_views.add_part, {"kind": "objective"}, name="add-objective"),
    path(f"{_PLAN}/<str:kind>/<int:holder>/indicators/add/", definition_views.add_indicator, name="add-indicator"),
    path(f"{_PLAN}/<str:kind>/<int:part>/", plan_part_views.edit_part, name="edit-part"),
    path(f"{_PLAN}/<str:kind>/<int:part>/move/", plan_part_views.move_part, name="move-part"),
    path(f"{_PLAN}/<str:kind>/<int:part>/delete/", plan_part_views.delete_part, name="delete-part"),
    path("agencies/<int:number>/targets/<int:year>/", target_views.targets, name="targets"),
    path("agencies/<int:number>/targets/<int:year>/cell/", target_views.save_target, name="save-target"),
    path(f"{_PROGRAMMES}/", plan_programme_views.plan_programmes, name="plan-programmes"),
    path(f"{_PROGRAMMES}/add/", plan_programme_views.edit_node, name="add-node"),
    path(f"{_PROGRAMMES}/sort/", plan_programme_views.sort, name="sort-nodes"),
    path(f"{_PROGRAMMES}/<int:node>/", plan_programme_views.edit_node, name="edit-node"),
    path(f"{_PROGRAMMES}/<int:node>/move/", plan_programme_views.move, name="move-node"),
    path(f"{_PROGRAMMES}/<int:node>/delete/", plan_programme_views.delete, name="delete-node"),
    path("agencies/<int:number>/money/<int:year>/", money_views.money, name="money"),
    path("agencies/<int:number>/money/<int:year>/import/", import_views.import_spending, name="import-money"),
    path(_IMPORT, import_views.one_import, name="one-import"),
    path(f"{_IMPORT}apply/", import_views.apply_import, name="apply-import"),
    path("agencies/<int:number>/money/<int:year>/cell/", money_views.save_money, name="save-money"),
    path("agencies/<int:number>/measurements/<int:year>/", views.grid, name="measurements"),
    path("agencies/<int:number>/measurements/<int:year>/cell/", views.save, name="save-measurement"),
    path(
        "agencies/<int:number>/measurements/<int:year>/<int:quarter>/step/",
        submission_views.step,
        name="submission-step",
    ),
    path(
        "agencies/<int:number>/measurements/<int:year>/<int:quarter>/comment/", submission_views.comment, name="comment"
    ),
    path("agencies/<int:number>/comments/<int:comment_number>/settle/", submission_views.settle, name="settle"),
]
