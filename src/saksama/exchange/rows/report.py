"""Rows of what surrounds the figures: agreements, signatures and texts, settings, scale, notes."""

from collections.abc import Iterator

from saksama.exchange.rows.row import Row, Value, person, row
from saksama.exchange.rows.stated import lower_bound, stated
from saksama.kernel.provenance import Citation
from saksama.kernel.record import PerformanceRecord, ReportSettings


def agreement_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """One row for each agreement, and one for `prepared` where that year has none."""
    for agreement in record.agreements:
        yield row(
            [
                ("year", agreement.year),
                *person("first", agreement.first_party),
                *person("second", agreement.second_party),
                ("number", agreement.number),
                ("place", agreement.place),
                ("date", agreement.signed_on),
                ("revision", agreement.revision or None),
                ("reason", agreement.reason),
                ("budget_version", agreement.budget_version),
            ]
        )
    if prepared is not None and record.agreement(prepared) is None:
        yield {"year": prepared}


def agreed_target_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The targets that differ from the plan's. Only those of a year's last revision can be looked up."""
    known = {indicator.id: indicator for indicator in record.indicators()}
    for agreement in record.agreements:
        is_in_force = agreement is record.agreement(agreement.year)
        for agreed in agreement.targets:
            indicator, low = known.get(agreed.indicator), lower_bound(agreed.target)
            yield row(
                [
                    ("year", agreement.year),
                    ("indicator", agreed.indicator),
                    ("indicator_name", indicator.name if indicator else None),
                    ("unit", indicator.unit if indicator else None),
                    ("target", stated(record, indicator, agreed.target.high) if indicator else agreed.target.high),
                    ("target_low", stated(record, indicator, low) if indicator else low),
                    ("revision", agreement.revision or None),
                    ("lookup", f"{agreed.indicator}|{agreement.year}" if is_in_force else None),
                ]
            )


def text_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """One row for each year that is signed or written about, and one for `prepared`."""
    years = [*(issue.year for issue in record.issues), *(text.year for text in record.texts)]
    years += [status.year for status in record.expenditure_statuses]
    if prepared is not None:
        years.append(prepared)
    for year in dict.fromkeys(years):
        issue = record.issue(year)
        texts = [(text.part.value, text.text) for text in record.texts if text.year == year]
        signed = [("place", issue.place), ("date", issue.signed_on), *person("signatory", issue.signatory)]
        status = record.expenditure_status(year)
        audited = None if status.is_audited is None else "yes" if status.is_audited else "no"
        yield row([("year", year), *signed, *texts, ("cut_off", status.cut_off), ("is_audited", audited)])


def settings_row(settings: ReportSettings) -> Row:
    """The lines of the settings."""
    limits, scale = settings.limits, settings.scale
    return row(
        [
            ("report_name", settings.report_name),
            ("abbreviation", settings.abbreviation),
            ("arrangement", settings.arrangement.value),
            ("average_cap", settings.average_cap),
            ("efficiency_method", settings.efficiency_method),
            ("budget_source", settings.budget_source),
            ("mark", settings.mark),
            ("limit_cap", limits.cap),
            ("limit_floor", limits.floor),
            *_citation("limits", limits.citation),
            ("scale_title", scale.title),
            ("scale_name", scale.name),
            ("scale_side", "above" if scale.bound_opens_band else "below"),
            ("scale_decimals", scale.decimals),
            *_citation("scale", scale.citation),
        ]
    )


def _citation(prefix: str, citation: Citation | None) -> list[tuple[str, Value | None]]:
    if citation is None:
        return []
    return [
        (f"{prefix}_regulation", citation.regulation),
        (f"{prefix}_clause", citation.clause),
        (f"{prefix}_certainty", citation.certainty.value),
        (f"{prefix}_note", citation.note),
    ]


def scale_rows(settings: ReportSettings) -> Iterator[Row]:
    """The bands from the best to the lowest."""
    return (row([("word", band.word), ("bound", band.bound)]) for band in settings.scale.bands)


def choice_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The record's own notes."""
    for choice in record.choices:
        yield row([("topic", choice.topic), ("decision", choice.decision), ("reason", choice.reason)])
