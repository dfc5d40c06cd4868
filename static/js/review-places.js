/* [data-place="2:1000,2000,5000,2600"]: leads to a place in a picture, in ten-thousandths of the
   upright picture; all places of the page are drawn over their pictures, the chosen one strong. */
(() => {
  "use strict";

  const viewer = window.reviewViewer;
  if (!viewer) return;
  const SVG = "http://www.w3.org/2000/svg";
  let chosen = "";

  const parse = (text) => {
    const [number, sides] = text.split(":");
    return { number, box: sides ? sides.split(",").map(Number) : null };
  };

  const rectangle = (box, tone, strong) => {
    const [left, top, right, bottom] = box;
    const made = document.createElementNS(SVG, "rect");
    const values = { x: left, y: top, width: right - left, height: bottom - top };
    for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
    made.setAttribute("class", `viewer-mark viewer-mark-${tone}${strong ? " viewer-mark-chosen" : ""}`);
    return made;
  };

  const draw = () => {
    const figure = viewer.current();
    const marks = figure.querySelector("[data-viewer-marks]");
    if (!marks) return;
    marks.replaceChildren();
    if (figure.hasAttribute("data-shows-sent") && figure.hasAttribute("data-joined")) return;
    const drawn = new Set();
    for (const link of document.querySelectorAll("[data-place]")) {
      const text = link.dataset.place;
      const { number, box } = parse(text);
      const here = number === figure.dataset.viewerPicture;
      link.classList.toggle("place-chosen", text === chosen);
      if (!here || !box || drawn.has(text)) continue;
      drawn.add(text);
      marks.append(rectangle(box, link.dataset.placeTone, text === chosen));
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-place]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { number, box } = parse(link.dataset.place);
    const figure = viewer.figure(number);
    if (!figure) return;
    event.preventDefault();
    chosen = link.dataset.place;
    viewer.showBox(figure, box);
    draw();
  });

  viewer.root.addEventListener("viewer:shown", draw);
  document.addEventListener("htmx:afterSettle", draw);
  draw();
})();
