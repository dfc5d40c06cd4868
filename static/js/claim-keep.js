/* [data-keep="address"]: while somebody works on the page, tells the server so, once a minute at
   most; when the claim is gone, shows [data-keep-ended]. An open page alone keeps nothing. */
(() => {
  "use strict";

  const bar = document.querySelector("[data-keep]");
  if (!bar) return;
  const token = bar.querySelector("[name=csrfmiddlewaretoken]");
  const pause = 60_000;
  let busy = false;
  let timer = 0;

  const end = () => {
    window.clearInterval(timer);
    const said = document.querySelector("[data-keep-ended]");
    if (said) said.hidden = false;
    bar.hidden = true;
  };

  const tell = async () => {
    if (!busy) return;
    busy = false;
    try {
      const answer = await fetch(bar.dataset.keep, {
        method: "POST",
        headers: { "X-CSRFToken": token.value },
      });
      if (answer.status === 409) end();
    } catch {
      /* Out of reach for now: the next one tells. */
      busy = true;
    }
  };

  for (const kind of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"]) {
    document.addEventListener(kind, () => (busy = true), { passive: true });
  }
  timer = window.setInterval(tell, pause);
})();
