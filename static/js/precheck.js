/* form[data-live-check]: what is typed is checked as it changes, so that an error which the
   server said of the old text no longer stands beside a field once it is being corrected.
   Without scripts the form is checked by its buttons. */
(() => {
  "use strict";

  // A description that is gone would be announced as nothing, or as another element's text.
  const undescribe = (field, error) => {
    const ids = (field.getAttribute("aria-describedby") || "").split(/\s+/);
    const kept = ids.filter((id) => id && id !== error.id);
    if (kept.length) field.setAttribute("aria-describedby", kept.join(" "));
    else field.removeAttribute("aria-describedby");
  };

  const forget = (field) => {
    if (field.getAttribute("aria-invalid") !== "true") return;
    field.removeAttribute("aria-invalid");
    const place = field.closest(".field");
    if (!place) return;
    place.classList.remove("field-invalid");
    place.querySelectorAll(".field-error").forEach((error) => {
      undescribe(field, error);
      error.remove();
    });
  };

  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      if (event.target.closest && event.target.closest("form[data-live-check]")) {
        forget(event.target);
      }
    });
  }
})();
