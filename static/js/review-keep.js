/* [data-review-keep="/…/keep/"]: whoever holds the claim says so while at work, once a minute at
   most; when the claim is lost, [data-review-lost] is shown and it stops. */
(() => {
  "use strict";

  const root = document.querySelector("[data-review-keep]");
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (!root || !token) return;
  const EVERY = 60000;
  const LOST = new Set([403, 404, 409]);
  let active = false;
  let timer = 0;

  const lose = () => {
    window.clearInterval(timer);
    root.querySelector("[data-review-lost]").hidden = false;
  };

  const keep = async () => {
    if (!active) return;
    active = false;
    try {
      const answer = await fetch(root.dataset.reviewKeep, {
        method: "POST",
        headers: { "X-CSRFToken": token.value, "X-Requested-With": "XMLHttpRequest" },
      });
      if (LOST.has(answer.status)) lose();
    } catch {
      // No connection: it is said again a minute later.
      active = true;
    }
  };

  for (const name of ["keydown", "pointerdown", "pointermove", "wheel", "scroll"]) {
    document.addEventListener(name, () => { active = true; }, { passive: true, capture: true });
  }
  timer = window.setInterval(keep, EVERY);
})();
