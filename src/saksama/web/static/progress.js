// Shows how far a job is, without a reload, until it has ended.
"use strict";
(() => {
  const look = async () => {
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("progress");
      if (!fresh) { location.reload(); return; }
      document.getElementById("progress").replaceWith(fresh);
    } catch { /* the connection is away: look again */ }
    window.setTimeout(look, 1000);
  };
  window.setTimeout(look, 1000);
})();
