/* j and k go from row to row of a list ([data-row] links); Enter opens, as with any link. */
(() => {
  "use strict";

  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, dialog");

  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const links = [...document.querySelectorAll("[data-row]")];
    if (!links.length) return;
    const row = event.target.closest("tr");
    const here = links.findIndex((link) => row && row.contains(link));
    const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
    const link = links[Math.min(Math.max(next, 0), links.length - 1)];
    link.focus();
    link.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
})();
