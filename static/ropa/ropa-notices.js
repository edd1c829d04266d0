/* <ropa-notices src="https://register.example" activity="slug"><a href="…">…</a></ropa-notices>
   Puts a notice (activity) or a unit's tables (unit) in the place of the link. Without it, or when
   nothing can be fetched, the link stays. Attributes: lang, level (2–5), shadow. docs/embedding.md */
"use strict";

(() => {
  const address = (element) => {
    const given = (name) => element.getAttribute(name) || "";
    const [folder, slug] = given("unit") ? ["enheter", given("unit")] : ["behandlingar", given("activity")];
    if (!slug) throw new TypeError("ropa-notices: name a unit or an activity");
    const spoken = element.closest("[lang]")?.lang.toLowerCase() || "sv";
    const language = spoken.split("-")[0] === "en" ? "/en" : "";
    const url = new URL(`${language}/infoga/${folder}/${encodeURIComponent(slug)}/`, element.getAttribute("src"));
    if (given("level")) url.searchParams.set("niva", given("level"));
    return url;
  };

  // What a fragment never holds: it could run, set a style, or send something.
  const OTHER =
    "script, style, link, meta, base, form, input, button, iframe, frame, object, embed, template, svg, math, [style]";
  const plain = ({ name, value }) =>
    !name.startsWith("on") && (!/^(href|src|.*:href)$/.test(name) || /^(https?:|mailto:|tel:)/.test(value));

  const fetched = async (url, signal) => {
    const response = await fetch(url, { signal, credentials: "omit", headers: { Accept: "text/html" } });
    const kind = (response.headers.get("Content-Type") || "").split(";")[0].trim();
    const ours = new URL(response.url).origin === url.origin;
    if (!response.ok || kind !== "text/html" || !ours) throw new Error(`ropa-notices: ${response.status} ${kind}`);
    const found = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("body > article");
    const every = found ? [found, ...found.querySelectorAll("*")] : [];
    if (!found || !every.every((each) => !each.matches(OTHER) && [...each.attributes].every(plain)))
      throw new Error("ropa-notices: no fragment");
    return document.adoptNode(found);
  };

  class RopaNotices extends HTMLElement {
    static observedAttributes = ["src", "unit", "activity", "lang", "level"];

    connectedCallback() {
      this.show();
    }

    disconnectedCallback() {
      this.asking?.abort();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    async show() {
      this.asking?.abort();
      const asking = (this.asking = new AbortController());
      await null; // several attributes set in a row are one question
      if (asking.signal.aborted) return;
      this.setAttribute("aria-busy", "true");
      try {
        const found = await fetched(address(this), asking.signal);
        const place = this.hasAttribute("shadow") ? this.shadowRoot || this.attachShadow({ mode: "open" }) : this;
        if (!asking.signal.aborted) place.replaceChildren(found);
      } catch (error) {
        if (!asking.signal.aborted) console.warn(error);
      }
      if (this.asking === asking) this.removeAttribute("aria-busy");
    }
  }

  if (!customElements.get("ropa-notices")) customElements.define("ropa-notices", RopaNotices);
})();
