/* The verification: C confirms the row in hand. The other keys are those of the rubric (rubric.js). */
(() => {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    document.querySelector("tr.leaf[aria-selected='true'] [data-confirm]")?.click();
  });
})();
