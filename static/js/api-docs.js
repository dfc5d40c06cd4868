/* Search of the API's documentation, and opening the operation that the address names.
   Without it everything stands on the page, closed. [data-api-words] is found by its words, which
   are Chinese and English in either language; [data-api-of] by those of the element that it names;
   a [data-api-group] without any is hidden, and so is [data-api-rest] during a search. */
(() => {
  "use strict";
  const field = document.querySelector("[data-api-search]");
  if (!field) return;
  const search = field.querySelector("input");
  const none = document.querySelector("[data-api-none]");
  const rows = [...document.querySelectorAll("[data-api-words], [data-api-of]")];
  const groups = [...document.querySelectorAll("[data-api-group]")];
  const rest = [...document.querySelectorAll("[data-api-rest]")];

  const saidOf = (row) => (row.dataset.apiOf ? document.getElementById(row.dataset.apiOf) : row).dataset.apiWords;

  const filter = (event) => {
    if (event.isComposing) return; // the letters of a word that is still being typed
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => saidOf(row).includes(word));
    for (const group of groups) group.hidden = !group.querySelector("[data-api-words]:not([hidden]), [data-api-of]:not([hidden])");
    for (const part of rest) part.hidden = words.length > 0;
    none.hidden = groups.some((group) => !group.hidden);
  };

  const open = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!named || named.tagName !== "DETAILS") return;
    named.open = true;
    named.scrollIntoView({ block: "start" });
  };

  search.addEventListener("input", filter);
  search.addEventListener("compositionend", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const found = rows.find((row) => !row.hidden && row.tagName === "DETAILS");
    if (!found) return;
    found.open = true;
    found.querySelector("summary").focus();
  });
  window.addEventListener("hashchange", open);
  field.hidden = false;
  open();
})();
