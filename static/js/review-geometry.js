/* Where a picture stands in its stage (pure). A view is {x, y, scale, turn}: the point of the
   picture, in its own pixels, that stands in the middle of the stage; the scale; degrees
   clockwise. So whatever is looked at stays in the middle while it is zoomed and turned. */
(() => {
  "use strict";

  const LEAST = 0.02;
  const MOST = 8;

  const rotated = (x, y, degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return { x: x * cos - y * sin, y: x * sin + y * cos };
  };

  const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

  const lies = (turn) => Math.abs(turn / 90) % 2 === 1;

  /* The largest scale at which a part of that size is seen whole. */
  const fitting = (size, stage, turn) => {
    const width = lies(turn) ? size.height : size.width;
    const height = lies(turn) ? size.width : size.height;
    return Math.min(stage.width / width, stage.height / height);
  };

  const whole = (picture, stage, turn) => ({
    x: picture.width / 2,
    y: picture.height / 2,
    scale: clamp(fitting(picture, stage, turn), LEAST, MOST),
    turn,
  });

  /* From a point of the stage, counted from its middle, to the picture's point there. */
  const under = (view, at) => {
    const back = rotated(at.x, at.y, -view.turn);
    return { x: view.x + back.x / view.scale, y: view.y + back.y / view.scale };
  };

  /* The point under `at` stays there. */
  const zoomed = (view, factor, at = { x: 0, y: 0 }) => {
    const scale = clamp(view.scale * factor, LEAST, MOST);
    const fixed = under(view, at);
    const back = rotated(at.x, at.y, -view.turn);
    return { ...view, scale, x: fixed.x - back.x / scale, y: fixed.y - back.y / scale };
  };

  /* By so many pixels of the screen; the middle stays over the picture. */
  const moved = (view, by, picture) => {
    const back = rotated(by.x, by.y, -view.turn);
    return {
      ...view,
      x: clamp(view.x - back.x / view.scale, 0, picture.width),
      y: clamp(view.y - back.y / view.scale, 0, picture.height),
    };
  };

  /* A box in ten-thousandths, with something around it, never smaller than the whole picture. */
  const onBox = (box, picture, stage, turn) => {
    const [left, top, right, bottom] = box.map((side) => side / 10000);
    const size = {
      width: Math.max(1, (right - left) * picture.width),
      height: Math.max(1, (bottom - top) * picture.height),
    };
    const around = { width: size.width * 1.5, height: Math.max(size.height * 4, size.width / 3) };
    const least = fitting(picture, stage, turn);
    const scale = clamp(fitting(around, stage, turn), least, Math.max(least, 2.5));
    return {
      x: ((left + right) / 2) * picture.width,
      y: ((top + bottom) / 2) * picture.height,
      scale: clamp(scale, LEAST, MOST),
      turn,
    };
  };

  const css = (view, stage) =>
    `translate(${stage.width / 2}px, ${stage.height / 2}px) rotate(${view.turn}deg) ` +
    `scale(${view.scale}) translate(${-view.x}px, ${-view.y}px)`;

  window.reviewGeometry = { css, moved, onBox, whole, zoomed };
})();
