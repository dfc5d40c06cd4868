/* Menus and dialogs are <details>; this adds what people expect of them:
   Escape and a click elsewhere close them, and only one is open at a time. */
(() => {
  "use strict";
  const OPEN = "details.menu[open], details.dialog[open]";

  const close = (details, { focus }) => {
    details.open = false;
    if (focus) details.querySelector("summary").focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = [...document.querySelectorAll(OPEN)].pop();
    if (open) close(open, { focus: true });
  });

  document.addEventListener("click", (event) => {
    const closer = event.target.closest("[data-close]");
    if (closer) {
      const owner = closer.closest("details");
      if (owner) close(owner, { focus: true });
      return;
    }
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) close(menu, { focus: false });
    }
  });

  /* A dialog takes the focus to its first field or button when it opens. */
  document.addEventListener(
    "toggle",
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.open) return;
      if (!details.classList.contains("dialog")) return;
      const panel = details.querySelector(".dialog-panel");
      const first = panel.querySelector("input:not([type=hidden]), select, textarea, button, a");
      (first || panel).focus();
    },
    true,
  );

  /* What refreshes itself keeps unfolded what has been unfolded in it. */
  let unfolded = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    const parts = event.detail.target.querySelectorAll("details.more[id][open]");
    unfolded = [...parts].map((details) => details.id);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of unfolded) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    }
  });

  /* What refreshes itself waits while a dialog inside it is open. */
  for (const moment of ["htmx:beforeRequest", "htmx:beforeSwap"]) {
    document.addEventListener(moment, (event) => {
      if (event.target.querySelector("details.dialog[open]")) event.preventDefault();
    });
  }

  /* What is marked so refreshes itself only while somebody can see it. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden && event.target.hasAttribute("data-while-seen")) event.preventDefault();
  });
})();
