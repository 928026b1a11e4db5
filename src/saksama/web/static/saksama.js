// Improves pages that work without it.
"use strict";
// A form sends once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  window.setTimeout(() => { delete form.dataset.sent; }, 5000);
});
// Copies a text; where the browser does not allow it, the text is selected for the user to copy.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    try { await navigator.clipboard.writeText(text.value); } catch { return; }
    button.textContent = button.dataset.done;
    button.removeAttribute("aria-label");
  });
}
// What a form keeps in this browser is forgotten once the server has taken it, which then leads on to a page.
try {
  const sent = sessionStorage.getItem("saksama-sent");
  sessionStorage.removeItem("saksama-sent");
  const isLedOn = performance.getEntriesByType("navigation")[0].redirectCount > 0;
  const isRefused = location.pathname.startsWith("/sign-in/") || document.querySelector(".notice.error");
  if (sent && isLedOn && !isRefused) localStorage.removeItem(sent);
} catch { /* a browser that keeps nothing */ }
