// The answer to a question as a network: drawn by vis-network as the explorer draws, with the geometry of picture.js.
"use strict";
const data = JSON.parse(document.getElementById("network-data").textContent);
const frame = document.getElementById("network");
frame.hidden = false;
document.querySelector(".keys").hidden = false;

const ink = () => getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
const paper = () => getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();

/** How a node looks: as its kind in the palette of all pictures. */
function dressed(node) {
  const style = data.palette.kind[node.kind], color = { background: style.fill, border: style.border };
  return {
    id: node.id, label: node.label, shape: style.shape, size: 12,
    color: { ...color, highlight: color, hover: color },
    font: { size: 15, color: isInside(node) ? "#111111" : ink() },
    shapeProperties: { borderDashes: style.dashed ? [4, 3] : false, borderRadius: style.round ?? 0 },
  };
}

/** How an edge looks; those that join the same two nodes bend apart. */
function joined(edge, id) {
  const like = data.edges.filter((one) => new Set([one.from, one.to, edge.from, edge.to]).size === new Set([edge.from, edge.to]).size);
  const spread = (like.indexOf(edge) - (like.length - 1) / 2) * 0.3;
  return {
    id, from: edge.from, to: edge.to, label: edge.label, arrows: { to: { enabled: true, scaleFactor: 0.5 } },
    color: { color: "#808080", highlight: "#808080", hover: "#808080" },
    smooth: { enabled: true, type: "curvedCW", roundness: edge.from < edge.to ? spread : -spread },
    font: { size: 12, color: ink(), strokeColor: paper(), strokeWidth: 4, align: "horizontal" },
  };
}

const shown = { nodes: new vis.DataSet(data.nodes.map(dressed)), edges: new vis.DataSet(data.edges.map(joined)) };
const network = new vis.Network(frame, shown, {
  ...data.options,
  physics: { ...data.options.physics, enabled: true },
  interaction: { ...data.options.interaction, zoomView: false },
});

network.once("stabilizationIterationsDone", () => {
  network.setOptions({ physics: { enabled: false } });
  network.redraw(); // labels are measured when they are drawn
  const boxes = data.nodes.map(({ id }) => {
    const box = network.getBoundingBox(id), { x, y } = network.getPosition(id);
    return { id, x, y: (box.top + box.bottom) / 2, w: (box.right - box.left) / 2, h: (box.bottom - box.top) / 2, below: (box.top + box.bottom) / 2 - y };
  });
  loosen(boxes);
  part(boxes);
  shown.nodes.update(boxes.map(({ id, x, y, below }) => ({ id, x, y: y - below })));
  network.fit();
  frame.dataset.ready = "yes";
});

network.on("click", ({ nodes: [id] }) => { if (id !== undefined && data.nodes[id].href) location.href = data.nodes[id].href; });
network.on("hoverNode", ({ node }) => { frame.style.cursor = data.nodes[node].href ? "pointer" : "default"; });
network.on("blurNode", () => { frame.style.cursor = "default"; });
// The wheel moves the page, unless the network is what one works with.
for (const [name, zoomView] of [["focus", true], ["blur", false]]) frame.addEventListener(name, () => network.setOptions({ interaction: { zoomView } }));
frame.addEventListener("keydown", (event) => {
  const { x, y } = network.getViewPosition(), scale = network.getScale(), step = 80 / scale;
  const pan = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
  const zoom = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (pan) network.moveTo({ position: { x: x + pan[0], y: y + pan[1] } });
  else if (zoom) network.moveTo({ scale: scale * zoom });
  else if (event.key === "0") network.fit();
  else return;
  event.preventDefault();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  shown.nodes.update(data.nodes.map(dressed));
  shown.edges.update(data.edges.map(joined));
});
