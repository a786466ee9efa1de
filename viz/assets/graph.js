// The explorer: which nodes and edges are drawn, where they stand, and what the plans say of them.
"use strict";
const SHOWN = 40; // facts that are listed at first
const CROWD = 300, LINES = 600; // nodes and lines beyond which a view begins with those that have several neighbours
const TIES = ["city-tie", "tie"];
const VIEWS = {
  "city-tie": (edge) => edge.kind === "city-tie",
  tie: (edge) => edge.kind === "tie",
  involves: (edge) => edge.kind === "involves",
  lead: (edge) => edge.kind === "responsible" && edge.detail === "lead",
  focus: (edge) => edge.kind !== "city-tie" && state.focus.has(edge.from) && state.focus.has(edge.to),
  all: (edge) => edge.kind !== "city-tie",
};
const nodes = data.nodes;
const edges = data.edges.map((edge, id) => ({ ...edge, id }));
const state = { view: data.focus.length ? "focus" : "city-tie", focus: new Set(data.focus), chosen: null };
const placed = {}; // where nodes stand, by view
const shown = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const container = byId("network"), panel = byId("panel");
const network = new vis.Network(container, shown, data.options);

// ---------------------------------------------------------------- what is drawn

const checked = (name) => new Set([...document.querySelectorAll(`#${name} input:checked`)].map((box) => box.value));

/** The edges of the view that the filters leave, each with the facts that they leave. */
function filtered() {
  const kinds = checked("classes"), documents = checked("documents"), least = Number(byId("degree").value);
  const details = { tie: checked("mechanisms"), "city-tie": checked("mechanisms") };
  const stages = checked("stages");
  const left = edges.filter(VIEWS[state.view]).flatMap((edge) => {
    if (!kinds.has(nodes[edge.from].kind) || !kinds.has(nodes[edge.to].kind)) return [];
    if (details[edge.kind] && !details[edge.kind].has(edge.detail)) return [];
    if (data.palette.stage[edge.detail] && !stages.has(edge.detail)) return [];
    const facts = edge.facts.filter((fact) => documents.has(data.units[data.facts[fact][3]][1]));
    return facts.length ? [{ ...edge, facts }] : [];
  });
  const degree = degrees(left);
  return left.filter((edge) => degree.get(edge.from) >= least && degree.get(edge.to) >= least);
}

/** The neighbours of each node by these edges. */
function neighbourhoods(some) {
  const found = new Map();
  for (const { from, to } of some) {
    for (const [one, other] of [[from, to], [to, from]]) {
      if (!found.has(one)) found.set(one, new Set());
      found.get(one).add(other);
    }
  }
  return found;
}

/** How many neighbours each node has by these edges. */
const degrees = (some) => new Map([...neighbourhoods(some)].map(([id, others]) => [id, others.size]));

