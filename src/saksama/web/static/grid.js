// The entry grid: every cell is kept when it is left, nothing is lost when the connection or the session ends.
"use strict";
(() => {
  const table = document.querySelector("table.grid");
  if (!table) return;
  const status = document.getElementById("saving");
  // Signing in again, in another tab, changes the token: the page's own is old then, the cookie's is not.
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || document.querySelector("input[name=csrfmiddlewaretoken]").value;
  const store = table.dataset.store;
  const inputs = () => [...table.querySelectorAll("input:not([readonly])")];
  const kept = () => { try { return JSON.parse(localStorage.getItem(store) || "{}"); } catch { return {}; } };
  const keep = (all) => {
    try { Object.keys(all).length ? localStorage.setItem(store, JSON.stringify(all)) : localStorage.removeItem(store); }
    catch { /* the browser keeps nothing: a cell is kept as soon as the server has it */ }
  };
  const nameOf = (cell) => `${cell.closest("tr").dataset.key}|${cell.dataset.cycle}|${cell.dataset.number}`;
  const typedIn = (cell) => Object.fromEntries([...cell.querySelectorAll("input")].map((input) => [input.name, input.value]));
  const isChanged = (cell) => [...cell.querySelectorAll("input")].some((input) => input.value !== input.defaultValue);
  const sending = new Map();

  function complain(cell, text) {
    cell.classList.toggle("wrong", Boolean(text));
    cell.querySelector(".complaint").replaceChildren(text || "");
    for (const input of cell.querySelectorAll("input")) input.setAttribute("aria-invalid", String(Boolean(text)));
  }

  // What a careful reader would ask of the value. It is kept all the same.
  function advise(cell, questions) {
    cell.querySelector(".advice")?.remove();
    if (!questions.length) return;
    const said = document.createElement("span");
    said.className = "advice"; said.setAttribute("role", "status"); said.textContent = questions.join(" ");
    cell.querySelector(".complaint").before(said);
  }

  function show(cell, answer) {
    cell.dataset.seen = answer.cell.seen;
    for (const input of cell.querySelectorAll("input")) {
      if (document.activeElement !== input || input.value === input.dataset.sent) input.value = answer.cell.typed[input.name];
      input.defaultValue = answer.cell.typed[input.name];
    }
    const result = cell.querySelector(".result");
    if (result) result.textContent = answer.cell.computed.value;
    advise(cell, answer.questions || []);
    const doubts = cell.closest("tr").querySelector(".doubts");
    if (doubts) doubts.textContent = answer.doubts;
    if (!answer.year) return;
    if (cell.dataset.quarter) { cell.toggleAttribute("data-filled", answer.cell.is_filled); count(cell.dataset.quarter); }
    cell.querySelector(".reached").textContent = answer.cell.computed.achievement ? `${answer.cell.computed.achievement} %` : "";
    const year = cell.closest("tr").querySelector(".year");
    year.querySelector(".reached").textContent = answer.year.achievement;
    year.querySelector(".result").textContent = answer.year.value || answer.year.reason;
  }

  // How many figures of the quarter are there, and no more reason asked for where none is missing.
  function count(quarter) {
    const words = document.querySelector(`.filling[data-quarter="${quarter}"]`);
    if (!words) return;
    const due = table.querySelectorAll(`td[data-quarter="${quarter}"]`);
    const filled = [...due].filter((cell) => "filled" in cell.dataset).length;
    words.textContent = words.dataset.words.replace("#", filled);
    const why = document.querySelector(`.incomplete[data-quarter="${quarter}"] .missing-why`);
    if (why) why.hidden = filled === due.length;
  }

  function ask(cell, answer) {
    complain(cell, `${answer.error} `);
    const choose = (label, action) => {
      const button = document.createElement("button");
      button.type = "button"; button.textContent = label; button.addEventListener("click", action);
      cell.querySelector(".complaint").append(button, " ");
    };
    const theirs = [...cell.querySelectorAll("input")].map((input) => answer.theirs[input.name]).join(" / ");
    choose(`${status.dataset.take}: ${theirs || "–"}`, () => {
      for (const input of cell.querySelectorAll("input")) input.value = input.defaultValue = answer.theirs[input.name];
      cell.dataset.seen = answer.seen; forget(cell); complain(cell, "");
    });
    choose(status.dataset.keep, () => { cell.dataset.seen = answer.seen; send(cell); });
  }

  function forget(cell) { const all = kept(); delete all[nameOf(cell)]; keep(all); }

  async function send(cell) {
    const before = sending.get(cell);
    if (before) { await before; if (!isChanged(cell)) return; }
    const work = deliver(cell);
    sending.set(cell, work);
    await work;
    sending.delete(cell);
    tellEnd();
  }

  function tellEnd() {
    if (sending.size || Object.keys(kept()).length) return;
    status.textContent = table.querySelector("td.wrong") ? status.dataset.wrong : status.dataset.saved;
  }

  async function deliver(cell) {
    const typed = typedIn(cell);
    const all = kept(); all[nameOf(cell)] = typed; keep(all);
    for (const input of cell.querySelectorAll("input")) input.dataset.sent = input.value;
    status.textContent = status.dataset.saving;
    let response;
    try {
      response = await fetch(table.dataset.save, {
        method: "POST", redirect: "manual", headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify({ key: cell.closest("tr").dataset.key, cycle: cell.dataset.cycle, number: Number(cell.dataset.number), seen: cell.dataset.seen, typed, why: document.getElementById("why")?.value }),
      });
    } catch { status.textContent = status.dataset.offline; return; }
    if (response.type === "opaqueredirect" || response.status === 403) { status.textContent = status.dataset.signedOut; return; }
    let answer;
    try { answer = await response.json(); } catch { status.textContent = `${status.dataset.refused} (${response.status})`; return; }
    if (response.ok) { forget(cell); complain(cell, ""); show(cell, answer); }
    else if (response.status === 409) ask(cell, answer);
    else { forget(cell); complain(cell, answer.error); }
  }

  table.addEventListener("focusout", (event) => {
    const cell = event.target.closest("td.cell");
    if (cell && !cell.contains(event.relatedTarget) && isChanged(cell)) send(cell);
  });
  table.addEventListener("keydown", (event) => {
    const every = inputs();
    const place = every.indexOf(event.target);
    if (place < 0) return;
    if (event.key === "Escape") { event.target.value = event.target.defaultValue; complain(event.target.closest("td"), ""); if (status.textContent) tellEnd(); return; }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    const cell = event.target.closest("td.cell");
    const rows = [...table.querySelectorAll("tr[data-key]")];
    const step = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1;
    for (let row = rows.indexOf(cell.closest("tr")) + step; row >= 0 && row < rows.length; row += step) {
      const next = rows[row].querySelector(`td[data-cycle="${cell.dataset.cycle}"][data-number="${cell.dataset.number}"] input:not([readonly])`);
      if (next) { next.focus(); next.select(); return; }
    }
    if (isChanged(cell)) send(cell);
  });

  function resume() {
    for (const [name, typed] of Object.entries(kept())) {
      const [key, cycle, number] = name.split("|");
      const row = [...table.querySelectorAll("tr[data-key]")].find((one) => one.dataset.key === key);
      const cell = row && row.querySelector(`td[data-cycle="${cycle}"][data-number="${number}"]`);
      if (!cell) continue;
      for (const input of cell.querySelectorAll("input")) if (typed[input.name] !== undefined) input.value = typed[input.name];
      send(cell);
    }
  }
  window.addEventListener("online", resume);
  window.addEventListener("focus", () => { if (Object.keys(kept()).length && !sending.size) resume(); });
  window.addEventListener("beforeunload", (event) => { if (sending.size) event.preventDefault(); });
  resume();
})();
