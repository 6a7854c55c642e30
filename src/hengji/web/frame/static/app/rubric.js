/* The rubric: keys between rows, the margin of the row in hand, lists that grow. Figures get their unit. */
(() => {
  "use strict";
  const page = () => document.querySelector(".rubric-page");
  const rows = () => [...document.querySelectorAll("tr.leaf[data-row]")];
  const rowOf = (element) => element?.closest?.("tr.leaf[data-row]");
  const typing = (element) => element?.matches?.("input:not([type=file]), select, textarea");
  let hand = null;
  const current = () => rowOf(document.activeElement) || hand;
  const focus = (row) => { row?.focus(); row?.scrollIntoView({ block: "nearest" }); };
  const go = (step) => {
    const all = rows();
    const at = all.indexOf(current());
    focus(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]);
  };
  const unfinished = (row) => row.querySelector(".unfilled") || [...row.querySelectorAll(".problem")].some((one) => one.textContent.trim());
  const next = () => {
    const all = rows();
    const at = all.indexOf(current());
    focus([...all.slice(at + 1), ...all.slice(0, at + 1)].find(unfinished));
  };

  /* The margin follows the row in hand. It is fetched once the row has rested there. */
  const folded = () => page()?.classList.contains("folded");
  let waiting = 0;
  const load = (row) => {
    if (!row || folded()) return;
    const address = `${page().dataset.margin}?row=${encodeURIComponent(row.dataset.row)}`;
    window.htmx.ajax("GET", address, { target: "#margin", swap: "innerHTML" });
  };
  const take = (row) => {
    if (!row || row === hand) return;
    hand?.removeAttribute("aria-selected");
    hand = row;
    hand.setAttribute("aria-selected", "true");
    clearTimeout(waiting);
    waiting = setTimeout(() => load(row), 150);
  };
  const fold = (shut) => {
    const element = page();
    if (!element) return;
    const top = hand?.getBoundingClientRect().top;
    element.classList.toggle("folded", shut);
    localStorage.setItem("hengji:margin", shut ? "shut" : "open");
    const button = document.querySelector("[data-fold]");
    if (button) { button.textContent = word(shut ? "展开旁注" : "收起旁注"); button.setAttribute("aria-expanded", String(!shut)); }
    if (top !== undefined) window.scrollBy(0, hand.getBoundingClientRect().top - top);
    if (!shut) load(hand);
  };
  document.addEventListener("focusin", (event) => { if (!event.target.closest("#margin")) take(rowOf(event.target)); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-fold]")) fold(!folded());
    const row = rowOf(event.target);
    if (row && !event.target.closest("a, button, input, select, textarea, label, summary")) { take(row); row.focus({ preventScroll: true }); }
    const button = event.target.closest("[data-edits]");
    if (button) { window.hengji.save(JSON.parse(button.dataset.edits), button.closest("[data-work]")); button.disabled = true; }
  });

  /* Lists of events: a row that was added or taken off is fetched anew, but never under somebody's fingers. */
  const stale = new Set();
  const grown = (name) => { const cell = document.querySelector(`[data-events="${CSS.escape(name)}"]`)?.closest("[data-whole]"); if (cell) stale.add(cell); };
  const renew = () => {
    for (const cell of [...stale]) {
      const active = document.activeElement;
      if (cell.contains(active) && typing(active)) continue;
      stale.delete(cell);
      window.htmx.ajax("GET", `${page().dataset.fill}?row=${encodeURIComponent(cell.dataset.whole)}`, { target: cell, swap: "innerHTML" });
    }
  };
  document.addEventListener("focusout", () => setTimeout(renew, 0));
  document.addEventListener("htmx:beforeSwap", (event) => {
    const cell = event.detail.target, active = document.activeElement;
    if (!cell.matches?.("[data-whole]") || !cell.contains(active) || !typing(active)) return;
    event.detail.shouldSwap = false;
    stale.add(cell);
  });
  document.addEventListener("hengji:saved", (event) => {
    /* A line of money that came or went renumbers the others: the page is read anew. */
    if ((event.detail.edits || []).some((edit) => edit.path[0] === "funds" && edit.path.length === 3)) { location.reload(); return; }
    for (const edit of event.detail.edits || []) if (edit.path[0] === "events") grown(edit.path[1]);
    renew();
    const inMargin = document.activeElement?.closest("#margin");
    if (!inMargin && event.detail.edits?.length) setTimeout(() => { if (!document.activeElement?.closest("#margin")) load(hand); }, 300);
  });

  const upload = () => {
    const row = current();
    if (!row) return;
    take(row);
    if (folded()) fold(false);
    const sender = document.getElementById("sender");
    if (!sender) return;
    sender.elements.indicator.value = row.dataset.row;
    sender.elements.files.click();
  };
  const enter = () => {
    const row = current();
    const field = row?.querySelector("input:not([type=hidden]), select, textarea");
    if (field) { field.focus(); field.select?.(); }
    return Boolean(field);
  };
  const keys = { j: () => go(1), k: () => go(-1), n: next, e: upload, m: () => fold(!folded()) };
  document.addEventListener("keydown", (event) => {
    if (!page() || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && typing(event.target)) { focus(rowOf(event.target) || hand); return; }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && !event.target.closest("a, button, summary, label")) { if (enter()) event.preventDefault(); return; }
    const act = keys[event.key.toLowerCase()];
    if (act) { act(); event.preventDefault(); }
  });

  /* A bare number takes the unit that the cell asks for; a number with a unit stays as it is typed. */
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches?.("input[data-unit]") || !field.dataset.unit || field.dataset.unit === "分") return;
    const text = field.value.trim();
    if (/^[-+−－]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?$/.test(text)) field.value = text + field.dataset.unit;
  }, true);

  document.addEventListener("hengji:evidence", () => load(hand));
  document.addEventListener("DOMContentLoaded", () => {
    if (localStorage.getItem("hengji:margin") === "shut" || window.innerWidth <= 720) fold(true);
    const named = new URLSearchParams(location.search).get("row");
    const row = rows().find((one) => one.dataset.row === named);
    const field = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (row) focus(row);
    if (field?.matches("input, select, textarea")) { field.focus(); field.scrollIntoView({ block: "center" }); }
  });
})();