/** How an edge looks; those that join the same two nodes fan out. */
function styled(some) {
  const pairs = new Map();
  for (const edge of some) {
    const pair = `${Math.min(edge.from, edge.to)} ${Math.max(edge.from, edge.to)}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
  }
  const style = getComputedStyle(root), ink = style.getPropertyValue("--ink"), paper = style.getPropertyValue("--paper");
  return [...pairs.values()].flatMap((together) => together.map((edge, n) => {
    const scheme = TIES.includes(edge.kind) ? "mechanism" : { responsible: "role" }[edge.kind] ?? "stage";
    const look = data.palette[scheme][edge.detail] ?? data.palette.other.plain;
    const spread = (n - (together.length - 1) / 2) * Math.min(0.09, 0.9 / together.length);
    const roundness = edge.from < edge.to ? spread : -spread, count = edge.facts.length;
    const width = Math.min(9, 1.4 + 1.3 * Math.sqrt(count - 1));
    return {
      ...edge, roundness, count, width, ink: look.color, dash: look.dash,
      color: { color: look.color, highlight: look.color, hover: look.color },
      dashes: look.dash ?? false,
      smooth: { enabled: true, type: "curvedCW", roundness },
      arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.45 } },
      label: count > 1 ? String(count) : undefined,
      font: { color: ink, strokeColor: paper, strokeWidth: 3 },
    };
  }));
}

/** What a node is called in lists: its name, or how many it stands for and on what they hang. */
const called = (node) => node.members
  ? `${node.members.length} × ${t(data.classes[node.kind])}${node.name && `\n(${node.name})`}` : node.name;

/** How a node looks: its label in the language of the reader. */
function dressed(node) {
  const style = data.palette.kind[node.kind];
  const label = node.members ? called(node) : root.lang === "en" && node.english ? `${node.label}\n${node.english}` : node.label;
  const ink = getComputedStyle(root).getPropertyValue("--ink");
  return {
    id: node.id, shape: style.shape, size: node.size, label, kind: node.kind,
    borderWidth: node.id === state.chosen ? 4 : 1.2,
    color: { ...node.color, highlight: node.color, hover: node.color },
    font: { ...node.font, color: isInside(node) ? "#111111" : ink },
    shapeProperties: { borderDashes: style.dashed ? [4, 3] : false, borderRadius: style.round ?? 0 },
  };
}

/** Draw what the filters leave of the view; what stands somewhere stays there. */
async function draw() {
  const all = edges.filter(VIEWS[state.view]), many = degrees(all).size;
  if (!placed[state.view]) await place(many > CROWD ? filtered() : all, new Map());
  const left = styled(filtered());
  const ids = new Set(left.flatMap((edge) => [edge.from, edge.to]));
  if (state.chosen !== null && placed[state.view].has(state.chosen)) ids.add(state.chosen);
  const missing = [...ids].filter((id) => !placed[state.view].has(id));
  if (missing.length) await place(left, placed[state.view]);
  show(left, ids);
  byId("status").textContent = ids.size ? `${ids.size} / ${many} ${t("nodes")}, ${left.length} ${t("edges")}` : t("nothing");
  explain();
  if (state.chosen === null) list();
  root.dataset.drawn = state.view;
}

/** Which scheme the look of an edge is of. */
const schemeOf = (edge) => ["mechanism", "stage", "role"].find((one) => words[root.lang][`${one}.${edge.detail}`] && data.palette[one][edge.detail]?.color === edge.ink);

/** What the shapes and lines mean that are drawn, each with a sample. */
function explain() {
  byId("kinds").replaceChildren(...kinds().map((kind) => {
    const sample = document.querySelector(`#classes input[value="${kind}"] ~ .swatch`);
    return element("li", {}, sample.cloneNode(true), t(data.classes[kind]));
  }));
  const used = new Map(shown.edges.get().filter((edge) => edge.detail && schemeOf(edge)).map((edge) => [edge.detail, edge]));
  byId("legend").replaceChildren(...[...used].sort(([one], [other]) => order(one) - order(other)).map(([detail, edge]) => {
    const name = CSS.escape(detail);
    const sample = document.querySelector(`:is(#mechanisms, #stages) input[value="${name}"] ~ .swatch, #roles [data-role="${name}"] .swatch`);
    const words = t(`${schemeOf(edge)}.${detail}`);
    return element("li", {}, sample.cloneNode(true), words);
  }));
}

/** The classes that are drawn, in the order of the palette. */
function kinds() {
  const used = new Set(shown.nodes.get().map((node) => node.kind));
  return Object.keys(data.palette.kind).filter((kind) => used.has(kind));
}

/** Where a mechanism, a stage or a role stands among its like. */
const order = (detail) => ["mechanism", "stage", "role"].flatMap((scheme) => Object.keys(data.palette[scheme])).indexOf(detail);

function show(left, ids) {
  shown.edges.clear();
  const gone = shown.nodes.getIds().filter((id) => !ids.has(id));
  shown.nodes.remove(gone);
  shown.nodes.update([...ids].map((id) => ({ ...dressed(nodes[id]), ...placed[state.view].get(id), fixed: false })));
  shown.edges.add(left);
}

