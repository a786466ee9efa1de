// What pages do better with a script: names are suggested, tables sort in place, SPARQL is completed and runs by Ctrl+Enter.
"use strict";

// ---------------------------------------------------------------- suggestions

let boxes = 0;

// A list below a field, which the keyboard moves in: `show` fills it with what has a name, a note and anything else.
function listbox(field, take) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${++boxes}`;
  list.role = "listbox";
  list.ariaLabel = field.ariaLabel || field.labels?.[0]?.textContent || "";
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  field.ariaAutoComplete = "list";
  let at = -1, held = [];

  function show(found) {
    at = -1;
    held = found;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map((one, number) => {
      const item = document.createElement("li"), name = document.createElement("span"), note = document.createElement("small");
      item.id = `${list.id}-${number}`;
      item.role = "option";
      item.ariaSelected = "false";
      name.textContent = one.name;
      note.textContent = one.note;
      item.append(name, note);
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(number); });
      return item;
    }));
    list.hidden = !found.length;
    if (field.role === "combobox") field.ariaExpanded = String(!list.hidden);
  }

  function choose(number) {
    const one = held[number];
    show([]);
    take(one);
  }

  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const items = [...list.children], step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { event.preventDefault(); show([]); return; }
    if (at >= 0 && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey) { event.preventDefault(); choose(at); return; }
    if (!step) return;
    event.preventDefault();
    if (at >= 0) items[at].ariaSelected = "false";
    at = at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length;
    items[at].ariaSelected = "true";
    items[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", items[at].id);
  });
  return show;
}

// Calls a function when one pauses in typing; what an input method composes counts when it is whole.
function typed(field, call) {
  let waiting = 0;
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(call, 120);
  });
  field.addEventListener("compositionend", call);
}

async function asked(address, text) {
  const whole = new URL(address, location.href);
  if (text) whole.searchParams.set("q", text);
  try {
    const answer = await fetch(whole, { headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : [];
  } catch { return []; } // it is a help, and the form works without
}

const entry = (one) => ({ ...one, name: one.label, note: [one.english, one.kind].filter(Boolean).join(" · ") });

function suggest(input) {
  input.role = "combobox";
  input.ariaExpanded = "false";
  const show = listbox(input, (one) => {
    if (input.dataset.takes === "label") input.value = one.label;
    else location.href = one.href;
  });
  typed(input, async () => {
    const text = input.value.trim(), found = text ? await asked(input.dataset.suggest, text) : [];
    if (text === input.value.trim() && document.activeElement === input) show(found.map(entry));
  });
}

// ---------------------------------------------------------------- tables

const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

function sorts(table) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  heads.forEach((head, column) => {
    head.querySelector("a")?.addEventListener("click", (event) => {
      event.preventDefault();
      const down = head.ariaSort === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.ariaSort = down ? "descending" : "ascending";
      const text = (row) => row.cells[column].textContent.trim();
      const rows = [...body.rows].sort((one, other) => compare(text(one), text(other)) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
}

// ---------------------------------------------------------------- SPARQL

// What is being typed: a term with its prefix, the beginning of one, or `<` and a name.
const TOKEN = /(?:<[^<>\s{}"|^`\\]*|[A-Za-z][\w-]*:?[^\s{}()|;,."'<>?$/^*+]*)$/;
const MOST = 12;

function editor(field) {
  let terms = null, token = "";
  const show = listbox(field, (one) => {
    const end = field.selectionStart;
    field.setRangeText(one.insert, end - token.length, end, "end");
  });
  typed(field, async () => {
    const before = field.value.slice(0, field.selectionStart);
    token = TOKEN.exec(before)?.[0] ?? "";
    if (token.length < 2 || token.startsWith("<http")) { show([]); return; }
    const mine = token, wanted = token.toLowerCase();
    let found;
    if (token.startsWith("<")) {
      found = (await asked(field.dataset.suggest, token.slice(1))).map((one) => ({ ...entry(one), insert: `<${one.iri}>` }));
    } else {
      terms ??= await asked(field.dataset.terms, "");
      const begins = (one) => Number(!one.text.toLowerCase().startsWith(wanted));
      found = terms.filter((one) => one.text.toLowerCase().includes(wanted) && one.text !== token)
        .sort((one, other) => begins(one) - begins(other)).slice(0, MOST)
        .map((one) => ({ name: one.text, note: one.label, insert: one.text }));
    }
    if (mine === token && document.activeElement === field) show(found);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); field.form.requestSubmit(); }
  });
}

document.querySelectorAll("input[data-suggest]").forEach(suggest);
document.querySelectorAll("table[data-sorts]").forEach(sorts);
document.querySelectorAll("#query").forEach(editor);
document.querySelectorAll(".examples select").forEach((choice) => choice.addEventListener("change", () => choice.form.requestSubmit()));
if (matchMedia("(max-width: 60rem)").matches) document.querySelectorAll(".contents[open]").forEach((one) => one.removeAttribute("open"));
