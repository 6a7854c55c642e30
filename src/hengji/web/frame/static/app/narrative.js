/* The report's words: each passage saves itself with the draft that it was made from, and shows how it reads now. */
(() => {
  "use strict";
  const LEFT_OUT = "〔删去〕";
  const path = (box, key) => ["narrative", box.dataset.passage, key];
  function save(box, text) {
    const kept = JSON.parse(box.dataset.kept || "{}");
    const own = text.trim() && text.trim() !== box.dataset.draft.trim() ? text.trim() : null;
    const print = own === null ? null : box.dataset.print;
    const before = { edited: kept.edited ?? null, edited_from: kept.edited_from ?? null };
    if (own === before.edited) return;
    const edits = [{ path: path(box, "edited"), before: before.edited, after: own }];
    if (print !== before.edited_from) edits.push({ path: path(box, "edited_from"), before: before.edited_from, after: print });
    box.dataset.kept = JSON.stringify({ edited: own, edited_from: print });
    window.hengji.save(edits, box.closest("[data-work]"));
  }
  document.addEventListener("change", (event) => {
    const box = event.target.closest?.("[data-passage]");
    if (box && event.target.matches("textarea")) save(box, event.target.value);
  });
  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-passage]");
    const field = box?.querySelector("textarea");
    if (!field) return;
    if (event.target.closest("[data-restore]")) { field.value = box.dataset.draft; save(box, ""); }
    if (event.target.closest("[data-leave-out]")) { field.value = LEFT_OUT; save(box, LEFT_OUT); }
  });
  document.addEventListener("hengji:saved", (event) => {
    const element = event.target.closest?.("[data-work]");
    const keys = new Set((event.detail.edits || []).filter((edit) => edit.path[0] === "narrative").map((edit) => edit.path[1]));
    for (const box of document.querySelectorAll("[data-passage]")) {
      if (!keys.has(box.dataset.passage)) continue;
      window.htmx.ajax("GET", `${element.dataset.read}?key=${encodeURIComponent(box.dataset.passage)}`, { target: box.querySelector(".read"), swap: "innerHTML" });
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    const box = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (box) { box.scrollIntoView({ block: "center" }); box.querySelector("textarea")?.focus({ preventScroll: true }); }
  });
})();
