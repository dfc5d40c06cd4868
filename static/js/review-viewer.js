/* [data-viewer]: one picture at a time, zoomed, turned and moved by mouse, touch, buttons and
   keys. Without scripts its pictures stand below each other. Transforms are set through the
   CSSOM, which the policy for inline styles allows. */
(() => {
  "use strict";

  const root = document.querySelector("[data-viewer]");
  const figures = root ? [...root.querySelectorAll("[data-viewer-picture]")] : [];
  if (!figures.length) return;
  const geometry = window.reviewGeometry;
  const bar = root.querySelector("[data-viewer-bar]");
  const said = root.querySelector("[data-viewer-status]");
  const scaleText = bar.querySelector("[data-viewer-scale]");
  const STEP = 1.25;
  const views = new Map();
  const waiting = new Map();
  let current = figures[0];

  const parts = (figure) => ({
    stage: figure.querySelector("[data-viewer-stage]"),
    sheet: figure.querySelector("[data-viewer-sheet]"),
    image: figure.querySelector("img"),
  });
  const sizeOf = (figure) => {
    const { image } = parts(figure);
    if (!image || !image.complete || !image.naturalWidth) return null;
    return { width: image.naturalWidth, height: image.naturalHeight };
  };
  const stageOf = (figure) => {
    const { stage } = parts(figure);
    return { width: stage.clientWidth, height: stage.clientHeight };
  };

  const button = (name) => bar.querySelector(`[data-viewer-do="${name}"]`);

  const draw = (figure, smoothly) => {
    const size = sizeOf(figure);
    const view = views.get(figure);
    if (!size || !view) return;
    const { sheet } = parts(figure);
    sheet.classList.toggle("viewer-smooth", Boolean(smoothly));
    sheet.style.width = `${size.width}px`;
    sheet.style.height = `${size.height}px`;
    sheet.style.transform = geometry.css(view, stageOf(figure));
    if (figure === current) scaleText.textContent = `${Math.round(view.scale * 100)} %`;
  };

  const fit = (figure, smoothly) => {
    const size = sizeOf(figure);
    if (!size) return;
    const turn = views.get(figure)?.turn || 0;
    views.set(figure, { ...geometry.whole(size, stageOf(figure), turn), fits: true });
    draw(figure, smoothly);
  };

  const change = (figure, view, smoothly) => {
    views.set(figure, { ...view, fits: false });
    draw(figure, smoothly);
  };

  /* Once the picture is there: at once, or when it has been loaded. */
  const whenLoaded = (figure, act) => {
    if (sizeOf(figure)) act();
    else waiting.set(figure, act);
  };

  const show = (figure) => {
    current = figure;
    const { image } = parts(figure);
    if (image && !image.src) image.src = image.dataset.src;
    for (const each of figures) each.hidden = each !== figure;
    for (const tab of bar.querySelectorAll("[data-viewer-show]")) {
      const on = tab.dataset.viewerShow === figure.dataset.viewerPicture;
      tab.setAttribute("aria-pressed", String(on));
      if (on) said.textContent = tab.textContent.trim();
    }
    const sent = button("sent");
    sent.hidden = !figure.dataset.sent;
    sent.setAttribute("aria-pressed", String(figure.hasAttribute("data-shows-sent")));
    whenLoaded(figure, () => (views.has(figure) ? draw(figure) : fit(figure)));
    root.dispatchEvent(new CustomEvent("viewer:shown", { detail: figure }));
  };

  const load = (figure, url) => {
    const { image } = parts(figure);
    const turn = views.get(figure)?.turn || 0;
    waiting.set(figure, () => {
      views.set(figure, { turn });
      fit(figure);
    });
    image.src = url;
  };

  const toggleSent = () => {
    const { image } = parts(current);
    if (!current.dataset.sent || !image) return;
    const on = current.toggleAttribute("data-shows-sent");
    load(current, on ? current.dataset.sent : image.dataset.src);
    show(current);
  };

  const turn = (by) => {
    const view = views.get(current);
    if (!view) return;
    const turned = { ...view, turn: view.turn + by };
    if (view.fits) {
      views.set(current, turned);
      fit(current, true);
    } else change(current, turned, true);
  };

  const zoom = (factor, at) => {
    const view = views.get(current);
    if (view) change(current, geometry.zoomed(view, factor, at), !at);
  };

  const move = (x, y, smoothly) => {
    const view = views.get(current);
    const size = sizeOf(current);
    if (view && size) change(current, geometry.moved(view, { x, y }, size), smoothly);
  };

  const actual = () => {
    const view = views.get(current);
    if (!view) return;
    if (Math.abs(view.scale - 1) < 0.001) fit(current, true);
    else zoom(1 / view.scale);
  };

  const acts = {
    in: () => zoom(STEP),
    out: () => zoom(1 / STEP),
    fit: () => fit(current, true),
    actual,
    left: () => turn(-90),
    right: () => turn(90),
    sent: toggleSent,
  };

  const beside = (step) => {
    const at = figures.indexOf(current) + step;
    if (figures[at]) show(figures[at]);
  };

  /* What other scripts ask of it. */
  window.reviewViewer = {
    root,
    act: (name) => acts[name](),
    move: (x, y) => move(x, y, true),
    beside,
    current: () => current,
    figure: (number) => figures.find((each) => each.dataset.viewerPicture === String(number)),
    show,
    showBox: (figure, box) => {
      if (figure.hasAttribute("data-shows-sent") && figure.hasAttribute("data-joined")) toggleSent();
      show(figure);
      whenLoaded(figure, () => {
        const turned = views.get(figure)?.turn || 0;
        if (!box) fit(figure, true);
        else change(figure, geometry.onBox(box, sizeOf(figure), stageOf(figure), turned), true);
      });
    },
  };

  const start = (figure) => {
    const { stage, image } = parts(figure);
    if (image) {
      image.addEventListener("load", () => {
        const act = waiting.get(figure) || (() => fit(figure));
        waiting.delete(figure);
        act();
      });
    }
    stage.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const frame = stage.getBoundingClientRect();
        const at = {
          x: event.clientX - frame.left - frame.width / 2,
          y: event.clientY - frame.top - frame.height / 2,
        };
        zoom(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 120) / 500), at);
      },
      { passive: false },
    );
    dragged(stage);
  };

  /* One pointer moves, two zoom. */
  const dragged = (stage) => {
    const pointers = new Map();
    const middle = () => {
      const [one, other = one] = [...pointers.values()];
      const frame = stage.getBoundingClientRect();
      return {
        x: (one.x + other.x) / 2 - frame.left - frame.width / 2,
        y: (one.y + other.y) / 2 - frame.top - frame.height / 2,
        apart: Math.hypot(one.x - other.x, one.y - other.y),
      };
    };
    stage.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    stage.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = middle();
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = middle();
      move(after.x - before.x, after.y - before.y);
      if (before.apart && after.apart) zoom(after.apart / before.apart, after);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      stage.addEventListener(name, (event) => pointers.delete(event.pointerId));
    }
  };

  bar.addEventListener("click", (event) => {
    const found = event.target.closest("button");
    if (!found) return;
    if (found.dataset.viewerShow) show(window.reviewViewer.figure(found.dataset.viewerShow));
    else if (found.dataset.viewerDo) acts[found.dataset.viewerDo]();
  });

  /* Read meanwhile, a picture that lay on its side is shown upright. */
  document.addEventListener("htmx:afterSettle", () => {
    for (const each of document.querySelectorAll("[data-viewer-turned]")) {
      const figure = window.reviewViewer.figure(each.dataset.viewerTurned);
      if (!figure || figure.dataset.turned === each.dataset.turned) continue;
      figure.dataset.turned = each.dataset.turned;
      const { image } = parts(figure);
      if (!image) continue;
      image.dataset.src = `${image.dataset.src.split("?")[0]}?turned=${each.dataset.turned}`;
      if (image.src && !figure.hasAttribute("data-shows-sent")) load(figure, image.dataset.src);
    }
  });

  new ResizeObserver(() => {
    for (const figure of figures) {
      if (figure.hidden) continue;
      if (views.get(figure)?.fits) fit(figure);
      else draw(figure);
    }
  }).observe(root);

  root.classList.add("viewer-live");
  bar.hidden = false;
  figures.forEach(start);
  show(figures[0]);
})();
