/* Tabs that don't fit beside each other: the one that is open is brought into sight.
   Without it they are scrolled by hand. */
(() => {
  "use strict";
  for (const tabs of document.querySelectorAll(".tabs")) {
    const current = tabs.querySelector("[aria-current]");
    if (!current) continue;
    const [frame, tab] = [tabs.getBoundingClientRect(), current.getBoundingClientRect()];
    tabs.scrollLeft += tab.left + tab.width / 2 - (frame.left + frame.width / 2);
  }
})();
