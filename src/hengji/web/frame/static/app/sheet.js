/* Tables that are edited like a spreadsheet. The page's list is the content's own (JSON): what is saved is the
   difference between what the server has and what is shown, cell by cell, or the whole list where rows came or went.

   table.sheet: data-base (path of the list), data-source (id of its JSON: {saved, rows}), data-blank (a new row's
   entry), data-nests (an entry may have items), data-linked (path in the entry of
   what the row was taken over from). th[data-column]: data-within (path in the entry), data-empty (what a
   cleared cell holds), data-inherits, data-identifies. <template> holds a row. Keys: see the page's own list. */
(() => {
  "use strict";
  const { copy, at, same, put, grouped } = window.hengji.values;

  class Sheet {
    constructor(table) {
      this.table = table;
      this.body = table.tBodies[0];
      this.work = table.closest("[data-work]");
      this.base = JSON.parse(table.dataset.base);
      this.blank = JSON.parse(table.dataset.blank);
      this.nests = "nests" in table.dataset;
      this.linked = table.dataset.linked ? JSON.parse(table.dataset.linked) : null;
      this.columns = [...table.tHead.querySelectorAll("[data-column]")].map((head) => ({
        key: head.dataset.column, name: head.textContent.trim(), within: JSON.parse(head.dataset.within),
        empty: "empty" in head.dataset ? head.dataset.empty : null,
        inherits: "inherits" in head.dataset, identifies: "identifies" in head.dataset, isNumber: head.classList.contains("number"),
      }));
      const data = JSON.parse(document.getElementById(table.dataset.source).textContent);
      this.acked = data.saved;
      this.list = data.rows || [];
      this.template = table.querySelector("template");
      this.row = this.column = this.fromRow = this.fromColumn = 0;
      this.editing = this.quick = this.leaving = false;
      this.editor = document.createElement("textarea");
      this.editor.className = "editor";
      this.editor.rows = 1;
      this.editor.spellcheck = false;
      this.render();
      this.listen();
    }

    /* the list */
    rows() {
      return this.list.flatMap((entry, place) => [
        [place], ...(this.nests && Array.isArray(entry?.items) ? entry.items.map((_, inner) => [place, "items", inner]) : []),
      ]);
    }
    text(where, column, list = this.list) {
      const value = at(list, [...where, ...column.within]);
      return typeof value === "string" ? value : "";
    }
    isBlank(where) { return this.columns.every((column) => this.text(where, column) === ""); }
    wanted() { return this.list.length && this.rows().some((where) => !this.isBlank(where)) ? this.list : null; }

    /* What is not on the server yet. */
    pending() {
      const wanted = this.wanted();
      if (same(this.acked, wanted)) return [];
      const whole = [{ path: this.base, before: this.acked, after: wanted }];
      if (!Array.isArray(this.acked) || !wanted || this.acked.length !== wanted.length) return whole;
      const edits = [], reached = copy(this.acked);
      for (const where of this.rows()) {
        for (const column of [...this.columns, ...(this.linked ? [{ within: this.linked }] : [])]) {
          const path = [...where, ...column.within];
          const before = at(this.acked, path) ?? null, after = at(wanted, path) ?? null;
          if (same(before, after)) continue;
          if (at(this.acked, where) === undefined) return whole;
          put(reached, path, after);
          const beside = this.columns.filter((other) => other.identifies && other !== column)
            .map((other) => [[...this.base, ...where, ...other.within], at(this.acked, [...where, ...other.within]) ?? null]);
          edits.push({ path: [...this.base, ...path], before, after, beside });
        }
      }
      return same(reached, wanted) ? edits : whole;
    }
    /* The row is no longer another table's: it keeps its words. */
    unlink(row) {
      const list = copy(this.list);
      put(list, [...this.rowsOf(list)[row], ...this.linked], null);
      this.change(list);
    }
    save() { window.hengji.replace(this.pending(), this.work, this.base); }
    change(list, isUndo) {
      if (same(list, this.list)) return;
      if (!isUndo) { Sheet.past.done.push({ sheet: this, before: copy(this.list), after: copy(list) }); Sheet.past.undone = []; }
      this.list = list;
      this.render();
      this.save();
    }
    fill(changes) {
      const list = this.grown(Math.max(...changes.map(([row]) => row)) + 1), rows = this.rowsOf(list);
      for (const [row, place, text] of changes) {
        const column = this.columns[place];
        if (column && rows[row]) put(list, [...rows[row], ...column.within], text === "" ? column.empty : text);
      }
      this.change(list);
    }
    rowsOf(list) { const kept = this.list; this.list = list; const rows = this.rows(); this.list = kept; return rows; }
    grown(count) {
      const list = copy(this.list);
      while (this.rowsOf(list).length < count) list.push(copy(this.blank));
      return list;
    }
    /* The server has taken in some edits, or told that others were first. */
    acknowledge({ edits, conflicts = [] }) {
      const mine = (path) => this.base.every((key, place) => path[place] === key) && path.length >= this.base.length;
      const told = new Map(conflicts.map((conflict) => [JSON.stringify(conflict.path), conflict]));
      let touched = false;
      for (const edit of edits.filter((one) => mine(one.path))) {
        const conflict = told.get(JSON.stringify(edit.path)), path = edit.path.slice(this.base.length);
        touched = true;
        if (!path.length) {
          const shown = same(this.list, edit.after) || same(this.list, this.acked);
          this.acked = copy(conflict ? conflict.now : edit.after);
          if (conflict || shown) this.list = copy(this.acked) || [];
          continue;
        }
        const before = at(this.acked, path) ?? null;
        if (conflict?.elsewhere) { put(this.list, path, before); continue; }
        const value = conflict ? conflict.now : edit.after;
        if (conflict || same(at(this.list, path), before)) put(this.list, path, value);
        if (Array.isArray(this.acked)) put(this.acked, path, value);
      }
      if (!touched) return;
      if (!this.editing) this.render();
      const left = this.pending();
      if (left.length) window.hengji.replace(left, this.work, this.base);
    }

    /* the table */
    render() {
      const focused = this.body.contains(document.activeElement);
      if (!this.list.length) this.list = [copy(this.blank)];
      const rows = this.rows();
      this.editor.remove();
      while (this.body.rows.length > rows.length) this.body.rows[this.body.rows.length - 1].remove();
      rows.forEach((where, place) => {
        const name = [...this.base, ...where].map((key) => (typeof key === "number" ? key + 1 : key)).join("-");
        let line = this.body.rows[place];
        if (!line || line.id !== `row-${name}`) {
          const made = this.template.content.firstElementChild.cloneNode(true);
          made.id = `row-${name}`;
          made.querySelector(".says").id = `says-${name}`;
          if (line) line.replaceWith(made); else this.body.append(made);
          line = made;
        }
        line.classList.toggle("inner", where.length > 1);
        line.querySelector("th").textContent = place + 1;
        let repeated = place > 0;
        this.columns.forEach((column, at) => {
          const text = this.text(where, column), cell = this.cell(place, at), label = cell.querySelector(".text");
          const shown = column.isNumber ? grouped(text) : text;
          if (label.textContent !== shown) label.textContent = shown;
          repeated = repeated && column.inherits && text !== "" && text === this.text(rows[place - 1], column);
          cell.classList.toggle("same", repeated);
        });
      });
      this.mark();
      if (focused) this.select(Math.min(this.row, rows.length - 1), this.column, false);
    }
    cell(row, column) { return this.body.rows[row]?.querySelectorAll("td[data-cell]")[column]; }
    /* The cell that is wrong is tied to the words beside it. */
    mark() {
      for (const line of this.body.rows) {
        const told = new Map([...line.querySelectorAll(".says [data-of]")].map((words) => [words.dataset.of, words]));
        line.querySelectorAll("td[data-cell]").forEach((cell) => {
          const words = told.get(cell.dataset.cell);
          cell.classList.toggle("wrong", Boolean(words) && words.classList.contains("error"));
          cell.classList.toggle("doubtful", Boolean(words) && words.classList.contains("warning"));
          if (words) cell.setAttribute("aria-describedby", words.id); else cell.removeAttribute("aria-describedby");
          if (words?.classList.contains("error") && line.closest("[role=grid]")) cell.setAttribute("aria-invalid", "true"); else cell.removeAttribute("aria-invalid");
        });
      }
    }
    select(row, column, extend, quiet) {
      const last = this.rows().length - 1;
      this.row = Math.max(0, Math.min(last, row));
      this.column = Math.max(0, Math.min(this.columns.length - 1, column));
      if (!extend) { this.fromRow = this.row; this.fromColumn = this.column; }
      this.fromRow = Math.min(last, this.fromRow);
      const [top, bottom, left, right] = this.range();
      this.body.querySelectorAll(".active, .selected").forEach((cell) => cell.classList.remove("active", "selected"));
      for (let line = top; line <= bottom; line += 1) {
        for (let place = left; place <= right; place += 1) if (top !== bottom || left !== right) this.cell(line, place).classList.add("selected");
      }
      const cell = this.cell(this.row, this.column);
      cell.classList.add("active");
      if (this.editor.parentElement !== cell) cell.append(this.editor);
      this.editor.value = "";
      this.editor.setAttribute("aria-label", word("第{row}行 {column}：{value}", { row: this.row + 1, column: this.columns[this.column].name, value: this.value() || word("空") }));
      const words = cell.getAttribute("aria-describedby");
      if (words) this.editor.setAttribute("aria-describedby", words); else this.editor.removeAttribute("aria-describedby");
      this.editor.setAttribute("aria-invalid", String(cell.hasAttribute("aria-invalid")));
      if (!quiet) { this.editor.focus({ preventScroll: true }); cell.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    }
    range() {
      return [Math.min(this.row, this.fromRow), Math.max(this.row, this.fromRow), Math.min(this.column, this.fromColumn), Math.max(this.column, this.fromColumn)];
    }
    value() { return this.text(this.rows()[this.row], this.columns[this.column]); }

    /* typing */
    begin(text, quick) {
      this.editing = true;
      this.quick = quick;
      this.editor.classList.add("editing");
      if (text !== null) { this.editor.value = text; this.editor.setSelectionRange(text.length, text.length); }
      this.fit();
    }
    fit() { this.editor.style.height = "auto"; this.editor.style.height = `${this.editor.scrollHeight + 2}px`; }
    end(keep) {
      if (!this.editing) return;
      const text = this.editor.value.trim();
      this.editing = false;
      this.editor.classList.remove("editing");
      this.editor.style.height = "";
      this.editor.value = "";
      if (keep && text !== this.value()) this.fill([[this.row, this.column, text]]);
    }
    listen() {
      this.body.addEventListener("mousedown", (event) => {
        const cell = event.target.closest("td[data-cell]");
        if (!cell || event.target === this.editor) return;
        event.preventDefault();
        this.end(true);
        this.leaving = false;
        this.select(...this.placeOf(cell), event.shiftKey);
        this.dragging = true;
      });
      this.body.addEventListener("mouseover", (event) => {
        const cell = event.target.closest("td[data-cell]");
        if (this.dragging && event.buttons === 1 && cell) this.select(...this.placeOf(cell), true);
      });
      document.addEventListener("mouseup", () => { this.dragging = false; });
      this.body.addEventListener("dblclick", (event) => { if (event.target.closest("td[data-cell]") && !this.editing) this.begin(this.value(), false); });
      this.editor.addEventListener("input", () => { if (!this.editing) this.begin(null, true); this.fit(); });
      this.editor.addEventListener("compositionstart", () => { if (!this.editing) this.begin(null, true); });
      this.editor.addEventListener("blur", () => this.end(true));
      window.addEventListener("pagehide", () => this.end(true));
      this.editor.addEventListener("keydown", (event) => this.key(event));
      this.editor.addEventListener("copy", (event) => this.copy(event));
      this.editor.addEventListener("cut", (event) => { if (this.copy(event)) this.clear(); });
      this.editor.addEventListener("paste", (event) => this.paste(event));
      this.select(0, 0, false, true);
      this.body.querySelectorAll(".active").forEach((cell) => cell.classList.remove("active"));
      this.editor.addEventListener("focus", () => { this.cell(this.row, this.column)?.classList.add("active"); });
    }
    placeOf(cell) { return [cell.parentElement.sectionRowIndex, [...cell.parentElement.querySelectorAll("td[data-cell]")].indexOf(cell)]; }
    go(rows, columns, extend) { this.select(this.row + rows, this.column + columns, extend); }
    next(step) {
      const width = this.columns.length, place = this.row * width + this.column + step;
      if (place < 0 || place >= width * this.rows().length) return false;
      this.select(Math.floor(place / width), place % width, false);
      return true;
    }
    key(event) {
      if (event.isComposing) return;
      if (event.key === "Tab") {
        if (this.leaving) { this.leaving = false; return; }
        this.end(true);
        if (this.next(event.shiftKey ? -1 : 1)) event.preventDefault();
        return;
      }
      const done = this.editing ? this.typingKey(event) : this.movingKey(event);
      if (done) { event.preventDefault(); event.stopPropagation(); }
    }
    typingKey(event) {
      const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
      if (event.key === "Escape") { this.end(false); return true; }
      if (event.key === "Enter" && event.altKey) { this.editor.setRangeText("\n", this.editor.selectionStart, this.editor.selectionEnd, "end"); this.fit(); return true; }
      if (event.key === "Enter") { this.end(true); this.go(event.shiftKey ? -1 : 1, 0); return true; }
      if (this.quick && arrows[event.key] && !event.shiftKey) { this.end(true); this.go(...arrows[event.key]); return true; }
      return false;
    }
    movingKey(event) {
      const control = event.ctrlKey || event.metaKey, name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const commands = control
        ? { d: () => this.fillDown(), z: () => (event.shiftKey ? Sheet.redo() : Sheet.undo()), y: () => Sheet.redo(), a: () => { this.fromRow = this.fromColumn = 0; this.select(Infinity, Infinity, true); }, Delete: () => this.remove(), Backspace: () => this.remove(), Home: () => this.select(0, 0, event.shiftKey), End: () => this.select(Infinity, Infinity, event.shiftKey), ArrowUp: () => this.select(0, this.column, event.shiftKey), ArrowDown: () => this.select(Infinity, this.column, event.shiftKey) }
        : event.altKey && event.shiftKey
          ? { ArrowDown: () => this.insert(), ArrowRight: () => this.nest(true), ArrowLeft: () => this.nest(false) }
          : event.altKey
            ? { ArrowUp: () => this.move(-1), ArrowDown: () => this.move(1) }
            : { ArrowUp: () => this.go(-1, 0, event.shiftKey), ArrowDown: () => this.go(1, 0, event.shiftKey), ArrowLeft: () => this.go(0, -1, event.shiftKey), ArrowRight: () => this.go(0, 1, event.shiftKey), Home: () => this.select(this.row, 0, event.shiftKey), End: () => this.select(this.row, Infinity, event.shiftKey), PageUp: () => this.go(-10, 0, event.shiftKey), PageDown: () => this.go(10, 0, event.shiftKey), Enter: () => this.go(event.shiftKey ? -1 : 1, 0), F2: () => this.begin(this.value(), false), Delete: () => this.clear(), Backspace: () => this.clear(), Insert: () => this.insert(), Escape: () => { this.leaving = true; this.select(this.row, this.column, false); } };
      const command = commands[name];
      if (command) command();
      return Boolean(command);
    }
  }
  /* What was done, over all sheets of the page, and what was undone of it. */
  Sheet.past = { done: [], undone: [] };
  window.hengji.Sheet = Sheet;
})();
