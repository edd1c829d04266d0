"""Addresses, grouped by who reads them."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import path

from .pages import (
    about,
    changes,
    downloads,
    embed,
    feeds,
    health,
    how_long,
    look,
    machines,
    notices,
    oembed,
    overview,
    register,
    searching,
    short,
    units,
    ways,
)

machine = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("oembed", oembed.oembed, name="oembed"),
    path("utseende/<str:name>", look.look, name="look"),
]

staff = [path("admin/", admin.site.urls)]

# Swedish as they stand here, the same in other languages under their code: /en/register/
resident = i18n_patterns(
    path("", register.home, name="home"),
    path("enheter/<slug:slug>/", units.unit, name="unit"),
    path("flode.atom", feeds.all_units, name="feed"),
    path("enheter/<slug:slug>/flode.atom", feeds.unit, name="unit_feed"),
    path("behandlingar/<slug:slug>/", notices.notice, name="notice"),
    path("behandlingar/<slug:slug>/version/<int:number>/", notices.version, name="version"),
    path("behandlingar/<slug:slug>/hur-lange/", how_long.how_long, name="how_long"),
    path("behandlingar/<slug:slug>/lank/", short.link, name="link"),
    path("infoga/enheter/<slug:slug>/", embed.unit, name="embed_unit"),
    path("infoga/behandlingar/<slug:slug>/", embed.notice, name="embed_notice"),
    path("infoga/<path:slug>", embed.nothing, name="embed_nothing"),
    path("b/<slug:code>/", short.short, name="short"),
    path("b/<slug:code>/qr.<str:kind>", short.qr, name="qr"),
    path("b/<slug:code>/<int:version>/", short.short, name="short_version"),
    path("b/<slug:code>/<int:version>/qr.<str:kind>", short.qr, name="qr_version"),
    path("behandlingar/<slug:slug>/andringar/", changes.changes, name="changes"),
    path("vem-ar-du/", ways.index, {"way": "people"}, name="people"),
    path("vem-ar-du/<path:code>/", ways.one, {"side": "person"}, name="person"),
    path("mottagare/", ways.index, {"way": "recipients"}, name="recipients"),
    path("mottagare/bitrade/<path:code>/", ways.one, {"side": "processor"}, name="processor"),
    path("mottagare/<path:code>/", ways.one, {"side": "recipient"}, name="recipient"),
    path("uppgifter/", ways.index, {"way": "data"}, name="data"),
    path("uppgifter/<path:code>/", ways.one, {"side": "data_kind"}, name="data_kind"),
    path("system/", ways.index, {"way": "systems"}, name="systems"),
    path("system/<path:code>/", ways.one, {"side": "system"}, name="system"),
    path("lagar/", ways.index, {"way": "laws"}, name="laws"),
    path("lagar/grund/<path:code>/", ways.one, {"side": "legal_basis"}, name="legal_basis"),
    path("lagar/<path:code>/", ways.one, {"side": "law"}, name="law"),
    path("oversikt/", overview.overview, name="overview"),
    path("oversikt/<slug:kind>/<path:code>/", overview.counted, name="overview_counted"),
    path("sok/", searching.search_page, name="search"),
    path("sok.xml", searching.opensearch, name="opensearch"),
    path("register/", register.register, name="register"),
    path("register.pdf", downloads.register_pdf, name="register_pdf"),
    path("register.json", downloads.register_json, name="register_json"),
    path("register.xlsx", downloads.register_file, {"kind": "xlsx"}, name="register_xlsx"),
    path("register.csv", downloads.register_file, {"kind": "csv"}, name="register_csv"),
    path("register.docx", downloads.register_file, {"kind": "docx"}, name="register_docx"),
    path("dina-rattigheter/", about.rights, name="rights"),
    path("tillganglighet/", about.accessibility, name="accessibility"),
    path("ordlista/", about.glossary, name="glossary"),
    prefix_default_language=False,
)

urlpatterns = [*machine, *staff, *resident]

handler404 = "ropa.pages.errors.not_found"
