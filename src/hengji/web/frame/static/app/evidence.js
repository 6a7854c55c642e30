/* Evidence: files dropped or chosen are sent at once; a paragraph or cell that is clicked becomes the place to cite. */
(() => {
  "use strict";
  const cookie = (name) => (document.cookie.split("; ").find((part) => part.startsWith(`${name}=`)) || "").slice(name.length + 1);
  const MOST = 100 * 1024 * 1024;
  function send(form, files) {
    const refused = form.querySelector(".refused");
    const bar = form.querySelector("progress");
    refused.textContent = "";
    const total = [...files].reduce((sum, file) => sum + file.size, 0);
    if (total > MOST) { refused.textContent = word("上传的文件合计超过 100 MB。请分几次上传，扫描件请降低分辨率。"); return; }
    const data = new FormData();
    for (const file of files) data.append("files", file);
    data.append("indicator", form.querySelector("[name=indicator]")?.value || "");
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", cookie("csrftoken"));
    request.upload.addEventListener("progress", (event) => { bar.hidden = false; bar.value = event.total ? (100 * event.loaded) / event.total : 0; });
    request.addEventListener("loadend", () => {
      bar.hidden = true;
      let answer = { kept: [], refused: [word("没有上传成功。请检查网络，重新登录后再试。")] };
      try { answer = JSON.parse(request.responseText); } catch { /* the words above say it */ }
      for (const words of answer.refused || [answer.message]) {
        const line = document.createElement("p");
        line.className = "problem"; line.textContent = words;
        refused.append(line);
      }
      if (!answer.kept?.length) return;
      if (form.dataset.drop === "page") location.reload();
      else if (!answer.refused.length) document.dispatchEvent(new CustomEvent("hengji:evidence"));
      else { const line = document.createElement("p"); line.textContent = word("已上传：{names}", { names: answer.kept.join(word("、")) }); refused.prepend(line); }
    });
    request.send(data);
  }
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("[data-drop]");
    if (!form || event.target.type !== "file" || !event.target.files.length) return;
    /* What was chosen by a key is told where the row's own evidence stands. */
    const shown = form.hidden ? [...document.querySelectorAll("#margin [data-drop]")].find((one) => one.elements.indicator.value === form.elements.indicator.value) : form;
    send(shown || form, event.target.files);
    event.target.value = "";
  });
  for (const kind of ["dragover", "drop", "dragleave"]) document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("[data-drop]");
    if (!event.dataTransfer?.types.includes("Files")) return;
    if (kind !== "dragleave") event.preventDefault();
    if (form) form.classList.toggle("over", kind === "dragover");
    if (form && kind === "drop") send(form, event.dataTransfer.files);
  });
  const place = (element) => {
    const field = document.querySelector("[data-place-field]");
    if (!field) return;
    field.value = element.dataset.place;
    document.querySelectorAll(".chosen-place").forEach((one) => one.classList.remove("chosen-place"));
    element.classList.add("chosen-place");
  };
  document.addEventListener("click", (event) => { const one = event.target.closest("[data-place]"); if (one) place(one); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-place]")) { place(event.target); document.querySelector("[data-place-field]")?.focus(); }
  });
})();
