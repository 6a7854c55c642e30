/* The matrix: choosing a whole column, and taking what was chosen along to what is done with it. */
(() => {
  "use strict";
  const chosen = () => [...document.querySelectorAll("table.matrix input[name=work]:checked")];
  const count = () => document.querySelectorAll("[data-count]").forEach((place) => {
    place.textContent = word("（已勾选 {count} 项）", { count: chosen().length });
  });
  document.addEventListener("change", (event) => {
    const column = event.target.dataset?.choose;
    if (column) {
      document.querySelectorAll(`table.matrix input[data-column="${column}"]`).forEach((box) => { box.checked = event.target.checked; });
    }
    count();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-chosen]")) return;
    event.target.querySelectorAll("input[type=hidden][name=work]").forEach((field) => field.remove());
    for (const box of chosen()) {
      const field = document.createElement("input");
      field.type = "hidden"; field.name = "work"; field.value = box.value;
      event.target.append(field);
    }
  });
  document.addEventListener("DOMContentLoaded", count);
})();
