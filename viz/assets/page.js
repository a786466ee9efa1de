// What all pictures share: words in two languages, and saving what is drawn.
"use strict";
const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId("words").textContent);
const data = JSON.parse(byId("data").textContent);
const root = document.documentElement;

/** The word for a key in the language of the reader. */
function t(key) {
  return words[root.lang][key] ?? key;
}

/** A new element with attributes and children; text stays text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Say everything in the language of the reader. */
function speak() {
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = t(one.dataset.t);
  for (const one of document.querySelectorAll("[data-en]")) one.textContent = root.lang === "en" ? one.dataset.en : one.dataset.zh;
  for (const one of document.querySelectorAll("[data-t-label]")) one.setAttribute("aria-label", t(one.dataset.tLabel));
  for (const one of document.querySelectorAll("[data-t-placeholder]")) one.placeholder = t(one.dataset.tPlaceholder);
  const heading = document.querySelector("h1");
  if (heading) document.title = heading.textContent;
}

/** Give the reader a file. */
function download(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

byId("language")?.addEventListener("click", () => {
  root.lang = root.lang === "zh" ? "en" : "zh";
  speak();
  document.dispatchEvent(new Event("language"));
});
byId("print")?.addEventListener("click", () => window.print());
