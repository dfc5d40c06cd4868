/* Choosing reasons by keyboard; without it the form's own search button does.
   [data-reason-form] holds [data-reason-filter] (the search), [data-reason] rows with
   data-reason-words and a checkbox, in [data-reason-topic] groups, and [data-reason-submit].
   [data-reason-js]: shown only where this works. */
(() => {
  "use strict";

  const form = document.querySelector("[data-reason-form]");
  if (!form) return;
  const search = form.querySelector("[data-reason-filter]");
  const rows = [...form.querySelectorAll("[data-reason]")];
  const topics = [...form.querySelectorAll("[data-reason-topic]")];
  const none = form.querySelector("[data-reason-none]");
  const said = form.querySelector("[data-reason-said]");
  const box = (row) => row.querySelector("input[type=checkbox]");
  const shown = () => rows.filter((row) => !row.hidden);
  const words = () => search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);

  const matches = (row) => words().every((word) => row.dataset.reasonWords.includes(word));

  const filter = () => {
    for (const row of rows) row.hidden = !matches(row) && !box(row).checked;
    for (const topic of topics) topic.hidden = !topic.querySelector("[data-reason]:not([hidden])");
    none.hidden = rows.some(matches);
  };

  /* What Enter would choose: of an empty search only what the pre-check suggests. */
  const first = () => {
    const found = rows.filter((row) => matches(row) && !box(row).checked);
    if (words().length) return found[0];
    return found.find((row) => row.closest("[data-reason-suggested]"));
  };

  const choose = (row) => {
    box(row).checked = true;
    said.textContent = box(row).labels[0].textContent.trim();
    search.value = "";
    filter();
    row.scrollIntoView({ block: "nearest" });
  };

  const step = (from, by) => {
    const list = shown();
    const at = list.findIndex((row) => row.contains(from));
    const next = list[at + by];
    if (next) box(next).focus();
    else if (by < 0) search.focus();
  };

  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const found = first();
      if (found) choose(found);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      if (shown()[0]) box(shown()[0]).focus();
    }
  });

  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-reason-submit]"));
      return;
    }
    if (!event.target.matches("[data-reason] input[type=checkbox]")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.target, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.target.click();
    }
  });

  /* Clicked twice is sent once; coming back by the browser's cache it may be sent again. */
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });

  for (const each of form.querySelectorAll("[data-reason-js]")) each.hidden = false;
  form.querySelector("button[name=find]").hidden = true;
  filter();
})();
