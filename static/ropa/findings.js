// "Check": what is typed is sent to the rules, and what they find is put in place. Without this script the same
// button shows the whole page anew, with what was typed.
"use strict";
{
  const all = (where, selector) => [...where.querySelectorAll(selector)];
  const box = () => document.getElementById("findings");
  const words = (text) => Object.assign(document.createElement("p"), { textContent: text });

  function row(list, key) {
    return all(list, ":scope > .rows > .row").find((one) => one.querySelector(`[name="${one.id}-key"]`)?.value === key);
  }

  // Where a finding belongs: a field, a row, a list, else a section. The same as ropa/admin/findings.py does.
  function home(note) {
    const list = document.querySelector(`.list[data-list="${note.field}"]`);
    const found = list && note.row ? row(list, note.row) : null;
    if (found) return (note.column && found.querySelector(`.field-${note.column}`)) || found.querySelector(".row-body");
    if (list) return list;
    const own = all(document, `.cell.field-${note.field}`).find((cell) => !cell.closest(".row"));
    return own || document.getElementById(note.section) || document.querySelector("section.part");
  }

  function notes(place) { // the element that holds the findings of a place, before the field itself
    const inside = place.querySelector(":scope > fieldset") || place;
    const there = inside.querySelector(":scope > .notes");
    if (there) return there;
    const made = Object.assign(document.createElement("div"), { className: "notes" });
    const heads = ":scope > :is(label:not(.box), legend, summary, h2, h3, .label, .article, .todo, .help:not(.box ~ .help), .errorlist)";
    const last = all(inside, heads).pop();
    if (last) last.after(made);
    else inside.prepend(made);
    return made;
  }

  function described(place) { // what a finding is said of, for those who hear the page
    if (place.matches(".list")) return [place];
    if (!place.matches(".cell")) return [];
    const fields = place.querySelector(":scope > fieldset");
    if (fields) return [fields];
    const control = place.querySelector(":is(input, select, textarea):not([type=hidden])");
    return [control, control?.parentElement.querySelector(".select2-selection")].filter(Boolean);
  }

  function describe(element, ids) {
    const others = (element.getAttribute("aria-describedby") || "").split(/\s+/).filter((id) => id && !id.startsWith("finding-"));
    const said = [...others, ...ids].join(" ");
    if (said) element.setAttribute("aria-describedby", said);
    else element.removeAttribute("aria-describedby");
  }

  function clear() {
    all(document, ".notes, .row-found").forEach((old) => old.remove());
    all(document, '[aria-describedby*="finding-"]').forEach((element) => describe(element, []));
  }

  function put(found) {
    clear();
    const places = new Map();
    for (const note of found.notes) {
      const place = home(note);
      notes(place).insertAdjacentHTML("beforeend", note.html);
      places.set(place, [...(places.get(place) || []), note.id]);
    }
    places.forEach((ids, place) => {
      described(place).forEach((element) => describe(element, ids));
      place.hidden = false;
      const folded = place.closest("details.group");
      if (folded) folded.open = true;
    });
    for (const [key, html] of Object.entries(found.rows)) {
      const input = document.querySelector(`.row > .row-body > input[name$="-key"][value="${key}"]`);
      const title = input?.closest(".row-body").querySelector(".row-label");
      title?.insertAdjacentHTML("afterend", ` <span class="row-found">${html}</span>`);
    }
    all(document, "nav.contents a").forEach((link) => {
      const section = document.getElementById(link.hash.slice(1));
      all(link, ".found").forEach((mark) => {
        const n = section.querySelectorAll(`.finding-${mark.dataset.severity}`).length;
        mark.querySelector(".n").textContent = n;
        mark.hidden = !n;
      });
    });
    box().querySelector(".found-list").innerHTML = found.summary;
  }

  async function check(form, button) {
    const said = box().querySelector(".said");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    said.replaceChildren(words(box().dataset.checking));
    const sent = new FormData(form);
    sent.set("_check", "json");
    try {
      const answer = await fetch(location.href, { method: "POST", body: sent });
      const found = await answer.json();
      if (found.wrong) said.innerHTML = found.wrong;
      else {
        put(found);
        said.replaceChildren(words(box().dataset.checked));
      }
    } catch {
      said.replaceChildren(words(box().dataset.failed));
    }
    button.removeAttribute("aria-disabled");
    box().focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".ropa-form #content-main > form");
    form?.addEventListener("submit", (event) => {
      if (event.submitter?.name !== "_check") return;
      event.preventDefault();
      check(form, event.submitter);
    });
  });
}