/** Find a place for the nodes of edges; those that have one stay there. */
function place(some, known) {
  const all = styled(some);
  const ids = new Set(all.flatMap((edge) => [edge.from, edge.to]));
  for (const id of state.view === "focus" ? state.focus : []) ids.add(id);
  const tied = TIES.includes(state.view) && !known.size;
  if (tied) known = fans(all);
  shown.edges.clear();
  shown.nodes.clear();
  shown.nodes.add([...ids].map((id) => ({ ...dressed(nodes[id]), ...(known.get(id) ?? beside(id, all, known, ids)), fixed: known.has(id) })));
  shown.edges.add(all);
  if (tied) {
    placed[state.view] = parted(new Map());
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    network.once("stabilizationIterationsDone", () => {
      network.setOptions({ physics: { enabled: false } });
      placed[state.view] = parted(known);
      resolve();
      requestAnimationFrame(() => network.fit());
    });
    network.setOptions({ physics: { enabled: true } });
    network.stabilize(ids.size > 300 ? 120 : 250);
  });
}

/** Where the nodes of ties stand: see `fanned`. */
function fans(some) {
  const sides = neighbourhoods(some), speakers = [...new Set(some.map((edge) => edge.from))];
  const kinds = Object.keys(data.palette.kind);
  speakers.sort((one, other) => sides.get(other).size - sides.get(one).size || one - other);
  return fanned(sides, speakers, (id) => kinds.indexOf(nodes[id].kind) * nodes.length + id);
}

/** Where a new node begins: near a neighbour that stands, else on a spiral by its number. */
function beside(id, some, known, ids) {
  const near = some.filter((edge) => edge.from === id || edge.to === id).map((edge) => known.get(edge.from === id ? edge.to : edge.from)).find(Boolean);
  const n = [...ids].indexOf(id), angle = n * 2.399963, reach = near ? 90 : 28 * Math.sqrt(n + 1);
  return { x: (near?.x ?? 0) + reach * Math.cos(angle), y: (near?.y ?? 0) + reach * Math.sin(angle) };
}

/** The boxes of the nodes that are drawn. */
function boxes() {
  return new Map(shown.nodes.getIds().map((id) => {
    const box = { ...network.getBoundingBox(id) }, { x, y } = network.getPosition(id);
    if (!isInside(nodes[id])) box.bottom += nodes[id].font.size * 0.7; // vis-network sets the label a little lower than it says
    const round = data.palette.kind[nodes[id].kind].round ?? 0; // which it counts twice
    return [id, { id, x, y, w: (box.right - box.left) / 2 - round, h: (box.bottom - box.top) / 2 - round, below: (box.top + box.bottom) / 2 - y }];
  }));
}

/** Where nodes stand once nothing overlaps. */
function parted(known) {
  network.redraw(); // labels are measured when they are drawn
  const all = [...boxes().values()].map((box) => ({ ...box, y: box.y + box.below, fixed: known.has(box.id) }));
  if (!known.size) loosen(all);
  part(all);
  const standing = new Map(known);
  for (const { id, x, y, below } of all) {
    standing.set(id, { x, y: y - below });
  }
  return standing;
}

// ---------------------------------------------------------------- choosing, expanding, finding

const neighbours = (id) => edges.filter((edge) => edge.kind !== "city-tie").flatMap(({ from, to }) => from === id ? [to] : to === id ? [from] : []);

/** Choose a node: tell its facts, and bring it into the picture. */
async function choose(id) {
  state.chosen = id;
  if (!shown.nodes.get(id)) {
    state.focus = new Set([id, ...neighbours(id)]);
    delete placed.focus;
    state.view = byId("view").value = "focus";
  }
  await draw();
  network.selectNodes([id]);
  const { x, y } = network.canvasToDOM(network.getPosition(id)), { clientWidth: w, clientHeight: h } = container;
  if (x < 40 || y < 40 || x > w - 40 || y > h - 40) network.focus(id, { animation: false });
  tell(id);
}

