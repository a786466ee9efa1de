// Geometry of the network: parting what overlaps, and writing what is drawn as SVG and PNG.
"use strict";
const GAP = 9; // between what is parted

/** Whether the label of a node stands in its shape, and not beneath it. */
const isInside = (node) => ["ellipse", "box"].includes(data.palette.kind[node.kind].shape);

/** Move boxes apart until none overlaps another; those that are fixed stay. Boxes: {x, y, w, h, fixed}, w and h halved. */
function part(boxes) {
  for (let round = 0; round < 800; round += 1) {
    let moved = false;
    boxes.sort((one, other) => one.x - one.w - (other.x - other.w));
    for (let i = 0; i < boxes.length; i += 1) {
      const one = boxes[i];
      for (let j = i + 1; j < boxes.length && boxes[j].x - boxes[j].w < one.x + one.w + GAP; j += 1) {
        const other = boxes[j];
        const across = one.w + other.w + GAP - Math.abs(one.x - other.x);
        const down = one.h + other.h + GAP - Math.abs(one.y - other.y);
        if (across <= 0 || down <= 0 || (one.fixed && other.fixed)) continue;
        moved = true;
        const axis = across < down ? "x" : "y";
        const sign = one[axis] < other[axis] || (one[axis] === other[axis] && i < j) ? -1 : 1;
        const step = Math.min(across, down) / (one.fixed || other.fixed ? 1 : 2);
        if (!one.fixed) one[axis] += sign * step;
        if (!other.fixed) other[axis] -= sign * step;
      }
    }
    if (!moved) return;
  }
}

/** Draw boxes away from their middle where they take more room than they have. */
function loosen(boxes) {
  const side = (axis, half) => Math.max(...boxes.map((box) => box[axis] + box[half])) - Math.min(...boxes.map((box) => box[axis] - box[half]));
  const taken = boxes.reduce((sum, box) => sum + 4 * (box.w + GAP) * (box.h + GAP), 0);
  const scale = Math.sqrt((2.6 * taken) / (side("x", "w") * side("y", "h")));
  if (scale > 1) for (const box of boxes) { box.x *= scale; box.y *= scale; }
}

/** Where the nodes of ties stand: those whose plans speak around the middle, what several of them name between these,
 *  what one alone names fanned out behind it, kind by kind. Sides: Map(id -> Set of ids); speakers: ids; order: id -> number. */
function fanned(sides, speakers, order) {
  const standing = new Map(), shared = [], own = new Map(speakers.map((id) => [id, []]));
  for (const [id, others] of sides) {
    if (own.has(id)) continue;
    const [one] = others;
    if (others.size === 1 && own.has(one)) own.get(one).push(id);
    else shared.push(id);
  }
  const total = speakers.reduce((sum, id) => sum + own.get(id).length + 3, 0);
  const radius = speakers.length > 1 ? 240 + 24 * speakers.length : 0;
  let turned = Math.PI - ((own.get(speakers[0])?.length + 3) / total) * Math.PI; // the first one stands left
  for (const id of speakers) {
    const leaves = own.get(id).sort((one, other) => order(one) - order(other));
    const share = ((leaves.length + 3) / total) * 2 * Math.PI, angle = turned + share / 2;
    turned += share;
    const hub = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    standing.set(id, hub);
    const wide = radius ? Math.min(1.35 * Math.PI, 0.5 + leaves.length * 0.14) : 2 * Math.PI;
    const rings = Math.max(1, Math.round(leaves.length / 9));
    leaves.forEach((leaf, n) => {
      const at = angle + wide * ((n + 0.5) / leaves.length - 0.5), reach = 170 + 82 * (n % rings);
      standing.set(leaf, { x: hub.x + 1.2 * reach * Math.cos(at), y: hub.y + 1.15 * reach * Math.sin(at) });
    });
  }
  shared.forEach((id, n) => {
    const around = [...sides.get(id)].map((other) => standing.get(other)).filter(Boolean);
    const mean = (axis) => around.reduce((sum, one) => sum + one[axis], 0) / (around.length || 1);
    const few = shared.length < 6, turn = n * 2.399963, reach = 60 * Math.sqrt(n);
    const [right, down] = few ? [0, (n - (shared.length - 1) / 2) * 130] : [reach * Math.cos(turn), reach * Math.sin(turn)];
    standing.set(id, { x: mean("x") + right, y: mean("y") + down });
  });
  return standing;
}

