"""Mail to one person, sent beside the answer."""

import logging
from smtplib import SMTPException
from threading import Thread

from django.core.mail import send_mail

_log = logging.getLogger(__name__)


def mail_beside(subject: str, text: str, to: str) -> None:
    """Send it in a thread of its own: neither the time of the answer nor an error tells anything about the address."""
    Thread(target=_mail, args=(subject, text, to)).start()


def _mail(subject: str, text: str, to: str) -> None:
    try:
        send_mail(subject, text, None, [to])
    except (SMTPException, OSError):
        _log.exception("A mail could not be sent")
