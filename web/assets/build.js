// Bundles the editor into ../static/editor.js, and the licences of what it bundles into ../static/editor.txt.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const OUT = "../static/editor";
const { metafile } = await build({
  entryPoints: ["editor.js"], outfile: `${OUT}.js`, bundle: true, minify: true, format: "iife", target: "es2022",
  charset: "utf8", metafile: true, logLevel: "warning", banner: { js: "/* deltakg; the licences of what it bundles: editor.txt */" },
});
const names = new Set(Object.keys(metafile.inputs).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean));
const licences = [...names].sort().map((name) => {
  const folder = join("node_modules", name), { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence that could travel with it`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(`${OUT}.txt`, `editor.js bundles these packages.\n\n${licences.join(`\n${"-".repeat(78)}\n\n`)}`);
