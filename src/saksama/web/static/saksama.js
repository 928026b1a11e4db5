// Improves pages that work without it.
"use strict";
// A form sends once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  window.setTimeout(() => { delete form.dataset.sent; }, 5000);
});
