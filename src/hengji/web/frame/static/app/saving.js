/* Saves cells as they are left. Nothing typed is lost: what is not yet on the server waits in this browser.

   A cell is any field with data-path='["data","名称"]' inside an element with data-work (id) and data-edit (address).
   Events on the data-work element: "hengji:saved" {revision}, "hengji:conflict" {conflicts}, "hengji:unsaved" {message}.
   Sheets that have no fields call window.hengji.save(edits, element) with edits = [{path, before, after, beside}], or
   window.hengji.replace(edits, element, base): what waits below the path `base` gives way to these edits.
   "hengji:taken" {path, value}: of two writers' values the person chose the other's. */
(() => {
  "use strict";
  const queues = new Map();
  const key = (element) => `hengji:${document.body.dataset.user}:${element.dataset.work}`;
  const value = (field) => {
    if (field.type === "checkbox") return field.checked ? (field.value === "on" ? "是" : field.value) : (field.dataset.off || null);
    if (field.type === "radio") return field.checked ? field.value : null;
    const text = field.value.replace(/\r\n/g, "\n").trim();
    return text === "" ? null : text;
  };
  const cookie = (name) => (document.cookie.split("; ").find((part) => part.startsWith(`${name}=`)) || "").slice(name.length + 1);
  const remember = (element, edits) => {
    if (edits.length) localStorage.setItem(key(element), JSON.stringify(edits));
    else localStorage.removeItem(key(element));
  };
  const remembered = (element) => JSON.parse(localStorage.getItem(key(element)) || "[]");
  const say = (element, text, isError) => {
    const place = document.querySelector("[data-saving]");
    if (place) { place.textContent = text; place.classList.toggle("error", Boolean(isError)); }
    if (isError) element.dispatchEvent(new CustomEvent("hengji:unsaved", { bubbles: true, detail: { message: text } }));
  };
  const merged = (edits, added) => {
    const result = edits.slice();
    for (const edit of added) {
      const same = result.findIndex((other) => JSON.stringify(other.path) === JSON.stringify(edit.path));
      if (same < 0) result.push(edit);
      else result[same] = { ...edit, before: result[same].before };
    }
    return result;
  };
  async function send(element) {
    const queue = queues.get(element);
    if (queue.busy) { queue.again = true; return; }
    const edits = remembered(element);
    if (!edits.length) return;
    queue.busy = true;
    say(element, word("正在保存…"));
    let answer, body = {};
    try {
      answer = await fetch(element.dataset.edit, {
        method: "POST", credentials: "same-origin", redirect: "manual",
        headers: { "Content-Type": "application/json", "Accept": "application/json", "X-CSRFToken": cookie("csrftoken") },
        body: JSON.stringify({ edits }),
      });
      /* Busy until the answer is read: what is typed while it arrives stands upon what it says was saved. */
      body = answer.ok ? await answer.json() : await answer.json().catch(() => ({}));
    } catch { answer = null; }
    queue.busy = false;
    if (answer && answer.ok) {
      const sent = new Set(edits.map((edit) => JSON.stringify(edit)));
      const refused = new Set(body.conflicts.map((conflict) => JSON.stringify(conflict.path)));
      const stands = new Map(edits.map((edit) => [JSON.stringify(edit.path), edit.after]).filter(([path]) => !refused.has(path)));
      /* A cell that was changed again while it was being saved now stands upon what was saved; so does one beside it. */
      const renamed = (beside) => beside.map(([place, seen]) => {
        const path = JSON.stringify(place);
        return [place, stands.has(path) ? stands.get(path) : seen];
      });
      const upon = (edit) => {
        const path = JSON.stringify(edit.path), now = edit.beside ? { ...edit, beside: renamed(edit.beside) } : edit;
        return stands.has(path) ? { ...now, before: stands.get(path) } : now;
      };
      remember(element, remembered(element).filter((edit) => !sent.has(JSON.stringify(edit))).map(upon));
      element.querySelectorAll("[data-beside]").forEach((field) => {
        field.dataset.beside = JSON.stringify(renamed(JSON.parse(field.dataset.beside)));
      });
      say(element, body.conflicts.length ? word("有 {count} 处与他人的修改冲突", { count: body.conflicts.length }) : body.late || word("已保存"));
      element.dispatchEvent(new CustomEvent("hengji:saved", { bubbles: true, detail: { ...body, edits } }));
      if (body.conflicts.length) {
        element.dispatchEvent(new CustomEvent("hengji:conflict", { bubbles: true, detail: body }));
        show(element, body.conflicts);
      }
    } else if (!answer) {
      say(element, word("连不上服务器，内容已暂存在本机，恢复后自动保存"), true);
      setTimeout(() => send(element), 5000);
    } else if (answer.type === "opaqueredirect" || answer.status === 403) {
      say(element, word("登录已过期，内容已暂存在本机。请在新窗口登录后回到这里"), true);
    } else {
      say(element, body.message || word("没有保存成功，内容已暂存在本机"), true);
      if (answer.status === 400 || answer.status === 409) refused(element, edits, body);
    }
    if (queue.again) { queue.again = false; send(element); }
  }
  /* What was typed too late, or into what was handed on meanwhile: it stays in this browser and can be read and copied.
     Where only the deadline is in the way it also stays in the queue, for the day when there is more time. */
  const aside = (element) => `${key(element)}:aside`;
  function refused(element, edits, body) {
    if (!body.closed) {
      const sent = new Set(edits.map((edit) => JSON.stringify(edit)));
      localStorage.setItem(aside(element), JSON.stringify(merged(JSON.parse(localStorage.getItem(aside(element)) || "[]"), edits)));
      remember(element, remembered(element).filter((edit) => !sent.has(JSON.stringify(edit))));
    }
    tell(element, body.closed ? remembered(element) : JSON.parse(localStorage.getItem(aside(element))), body);
  }
  function tell(element, edits, body) {
    const list = document.querySelector("[data-conflicts]");
    if (!list) return;
    list.querySelectorAll("[data-unsaved]").forEach((old) => old.remove());
    const box = document.createElement("div");
    box.className = "conflict"; box.dataset.unsaved = ""; box.setAttribute("role", "alert");
    const part = (name, text) => { const made = document.createElement(name); made.textContent = text; return made; };
    box.append(part("p", body.message || word("没有保存成功，内容已暂存在本机")));
    box.append(part("p", word("没有存上的 {count} 处留在这个浏览器里：", { count: edits.length })));
    const items = document.createElement("ul");
    for (const edit of edits.slice(0, 50)) {
      const value = edit.after === null ? word("（空）") : typeof edit.after === "string" ? edit.after : JSON.stringify(edit.after);
      items.append(part("li", `${edit.path.map((name) => (typeof name === "number" ? name + 1 : name)).join(" / ")}：${value}`));
    }
    box.append(items);
    if (body.closed) {
      const ask = part("a", word("申请延期"));
      ask.className = "button main"; ask.href = body.ask;
      ask.addEventListener("click", (event) => {
        const dialog = document.getElementById("ask-time");
        if (dialog) { dialog.showModal(); event.preventDefault(); }
      });
      box.append(ask);
    } else {
      const done = part("button", word("知道了，不要了"));
      done.type = "button";
      done.addEventListener("click", () => { localStorage.removeItem(aside(element)); box.remove(); });
      box.append(done);
    }
    list.append(box);
  }
  function show(element, conflicts) {
    const list = document.querySelector("[data-conflicts]");
    if (!list) return;
    for (const conflict of conflicts) {
      const box = document.createElement("div");
      box.className = "conflict";
      box.setAttribute("role", "alert");
      const words = (entry) => (entry === null ? word("（空）") : Array.isArray(entry) ? word("{count} 行", { count: entry.length }) : typeof entry === "string" ? entry : JSON.stringify(entry));
      const text = document.createElement("p");
      if (conflict.elsewhere) {
        text.textContent = word("您填的“{wanted}”没有写入：这一行刚刚被他人移动或改了名。请刷新页面，看过再填。", { wanted: words(conflict.wanted) });
        const reload = document.createElement("a");
        reload.href = ""; reload.className = "button"; reload.textContent = word("刷新页面");
        box.append(text, reload);
        list.append(box);
        continue;
      }
      text.textContent = word("{place}：您填“{wanted}”，而他人刚刚改成了“{now}”。", { place: conflict.place, wanted: words(conflict.wanted), now: words(conflict.now) });
      const keep = document.createElement("button");
      keep.type = "button"; keep.textContent = word("用我的"); keep.className = "main";
      keep.addEventListener("click", () => { box.remove(); save([{ path: conflict.path, before: conflict.now, after: conflict.wanted }], element); });
      const take = document.createElement("button");
      take.type = "button"; take.textContent = word("用对方的");
      take.addEventListener("click", () => {
        box.remove();
        const field = element.querySelector(`[data-path='${CSS.escape ? JSON.stringify(conflict.path).replace(/'/g, "\\'") : ""}']`);
        if (field) { field.value = conflict.now === null ? "" : conflict.now; field.dataset.saved = JSON.stringify(conflict.now); }
        element.dispatchEvent(new CustomEvent("hengji:taken", { bubbles: true, detail: { path: conflict.path, value: conflict.now } }));
        element.dispatchEvent(new CustomEvent("hengji:saved", { bubbles: true, detail: { edits: [] } }));
      });
      box.append(text, keep, " ", take);
      list.append(box);
    }
  }
  function save(edits, element) {
    if (!queues.has(element)) queues.set(element, { busy: false, again: false });
    remember(element, merged(remembered(element), edits));
    return send(element);
  }
  function replace(edits, element, base) {
    if (!queues.has(element)) queues.set(element, { busy: false, again: false });
    const below = (edit) => base.every((key, place) => edit.path[place] === key);
    remember(element, [...remembered(element).filter((edit) => !below(edit)), ...edits]);
    return send(element);
  }
  function changed(field) {
    const element = field.closest("[data-work]");
    if (!element || !field.dataset.path || (field.type === "radio" && !field.checked)) return;
    const after = value(field);
    const before = JSON.parse(field.dataset.saved || "null");
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    const twins = field.type === "radio" ? element.querySelectorAll(`input[name="${CSS.escape(field.name)}"]`) : [field];
    twins.forEach((twin) => { twin.dataset.saved = JSON.stringify(after); });
    const edit = { path: JSON.parse(field.dataset.path), before, after };
    /* A cell in a row of a list says which row its writer saw. */
    if (field.dataset.beside) edit.beside = JSON.parse(field.dataset.beside);
    save([edit], element);
  }
  /* What was typed and never reached the server stands in its field again, as it was left. */
  function refill(element) {
    const waiting = new Map(remembered(element).map((edit) => [JSON.stringify(edit.path), edit.after]));
    element.querySelectorAll("[data-path]").forEach((field) => {
      const path = JSON.stringify(JSON.parse(field.dataset.path));
      if (!waiting.has(path)) return;
      const after = waiting.get(path);
      if (field.type === "radio") field.checked = field.value === after;
      else if (field.type === "checkbox") field.checked = after !== null && after !== (field.dataset.off || null);
      else field.value = after === null ? "" : after;
      field.dataset.saved = JSON.stringify(after);
    });
  }
  const resend = () => queues.forEach((queue, element) => { if (!queue.busy && remembered(element).length) send(element); });
  /* Logged in again in another window: coming back is enough. Leaving keeps even the cell one is still typing in. */
  window.addEventListener("focus", resend);
  window.addEventListener("pagehide", () => {
    const field = document.activeElement;
    if (field?.matches?.("[data-path]")) field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", (event) => { if (event.target.matches?.("[data-path]")) changed(event.target); });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-work]").forEach((element) => {
      queues.set(element, { busy: false, again: false });
      refill(element);
      const left = JSON.parse(localStorage.getItem(aside(element)) || "[]");
      if (left.length) tell(element, left, { message: word("这些内容上次没有存上。要用的请照着再填，或复制出来。") });
      if (remembered(element).length) send(element);
    });
  });
  window.hengji = { save, replace };
})();
