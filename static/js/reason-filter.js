/* Choosing reasons by keyboard; without it the form's own search button does.
   [data-reason-form] holds [data-reason-filter] (the search), [data-reason] rows with a checkbox,
   in [data-reason-topic] groups, and [data-reason-submit]. A row is found by data-reason-words;
   what only data-reason-causes say goes to the last topic, in the order of data-reason-breadth,
   away from data-reason-home, where it stands in that of data-reason-at.
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
  const topicOf = (key) => topics.find((each) => each.dataset.reasonTopic === key);
  /* As the server folds it: width, case and punctuation apart. */
  const fold = (word) => word.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const words = () => search.value.split(/\s+/).map(fold).filter(Boolean);

  const holds = (text) => words().every((word) => text.includes(word));
  const named = (row) => holds(row.dataset.reasonWords);
  const matches = (row) => named(row) || holds(row.dataset.reasonCauses);

  /* Only what stands elsewhere is moved: a row that is moved loses the focus. */
  const place = (row) => {
    const caused = !named(row) && matches(row);
    const topic = topicOf(caused ? "cause" : row.dataset.reasonHome);
    if (row.parentElement === topic) return;
    const at = (each) => Number(caused ? each.dataset.reasonBreadth : each.dataset.reasonAt);
    const later = [...topic.querySelectorAll("[data-reason]")].find((each) => at(each) > at(row));
    topic.insertBefore(row, later || null);
  };

  const filter = () => {
    for (const row of rows) {
      place(row);
      row.hidden = !matches(row) && !box(row).checked;
    }
    for (const topic of topics) topic.hidden = !topic.querySelector("[data-reason]:not([hidden])");
    none.hidden = rows.some(matches);
  };

  const inOrder = () => topics.flatMap((topic) => [...topic.querySelectorAll("[data-reason]")]);

  const shown = () => inOrder().filter((row) => !row.hidden);

  /* What Enter would choose: of an empty search only what the pre-check suggests. */
  const first = () => {
    const found = inOrder().filter((row) => matches(row) && !box(row).checked);
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
