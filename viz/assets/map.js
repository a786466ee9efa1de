// The map: filters, and saving it.
"use strict";

/** Hide what the filters leave out, on the map and in the lists. */
function filter() {
  const on = (name) => new Set([...document.querySelectorAll(`#${name} input:checked`)].map((box) => box.value));
  const chosen = { mechanism: on("mechanisms"), stage: on("stages") }, documents = on("documents");
  for (const link of document.querySelectorAll("#sheet a")) {
    const { mechanism, stage, documents: stated } = link.dataset;
    const kept = (mechanism ? chosen.mechanism.has(mechanism) : chosen.stage.has(stage)) && stated.split(" ").some((one) => documents.has(one));
    link.classList.toggle("left-out", !kept);
    byId(link.getAttribute("href").slice(1)).hidden = !kept;
  }
}

/** The map alone, with the look that it has here. */
function svg() {
  const copy = byId("sheet").cloneNode(true), originals = byId("sheet").querySelectorAll("path, text, circle");
  copy.querySelectorAll("path, text, circle").forEach((one, n) => {
    const look = getComputedStyle(originals[n]);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor", "paint-order"]) one.setAttribute(name, look[name]);
  });
  for (const one of copy.querySelectorAll(".left-out, .reach")) one.remove();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return copy.outerHTML;
}

document.querySelector(".filters").addEventListener("change", filter);
byId("svg").addEventListener("click", () => download("map.svg", new Blob([svg()], { type: "image/svg+xml" })));
