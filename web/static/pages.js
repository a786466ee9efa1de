// What pages do better with a script: names are suggested, tables sort in place, SPARQL runs by Ctrl+Enter.
"use strict";

// ---------------------------------------------------------------- suggestions

let boxes = 0;

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${++boxes}`;
  list.role = "listbox";
  list.ariaLabel = input.ariaLabel || input.labels?.[0]?.textContent || "";
  list.hidden = true;
  input.after(list);
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);
  const takes = input.dataset.takes === "label";
  let waiting = 0, asked = 0, at = -1;

  function show(found) {
    at = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map((one, number) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${number}`;
      item.role = "option";
      item.ariaSelected = "false";
      item.dataset.href = one.href;
      item.dataset.label = one.label;
      const name = document.createElement("span"), kind = document.createElement("small");
      name.textContent = one.label;
      kind.textContent = [one.english, one.kind].filter(Boolean).join(" · ");
      item.append(name, kind);
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(item); });
      return item;
    }));
    list.hidden = !found.length;
    input.ariaExpanded = String(!list.hidden);
  }

  function take(item) {
    if (!takes) { location.href = item.dataset.href; return; }
    input.value = item.dataset.label;
    show([]);
  }

  async function ask() {
    const text = input.value.trim(), mine = ++asked;
    if (!text) { show([]); return; }
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      const found = answer.ok ? await answer.json() : [];
      if (mine === asked && document.activeElement === input) show(found);
    } catch { /* it is a help, and the form works without */ }
  }

  input.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("compositionend", ask);
  input.addEventListener("blur", () => show([]));
  input.addEventListener("keydown", (event) => {
    const items = [...list.children];
    if (event.isComposing || list.hidden) return;
    if (event.key === "Escape") { show([]); event.preventDefault(); return; }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(items[at]); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (at >= 0) items[at].ariaSelected = "false";
    at = (at + step + items.length) % items.length;
    items[at].ariaSelected = "true";
    items[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[at].id);
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

function runs(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); field.form.requestSubmit(); }
  });
}

document.querySelectorAll("input[data-suggest]").forEach(suggest);
document.querySelectorAll("table[data-sorts]").forEach(sorts);
document.querySelectorAll("#query").forEach(runs);
document.querySelectorAll(".examples select").forEach((choice) => choice.addEventListener("change", () => choice.form.requestSubmit()));
if (matchMedia("(max-width: 60rem)").matches) document.querySelectorAll(".contents[open]").forEach((one) => one.removeAttribute("open"));
