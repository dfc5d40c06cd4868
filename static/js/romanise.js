/* Fills English fields with our suggestion while the Chinese ones are typed.
   form[data-romanise-url]   where suggestions are asked for (POST, answers JSON by field name)
   [data-romanise="name"]    an English field, and the name of the Chinese one it follows
   What a person has typed stays. Without scripts the server fills empty fields on saving. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-romanise-url]");
  if (!form) return;
  const targets = [...form.querySelectorAll("[data-romanise]")];
  const suggested = new Map();
  let timer = 0;
  let newest = 0;

  const ask = async () => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("holder_type", form.elements.holder_type.value);
    for (const target of targets) {
      const source = target.dataset.romanise;
      body.append(source, form.elements[source].value);
    }
    const response = await fetch(form.dataset.romaniseUrl, { method: "POST", body });
    return response.ok ? response.json() : {};
  };

  const remember = (answer, fill) => {
    for (const target of targets) {
      const text = answer[target.name];
      if (text === undefined) continue;
      const ours = !target.value || target.value === suggested.get(target);
      if (fill && ours) target.value = text;
      suggested.set(target, text);
    }
  };

  const refresh = (fill) => {
    const turn = ++newest;
    ask()
      .then((answer) => {
        if (turn === newest) remember(answer, fill);
      })
      .catch(() => {});
  };

  const sources = new Set(targets.map((target) => target.dataset.romanise));
  form.addEventListener("input", (event) => {
    if (!sources.has(event.target.name) || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 400, true);
  });
  /* An input method ends a word with this; Chromium sends no further input event. */
  form.addEventListener("compositionend", (event) => {
    if (!sources.has(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 400, true);
  });
  /* In an edited template, know which English texts are ours. */
  if (targets.some((target) => target.value)) refresh(false);
})();
