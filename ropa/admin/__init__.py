"""The DPO's workplace: stock Django admin with own templates.

`site` sets the site up; `activity` is the page of an activity, made of the
sections in `layout` and the lists in `inlines`; `keys` lets rows name each
other; `history`, `preview` and `publish` are its other pages.
"""

from . import accounts, activity, imports, ledger, members, parties, site, terms

site.set_up()

__all__ = ["accounts", "activity", "imports", "ledger", "members", "parties", "site", "terms"]
