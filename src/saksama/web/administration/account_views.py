"""A person's own account: the second factor, switched on with a first code, replaced, or switched off."""

import segno
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from saksama.language.messages import _
from saksama.web.administration.factor_history import record_factor, remove_factor_of
from saksama.web.organisations.access import person_of, roles_of
from saksama.web.organisations.code_views import CodeForm
from saksama.web.organisations.half_signed import half_signed, sign_in_whole
from saksama.web.organisations.models import Person
from saksama.web.organisations.second_factor import (
    RefusedCodeError,
    address_of,
    factor_of,
    first_step,
    is_required,
    key_of,
    new_recovery_codes,
    new_seed,
    spend_code,
    switch_on,
)

_SEED = "new-second-factor"
"""Where the session keeps what the new key follows from, until its first code was right."""


class FirstCodeForm(CodeForm):
    """The first code of a new application; `code` and `recovery` prove the old one, where there is one."""

    first = forms.CharField(
        required=False,
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


@never_cache
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here, and whether my second factor is on."""
    return _account(request, person_of(request), CodeForm())


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def set_up_factor(request: HttpRequest) -> HttpResponse:
    """Show a new key, and let it count when its first code is right: for oneself, or where signing in requires it."""
    now = timezone.now()
    is_signed_in = isinstance(request.user, Person)
    person = person_of(request) if is_signed_in else half_signed(request, now)
    if person is None:
        messages.error(request, _("Waktu untuk menulis kode sudah habis. Mintalah tautan baru."))
        return redirect("sign-in")
    old = factor_of(person)
    if old and not is_signed_in:
        return redirect("sign-in-code")
    seed = request.session.setdefault(_SEED, new_seed())
    form = FirstCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        field, first = "first", form.cleaned_data["first"].replace(" ", "")
        try:
            first_step(seed, first, now)  # before a code of the old one is spent for nothing
            if old:
                field = "recovery" if form.cleaned_data["recovery"] else "code"
                spend_code(person, form.typed, now)
            with transaction.atomic():
                codes = switch_on(person, seed, first, now, replaces=bool(old))
                record_factor(person, by=person, old=bool(old), new=True)
        except RefusedCodeError as error:
            form.add_error(field, str(error))
        else:
            del request.session[_SEED]
            return _codes(request, codes, reverse("account") if is_signed_in else sign_in_whole(request, person))
    key = key_of(seed)
    address = address_of(key, person, request.get_host())
    return render(
        request,
        "administration/set_up_factor.html",
        {
            "form": form,
            "old": old,
            "is_required": is_required(person),
            "key": " ".join(key[start : start + 4] for start in range(0, len(key), 4)),
            "address": address,
            "picture": segno.make(address, error="m").svg_data_uri(scale=5, border=4),
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
def end_factor(request: HttpRequest) -> HttpResponse:
    """Switch the own second factor off, with a code; never where a role requires it."""
    if request.method == "GET":  # a page that answered a POST was asked for again, such as in the other language
        return redirect("account")
    person, form = person_of(request), CodeForm(request.POST)
    if is_required(person):
        messages.error(request, _("Peran Anda mewajibkan langkah kedua. Anda dapat memindahkannya ke ponsel lain."))
        return redirect("account")
    if not _is_proved(person, form):
        return _account(request, person, form)
    remove_factor_of(person, by=person)
    messages.success(request, _("Langkah kedua dimatikan."))
    return redirect("account")


@never_cache
@require_http_methods(["GET", "POST"])
def renew_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes in place of the old ones, for a code."""
    if request.method == "GET":  # a page that answered a POST was asked for again, such as in the other language
        return redirect("account")
    person, form = person_of(request), CodeForm(request.POST)
    if not _is_proved(person, form):
        return _account(request, person, form)
    factor = factor_of(person)
    if factor is None:
        return redirect("account")
    with transaction.atomic():
        codes = new_recovery_codes(factor)
        record_factor(person, by=person, old=True, new=True)
    return _codes(request, codes, reverse("account"))


def _is_proved(person: Person, form: CodeForm) -> bool:
    """Whether a code was typed that counts; the form tells why not."""
    if not form.is_valid():
        return False
    try:
        spend_code(person, form.typed, timezone.now())
    except RefusedCodeError as error:
        form.add_error("recovery" if form.cleaned_data["recovery"] else "code", str(error))
    return form.is_valid()


def _account(request: HttpRequest, person: Person, form: CodeForm) -> HttpResponse:
    factor = factor_of(person)
    return render(
        request,
        "administration/account.html",
        {
            "roles": roles_of(person),
            "factor": factor,
            "left": factor.recovery_codes.filter(used_at=None).count() if factor else 0,
            "is_required": is_required(person),
            "form": form,
        },
    )


def _codes(request: HttpRequest, codes: tuple[str, ...], back: str) -> HttpResponse:
    return render(request, "administration/recovery_codes.html", {"codes": codes, "back": back})
