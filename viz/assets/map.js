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

const NAMESPACE = "http://www.w3.org/2000/svg";

/** An element of SVG. */
function drawn(name, attributes, text = "") {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** What lines mean, in a band beneath the map: those that are chosen, with their samples. */
function legend(copy) {
  const { width, height } = byId("sheet").viewBox.baseVal, look = getComputedStyle(document.body);
  const chosen = [...document.querySelectorAll("#mechanisms label, #stages label")].filter((one) => one.control.checked);
  const columns = 6, high = Math.ceil(chosen.length / columns) * 26 + 20;
  copy.setAttribute("viewBox", `0 0 ${width} ${height + high}`);
  copy.append(drawn("rect", { x: 0, y: height, width, height: high, fill: look.backgroundColor }));
  chosen.forEach((one, n) => {
    const x = 16 + (n % columns) * (width / columns), y = height + 24 + Math.floor(n / columns) * 26;
    const sample = one.querySelector("line").cloneNode();
    for (const [key, value] of Object.entries({ x1: x, x2: x + 34, y1: y, y2: y })) sample.setAttribute(key, value);
    copy.append(sample, drawn("text", { x: x + 42, y: y + 5, "font-size": 14, fill: look.color }, one.textContent.trim()));
  });
}

/** The map with its legend, with the look that it has here. */
function svg() {
  const copy = byId("sheet").cloneNode(true), originals = byId("sheet").querySelectorAll("path, text, circle");
  copy.querySelectorAll("path, text, circle").forEach((one, n) => {
    const look = getComputedStyle(originals[n]);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor", "paint-order"]) one.setAttribute(name, look[name]);
  });
  for (const one of copy.querySelectorAll(".left-out, .reach")) one.remove();
  legend(copy);
  copy.setAttribute("xmlns", NAMESPACE);
  return copy.outerHTML;
}

document.querySelector(".filters").addEventListener("change", filter);
byId("svg").addEventListener("click", () => download("map.svg", new Blob([svg()], { type: "image/svg+xml" })));
