/* What every page does: dialogs that say what will happen, keys, rows that can be chosen. */
(() => {
  "use strict";
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
    if (event.key === "/") { document.querySelector("[type=search]")?.focus(); event.preventDefault(); }
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-select]")) event.target.select(); });
  document.addEventListener("htmx:configRequest", (event) => {
    const token = (document.cookie.split("; ").find((part) => part.startsWith("csrftoken=")) || "").slice(10);
    event.detail.headers["X-CSRFToken"] = token;
  });
})();
