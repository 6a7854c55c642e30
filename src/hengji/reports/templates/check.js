
(function () {
  "use strict";
  var body = document.body, panel = document.querySelector(".panel");
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var position = document.getElementById("position"), none = document.getElementById("none");
  var kind = document.getElementById("kind"), holding = document.getElementById("holding");
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".filter input"));
  var current = null, lit = [], marks = {};
  body.classList.add("live");

  Array.prototype.forEach.call(document.querySelectorAll(".f[data-r]"), function (mark) {
    mark.getAttribute("data-r").split(" ").forEach(function (number) {
      (marks[number] = marks[number] || []).push(mark);
    });
  });

  function shown() { return findings.filter(function (item) { return !item.hidden; }); }

  function tell() {
    var list = shown(), index = list.indexOf(current);
    position.textContent = (index < 0 ? "–" : index + 1) + " / " + list.length;
    if (none) { none.hidden = list.length > 0; }
  }

  function into(item) {
    var box = item.getBoundingClientRect(), around = panel.getBoundingClientRect();
    var top = around.top + panel.firstElementChild.offsetHeight;
    if (getComputedStyle(panel).position !== "sticky") { return; }
    if (box.top < top) { panel.scrollTop -= top - box.top + 12; }
    else if (box.bottom > Math.min(around.bottom, innerHeight)) {
      panel.scrollTop += Math.min(box.bottom - Math.min(around.bottom, innerHeight) + 12, box.top - top - 12);
    }
  }

  function select(item, at, move) {
    if (current) { current.classList.remove("current"); }
    lit.forEach(function (mark) { mark.classList.remove("lit", "at"); });
    current = item;
    item.classList.add("current");
    lit = marks[item.id.slice(1)] || [];
    lit.forEach(function (mark) { mark.classList.add("lit"); });
    at = at || document.getElementById(item.getAttribute("data-at"));
    if (at) {
      at.classList.add("at");
      if (lit.indexOf(at) < 0) { lit = lit.concat([at]); }
      if (move) { at.scrollIntoView({ block: "center", inline: "center" }); }
    }
    if (holding && holding.contains(item)) { holding.open = true; }
    into(item);
    tell();
  }

  function step(by) {
    var list = shown();
    if (!list.length) { return; }
    var index = list.indexOf(current);
    index = index < 0 ? (by > 0 ? 0 : list.length - 1) : (index + by + list.length) % list.length;
    select(list[index], null, true);
  }

  function filter() {
    var on = {};
    boxes.forEach(function (box) {
      var verdict = box.getAttribute("data-verdict");
      on[verdict] = box.checked;
      body.classList.toggle("hide-" + verdict, !box.checked);
    });
    body.classList.toggle("show-unchecked", !!on.unchecked);
    findings.forEach(function (item) {
      var fits = !kind || !kind.value || item.getAttribute("data-kind") === kind.value;
      item.hidden = !(on[item.getAttribute("data-verdict")] && fits);
    });
    if (holding) { holding.hidden = !on.ok; }
    tell();
  }

  boxes.forEach(function (box) { box.addEventListener("change", filter); });
  if (kind) { kind.addEventListener("change", filter); }

  document.addEventListener("click", function (event) {
    var mark = event.target.closest(".f[data-r]"), item = event.target.closest(".finding, .held");
    if (mark) {
      var numbers = mark.getAttribute("data-r").split(" "), next = numbers[0];
      if (current && numbers.indexOf(current.id.slice(1)) >= 0) {
        next = numbers[(numbers.indexOf(current.id.slice(1)) + 1) % numbers.length];
      }
      var found = document.getElementById("r" + next);
      if (!found) { return; }
      event.preventDefault();
      found.hidden = false;
      if (holding && holding.contains(found)) { holding.hidden = false; holding.open = true; }
      select(found, mark, false);
    } else if (item && String(getSelection()) === "") {
      var jump = event.target.closest("a[data-jump]");
      event.preventDefault();
      select(item, jump ? document.getElementById(jump.getAttribute("href").slice(1)) : null, true);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if (event.key === "n" || event.key === "N") { step(1); }
    else if (event.key === "p" || event.key === "P") { step(-1); }
  });

  filter();
  var wanted = location.hash && document.getElementById(location.hash.slice(1));
  if (wanted && /^r\d+$/.test(wanted.id)) { select(wanted, null, true); }
})();
