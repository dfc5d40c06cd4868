/* <button data-copy="text" data-copied="已复制">: copies, and says so. */
(() => {
  "use strict";
  const SHOWN_MS = 1600;

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return; // no permission: the text stays selectable beside the button
    }
    const label = button.querySelector("[data-copy-label]") || button;
    if (label.dataset.before === undefined) label.dataset.before = label.textContent;
    label.textContent = button.dataset.copied || label.dataset.before;
    button.setAttribute("data-done", "");
    setTimeout(() => {
      label.textContent = label.dataset.before;
      button.removeAttribute("data-done");
    }, SHOWN_MS);
  });
})();
