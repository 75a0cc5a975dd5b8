// Makes fold.txt, by which TitleKey folds names, from Unicode's own tables:
//   node fold.mjs confusables.txt Unihan_Variants.txt EquivalentUnifiedIdeograph.txt > fold.txt
// Debian has them: unicode-data (the last two), and the source of icu (confusables.txt). Node knows NFKD, letter case, properties.
import { readFileSync } from "node:fs";

const [confusables, unihan, radicals] = process.argv.slice(2).map((path) => readFileSync(path, "utf8").split("\n"));
const char = (hex) => String.fromCodePoint(parseInt(hex.replace("U+", ""), 16));
const text = (hexes) => hexes.trim().split(/\s+/).map(char).join("");

// UTS #39: what looks alike has one prototype. ASCII stays as it is typed, but for what stands for 0 and 1.
const looks = new Map(confusables.filter((line) => /^[0-9A-F]/.test(line)).map((line) => line.split(";"))
  .map(([source, target]) => [char(source.trim()), text(target)]).filter(([source]) => source > "\x7f"));
// UAX #38: a character that has one simplified form other than itself is that one.
const simple = new Map(unihan.filter((line) => line.includes("\tkSimplifiedVariant\t")).map((line) => line.split("\t"))
  .map(([source, , targets]) => [char(source), targets.split(" ").map(char)])
  .filter(([source, targets]) => !targets.includes(source)).map(([source, targets]) => [source, targets[0]]));
// UAX #44: a radical, as PDF files have it for its ideograph.
const whole = new Map(radicals.filter((line) => /^[0-9A-F]/.test(line)).flatMap((line) => {
  const [range, target] = line.split("#")[0].split(";").map((part) => part.trim());
  const [first, last = first] = range.split("..").map((hex) => parseInt(hex, 16));
  return Array.from({ length: last - first + 1 }, (_, i) => [String.fromCodePoint(first + i), char(target)]);
}));

const hidden = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2028\u2029]$/u;
const nothing = /^[\p{White_Space}\p{M}\p{Quotation_Mark}'`《》〈〉❬❭]$/u;
const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));
// Unicode has the digits of a script in runs of ten.
const digit = (c) => {
  let zero = c.codePointAt(0);
  while (isDigit(zero - 1)) zero--;
  return `${(c.codePointAt(0) - zero) % 10}`;
};
// 一 looks like a dash to Unicode and is a number to every reader; ○ is how many write 〇.
const numerals = /^[零一二三四五六七八九]$/u;

function step(c) {
  if (numerals.test(c)) return c;
  if (hidden.test(c) || nothing.test(c)) return "";
  if (/^[〇○◯Oo0]$/u.test(c)) return "0";
  if (/^[Il1|i]$/u.test(c)) return "1";
  if (/^\p{Nd}$/u.test(c) && c > "\x7f") return digit(c);
  if (/^[\p{Dash}~ー]$/u.test(c)) return "-";
  if (/^[·・]$/u.test(c)) return ".";
  if (c.normalize("NFKD") !== c) return c.normalize("NFKD");
  if (/^\p{Ps}$/u.test(c)) return "(";
  if (/^\p{Pe}$/u.test(c)) return ")";
  return whole.get(c) ?? simple.get(c) ?? looks.get(c) ?? c.toLowerCase();
}

function fold(source) {
  for (let before = source, i = 0; ; i++) {
    const after = [...before].map(step).join("");
    if (after === before || i > 20) return after;
    before = after;
  }
}

const sources = new Map();
for (let code = 0; code < 0xe1000; code++) {
  if ((code >= 0xd800 && code < 0xe000) || (code >= 0xac00 && code < 0xd7b0)) continue;
  const c = String.fromCodePoint(code);
  const target = hidden.test(c) && !/\s/.test(c) ? "hidden" : fold(c);
  // Other scripts among themselves are no matter of Chinese names.
  if (target !== c && (target === "hidden" || /^[\x20-\x7f\p{Script=Han}\p{Script=Common}]*$/u.test(target))) {
    sources.set(target, [...(sources.get(target) ?? []), code]);
  }
}

function ranges(codes) {
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code; else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase().padStart(4, "0");
  return runs.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(" ");
}

console.log(`# What is one in a name, by Unicode's tables: a form, then the characters that stand for it. Made by fold.mjs.
# NFKD, simple letter case, Default_Ignorable_Code_Point, Dash, Quotation_Mark, Nd, Ps, Pe of Unicode ${process.versions.unicode};
# confusables.txt, Unihan_Variants.txt (kSimplifiedVariant) and EquivalentUnifiedIdeograph.txt of Unicode 15.0.0.
# © 2022 Unicode®, Inc. For terms of use and licence, see https://www.unicode.org/terms_of_use.html`);
for (const [target, codes] of [...sources].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
  console.log(`${target}\t${ranges(codes)}`);
}
