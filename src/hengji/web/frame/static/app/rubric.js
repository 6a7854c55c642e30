/* The rubric's keys: J K move between indicators, Enter goes into the row, Escape comes out. Figures get their unit. */
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("tr.leaf[data-row]")];
  const current = () => document.activeElement?.closest("tr.leaf[data-row]");
  const go = (step) => {
    const all = rows();
    const at = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))] || all[0];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("input, select, textarea")) { current()?.focus(); return; }
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "J") { go(1); event.preventDefault(); }
    if (event.key === "k" || event.key === "K") { go(-1); event.preventDefault(); }
    if (event.key === "Enter") { const field = current()?.querySelector("input, select, textarea"); if (field) { field.focus(); event.preventDefault(); } }
  });
  /* A bare number takes the unit that the cell asks for; a number with a unit stays as it is typed. */
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches?.("input[data-unit]") || !field.dataset.unit || field.dataset.unit === "分") return;
    const text = field.value.trim();
    if (/^[-+−－]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?$/.test(text)) field.value = text + field.dataset.unit;
  }, true);
})();
