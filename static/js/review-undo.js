/* How long a decision can still be taken back: [data-undo-left] seconds, counted down in its
   [data-undo-seconds]. Afterwards the button before it goes, and [data-undo-over] says why. */
(() => {
  "use strict";

  for (const left of document.querySelectorAll("[data-undo-left]")) {
    const end = performance.now() + 1000 * Number(left.dataset.undoLeft);
    const count = left.querySelector("[data-undo-seconds]");
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - performance.now()) / 1000);
      if (seconds > 0) {
        if (count) count.textContent = seconds;
        return;
      }
      clearInterval(timer);
      left.parentElement.querySelector(".message-undo")?.remove();
      left.textContent = left.dataset.undoOver;
    }, 1000);
  }
})();
