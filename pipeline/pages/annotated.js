"use strict";
// Says what a marked word means and which rule found it, when it is pointed at or reached by the keyboard.
{
  const told = document.getElementById("told");
  const tell = (event) => {
    const mark = event.target.closest?.("mark[data-said]");
    if (mark) told.textContent = `${mark.dataset.said}  ·  ${mark.dataset.rule}`;
  };
  document.addEventListener("pointerover", tell);
  document.addEventListener("focusin", tell);
}
