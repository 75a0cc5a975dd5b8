// What in schema/graphql breaks who was written against schema/released.graphql, a line each: node schema/breaking.mjs [FOLDER]
// node schema/breaking.mjs --release writes schema/released.graphql anew: on the day of a release.
import { createRequire } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const require = createRequire(new URL("../src/web/registry/package.json", import.meta.url));
const { buildSchema, findBreakingChanges } = require("graphql");
const released = new URL("released.graphql", import.meta.url);
const [argument] = process.argv.slice(2);
const folder = argument && argument !== "--release" ? new URL(`file://${argument}/`) : new URL("graphql/", import.meta.url);
const files = readdirSync(folder).filter((f) => f.endsWith(".graphql")).sort();
const now = files.map((f) => readFileSync(new URL(f, folder), "utf8")).join("\n");

if (argument === "--release") {
  writeFileSync(released, now);
} else {
  const build = (sdl) => buildSchema(sdl, { assumeValidSDL: true });
  for (const change of findBreakingChanges(build(readFileSync(released, "utf8")), build(now))) {
    console.log(`${change.type}: ${change.description}`);
  }
}
