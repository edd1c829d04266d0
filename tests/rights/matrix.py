"""Who gets which answer at which address of the workplace. An address that is added needs its line here.

r  shown           i  shown, and what is sent is taken          n  refused
-  not there (404) <  not there: sent to the first page         p  only by POST    >  sent on
Four letters: something in the own unit, below it, beside it, abroad; a dot where the world has nothing.
"""

from .world import INSIDE

_MATRIX = """
                                             dpo   silent editor board public reader abroad root
                                             r     r      r      r     r      r      r      r
login/                                       <     <      <      <     <      <      <      <
logout/                                      p     p      p      p     p      p      p      p
password_change/                             i     i      i      i     i      i      i      i
password_change/done/                        r     r      r      r     r      r      r      r
autocomplete/                                r     r      r      r     r      r      r      r
jsi18n/                                      r     r      r      r     r      r      r      r
APP/                                         r     r      r      r     r      r      r      r
auth/user/                                   n     n      n      n     n      n      n      r
auth/user/add/                               n     n      n      n     n      n      n      i
auth/user/#/change/                          n..n  n..n   n..n   n..n  n..n   n..n   n..n   i..i
auth/user/#/password/                        n..n  n..n   n..n   n..n  n..n   n..n   n..n   i..i
auth/user/#/history/                         <..<  <..<   <..<   <..<  <..<   <..<   <..<   r..r
auth/user/#/delete/                          n..n  n..n   n..n   n..n  n..n   n..n   n..n   i..i
axes/LOG/                                    n     n      n      n     n      n      n      r
axes/LOG/add/                                n     n      n      n     n      n      n      n
axes/LOG/#/change/                           n...  n...   n...   n...  n...   n...   n...   i...
axes/LOG/#/history/                          <...  <...   <...   <...  <...   <...   <...   r...
axes/LOG/#/delete/                           n...  n...   n...   n...  n...   n...   n...   i...
ropa/processingactivity/                     r     r      r      r     r      r      r      r
ropa/processingactivity/register/            r     r      r      r     r      r      r      r
ropa/processingactivity/register.json        r     r      r      r     r      r      r      r
ropa/processingactivity/findings/            r     r      r      r     r      r      r      r
ropa/processingactivity/#/preview/           rrr-  rrr-   rr--   rr--  rr--   rrr-   ---r   rrrr
ropa/processingactivity/#/history/           rrr-  rrr-   rr--   rr--  rr--   rrr-   ---r   rrrr
ropa/processingactivity/#/history/version/#/ iii-  iii-   ii--   ii--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/delete/            >>><  >>><   >><<   >><<  >><<   nnnn   <<<>   >>>>
ropa/processingactivity/#/submit/            iii-  iii-   ii--   ii--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/take_back/         iii-  iii-   ii--   ii--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/confirm/           iii-  iii-   ii--   ii--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/publish/           iii-  nnn-   nn--   nn--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/return/            iii-  nnn-   nn--   nn--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/withdraw/          iii-  nnn-   nn--   nn--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/restore/           iii-  nnn-   nn--   nn--  ii--   nnn-   ---i   iiii
ropa/processingactivity/changes/             r     r      r      r     r      r      r      r
ropa/processingactivity/move/                >     >      >      >     >      >      >      >
ropa/processingactivity/from-standard/       i     i      i      i     i      n      i      i
ropa/processingactivity/#/copy/              iii-  iii-   ii--   ii--  ii--   nnn-   ---i   iiii
ropa/processingactivity/#/address/           iii-  iii-   ----   ----  ----   ----   ---i   iiii
ropa/publication/                            r     r      r      r     r      r      r      r
ropa/publication/add/                        n     n      n      n     n      n      n      n
ropa/publication/#/change/                   rrr<  rrr<   rr<<   rr<<  rr<<   rrr<   <<<r   rrrr
ropa/publication/#/history/                  rrr<  rrr<   rr<<   rr<<  rr<<   rrr<   <<<r   rrrr
ropa/publication/#/delete/                   nnnn  nnnn   nnnn   nnnn  nnnn   nnnn   nnnn   nnnn
ropa/import/                                 r     r      r      r     r      n      r      r
ropa/import/add/                             i     i      i      i     i      n      i      i
ropa/import/template.xlsx                    r     r      r      r     r      n      r      r
ropa/import/#/change/                        i..-  i..-   i..-   -..-  -..-   -..-   -..i   i..i
ropa/import/#/undo/                          >..-  >..-   >..-   -..-  -..-   -..-   -..>   >..>
ropa/import/#/history/                       >..-  >..-   >..-   -..-  -..-   -..-   -..>   >..>
ropa/import/#/delete/                        i..<  i..<   i..<   <..<  <..<   n..n   <..i   i..i
ropa/labelcorrection/                        r     r      r      r     r      r      r      r
ropa/labelcorrection/add/                    i     i      n      n     n      n      i      i
ropa/labelcorrection/#/change/               i..<  i..<   r..<   r..<  r..<   r..<   <..i   i..i
ropa/labelcorrection/#/history/              >..-  >..-   >..-   >..-  >..-   >..-   -..>   >..>
ropa/labelcorrection/#/delete/               i..<  i..<   n..n   n..n  n..n   n..n   <..i   i..i
ropa/membership/                             r     r      n      n     n      n      r      r
ropa/membership/add/                         i     i      n      n     n      n      i      i
ropa/membership/#/change/                    i..<  i..<   n..n   n..n  n..n   n..n   <..i   i..i
ropa/membership/#/history/                   r..<  r..<   <..<   <..<  <..<   <..<   <..r   r..r
ropa/membership/#/delete/                    i..<  i..<   n..n   n..n  n..n   n..n   <..i   i..i
ropa/membership/hand-over/                   >     >      n      n     n      n      >      >
ropa/membership/hand-over/#/                 i..-  i..-   -..-   -..-  -..-   -..-   -..i   i..i
ropa/organisation/                           r     r      r      r     r      r      r      r
ropa/organisation/add/                       n     n      n      n     n      n      n      i
ropa/organisation/#/change/                  i..<  i..<   r..<   r..<  r..<   r..<   <..i   i..i
ropa/organisation/#/history/                 r..-  r..-   r..-   r..-  r..-   r..-   -..r   r..r
ropa/organisation/#/delete/                  n..n  n..n   n..n   n..n  n..n   n..n   n..n   i..i
ropa/controller/                             r     r      r      r     r      r      r      r
ropa/controller/add/                         i     i      n      n     n      n      i      i
ropa/controller/#/change/                    i.i<  i.i<   r.r<   r.r<  r.r<   r.r<   <.<i   i.ii
ropa/controller/#/history/                   r.r-  r.r-   r.r-   r.r-  r.r-   r.r-   -.-r   r.rr
ropa/controller/#/delete/                    i.i<  i.i<   n.nn   n.nn  n.nn   n.nn   <.<i   i.ii
ropa/unit/                                   r     r      r      r     r      r      r      r
ropa/unit/disposal-plan/                     r     r      r      r     r      r      r      r
ropa/unit/disposal-plan.csv                  r     r      r      r     r      r      r      r
ropa/unit/add/                               i     i      n      n     n      n      i      i
ropa/unit/#/change/                          iii<  iii<   rrr<   rrr<  rrr<   rrr<   <<<i   iiii
ropa/unit/#/history/                         rrr-  rrr-   rrr-   rrr-  rrr-   rrr-   ---r   rrrr
ropa/unit/#/delete/                          iii<  iii<   nnnn   nnnn  nnnn   nnnn   <<<i   iiii
ropa/unit/reorganise/                        r     r      n      n     n      n      r      r
ropa/unit/reorganise/names/#/                i..-  i..-   -..-   -..-  -..-   -..-   -..i   i..i
ropa/unit/#/move/                            iii-  iii-   ----   ----  ----   ----   ---i   iiii
ropa/unit/#/merge/                           iii-  iii-   ----   ----  ----   ----   ---i   iiii
ropa/unit/#/address/                         iii-  iii-   ----   ----  ----   ----   ---i   iiii
ropa/dataprotectionofficer/                  r     r      r      r     r      r      r      r
ropa/dataprotectionofficer/add/              i     i      n      n     n      n      i      i
ropa/dataprotectionofficer/#/change/         i..<  i..<   r..<   r..<  r..<   r..<   <..i   i..i
ropa/dataprotectionofficer/#/history/        r..-  r..-   r..-   r..-  r..-   r..-   -..r   r..r
ropa/dataprotectionofficer/#/delete/         i..<  i..<   n..n   n..n  n..n   n..n   <..i   i..i
ropa/TERM/                                   r     r      r      r     r      r      r      r
ropa/TERM/add/                               i     i      n      n     n      n      i      i
ropa/TERM/#/change/                          i..<  i..<   r..<   r..<  r..<   r..<   <..i   i..i
ropa/TERM/#/history/                         r..-  r..-   r..-   r..-  r..-   r..-   -..r   r..r
ropa/TERM/#/delete/                          i..<  i..<   n..n   n..n  n..n   n..n   <..i   i..i
"""

