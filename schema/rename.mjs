// Applies renamings.csv to what is written in old words: node schema/rename.mjs FILE-OR-FOLDER...
// Headers of pack files (acts.csv ...), and in scripts and tests a quoted file name that is followed by its quoted header.
// GraphQL documents are mended by hand: a server of this version refuses an old field by name.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

const table = readFileSync(new URL("renamings.csv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
const texts = new Set([".cs", ".py", ".sh", ".mjs", ".md"]);

function header(file, line) {
  const renamed = new Map(table.filter(([, , where]) => where === file).map(([old, now]) => [old, now]));
  return line.split(",").map((column) => renamed.get(column.trim()) ?? column).join(",");
}

function rename(path) {
  const text = readFileSync(path, "utf8");
  const now = extname(path) === ".csv"
    ? text.replace(/^(\uFEFF?)(.*?)(\r?)$/m, (_, bom, line, end) => bom + header(basename(path), line) + end)
    : text.replace(/"([a-z_]+\.csv)"(\s*[,:]\s*\(?\s*[a-z]*)"([a-z0-9_, ]+)/g,
      (_, file, between, line) => `"${file}"${between}"${header(file, line)}`);
  if (now !== text) {
    writeFileSync(path, now);
    console.log(path);
  }
}

function walk(path) {
  if (!statSync(path).isDirectory()) {
    rename(path);
    return;
  }
  for (const name of readdirSync(path).filter((n) => !["bin", "obj", "node_modules", ".git"].includes(n))) {
    const child = join(path, name);
    if (statSync(child).isDirectory() || extname(name) === ".csv" || texts.has(extname(name))) {
      walk(child);
    }
  }
}

process.argv.slice(2).forEach(walk);
