/* What can be done to a sheet beyond typing: ranges, rows, undoing; and the page's buttons that do it. */
(() => {
  "use strict";
  const { copy, same, put, cells, written } = window.hengji.values;
  const Sheet = window.hengji.Sheet;
  const sheets = new Map();
  const MOST_ROWS = 2000;

  Object.assign(Sheet.prototype, {
    texts() {
      const [top, bottom, left, right] = this.range(), rows = this.rows();
      return rows.slice(top, bottom + 1).map((where) => this.columns.slice(left, right + 1).map((column) => this.text(where, column)));
    },
    copy(event) {
      if (this.editing) return false;
      event.clipboardData.setData("text/plain", this.texts().map((row) => row.map(written).join("\t")).join("\n"));
      event.preventDefault();
      return true;
    },
    paste(event) {
      const text = event.clipboardData.getData("text/plain");
      if (this.editing && !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      this.end(false);
      const all = cells(text), block = all.slice(0, MOST_ROWS), [top, bottom, left, right] = this.range(), changes = [];
      if (block.length === 1 && block[0].length === 1) {
        for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) changes.push([row, column, block[0][0]]);
      } else {
        this.inherited(block, left).forEach((row, place) => row.forEach((cell, at) => { if (left + at < this.columns.length) changes.push([top + place, left + at, cell]); }));
      }
      this.fill(changes);
      const high = Math.max(...changes.map(([row]) => row)), wide = Math.max(...changes.map(([, column]) => column));
      this.select(top, left, false);
      this.select(high, wide, true);
      if (all.length > MOST_ROWS) document.querySelector("[data-saving]").textContent = word("一次最多粘贴 {most} 行，后面的 {left} 行没有贴入", { most: MOST_ROWS, left: all.length - MOST_ROWS });
    },
    /* Merged cells come as one value and blanks below it. */
    inherited(block, left) {
      return block.map((row, place) => {
        let under = place > 0 && row.some((cell) => cell !== "");
        row.forEach((cell, at) => {
          under = under && Boolean(this.columns[left + at]?.inherits) && (cell === "" || cell === block[place - 1][at]);
          if (under && cell === "") row[at] = block[place - 1][at] ?? "";
        });
        return row;
      });
    },
    clear() {
      const [top, bottom, left, right] = this.range(), changes = [];
      for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) changes.push([row, column, ""]);
      this.fill(changes);
    },
    fillDown() {
      const [top, bottom, left, right] = this.range(), rows = this.rows(), changes = [];
      const from = top === bottom ? top - 1 : top;
      if (from < 0) return;
      for (let row = from + 1; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) changes.push([row, column, this.text(rows[from], this.columns[column])]);
      this.fill(changes);
    },
    among(list, where) { return where.length === 1 ? list : list[where[0]].items; },
    insert(entries) {
      const list = copy(this.list), where = this.rows()[this.row];
      const added = entries || [copy(this.blank)];
      if (!entries) this.columns.filter((column) => column.inherits).forEach((column) => { const text = this.text(where, column); if (text) put(added[0], column.within, text); });
      const empty = this.isBlank(where) && entries;
      this.among(list, where).splice(where[where.length - 1] + (empty ? 0 : 1), empty ? 1 : 0, ...added);
      this.change(list);
      this.go(entries ? 0 : 1 + (where.length === 1 && this.nests ? this.list[where[0]].items?.length || 0 : 0), 0);
    },
    remove() {
      const [top, bottom] = this.range(), list = copy(this.list);
      for (const where of this.rows().slice(top, bottom + 1).reverse()) {
        this.among(list, where).splice(where[where.length - 1], 1);
        if (where.length > 1 && !list[where[0]].items.length) delete list[where[0]].items;
      }
      this.change(list);
      this.select(top, this.column, false);
    },
    move(step) {
      const where = this.rows()[this.row], list = copy(this.list), siblings = this.among(list, where), place = where[where.length - 1];
      if (place + step < 0 || place + step >= siblings.length) return;
      siblings.splice(place + step, 0, siblings.splice(place, 1)[0]);
      const moved = [...where.slice(0, -1), place + step];
      this.change(list);
      this.select(this.rows().findIndex((other) => same(other, moved)), this.column, false);
    },
    /* A line of money becomes an item of the line above (其中), or a line of its own. */
    nest(deeper) {
      const where = this.rows()[this.row], list = copy(this.list);
      if (!this.nests || (deeper ? where.length > 1 || where[0] === 0 : where.length === 1)) return;
      if (deeper) {
        const [entry] = list.splice(where[0], 1), { items = [], ...line } = entry;
        (list[where[0] - 1].items ??= []).push(line, ...items);
      } else {
        const holder = list[where[0]], [line] = holder.items.splice(where[2], 1), rest = holder.items.splice(where[2]);
        if (!holder.items.length) delete holder.items;
        list.splice(where[0] + 1, 0, rest.length ? { ...line, items: rest } : line);
      }
      this.change(list);
    },
  });

  Sheet.undo = () => step(Sheet.past.done, Sheet.past.undone, "before");
  Sheet.redo = () => step(Sheet.past.undone, Sheet.past.done, "after");
  function step(from, to, side) {
    const entry = from.pop();
    if (!entry) return;
    to.push(entry);
    entry.sheet.change(copy(entry[side]), true);
    entry.sheet.select(entry.sheet.row, entry.sheet.column, false);
  }

  document.querySelectorAll("table.sheet[data-editable]").forEach((table) => sheets.set(table.dataset.sheet, new Sheet(table)));
  document.querySelectorAll("table.sheet:not([data-editable])").forEach((table) => Sheet.prototype.mark.call({ body: table.tBodies[0] }));
  document.addEventListener("hengji:saved", (event) => {
    sheets.forEach((sheet) => sheet.acknowledge(event.detail));
    const work = event.target, known = Number(work.dataset.revision || 0), now = event.detail.revision;
    if (now === undefined) return;
    if (known && now > known + 1) document.querySelector("[data-others]")?.removeAttribute("hidden");
    work.dataset.revision = now;
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const table = document.getElementById(event.detail.target?.id)?.closest("table.sheet") || event.detail.target?.closest?.("table.sheet");
    if (table) Sheet.prototype.mark.call({ body: table.tBodies[0] });
  });
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do]")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]"), sheet = button && sheets.get(button.dataset.for);
    if (!sheet) return;
    const commands = {
      insert: () => sheet.insert(), remove: () => sheet.remove(), up: () => sheet.move(-1), down: () => sheet.move(1),
      fill: () => sheet.fillDown(), unlink: () => sheet.unlink(button.closest("tr").sectionRowIndex),
      undo: Sheet.undo, redo: Sheet.redo, deeper: () => sheet.nest(true), outward: () => sheet.nest(false),
      pick: () => {
        const chosen = [...document.querySelectorAll("[data-entry]:checked")];
        if (chosen.length) sheet.insert(chosen.map((box) => JSON.parse(box.dataset.entry)));
        chosen.forEach((box) => { box.checked = false; });
        button.closest("dialog")?.close();
      },
    };
    sheet.end(true);
    commands[button.dataset.do]?.();
    if (button.dataset.do !== "pick") sheet.select(sheet.row, sheet.column, true);
  });
  /* The library is looked through where it stands. */
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-sift]")) return;
    const words = event.target.value.trim().toLowerCase();
    document.querySelectorAll(`#${event.target.dataset.sift} tbody tr`).forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(words); });
  });
  /* A remark goes to the row beside which its button stands. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-remark]");
    if (!button) return;
    const dialog = document.getElementById("remark");
    dialog.querySelector("[name=place]").value = button.dataset.remark;
    dialog.querySelector("[data-remark-name]").textContent = button.dataset.name;
  });
})();
