/* What sheets are made of: values by path, and ranges as spreadsheets put them on the clipboard. */
(() => {
  "use strict";
  const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  const at = (value, path) => path.reduce((inner, key) => (inner === null || inner === undefined ? undefined : inner[key]), value);
  const ordered = (value) => {
    if (Array.isArray(value)) return value.map(ordered);
    if (value && typeof value === "object") return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]));
    return value;
  };
  const same = (one, other) => JSON.stringify(ordered(one ?? null)) === JSON.stringify(ordered(other ?? null));
  const put = (holder, path, value) => {
    const inner = path.slice(0, -1).reduce((value, key, place) => (value[key] ??= typeof path[place + 1] === "number" ? [] : {}), holder);
    const key = path[path.length - 1];
    if (value === null && !Array.isArray(inner)) delete inner[key];
    else inner[key] = value;
  };

  /* A range as spreadsheets put it on the clipboard: tabs and lines; a cell with either in it stands in quotes. */
  function cells(text) {
    const rows = [[""]];
    let quoted = false;
    const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let place = 0; place < body.length; place += 1) {
      const letter = body[place], row = rows[rows.length - 1], last = row.length - 1;
      if (quoted) {
        if (letter !== '"') row[last] += letter;
        else if (body[place + 1] === '"') { row[last] += '"'; place += 1; }
        else quoted = false;
      } else if (letter === '"' && row[last] === "") quoted = true;
      else if (letter === "\t") row.push("");
      else if (letter === "\n") rows.push([""]);
      else row[last] += letter;
    }
    return rows.map((row) => row.map((cell) => cell.trim()));
  }
  const written = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  /* A plain figure with its thousands apart and at least two decimals; anything else as it was typed. */
  const grouped = (text) => {
    const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return parts ? `${parts[1] ? "−" : ""}${parts[2].replace(/\B(?=(\d{3})+$)/g, ",")}.${(parts[3] || "").padEnd(2, "0")}` : text;
  };
  window.hengji.values = { copy, at, same, put, cells, grouped, written };
})();
