// A form with long texts: what is typed stays in this browser until the server has it, also when the session ends.
"use strict";
(() => {
  const form = document.querySelector("form[data-kept]");
  if (!form) return;
  const place = form.dataset.kept;
  const areas = [...form.querySelectorAll("textarea")];
  const seenOf = (area) => form.elements[`seen-${area.name}`];
  const same = (left, right) => left.replaceAll("\r\n", "\n").trim() === right.replaceAll("\r\n", "\n").trim();
  const read = () => { try { return JSON.parse(localStorage.getItem(place) || "{}"); } catch { return {}; } };
  const write = (all) => {
    try { Object.keys(all).length ? localStorage.setItem(place, JSON.stringify(all)) : localStorage.removeItem(place); }
    catch { /* the browser keeps nothing: the form works as without this script */ }
  };
  const forget = (area) => { const all = read(); delete all[area.name]; write(all); };

  form.addEventListener("input", (event) => {
    const area = event.target;
    if (!areas.includes(area)) return;
    if (same(area.value, area.defaultValue)) { forget(area); return; }
    write({ ...read(), [area.name]: { text: area.value, seen: seenOf(area).value } });
  });

  const notice = form.querySelector("[data-restored]");
  const original = new Map(areas.map((area) => [area, seenOf(area).value]));
  notice.querySelector("button").addEventListener("click", () => {
    for (const area of areas) { area.value = area.defaultValue; seenOf(area).value = original.get(area); }
    write({}); notice.hidden = true; areas[0].focus();
  });
  for (const area of areas) {
    const kept = read()[area.name];
    if (!kept) continue;
    if (same(kept.text, area.defaultValue)) { forget(area); continue; }
    area.value = kept.text; seenOf(area).value = kept.seen; notice.hidden = false;
  }
})();
