/* What every page does: dialogs that say what will happen, keys, rows that can be chosen. */
(() => {
  "use strict";
  /* Words for people are Chinese here; a page in another language brings what they are there. */
  const spoken = JSON.parse(document.body.dataset.spoken || "{}");
  window.word = (text, named = {}) => (spoken[text] || text).replace(/\{(\w+)\}/g, (_, name) => named[name]);
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) { document.getElementById(opener.dataset.dialog)?.showModal(); event.preventDefault(); }
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("change", (event) => { if (event.target.matches("[data-submit]")) event.target.form.requestSubmit(); });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") document.getElementById("keys")?.showModal();
    if (event.key === "/") { document.querySelector("[data-find]")?.select(); event.preventDefault(); }
  });
  /* A menu closes with Escape, which gives the focus back, and when the focus goes elsewhere. */
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("focusout", (event) => {
    const menu = event.target.closest("details.menu[open]");
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  /* What was found is gone through with ↓ and ↑, from the search field on and back to it. */
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], here = event.target.closest("[data-find], [data-results] a");
    if (!step || !here) return;
    const places = document.querySelectorAll("[data-find], [data-results] a");
    const next = places[[...places].indexOf(here) + step];
    if (next) { next.focus(); event.preventDefault(); }
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-select]")) event.target.select(); });
  document.addEventListener("htmx:configRequest", (event) => {
    const token = (document.cookie.split("; ").find((part) => part.startsWith("csrftoken=")) || "").slice(10);
    event.detail.headers["X-CSRFToken"] = token;
  });
})();
