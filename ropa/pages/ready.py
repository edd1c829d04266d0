"""Public bodies kept ready: what was rendered once is sent again until something public changes.

A warm request costs one query, `publishing.stamp()`. There is no invalidation: the stamp is
part of the name a body is kept under, and bodies that nobody asks for any more fall out.
Compressing is safe here: no secret is on a public page and no cookie comes with one (BREACH).
"""

import gzip
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified, QueryDict
from django.template.engine import Engine
from django.utils import timezone
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .. import publishing
from .asking import Moved, Refused
from .errors import moved, refused

FRESH = "public, max-age=60"
"""How long a browser, or a cache in front of us, need not ask again."""

LIMIT = 32 * 1024 * 1024
"""Bytes of bodies that one process keeps."""

GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?![.0-9]))", re.IGNORECASE)
"""Says yes to gzip, and is not `gzip;q=0`, which says no."""

KEPT = ("Content-Type", "Content-Disposition", "Link", "X-Robots-Tag")
"""Headers that a view may give its answer."""

MADE_OF = {".py", ".html", ".xml", ".mo", ".css", ".js"}
"""Endings of the files that pages are made of; a page names its style sheets by what they hold."""

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Body:
    """A rendered page as it is sent."""

    plain: bytes
    packed: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes it takes to keep."""
        return len(self.plain) + len(self.packed)


class Bodies:
    """The bodies of this process, the longest unused one dropped first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit, self.size = limit, 0
        self._kept: OrderedDict[str, Body] = OrderedDict()
        self._lock = Lock()

    def find(self, name: str) -> Body | None:
        """Return the body kept under a name."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def keep(self, name: str, body: Body) -> None:
        """Keep a body; one larger than the limit is not kept."""
        with self._lock:
            if name in self._kept or body.size > self.limit:
                return
            self._kept[name] = body
            self.size += body.size
            while self.size > self.limit:
                self.size -= self._kept.popitem(last=False)[1].size

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.size = 0


BODIES = Bodies()


class Since:
    """Since when what is public is as it is: as far as this process has seen.

    The times in the ledger cannot tell: what is published may be dated back, and a new version of this
    program changes pages too. A whole second later than it was seen first, so that no two changes share one.
    """

    def __init__(self) -> None:
        self._seen = ("", 0)

    def seen(self, stamp: str, now: float) -> int:
        """Return the first whole second at which `stamp` had been seen already, counted as POSIX does."""
        last, since = self._seen
        if last != stamp:
            since = int(now) + 1
            self._seen = (stamp, since)
        return since


SINCE = Since()


def ready(*parameters: str, daily: bool = False) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Decorate a public view: GET and HEAD only, `parameters` are all it reads of the query.

    `daily` is what also says something else tomorrow, though nothing is published until then.

    The view answers the same for the same address, language and published facts. Other
    parameters are not seen, by the view or by the cache, so that nobody can fill it with them.
    """

    def decorate(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.GET = _asked(request.GET, parameters)  # type: ignore[assignment]
            asked_at, stamp = time.time(), publishing.stamp()
            since = SINCE.seen(stamp, time.time())
            name, modified = _name(request, stamp, daily), min(since, int(asked_at))
            kept = BODIES.find(name)
            # A time names no page: what was never made may be no page at all.
            if _has(request, name) or (kept and not daily and _is_of(request, since, asked_at)):
                return _marked(HttpResponseNotModified(), name, modified)
            body = kept or _made(name, view, request, *args, **kwargs)
            return _marked(_response(request, body), name, modified) if isinstance(body, Body) else body

        answer.is_public = True  # type: ignore[attr-defined]
        return require_safe(answer)

    return decorate


def is_public(view: Callable[..., object]) -> bool:
    """Return whether `ready` made this view: it reads an address and what is published, and nothing of a visitor."""
    return getattr(view, "is_public", False)


def _made(name: str, view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> Body | HttpResponse:
    """Return the body, kept from now on; or an answer that is no finished page, as it is."""
    response = answered(view, request, *args, **kwargs)
    if response.status_code != HTTPStatus.OK:
        return response
    body = _body(response)
    if not settings.DEBUG:
        BODIES.keep(name, body)
    return body


def answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Return a view's answer, or the one to an address that asks for what cannot be or has another one now."""
    try:
        return view(request, *args, **kwargs)
    except Refused as refusal:
        return refused(request, refusal)
    except Moved as found:
        response = moved(request, found.slug)
        response.headers["Cache-Control"] = FRESH  # else browsers would never ask again
        return response


def _has(request: HttpRequest, name: str) -> bool:
    """Return whether the browser names this body among those it has. `*` names none."""
    return f'"{name}"' in {tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))}


def _is_of(request: HttpRequest, since: int, now: float) -> bool:
    """Return whether the browser has what is public `since` then. It is asked for the time only if it says no name."""
    told = request.headers.get("If-Modified-Since")
    if told is None or "If-None-Match" in request.headers:
        return False
    return since <= (parse_http_date_safe(told) or 0) <= now


def _asked(given: QueryDict, parameters: tuple[str, ...]) -> QueryDict:
    """Return the parameters a view reads, each once, the empty ones of a form left out."""
    kept = QueryDict(mutable=True)
    for name in parameters:
        if value := str(given.get(name, "")):
            kept[name] = value
    kept._mutable = False
    return kept


def _name(request: HttpRequest, stamp: str, daily: bool) -> str:
    """Return the name of what is sent: a hash of all that it depends on."""
    parts = (
        stamp,
        str(timezone.localdate()) if daily else "",
        code(),
        request.scheme or "",
        request.get_host(),
        get_language() or "",
        request.path,
        request.GET.urlencode(),
    )
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


@cache
def code() -> str:
    """Return a hash of all files that pages are made of."""
    root = Path(settings.BASE_DIR)
    folders = [root / "ropa", root / "locale", root / "static", *map(Path, Engine.get_default().dirs)]
    files = [f for folder in folders for f in sorted(folder.rglob("*")) if f.suffix in MADE_OF]
    mark = sha256(str(settings.STATIC_URL).encode())
    for file in files:
        mark.update(file.read_bytes())
    return mark.hexdigest()


def _body(response: HttpResponse) -> Body:
    plain = response.content
    headers = {name: response.headers[name] for name in KEPT if name in response}
    headers["Content-Language"] = response.headers.get("Content-Language", get_language() or "")
    packed = gzip.compress(plain, mtime=0)
    return Body(plain, packed if len(packed) < len(plain) else b"", headers)


def _response(request: HttpRequest, body: Body) -> HttpResponse:
    pack = body.packed and GZIP.search(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body.packed if pack else body.plain, headers=body.headers)
    if pack:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    if request.method == "HEAD":
        response.content = b""
    return response


def _marked(response: HttpResponse, name: str, modified: int) -> HttpResponse:
    response.headers["ETag"] = f'W/"{name}"'  # weak: the same page, compressed or not
    response.headers["Last-Modified"] = http_date(modified)
    response.headers["Cache-Control"] = FRESH
    response.headers["Vary"] = "Accept-Encoding"  # the address tells the language
    return response
