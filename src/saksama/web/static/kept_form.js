// What is typed into a long form stays in this browser until the server has it, also when the session ends.
"use strict";
(() => {
  const form = document.querySelector("form[data-kept]");
  if (!form) return;
  const place = form.dataset.kept;
  const isAnswer = "answer" in form.dataset; // the page shows what was typed and refused, which nobody has yet
  const fields = [...form.elements].filter((field) => field.name && !["hidden", "file", "submit"].includes(field.type));
  // What the field was when it was typed over: of a field of its own, or of the whole form.
  const seenOf = (field) => form.elements[`seen-${field.name}`] || form.elements.seen;
  const told = (field) => {
    if (field.type === "checkbox") return field.defaultChecked ? "on" : "";
    if (field.type !== "select-one") return field.defaultValue;
    return ([...field.options].find((option) => option.defaultSelected) || field.options[0]).value;
  };
  const typed = (field) => field.type === "checkbox" ? (field.checked ? "on" : "") : field.value;
  const put = (field, text) => { if (field.type === "checkbox") field.checked = text === "on"; else field.value = text; };
  const same = (left, right) => left.replaceAll("\r\n", "\n").trim() === right.replaceAll("\r\n", "\n").trim();
  const read = () => { try { return JSON.parse(localStorage.getItem(place) || "{}"); } catch { return {}; } };
  const write = (all) => {
    try { Object.keys(all).length ? localStorage.setItem(place, JSON.stringify(all)) : localStorage.removeItem(place); }
    catch { /* the browser keeps nothing: the form works as without this script */ }
  };
  const forget = (field) => { const all = read(); delete all[field.name]; write(all); };
  const keep = (field) => write({ ...read(), [field.name]: { text: typed(field), seen: seenOf(field).value } });

  form.addEventListener("input", (event) => {
    const field = event.target;
    if (!fields.includes(field)) return;
    if (!isAnswer && same(typed(field), told(field))) forget(field); else keep(field);
  });
  form.addEventListener("submit", () => { try { sessionStorage.setItem("saksama-sent", place); } catch { /* as above */ } });

  const notice = form.querySelector("[data-restored]");
  const original = new Map(fields.map((field) => [field, seenOf(field).value]));
  notice.querySelector("button").addEventListener("click", () => {
    for (const field of fields) { put(field, told(field)); seenOf(field).value = original.get(field); }
    write({}); notice.hidden = true; fields[0].focus();
  });
  for (const field of fields) {
    const kept = read()[field.name];
    if (!kept) continue;
    if (isAnswer) { keep(field); continue; }
    if (same(kept.text, told(field))) { forget(field); continue; }
    put(field, kept.text); seenOf(field).value = kept.seen; notice.hidden = false;
  }
})();