/** Add everything that a node is joined to. */
async function expand(id) {
  const known = placed[state.view];
  state.focus = new Set([...shown.nodes.getIds(), id, ...neighbours(id)]);
  state.view = byId("view").value = "focus";
  placed.focus = new Map(known);
  await draw();
  await choose(id);
}

/** Begin a view of many nodes or lines with those nodes that have so many neighbours that the rest can be read. */
function crowd() {
  const all = edges.filter(VIEWS[state.view]), degree = degrees(all), slider = byId("degree");
  const isCrowded = (least) => {
    const left = all.filter(({ from, to }) => degree.get(from) >= least && degree.get(to) >= least);
    return left.length > LINES || degrees(left).size > CROWD;
  };
  let least = 1;
  while (least < Number(slider.max) && isCrowded(least)) least += 1;
  slider.value = byId("least").textContent = least;
}

/** Show the whole picture in the room that its legend leaves. */
function fit() {
  root.style.setProperty("--legend", `${document.querySelector(".legend").offsetHeight + 40}px`);
  network.setSize("100%", "100%");
  network.fit();
}

function leave() {
  state.chosen = null;
  network.unselectAll();
  draw();
}

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The nodes that a text may mean, the best first. */
function matches(text) {
  const wanted = folded(text);
  if (!wanted) return [];
  const rank = (node) => Math.min(...node.find.map((name) => name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3));
  const weight = (node) => Object.keys(data.palette.kind).indexOf(node.kind);
  return nodes.map((node) => [rank(node), node]).filter(([one]) => one < 3)
    .sort(([a, one], [b, other]) => a - b || weight(one) - weight(other) || one.name.length - other.name.length || one.id - other.id)
    .slice(0, 20).map(([, node]) => node);
}

const input = byId("search"), found = byId("found");

function offer() {
  const offered = matches(input.value);
  found.replaceChildren(...offered.map((node, n) => element("li", { role: "option", id: `found-${n}`, "aria-selected": String(n === 0), onmousedown: () => take(node.id) },
    called(node), element("small", {}, [t(data.classes[node.kind]), node.english, node.citation].filter(Boolean).join(" · ")))));
  found.hidden = !offered.length;
  input.setAttribute("aria-expanded", String(!found.hidden));
  input.setAttribute("aria-activedescendant", found.hidden ? "" : "found-0");
  found.dataset.ids = offered.map((node) => node.id).join(" ");
}

function take(id) {
  found.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.value = called(nodes[id]);
  choose(id);
}

input.addEventListener("input", offer);
input.addEventListener("blur", () => { found.hidden = true; });
input.addEventListener("keydown", (event) => {
  const options = [...found.children], at = options.findIndex((one) => one.ariaSelected === "true");
  if (event.key === "Escape") { input.value = ""; offer(); }
  if (found.hidden || !options.length) return;
  if (event.key === "Enter") take(Number(found.dataset.ids.split(" ")[at]));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = (at + step + options.length) % options.length;
  options.forEach((one, n) => one.setAttribute("aria-selected", String(n === next)));
  options[next].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[next].id);
});

// ---------------------------------------------------------------- what the plans say

/** A sentence with the names of a node marked. */
function marked(sentence, names) {
  const longest = [...names].sort((one, other) => other.length - one.length).filter((name) => name.length > 1);
  const pieces = [];
  let rest = sentence;
  while (rest) {
    const at = longest.map((name) => [rest.indexOf(name), name]).filter(([where]) => where >= 0).sort(([a, x], [b, y]) => a - b || y.length - x.length)[0];
    if (!at) break;
    pieces.push(rest.slice(0, at[0]), element("mark", {}, at[1]));
    rest = rest.slice(at[0] + at[1].length);
  }
  return [...pieces, rest];
}

