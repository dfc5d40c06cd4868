/* form[data-live-check]: what is typed is checked as it changes, so that an error which the
   server said of the old text no longer stands beside a field once it is being corrected.
   Without scripts the form is checked by its buttons. */
(() => {
  "use strict";

  const forget = (field) => {
    if (field.getAttribute("aria-invalid") !== "true") return;
    field.removeAttribute("aria-invalid");
    const place = field.closest(".field");
    if (!place) return;
    place.classList.remove("field-invalid");
    place.querySelectorAll(".field-error").forEach((error) => error.remove());
  };

  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      if (event.target.closest && event.target.closest("form[data-live-check]")) {
        forget(event.target);
      }
    });
  }
})();
