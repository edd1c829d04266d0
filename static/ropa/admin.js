// The workplace's own behaviour. Everything here is a help: without it the form can still be read and saved.
"use strict";
{
  const all = (where, selector) => [...where.querySelectorAll(selector)];
  const words = (field) => {
    if (!field) return "";
    if (field.tagName === "SELECT") return field.value && field.selectedOptions[0] ? field.selectedOptions[0].text : "";
    return field.value.trim();
  };

  // --- rows -------------------------------------------------------------------------------------------------------

  const lists = () => all(document, ".list");
  const rowsOf = (list) => all(list, ":scope > .rows > .row");
  const inRow = (row, name) => row.querySelector(`[name="${row.id}-${name}"]`);

  function label(list, row) {
    const fields = list.dataset.labelFields.split(" ").map((name) => words(inRow(row, name))).filter(Boolean);
    const joined = ["provisions", "retention_rules"].includes(list.dataset.list) ? fields.join(", ") : fields[0] || "";
    return joined.length > 80 ? `${joined.slice(0, 79).trimEnd()}…` : joined;
  }

  function addRow(list) {
    const index = Number(list.dataset.next);
    const holder = document.createElement("ol");
    holder.innerHTML = list.querySelector(":scope > template").innerHTML.replaceAll("__prefix__", index);
    const row = holder.firstElementChild;
    list.dataset.next = index + 1;
    list.querySelector(`[name="${list.dataset.prefix}-TOTAL_FORMS"]`).value = index + 1;
    list.querySelector(":scope > .rows").append(row);
    list.classList.remove("empty");
    const key = inRow(row, "key");
    if (key) key.value = crypto.randomUUID ? crypto.randomUUID() : uuid();
    // Stock's autocomplete listens for this and sets up the new row's search boxes.
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: list.dataset.prefix } }));
    renumber(list);
    refresh();
    (row.querySelector(".cell input:not([type=hidden]), .cell textarea, .cell select") || row).focus();
  }

  function uuid() { // crypto.randomUUID is not there on plain http, where a test server may be
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function renumber(list) {
    rowsOf(list).forEach((row, place) => {
      const position = inRow(row, "position");
      if (position) position.value = place;
    });
  }

  function move(row, step) {
    const list = row.closest(".list");
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    renumber(list);
    refresh();
  }

  function removeNew(row) { // its number stays unused: the server skips numbers that say nothing
    const list = row.closest(".list");
    row.remove();
    list.classList.toggle("empty", !rowsOf(list).length);
    refresh();
    list.querySelector(":scope > .add").focus();
  }

  // --- rows that name other rows ------------------------------------------------------------------------------------

  function known() {
    const found = {};
    for (const list of lists()) {
      found[list.dataset.list] = rowsOf(list).map((row) => {
        const key = inRow(row, "key");
        const gone = inRow(row, "DELETE");
        return { key: key ? key.value : "", text: label(list, row), gone: Boolean(gone && gone.checked) };
      }).filter((row) => row.key);
    }
    return found;
  }

  const TITLES = {};
  const notListed = ["withheld", "original_wording", "unplaced"];
  const named = (refersTo, rows) => (refersTo === "*" ? Object.keys(rows).filter((name) => !notListed.includes(name)) : refersTo.split(" "));

  function fillBoxes(box, rows) {
    const row = box.closest(".row");
    const ticked = new Set(all(box, "input:checked").map((input) => input.value));
    const options = named(box.dataset.refersTo, rows).flatMap((name) => rows[name] || []);
    const shown = options.filter((option) => !option.gone || ticked.has(option.key));
    const wanted = JSON.stringify([row.id, shown]);
    if (box.dataset.shown !== wanted) {
      box.dataset.shown = wanted;
      const focused = box.contains(document.activeElement) ? document.activeElement.value : null;
      box.replaceChildren(...shown.map((option, place) => {
        const line = document.createElement("label");
        const input = Object.assign(document.createElement("input"), {
          type: "checkbox", name: `${row.id}-${box.dataset.field}`, value: option.key, checked: ticked.has(option.key),
          id: `id_${row.id}-${box.dataset.field}_${place}`,
        });
        const text = document.createElement("span");
        text.textContent = (option.text || said("notNamed")) + (option.gone ? ` ${said("beingRemoved")}` : "");
        line.append(input, " ", text);
        return line;
      }));
      if (focused) all(box, "input").find((input) => input.value === focused)?.focus();
    }
    const chosen = box.closest("fieldset").querySelector(".chosen");
    const labels = all(box, "input:checked").map((input) => input.nextElementSibling.textContent);
    chosen.textContent = labels.join(", ") || chosen.dataset.none;
  }

  function fillSelect(select, rows) {
    const value = select.value;
    const names = named(select.dataset.refersTo, rows);
    const keep = (option) => !option.gone || option.key === value;
    const groups = names.map((name) => [name, (rows[name] || []).filter(keep)]).filter(([, options]) => options.length);
    const wanted = JSON.stringify(groups);
    if (select.dataset.shown === wanted) return;
    select.dataset.shown = wanted;
    const empty = select.options[0];
    const missing = value && !groups.some(([, options]) => options.some((option) => option.key === value));
    const old = missing ? [...select.options].find((option) => option.value === value) : null;
    const made = groups.map(([name, options]) => {
      const inside = options.map((option) => new Option(option.text || said("notNamed"), option.key));
      if (names.length === 1) return inside;
      const group = document.createElement("optgroup");
      group.label = TITLES[name] || name;
      group.append(...inside);
      return [group];
    }).flat();
    select.replaceChildren(empty, ...made, ...(old ? [old] : []));
    select.value = value;
  }

  function refresh() {
    const rows = known();
    for (const list of lists()) {
      for (const row of rowsOf(list)) {
        const title = row.querySelector(":scope > .row-body > summary .row-label");
        const text = label(list, row);
        if (text && row.classList.contains("touched")) title.textContent = text;
        row.classList.toggle("going", Boolean(inRow(row, "DELETE")?.checked));
        all(row, ".options[data-refers-to]").forEach((box) => fillBoxes(box, rows));
        all(row, "select[data-refers-to]").forEach((select) => fillSelect(select, rows));
      }
      const count = list.querySelector(":scope > h3 .count");
      if (count) count.textContent = rowsOf(list).length;
    }
    relevance();
  }

  // The page brings the words, in the user's language.
  const said = (name) => document.getElementById("sections").dataset[name];

  // --- fields that matter only for some answers ---------------------------------------------------------------------

  function relevance() {
    for (const cell of all(document, "[data-when]")) {
      const [name, answers] = cell.dataset.when.split("=");
      const row = cell.closest(".row");
      const field = row ? inRow(row, name) : document.querySelector(`[name="${name}"]`);
      if (!field) continue;
      const fits = answers === "*" ? Boolean(field.value) : answers.split(",").includes(field.value);
      const filled = all(cell, "input, textarea, select").some((input) => input.value && !["checkbox", "hidden"].includes(input.type));
      cell.hidden = !fits && !filled && !cell.classList.contains("errors") && !cell.querySelector(".finding");
    }
  }

  // --- unsaved changes ----------------------------------------------------------------------------------------------

  function guard(form) {
    const state = () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
    const before = state();
    let leaving = false;
    form.addEventListener("submit", (event) => {
      leaving = !(event.submitter && (event.submitter.formTarget === "_blank" || event.submitter.name === "_check"));
    });
    window.addEventListener("beforeunload", (event) => {
      const dirty = document.querySelector(".sections.dirty") || state() !== before;
      if (leaving || !dirty) return;
      event.preventDefault();
      event.returnValue = ""; // what older browsers ask for
    });
  }

  // --- names for what stock leaves nameless -------------------------------------------------------------------------

  function nameSearchBoxes() {
    for (const select of all(document, "select.admin-autocomplete")) {
      const box = select.parentElement.querySelector(".select2-selection");
      const named = select.id && document.querySelector(`label[for="${select.id}"]`);
      if (!box || !named) continue;
      const chosen = select.value ? select.selectedOptions[0].text : "";
      box.removeAttribute("aria-labelledby");
      const inner = box.querySelector(".select2-selection__rendered"); // a second field with no name of its own
      inner?.removeAttribute("role");
      inner?.removeAttribute("aria-readonly");
      const described = select.getAttribute("aria-describedby");
      if (described) box.setAttribute("aria-describedby", described);
      box.setAttribute("aria-label", [named.firstChild.textContent.trim(), chosen].filter(Boolean).join(": "));
    }
  }

  function nameOpenedSearch() {
    const field = document.querySelector(".select2-container--open .select2-search__field");
    if (!field) return;
    field.setAttribute("aria-label", said("search"));
    field.focus();
  }

  function namePopups() {
    for (const link of all(document, "a.related-widget-wrapper-link")) {
      if (link.title && !link.getAttribute("aria-label")) link.setAttribute("aria-label", link.title);
    }
  }

  // --- where on the page one is -------------------------------------------------------------------------------------

  function followSections() {
    const links = new Map(all(document, "nav.contents a").map((link) => [link.hash.slice(1), link]));
    if (!links.size || !window.IntersectionObserver) return;
    const seen = new Set();
    const watch = new IntersectionObserver((entries) => {
      entries.forEach((entry) => (entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id)));
      const first = [...links.keys()].find((id) => seen.has(id));
      links.forEach((link, id) => (id === first ? link.setAttribute("aria-current", "location") : link.removeAttribute("aria-current")));
    }, { rootMargin: "-10% 0px -60% 0px" });
    all(document, "section.part[id]").forEach((section) => watch.observe(section));
  }

  function openTarget() { // a link to a row or an error inside something folded unfolds it
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }

  // --- start --------------------------------------------------------------------------------------------------------

  function onClick(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const row = button.closest(".row");
    if (button.matches(".list > .add")) addRow(button.closest(".list"));
    else if (button.matches(".row .up, .row .down")) {
      move(row, button.matches(".up") ? -1 : 1);
      button.focus();
    } else if (button.matches(".row .remove-new")) removeNew(row);
  }

  function onEdit(event) {
    event.target.closest?.(".row")?.classList.add("touched");
    refresh();
  }

  function closeFilters(event) { // a click beside an open filter, or Escape, closes it
    for (const filter of all(document, "details.filter[open]")) {
      if (event.key === "Escape" || (event.type === "click" && !filter.contains(event.target))) {
        filter.open = false;
        if (event.key) filter.querySelector("summary").focus();
      }
    }
  }

  document.addEventListener("click", closeFilters);
  document.addEventListener("keydown", closeFilters);
  document.documentElement.classList.add("js");
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".ropa-form #content-main > form");
    namePopups();
    if (!form) return;
    lists().forEach((list) => { TITLES[list.dataset.list] = list.querySelector("h3").firstChild.textContent.trim(); });
    form.addEventListener("click", onClick);
    form.addEventListener("input", onEdit);
    form.addEventListener("change", onEdit);
    refresh();
    guard(form);
    followSections();
    openTarget();
    window.addEventListener("hashchange", openTarget);
    const $ = window.django && window.django.jQuery;
    if ($) { // Select2 speaks through jQuery only
      $(document).on("change", "select.admin-autocomplete", (event) => { onEdit(event); nameSearchBoxes(); });
      $(document).on("select2:open", () => setTimeout(nameOpenedSearch));
      $(() => setTimeout(nameSearchBoxes));
    }
    document.addEventListener("formset:added", () => setTimeout(() => { nameSearchBoxes(); namePopups(); }));
    const wrong = document.querySelector(".errornote");
    if (wrong) { wrong.tabIndex = -1; wrong.focus(); }
  });
}
