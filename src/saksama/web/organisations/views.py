"""Signing in and out, and choosing a language."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.language.messages import LANGUAGES, _
from saksama.web.organisations.access import CHOSEN, governments_of, person_of
from saksama.web.organisations.half_signed import begin_half, sign_in_whole
from saksama.web.organisations.mailing import mail_beside
from saksama.web.organisations.models import Person
from saksama.web.organisations.second_factor import factor_of, is_required
from saksama.web.organisations.signing_in import make_link, may_be_mailed, redeem
from saksama.web.speaking import COOKIE

_A_YEAR = 60 * 60 * 24 * 365


class AddressForm(forms.Form):
    """Where the link is sent."""

    email = forms.EmailField(max_length=254, widget=forms.EmailInput({"autocomplete": "email"}))


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for an address, and send it a link. The answer never tells whether the address is known."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person, now = (
            Person.objects.filter(email=form.cleaned_data["email"].lower(), is_active=True).first(),
            timezone.now(),
        )
        if person and may_be_mailed(person, now):
            back = request.GET.get("next", "")
            address = request.build_absolute_uri(
                reverse("open-link", args=[make_link(person, now)], query={"next": back} if back else None)
            )
            subject = _("Tautan masuk Saksama")
            text = _("Buka tautan ini untuk masuk. Berlaku satu kali, dalam 24 jam:\n\n{address}\n").format(
                address=address
            )
            mail_beside(subject, text, person.email)
        content = {"email": form.cleaned_data["email"], "sends_mail": settings.SENDS_MAIL}
        return render(request, "organisations/link_sent.html", content)
    return render(request, "organisations/sign_in.html", {"form": form, "sends_mail": settings.SENDS_MAIL})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a link, or take its first step where a second factor is on or required.

    The link is used by the button, not by opening: programs that read mail open links too.
    """
    if request.method == "GET":
        return render(request, "organisations/open_link.html")
    now = timezone.now()
    person = redeem(token, now)
    if person is None:
        messages.error(request, _("Tautan ini sudah dipakai atau sudah lewat waktunya. Mintalah tautan baru."))
        return redirect("sign-in")
    back = _safe(request, request.GET.get("next", ""))
    has_factor = factor_of(person) is not None
    if has_factor or is_required(person):
        begin_half(request, person, back, now)
        return redirect("sign-in-code" if has_factor else "set-up-factor")
    return HttpResponseRedirect(sign_in_whole(request, person, back))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


@require_POST
def choose_government(request: HttpRequest) -> HttpResponse:
    """Remember for which of several governments a person works now. Pages of a whole government follow it."""
    chosen = request.POST.get("government", "")
    for one in governments_of(person_of(request)):
        if str(one.pk) == chosen:
            request.session[CHOSEN] = one.pk
            messages.success(request, _("Anda sekarang bekerja di {name}.").format(name=one.name))
    return redirect("start")


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in which pages speak, and go back."""
    language = request.POST.get("language", "")
    response: HttpResponse = HttpResponseRedirect(_safe(request, request.POST.get("next", "")))
    if language in LANGUAGES:
        response.set_cookie(COOKIE, language, max_age=_A_YEAR, samesite="Lax")
        if isinstance(request.user, Person):
            Person.objects.filter(pk=request.user.pk).update(language=language)
    return response


def _safe(request: HttpRequest, back: str) -> str:
    """The address to go back to, if it is one of this place; else the start page."""
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else reverse("start")
