// The SPARQL editor: highlighting, completion and marked mistakes, in the place of the plain field of the page.
//
// It stands in a shadow tree. There CodeMirror adopts its style sheets as objects, so that the policy of the page needs no
// exception for inline style; the colours are custom properties, which reach inside. The field stays, hidden, and is what
// the form sends.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, LanguageSupport, bracketMatching, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { EditorState, Prec, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { styleTags, tags } from "@lezer/highlight";
import { SparqlLanguage } from "codemirror-lang-sparql";

const MOST = 40;
// What is being typed: a variable, a term with its prefix, `<` and a name, or a name alone.
const TOKEN = /(?:[?$]\w*|<[^<>\s{}"|^`\\]*|[\p{L}][\p{L}\p{N}_-]*:?[^\s{}()|;,."'<>?$/^*+]*)$/u;

// The language leaves names with a prefix and the word `a` as they are.
const language = SparqlLanguage.configure({ props: [styleTags({ "PrefixedName/... Pname_ns A": tags.namespace })] });

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--s-word)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--s-variable)" },
  { tag: [tags.namespace, tags.url, tags.typeName, tags.annotation], color: "var(--s-name)" },
  { tag: tags.string, color: "var(--s-text)" },
  { tag: [tags.number, tags.integer, tags.float, tags.bool], color: "var(--s-number)" },
  { tag: tags.comment, color: "var(--s-note)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: ".9rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono CJK SC', 'DejaVu Sans Mono', monospace", lineHeight: "1.55", maxHeight: "36rem", overflow: "auto" },
  ".cm-content": { minHeight: "12rem", padding: ".6rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem 0 .6rem" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--quiet)", border: "0", paddingLeft: ".4rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "color-mix(in srgb, var(--link) 28%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--link) 22%, transparent)", outline: "1px solid var(--link)" },
  ".cm-bad-line": { backgroundColor: "color-mix(in srgb, var(--bad) 14%, transparent)" },
  ".cm-bad": { textDecoration: "underline wavy var(--bad)", textDecorationSkipInk: "none" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--quiet)", borderRadius: "6px", boxShadow: "0 8px 24px #0003", zIndex: "2", maxWidth: "92vw" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "18rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".2rem .6rem", display: "flex", gap: "1rem", justifyContent: "space-between" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--link)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--quiet)", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", maxWidth: "26rem", marginLeft: "0" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
});

// ---------------------------------------------------------------- completion

