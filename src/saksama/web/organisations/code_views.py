"""The second step of signing in: the code of the person's application."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from saksama.language.messages import _
from saksama.web.organisations.half_signed import half_signed, sign_in_whole
from saksama.web.organisations.models import Person
from saksama.web.organisations.second_factor import RefusedCodeError, factor_of, spend_code


class CodeForm(forms.Form):
    """A code of the application, or a recovery code in its place."""

    code = forms.CharField(
        required=False,
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
    recovery = forms.CharField(required=False, max_length=40, widget=forms.TextInput({"autocomplete": "off"}))

    @property
    def typed(self) -> str:
        """Whichever was typed."""
        return str(self.cleaned_data["recovery"] or self.cleaned_data["code"])


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def give_code(request: HttpRequest) -> HttpResponse:
    """Ask who opened a link for the code, and sign in."""
    if isinstance(request.user, Person):
        return redirect("start")
    now = timezone.now()
    person = half_signed(request, now)
    if person is None or factor_of(person) is None:
        messages.error(request, _("Waktu untuk menulis kode sudah habis. Mintalah tautan baru."))
        return redirect("sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            spend_code(person, form.typed, now)
        except RefusedCodeError as error:
            form.add_error("recovery" if form.cleaned_data["recovery"] else "code", str(error))
        else:
            return HttpResponseRedirect(sign_in_whole(request, person))
    return render(request, "organisations/give_code.html", {"form": form})
