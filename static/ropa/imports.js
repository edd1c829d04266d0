// The page that waits for files to be read: it asks how far it is, and goes on when it is done. Without it there is a link.
"use strict";
{
  const EVERY = 2000;
  const parts = ["waiting", "files"];

  async function ask() {
    let page;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return setTimeout(ask, EVERY); // the server may be back in a moment
    }
    if (!page.getElementById("waiting")) return location.reload();
    for (const id of parts) {
      const here = document.getElementById(id), now = page.getElementById(id);
      if (here.innerHTML !== now.innerHTML) here.replaceChildren(...now.childNodes); // a change is read aloud, sameness is not
    }
    setTimeout(ask, EVERY);
  }

  if (document.getElementById("waiting")) setTimeout(ask, EVERY);
}