/** The point that bends an edge, as vis-network bends "curvedCW". */
function bend(from, to, roundness) {
  const dx = to.x - from.x, dy = from.y - to.y;
  const angle = (Math.atan2(dy, dx) + (roundness * 0.5 + 0.5) * Math.PI) % (2 * Math.PI);
  const reach = (roundness * 0.5 + 0.5) * Math.hypot(dx, dy);
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

/** A point of the curve from one end over its bend to the other. */
function along(from, via, to, t) {
  const mix = (a, b, c) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
  return { x: mix(from.x, via.x, to.x), y: mix(from.y, via.y, to.y) };
}

/** A tag of SVG; text in attributes is escaped. */
function tag(name, attributes, inside = "") {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("");
  return `<${name}${written}>${inside}</${name}>`;
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** The shape of a class around a point: half as wide as w, half as high as h, or of radius r. */
function shapeAsSvg(kind, { x, y, w, h }, r) {
  const style = data.palette.kind[kind];
  const paint = { fill: style.fill, stroke: style.border, "stroke-width": 1.2, ...(style.dashed ? { "stroke-dasharray": "4 3" } : {}) };
  return {
    ellipse: () => tag("ellipse", { cx: x, cy: y, rx: w, ry: h, ...paint }),
    box: () => tag("rect", { x: x - w, y: y - h, width: 2 * w, height: 2 * h, rx: Math.min(style.round, h), ...paint }),
    diamond: () => tag("path", { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, ...paint }),
    triangle: () => tag("path", { d: `M${x} ${y - r}L${x + r} ${y + r}L${x - r} ${y + r}Z`, ...paint }),
    square: () => tag("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...paint }),
    dot: () => tag("circle", { cx: x, cy: y, r, ...paint }),
  }[style.shape]();
}

/** A node as SVG: its shape, with its label inside or beneath. */
function nodeAsSvg(node, box, ink) {
  const { x, y } = box, size = node.font.size, lines = node.label.split("\n"), inside = isInside(node), r = node.size;
  const top = inside ? y - ((lines.length - 1) * size * 1.15) / 2 : y + r + size * 1.1;
  const text = lines.map((line, n) => tag("tspan", { x, y: top + n * size * 1.15 }, escaped(line))).join("");
  return shapeAsSvg(node.kind, box, r) + tag("text", { "font-size": size, "text-anchor": "middle", "dominant-baseline": "central", fill: inside ? "#111" : ink }, text);
}

/** An edge as SVG: a curve to the rim of its target, with an arrow and the number of its facts. */
function edgeAsSvg(edge, from, to, ink, paper) {
  const via = bend(from, to, edge.roundness);
  const out = (point) => Math.abs(point.x - to.x) > to.w || Math.abs(point.y - to.y) > to.h;
  let end = 1;
  while (end > 0.5 && !out(along(from, via, to, end))) end -= 0.01;
  const tip = along(from, via, to, end), before = along(from, via, to, end - 0.03);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x), a = 5 + edge.width;
  const wing = (turn) => `${tip.x - a * Math.cos(angle + turn)} ${tip.y - a * Math.sin(angle + turn)}`;
  const stroke = { stroke: edge.ink, "stroke-width": edge.width, fill: "none", "stroke-dasharray": (edge.dash ?? []).join(" ") };
  const drawn = [tag("path", { d: `M${from.x} ${from.y}Q${via.x} ${via.y} ${to.x} ${to.y}`, ...stroke })];
  if (edge.arrows) drawn.push(tag("path", { d: `M${tip.x} ${tip.y}L${wing(0.4)}L${wing(-0.4)}Z`, fill: edge.ink }));
  if (edge.count > 1) {
    const middle = along(from, via, to, 0.5);
    drawn.push(tag("text", { ...middle, "font-size": 11, "text-anchor": "middle", "dominant-baseline": "central", fill: ink, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, edge.count));
  }
  return drawn.join("");
}

/** The whole picture as SVG, with its title and a legend. Legend: [{text, kind} or {text, color, dash}]; paint: {ink, paper}. */
function asSvg(nodes, edges, boxes, title, legend, { ink, paper }) {
  const all = [...boxes.values()];
  const left = Math.min(...all.map((box) => box.x - box.w)) - 30, right = Math.max(...all.map((box) => box.x + box.w)) + 30;
  const top = Math.min(...all.map((box) => box.y - box.h)) - 70, columns = Math.max(1, Math.floor((right - left) / 210));
  const bottom = Math.max(...all.map((box) => box.y + box.h)) + 40, below = Math.ceil(legend.length / columns) * 24;
  const size = { width: Math.round(right - left), height: Math.round(bottom - top + below) };
  const key = legend.map(({ text, kind, color, dash }, n) => {
    const x = left + 20 + (n % columns) * 210, y = bottom + Math.floor(n / columns) * 24;
    const sample = kind ? shapeAsSvg(kind, { x: x + 15, y, w: 14, h: 8 }, 7)
      : tag("path", { d: `M${x} ${y}h30`, stroke: color, "stroke-width": 3, "stroke-dasharray": (dash ?? []).join(" ") });
    return sample + tag("text", { x: x + 38, y, "font-size": 14, "dominant-baseline": "central", fill: ink }, escaped(text));
  });
  const inside = [
    tag("title", {}, escaped(title)),
    tag("rect", { x: left, y: top, ...size, fill: paper }),
    tag("text", { x: left + 20, y: top + 34, "font-size": 24, "font-weight": "bold", fill: ink }, escaped(title)),
    ...edges.map((edge) => edgeAsSvg(edge, boxes.get(edge.from), boxes.get(edge.to), ink, paper)),
    ...nodes.map((node) => nodeAsSvg(node, boxes.get(node.id), ink)),
    ...key,
  ];
  const text = tag("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, viewBox: `${left} ${top} ${size.width} ${size.height}`, "font-family": getComputedStyle(document.body).fontFamily }, inside.join("\n"));
  return { text, size };
}

/** An SVG as PNG, at twice its size, or less where that is more than a canvas holds. */
function asPng({ text, size }) {
  const scale = Math.min(2, 8000 / size.width, 8000 / size.height);
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = element("canvas", { width: Math.round(size.width * scale), height: Math.round(size.height * scale) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob(resolve, "image/png");
    };
    image.onerror = reject;
    image.src = url;
  });
}
