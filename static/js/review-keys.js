/* Keys of the review pages. [data-review-key="a"]: a field is focused, of a fieldset or group
   its first control, a <details> is opened, a button or link is pressed.
   [data-viewer-key] belong to the picture viewer. [data-review-js]: shown only where this works. [data-review-opens]: the id of a <dialog>.
   [data-review-unhurried]: its key counts only once the case has stood there for a second.
   Never while somebody types, with modifiers, while an input method composes, or in a dialog. */
(() => {
  "use strict";

  const FIELDS = "input:not([type=hidden]), select, textarea";
  const CONTROLS = `${FIELDS}, button, a[href], summary`;
  const TYPED_IN = "textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])";

  const seen = (element) => element.getClientRects().length > 0 && !element.disabled;
  const keyed = (name, key) =>
    [...document.querySelectorAll(`[${name}]`)].find(
      (each) => each.getAttribute(name) === key && seen(each),
    );

  const focus = (control) => {
    control.scrollIntoView({ block: "nearest" });
    control.focus();
  };

  const use = (element) => {
    if (element.matches(FIELDS)) return focus(element);
    // static/js/forms.js holds back the second submit of a form[data-once].
    if (element.matches("button, a[href], summary")) return element.click();
    if (element.matches("details")) element.open = true;
    const inside = element.matches("details") ? ":scope > :not(summary)" : "";
    const within = inside ? element.querySelector(inside) || element : element;
    const first = [...within.querySelectorAll(CONTROLS)].find((each) => seen(each) && each.tabIndex >= 0);
    if (first) focus(first);
    if (inside) element.scrollIntoView({ block: "start" });
    return undefined;
  };

  /* Rows: the one before or after the focused one. */
  const step = (by) => {
    const rows = [...document.querySelectorAll("a.row-link")].filter(seen);
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    focus(rows[Math.min(rows.length - 1, Math.max(0, next))]);
  };

  const ARROWS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

  const inViewer = (event) => {
    const viewer = window.reviewViewer;
    if (!viewer) return false;
    if (ARROWS[event.key]) {
      const active = document.activeElement;
      if (active !== document.body && !viewer.root.contains(active)) return false;
      viewer.move(...ARROWS[event.key]);
      return true;
    }
    if (event.key === "," || event.key === ".") {
      viewer.beside(event.key === "." ? 1 : -1);
      return true;
    }
    const found = keyed("data-viewer-key", event.key === "=" ? "+" : event.key);
    if (found) found.click();
    return Boolean(found);
  };

  const isTyping = (event) =>
    event.target.closest(TYPED_IN) || event.isComposing || event.keyCode === 229;

  /* Whoever types on among the reasons means the search; no letter may decide the case there. */
  const rests = (event, key) => key !== "f" && event.target.closest("[data-reason]");

  /* Chinese input methods give full-width marks for these keys. */
  const FULL_WIDTH = { "？": "?", "，": ",", "。": ".", "【": "[", "】": "]", "－": "-", "＋": "+" };

  /* Whoever presses on, or twice, would decide the next case unseen: keys that decide rest until
     its pictures are there, and a second longer; each press too early begins the second anew. */
  const SECOND = 1000;
  let waking;
  const unhurried = () => [...document.querySelectorAll("[data-review-unhurried]")];
  const letRest = () => {
    clearTimeout(waking);
    unhurried().forEach((each) => each.setAttribute("data-review-rests", ""));
    if (document.readyState !== "complete") return;
    waking = setTimeout(
      () => unhurried().forEach((each) => each.removeAttribute("data-review-rests")),
      SECOND,
    );
  };
  letRest();
  window.addEventListener("pageshow", letRest);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event) || document.querySelector("dialog[open], details.dialog[open]")) return;
    const key = FULL_WIDTH[event.key] || event.key;
    if (event.shiftKey && /^[a-zA-Z]$/.test(key)) return;
    if (key === "j" || key === "k") {
      step(key === "j" ? 1 : -1);
      event.preventDefault();
      return;
    }
    const found = keyed("data-review-key", key);
    if (found && (event.repeat || rests(event, key))) return;
    if (found && found.hasAttribute("data-review-rests")) {
      event.preventDefault();
      letRest();
      return;
    }
    if (found) use(found);
    if (found || inViewer({ key })) event.preventDefault();
  });

  /* Ctrl+Enter presses [data-review-send] of the form in which it is pressed. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const form = event.target.closest("form");
    const send = form && form.querySelector("[data-review-send]");
    if (!send) return;
    event.preventDefault();
    form.requestSubmit(send);
  });

  /* What the key does, as the page says it. */
  const label = (element) => {
    const named = element.getAttribute("aria-label") || element.dataset.reviewLabel;
    if (named) return named;
    const text = element.matches(FIELDS)
      ? element.labels && element.labels[0]
      : element.querySelector("legend, summary") || element;
    const copy = text ? text.cloneNode(true) : null;
    copy?.querySelectorAll("kbd, .sr-only").forEach((each) => each.remove());
    return copy ? copy.textContent.replace(/\s+/g, " ").trim() : "";
  };

  const hint = (element, key) => {
    element.setAttribute("aria-keyshortcuts", key);
    const shown = element.matches("button, a") ? element : element.querySelector("summary");
    if (!shown || shown.querySelector("kbd") || shown.classList.contains("btn-icon")) return;
    const made = document.createElement("kbd");
    made.textContent = key;
    made.setAttribute("aria-hidden", "true");
    shown.append(made);
  };

  const hints = () => {
    for (const name of ["data-review-key", "data-viewer-key"]) {
      for (const each of document.querySelectorAll(`[${name}]`)) hint(each, each.getAttribute(name));
    }
  };

  const list = (dialog) => {
    const into = dialog.querySelector("[data-review-key-list]");
    if (!into) return;
    into.replaceChildren();
    for (const name of ["data-review-key", "data-viewer-key"]) {
      for (const each of document.querySelectorAll(`[${name}]`)) {
        if (!seen(each)) continue;
        const term = document.createElement("dt");
        term.append(document.createElement("kbd"));
        term.firstChild.textContent = each.getAttribute(name);
        const text = document.createElement("dd");
        text.textContent = label(each);
        into.append(term, text);
      }
    }
  };

  for (const opener of document.querySelectorAll("[data-review-opens]")) {
    const dialog = document.getElementById(opener.dataset.reviewOpens);
    if (!dialog) continue;
    opener.hidden = false;
    opener.addEventListener("click", () => {
      list(dialog);
      dialog.showModal();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  for (const each of document.querySelectorAll("[data-review-js]")) each.hidden = false;
  document.addEventListener("htmx:afterSettle", hints);
  hints();
})();
