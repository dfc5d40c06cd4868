/* Small helpers for forms; every form works without them.
   [data-autosubmit]  a select or checkbox that submits its form when changed
   [data-check-all="name"]  ticks every checkbox of that name in its form
   form[data-once]    its buttons rest after the first submit */
(() => {
  "use strict";

  const boxes = (master) =>
    [...(master.form || document).querySelectorAll("input[type=checkbox]")].filter(
      (box) => box.name === master.dataset.checkAll,
    );

  const reflect = (master) => {
    const all = boxes(master);
    const ticked = all.filter((box) => box.checked).length;
    master.checked = ticked > 0 && ticked === all.length;
    master.indeterminate = ticked > 0 && ticked < all.length;
    const count = (master.form || document).querySelector("[data-check-count]");
    if (count) count.textContent = String(ticked);
  };

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.matches("[data-autosubmit]") && field.form) {
      field.form.requestSubmit();
    } else if (field.matches("[data-check-all]")) {
      for (const box of boxes(field)) if (!box.disabled) box.checked = field.checked;
      reflect(field);
    } else if (field.matches("input[type=checkbox]")) {
      for (const master of document.querySelectorAll("[data-check-all]")) reflect(master);
    }
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-once]")) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });

  /* Coming back by the browser's cache, the form may be sent again. */
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
  });
})();
