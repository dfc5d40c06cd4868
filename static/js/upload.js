/* <form data-upload>: sends by XMLHttpRequest with progress; without scripts
   the same form posts plainly. Inside the form (all optional):
     progress[data-upload-progress]  the bar
     [data-upload-status]            role=status; "37%", file names
     [data-upload-error]             shown with the server's message
   On the form: data-upload="auto" sends as soon as files are chosen;
   data-upload-target="#id" receives an HTML answer instead of a page change;
   data-upload-failed is the text for an answer that explains nothing;
   data-then="#id" on a button takes the focus where the answer has no such button.
   Answers: JSON {"location": url} or {"errors": [{"message"}]} or
   {"detail"}; HTML (a part, or the page of a refusal). A view's redirect
   arrives as {"location"} (registrar.console.whole_pages). */
(() => {
  "use strict";

  const part = (form, name) => form.querySelector(`[data-upload-${name}]`);

  const say = (form, text) => {
    const status = part(form, "status");
    if (status) status.textContent = text;
  };

  const showProgress = (form, share) => {
    const bar = part(form, "progress");
    if (bar) {
      bar.hidden = share === null;
      if (share !== null) bar.value = share;
    }
    say(form, share === null ? "" : `${Math.round(share * 100)}%`);
  };

  const showError = (form, text) => {
    const box = part(form, "error");
    if (!box) return;
    const words = box.querySelector(".callout-body") || box;
    words.textContent = text;
    box.hidden = !text;
  };

  const parsed = (xhr) => {
    const type = xhr.getResponseHeader("Content-Type") || "";
    if (!type.includes("json")) return null;
    try {
      return JSON.parse(xhr.responseText);
    } catch {
      return null;
    }
  };

  const errorText = (form, xhr, data) => {
    const fallback = form.dataset.uploadFailed || "";
    if (data) {
      const lines = (data.errors || []).map((error) => error.message).filter(Boolean);
      return lines.join("\n") || data.detail || fallback;
    }
    if ((xhr.getResponseHeader("Content-Type") || "").includes("html")) {
      const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
      const texts = (selector) =>
        [...page.querySelectorAll(selector)].map((node) => node.textContent.trim()).join("\n");
      const refusal = ".empty-title, .empty-title ~ ul > li, .empty-text";
      return texts(".field-error, .callout-bad .callout-content") || texts(refusal) || fallback;
    }
    return fallback;
  };

  /* What was typed while the form was on its way belongs in the one that takes its place. */
  const TYPED = "input:not([type=hidden], [type=file], [type=checkbox], [type=radio]), select, textarea";

  const typedSince = (form, sent) =>
    [...form.querySelectorAll(TYPED)]
      .filter((field) => field.id && field.value !== sent.get(field.name))
      .map(({ id, value }) => ({ id, value }));

  const typeAgain = ({ id, value }) => {
    const field = document.getElementById(id);
    if (!field) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* htmx keeps the focus where the answer has the same element, and fills the page's status. */
  const insert = (form, html, { sent, button }) => {
    const target = document.querySelector(form.dataset.uploadTarget);
    const typed = typedSince(form, sent);
    const focused = target.contains(document.activeElement);
    window.htmx.trigger(target, "htmx:beforeSwap", { target });
    window.htmx.swap(target, html, { swapStyle: "innerHTML", swapDelay: 0, settleDelay: 0 });
    typed.forEach(typeAgain);
    const then = button && button.dataset.then && document.querySelector(button.dataset.then);
    if (then && focused && !target.contains(document.activeElement)) then.focus();
  };

  const finish = (form, xhr, asked) => {
    const data = parsed(xhr);
    if (xhr.status >= 400) {
      showError(form, errorText(form, xhr, data));
    } else if (data && data.location) {
      window.location.assign(data.location);
    } else if (form.dataset.uploadTarget) {
      insert(form, xhr.responseText, asked);
    } else {
      window.location.assign(xhr.responseURL || window.location.href);
    }
  };

  const body = (form, button) => {
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    return data;
  };

  const send = (form, button) => {
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    showError(form, "");
    showProgress(form, 0);
    const xhr = new XMLHttpRequest();
    const sent = body(form, button);
    const done = (after) => {
      delete form.dataset.busy;
      showProgress(form, null);
      after();
    };
    xhr.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) showProgress(form, event.loaded / event.total);
    });
    xhr.addEventListener("load", () => done(() => finish(form, xhr, { sent, button })));
    for (const name of ["error", "timeout"]) {
      xhr.addEventListener(name, () =>
        done(() => showError(form, form.dataset.uploadFailed || "")),
      );
    }
    // An input named "action" would hide form.action.
    xhr.open("POST", form.getAttribute("action") || window.location.href);
    xhr.setRequestHeader("Accept", "application/json, text/html;q=0.9");
    xhr.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    xhr.send(sent);
  };

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-upload]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-upload]");
    if (!form || event.target.type !== "file" || !event.target.files.length) return;
    if (form.dataset.upload === "auto") form.requestSubmit();
    else say(form, [...event.target.files].map((file) => file.name).join(", "));
  });

  for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    document.addEventListener(name, (event) => {
      const zone = event.target.closest && event.target.closest(".dropzone");
      if (zone) zone.toggleAttribute("data-over", over);
    });
  }
})();