/** A fact in a line: what it joins, and how. */
function said([kind, detail, , , about, target]) {
  const scheme = { CooperationTie: "mechanism", ProjectMention: "stage", Responsibility: "role", PartnerMention: "partner-kind" }[kind];
  const joined = about.map((id) => called(nodes[id])).join(kind === "CooperationTie" ? " → " : "、");
  return [target || joined, detail && t(`${scheme}.${detail}`)].filter(Boolean).join(" · ");
}

/** Facts by kind, each with its sentence and how it is cited. */
function listed(facts, names) {
  const kinds = Map.groupBy ? Map.groupBy(facts, (fact) => data.facts[fact][0]) : new Map([["Fact", facts]]);
  return [...kinds].sort(([one]) => one === "CooperationTie" ? -1 : 0).flatMap(([kind, some]) => {
    const item = (fact) => {
      const [, , sentence, unit] = data.facts[fact];
      return element("li", {}, element("div", { class: "said" }, said(data.facts[fact])),
        element("blockquote", {}, ...marked(data.sentences[sentence], names)), element("cite", {}, data.units[unit][0]));
    };
    const rows = element("ol", {}, ...some.slice(0, SHOWN).map(item));
    const more = element("button", { type: "button", onclick: () => { rows.append(...some.slice(SHOWN).map(item)); more.remove(); } }, `${t("more")} (${some.length})`);
    return [element("h3", {}, `${t(`class.${kind}`)} (${some.length})`), rows, ...(some.length > SHOWN ? [more] : [])];
  });
}

const button = (key, onclick) => element("button", { type: "button", onclick }, t(key));

/** Tell everything that facts say of a node. */
function tell(id) {
  const node = nodes[id];
  const facts = [...new Set([
    ...data.facts.flatMap(([, , , , about, , unit], n) => about.includes(id) || unit === id ? [n] : []),
    ...edges.filter((edge) => edge.from === id || edge.to === id).flatMap((edge) => edge.facts),
  ])].sort((one, other) => one - other);
  const members = node.members ? [element("h3", {}, `${t("members")} (${node.members.length})`), element("p", {}, node.members.join("、"))] : [];
  panel.replaceChildren(
    element("h2", {}, called(node)),
    element("p", { class: "hint" }, [t(data.classes[node.kind]), node.english, node.citation, `${facts.length} ${t("facts")}`].filter(Boolean).join(" · ")),
    element("p", {}, button("expand", () => expand(id)), " ", button("back", leave)), ...members, ...listed(facts, [node.name, ...node.names]),
  );
  panel.scrollTop = 0;
}

/** Tell what an edge stands for. */
function tellEdge(edge) {
  const names = [called(nodes[edge.from]), called(nodes[edge.to])];
  panel.replaceChildren(
    element("h2", {}, names.join(edge.kind === "involves" ? " — " : " → ")),
    element("p", {}, button("back", leave)), ...listed(edge.facts, [...names, ...nodes[edge.from].names, ...nodes[edge.to].names]),
  );
  panel.scrollTop = 0;
}

/** List what is drawn, those with the most neighbours first: the picture without eyes or a mouse. */
function list() {
  const degree = degrees(shown.edges.get());
  const ranked = shown.nodes.getIds().sort((one, other) => (degree.get(other) ?? 0) - (degree.get(one) ?? 0) || one - other);
  const row = (id) => element("li", {}, element("button", { type: "button", onclick: () => choose(id).then(() => panel.focus()) },
    called(nodes[id]), " ", element("small", {}, [root.lang === "en" && nodes[id].english, t(data.classes[nodes[id].kind]), degree.get(id) ?? 0].filter((one) => one !== false && one !== undefined).join(" · "))));
  const rows = element("ul", { class: "rows" }, ...ranked.slice(0, 200).map(row));
  const about = TIES.includes(state.view) ? [element("p", { class: "hint" }, t("graph-about"))] : [];
  panel.replaceChildren(element("h2", {}, `${t("list")} (${ranked.length})`), ...about, rows);
}

