/* Saves cells as they are left. Nothing typed is lost: what is not yet on the server waits in this browser.

   A cell is any field with data-path='["data","名称"]' inside an element with data-work (id) and data-edit (address).
   Events on the data-work element: "hengji:saved" {revision}, "hengji:conflict" {conflicts}, "hengji:unsaved" {message}.
   Sheets that have no fields call window.hengji.save(edits, element) with edits = [{path, before, after}]. */
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
    say(element, "正在保存…");
    let answer;
    try {
      answer = await fetch(element.dataset.edit, {
        method: "POST", credentials: "same-origin", redirect: "manual",
        headers: { "Content-Type": "application/json", "Accept": "application/json", "X-CSRFToken": cookie("csrftoken") },
        body: JSON.stringify({ edits }),
      });
    } catch { answer = null; }
    queue.busy = false;
    if (answer && answer.ok) {
      const body = await answer.json();
      const sent = new Set(edits.map((edit) => JSON.stringify(edit)));
      remember(element, remembered(element).filter((edit) => !sent.has(JSON.stringify(edit))));
      say(element, body.conflicts.length ? `有 ${body.conflicts.length} 处与他人的修改冲突` : "已保存");
      element.dispatchEvent(new CustomEvent("hengji:saved", { bubbles: true, detail: { ...body, edits } }));
      if (body.conflicts.length) {
        element.dispatchEvent(new CustomEvent("hengji:conflict", { bubbles: true, detail: body }));
        show(element, body.conflicts);
      }
    } else if (!answer) {
      say(element, "连不上服务器，内容已暂存在本机，恢复后自动保存", true);
      setTimeout(() => send(element), 5000);
    } else if (answer.type === "opaqueredirect" || answer.status === 403) {
      say(element, "登录已过期，内容已暂存在本机。请在新窗口登录后回到这里", true);
    } else {
      const body = await answer.json().catch(() => ({}));
      say(element, body.message || "没有保存成功，内容已暂存在本机", true);
      if (answer.status === 400 || answer.status === 409) remember(element, []);
    }
    if (queue.again) { queue.again = false; send(element); }
  }
  function show(element, conflicts) {
    const list = document.querySelector("[data-conflicts]");
    if (!list) return;
    for (const conflict of conflicts) {
      const box = document.createElement("div");
      box.className = "conflict";
      box.setAttribute("role", "alert");
      const words = (entry) => (entry === null ? "（空）" : typeof entry === "string" ? entry : JSON.stringify(entry));
      const text = document.createElement("p");
      text.textContent = `${conflict.place}：您填“${words(conflict.wanted)}”，而他人刚刚改成了“${words(conflict.now)}”。`;
      const keep = document.createElement("button");
      keep.type = "button"; keep.textContent = "用我的"; keep.className = "main";
      keep.addEventListener("click", () => { box.remove(); save([{ path: conflict.path, before: conflict.now, after: conflict.wanted }], element); });
      const take = document.createElement("button");
      take.type = "button"; take.textContent = "用对方的";
      take.addEventListener("click", () => {
        box.remove();
        const field = element.querySelector(`[data-path='${CSS.escape ? JSON.stringify(conflict.path).replace(/'/g, "\\'") : ""}']`);
        if (field) { field.value = conflict.now === null ? "" : conflict.now; field.dataset.saved = JSON.stringify(conflict.now); }
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
  function changed(field) {
    const element = field.closest("[data-work]");
    if (!element || !field.dataset.path || (field.type === "radio" && !field.checked)) return;
    const after = value(field);
    const before = JSON.parse(field.dataset.saved || "null");
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    const twins = field.type === "radio" ? element.querySelectorAll(`input[name="${CSS.escape(field.name)}"]`) : [field];
    twins.forEach((twin) => { twin.dataset.saved = JSON.stringify(after); });
    save([{ path: JSON.parse(field.dataset.path), before, after }], element);
  }
  document.addEventListener("change", (event) => { if (event.target.matches?.("[data-path]")) changed(event.target); });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-work]").forEach((element) => {
      queues.set(element, { busy: false, again: false });
      if (remembered(element).length) send(element);
    });
  });
  window.hengji = { save };
})();
