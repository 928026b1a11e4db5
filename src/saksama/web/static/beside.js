// Brings the place of another finding beside the list without a reload; every link works without this script too.
"use strict";
(() => {
  const list = document.getElementById("findings");
  if (!list) return;
  // A wide table or a long page is moved inside its frame until the marked words are seen.
  const show = () => {
    const mark = document.querySelector("#beside mark.chosen");
    if (!mark) return;
    for (const frame of [mark.closest(".scroll"), mark.closest(".beside")]) {
      if (!frame) continue;
      const inner = mark.getBoundingClientRect(), outer = frame.getBoundingClientRect();
      frame.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
      frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    }
  };
  show();
  list.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-beside]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // An SVG link keeps its address in an object.
    const address = new URL(link.getAttribute("href"), location.href);
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("beside");
      const article = fresh && document.getElementById(`finding-${fresh.dataset.root}`);
      if (!response.ok || !article) { location.assign(address); return; }
      const fromList = link.closest("article") === article;
      document.getElementById("beside").remove();
      for (const old of list.querySelectorAll("article.chosen")) old.classList.remove("chosen");
      for (const old of list.querySelectorAll("a.look[aria-current]")) old.removeAttribute("aria-current");
      article.classList.add("chosen");
      article.querySelector("a.look")?.setAttribute("aria-current", "true");
      article.after(fresh);
      show();
      history.replaceState(null, "", address);
      if (fromList) { if (matchMedia("(max-width: 62.4rem)").matches) fresh.scrollIntoView({ block: "nearest" }); }
      else { article.scrollIntoView({ block: "nearest" }); fresh.focus({ preventScroll: true }); }
    } catch { location.assign(address); }
  });
})();