// ---------------------------------------------------------------- hands

network.on("click", ({ nodes: [id], edges: [edge] }) => {
  if (id !== undefined) { state.chosen = id; shown.nodes.update(shown.nodes.getIds().map((one) => dressed(nodes[one]))); tell(id); }
  else if (edge !== undefined) tellEdge(shown.edges.get(edge));
  else leave();
});
network.on("doubleClick", ({ nodes: [id] }) => { if (id !== undefined) expand(id); });
network.on("dragEnd", ({ nodes: moved }) => { for (const id of moved) placed[state.view].set(id, network.getPosition(id)); });

container.addEventListener("keydown", (event) => {
  const { x, y } = network.getViewPosition(), scale = network.getScale(), step = 80 / scale;
  const pan = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
  const zoom = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (pan) network.moveTo({ position: { x: x + pan[0], y: y + pan[1] } });
  else if (zoom) network.moveTo({ scale: scale * zoom });
  else if (event.key === "0") network.fit();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (/INPUT|SELECT/.test(event.target.tagName) && event.target.type !== "checkbox") return;
  if (event.key === "/") { event.preventDefault(); input.focus(); }
  if (event.key === "Escape") leave();
  if (event.key === "e" && state.chosen !== null) expand(state.chosen);
});
byId("fit").addEventListener("click", fit);
byId("view").addEventListener("change", async () => {
  state.view = byId("view").value;
  crowd();
  if (state.view === "focus" && !state.focus.size) state.focus = new Set(shown.nodes.getIds());
  await draw();
  fit();
});
byId("filters").addEventListener("change", draw);
byId("degree").addEventListener("input", () => { byId("least").textContent = byId("degree").value; });
for (const [name, on] of [["all", true], ["none", false]]) {
  for (const one of document.querySelectorAll(`[data-${name}]`)) {
    one.addEventListener("click", () => {
      for (const box of document.querySelectorAll(`#${one.dataset[name]} input`)) box.checked = on;
      draw();
    });
  }
}

/** What is drawn as SVG, painted as the page is. */
function svg(paint) {
  const style = getComputedStyle(root), own = { ink: style.getPropertyValue("--ink"), paper: style.getPropertyValue("--paper") };
  const left = shown.edges.get(), used = new Map();
  for (const edge of left) used.set(edge.detail, edge);
  const legend = [
    ...kinds().map((kind) => ({ text: t(data.classes[kind]), kind })),
    ...[...used].filter(([detail]) => detail).sort(([one], [other]) => order(one) - order(other)).map(([detail, edge]) => ({ text: t(`${schemeOf(edge)}.${detail}`), color: edge.ink, dash: edge.dash })),
  ];
  return asSvg(shown.nodes.get(), left, boxes(), document.querySelector("h1").textContent, legend, paint ?? own);
}
byId("svg").addEventListener("click", () => download("deltakg.svg", new Blob([svg().text], { type: "image/svg+xml" })));
byId("png").addEventListener("click", async () => download("deltakg.png", await asPng(svg())));

// A canvas is printed as it stands on the screen: on paper the whole picture stands in its place.
addEventListener("beforeprint", () => {
  const drawn = new DOMParser().parseFromString(svg({ ink: "#000", paper: "#fff" }).text, "image/svg+xml").documentElement;
  drawn.id = "printed";
  byId("printed")?.remove();
  container.after(document.importNode(drawn, true));
});
addEventListener("afterprint", () => byId("printed")?.remove());

document.addEventListener("language", () => { draw(); if (state.chosen !== null) tell(state.chosen); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
byId("filters").open = innerWidth > 1500; // else the picture needs the room
byId("view").value = state.view;
crowd();
speak();
draw().then(() => { fit(); root.dataset.ready = "yes"; });