async function asked(address, text) {
  const whole = new URL(address, location.href);
  if (text) whole.searchParams.set("q", text);
  try {
    const answer = await fetch(whole, { headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : [];
  } catch { return []; } // it is a help, and the form works without
}

/** The prefixes that a question declares itself, as completions. */
const declared = (text) => [...text.matchAll(/\bPREFIX\s+([\w.-]*:)\s*<([^>]*)>/giu)].map(([, prefix, space]) => ({ text: prefix, label: space, kind: "prefix" }));

/** The variables of a question, but for the one that is being typed. */
const variables = (text, typed) => [...new Set(text.match(/[?$]\w+/g))].filter((one) => one !== typed);

function completions(field) {
  let terms = null;

  /** How well a term fits what is typed, from 0: its beginning, its name's, a label's, anywhere; Infinity where it does not. */
  function fit(term, wanted) {
    const text = term.text.toLowerCase(), label = term.label.toLowerCase(), own = text.slice(text.indexOf(":") + 1);
    if (text.startsWith(wanted)) return 0;
    if (own.startsWith(wanted)) return 1;
    if (term.kind === "prefix") return Infinity;
    return label.startsWith(wanted) ? 2 : text.includes(wanted) || label.includes(wanted) ? 3 : Infinity;
  }

  return async (context) => {
    const inside = syntaxTree(context.state).resolveInner(context.pos, -1).name;
    const before = context.state.doc.lineAt(context.pos), line = before.text.slice(0, context.pos - before.from);
    if (/^(String|Comment|LineComment)$/.test(inside)) return null;
    const token = TOKEN.exec(line)?.[0] ?? "", text = context.state.doc.toString();
    if (!token && !context.explicit) return null;
    const from = context.pos - token.length, wanted = token.toLowerCase();
    if (/^[?$]/.test(token)) {
      const options = variables(text, token).map((label) => ({ label, type: "variable" }));
      return options.length ? { from, options, validFor: /^[?$]\w*$/ } : null;
    }
    if (token.startsWith("<http") || (token.length < 2 && !context.explicit && !/\p{Script=Han}/u.test(token))) return null;
    const options = [];
    if (!token.startsWith("<")) {
      terms ??= await asked(field.dataset.terms, "");
      const classes = /\ba\s+$/.test(line.slice(0, line.length - token.length));
      const rank = (term) => fit(term, wanted) - (classes && term.kind === "class" ? 0.5 : 0);
      const fitting = [...terms, ...declared(text)].filter((term) => term.text !== token && fit(term, wanted) < Infinity);
      fitting.sort((one, other) => rank(one) - rank(other) || (one.text < other.text ? -1 : 1));
      options.push(...fitting.slice(0, MOST).map((term) => ({ label: term.text, detail: term.label, type: term.kind })));
    }
    if (!token.includes(":")) {
      const found = await asked(field.dataset.suggest, token.replace(/^</, ""));
      options.push(...found.map((one) => ({ label: one.label, apply: `<${one.iri}>`, detail: [one.english, one.kind].filter(Boolean).join(" · "), type: "entity" })));
    }
    return context.aborted || !options.length ? null : { from, options, filter: false };
  };
}

// ---------------------------------------------------------------- mistakes

/** The mistake that the server found, marked until something is changed. */
function marked(field) {
  const { line, column, length } = field.dataset;
  return StateField.define({
    create(state) {
      const number = Number(line ?? 0);
      if (!number || number > state.doc.lines) return Decoration.none;
      const where = state.doc.line(number), start = Math.min(where.from + Number(column) - 1, where.to);
      const from = start === where.to && start > where.from ? start - 1 : start, to = Math.min(Math.max(start + Number(length), from + 1), where.to);
      const line_ = Decoration.line({ class: "cm-bad-line" }).range(where.from);
      return Decoration.set(to > from ? [line_, Decoration.mark({ class: "cm-bad" }).range(from, to)] : [line_]);
    },
    update: (marks, change) => (change.docChanged ? Decoration.none : marks),
    provide: (own) => EditorView.decorations.from(own),
  });
}

// ---------------------------------------------------------------- the editor

function edit(field) {
  const label = field.labels[0], failure = document.getElementById("failure");
  const host = document.createElement("div");
  host.className = "editor";
  const root = host.attachShadow({ mode: "open" });
  field.before(host);
  const described = [failure?.textContent, field.dataset.note].filter(Boolean).join(" ");
  const send = () => { field.form.requestSubmit(); return true; };
  const view = new EditorView({
    root, parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: send }])),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]), // Tab is not among them: it moves on
        history(), drawSelection(), highlightSpecialChars(), lineNumbers(), closeBrackets(), bracketMatching(),
        new LanguageSupport(language), syntaxHighlighting(colours), theme, marked(field),
        autocompletion({ override: [completions(field)], icons: false, maxRenderedOptions: MOST, activateOnTypingDelay: 120 }),
        EditorView.contentAttributes.of({
          tabindex: "0", "aria-label": label.textContent, "aria-description": described, spellcheck: "false", autocapitalize: "off",
          ...(failure ? { "aria-invalid": "true" } : {}),
        }),
        EditorView.updateListener.of((change) => { if (change.docChanged) field.value = change.state.doc.toString(); }),
      ],
    }),
  });
  field.hidden = true;
  label.addEventListener("click", () => view.focus());
  const { line, column } = field.dataset;
  if (Number(line) && Number(line) <= view.state.doc.lines) {
    const where = view.state.doc.line(Number(line)), at = Math.min(where.from + Number(column) - 1, where.to);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  }
}

document.querySelectorAll("#query").forEach(edit);
