// Lists of what plans say: what the address names is opened and shown, and all of it is printed.
"use strict";

/** Open what the address names. */
function openNamed() {
  const named = document.querySelector(`details[id="${CSS.escape(location.hash.slice(1))}"]`);
  if (!named) return;
  named.open = true;
  named.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", openNamed);
addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("main details")) one.open = true; });
openNamed();