MATRIX: dict[str, dict[str, str]] = {
    line[:44].strip(): dict(zip(INSIDE, line[44:].split(), strict=True)) for line in _MATRIX.splitlines()[2:]
}
"""Address -> who -> letters."""

FORM = {"ropa/processingactivity/add/", "ropa/processingactivity/#/change/"}
"""The form of an activity takes half a second to make: who may read and save it is asked, not shown."""

SAME = {
    "ropa/processingactivity/changes.pdf": "ropa/processingactivity/changes/",
    **{
        f"ropa/processingactivity/register.{kind}": "ropa/processingactivity/register.json"
        for kind in ("pdf", "docx", "xlsx", "csv")
    },
    "ropa/unit/disposal-plan.pdf": "ropa/unit/disposal-plan.csv",
}
"""Files that are dear to make -> those made of the same register by the same function."""

LEADS_ON = (
    {
        "r/#/#/",
        "ropa/processingactivity/#/history/#/#/",
        "ropa/TERM/#/",
        "ropa/TERM/#/history/#/",
        "auth/user/#/",
        "axes/LOG/#/",
    }
    | {
        f"ropa/{table}/#/{rest}"
        for table in ("processingactivity", "organisation", "controller", "unit", "dataprotectionofficer")
        for rest in ("", "history/#/")
    }
    | {f"ropa/{table}/#/" for table in ("publication", "membership", "import", "labelcorrection")}
)
"""Addresses that lead to another one or nowhere, whoever asks and whatever there is."""
