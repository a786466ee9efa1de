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

const CROWD = 40; // edges beyond which labels stand at those of the node alone that one points at
const ends = new Set(data.edges.map((edge) => `${edge.from} ${edge.to}`));

/** How an edge looks; one that another comes back along bends. */
function joined(edge, id, pointed) {
  const roundness = ends.has(`${edge.to} ${edge.from}`) ? 0.15 : 0;
  const label = data.edges.length <= CROWD || edge.from === pointed || edge.to === pointed ? edge.label : " ";
  return {
    id, from: edge.from, to: edge.to, label, arrows: { to: { enabled: true, scaleFactor: 0.5 } },
    color: { color: "#808080", highlight: "#808080", hover: "#808080" },
    smooth: { enabled: true, type: "curvedCW", roundness },
    font: { size: 12, color: ink(), strokeColor: paper(), strokeWidth: 4, align: "horizontal" },
  };
}

const shown = { nodes: new vis.DataSet(data.nodes.map(dressed)), edges: new vis.DataSet(data.edges.map((edge, id) => joined(edge, id))) };
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
function point(node) {
  frame.style.cursor = data.nodes[node]?.href ? "pointer" : "default";
  if (data.edges.length > CROWD) shown.edges.update(data.edges.map((edge, id) => joined(edge, id, node)));
}
network.on("hoverNode", ({ node }) => point(node));
network.on("blurNode", () => point(undefined));
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
  shown.edges.update(data.edges.map((edge, id) => joined(edge, id)));
});
