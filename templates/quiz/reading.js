// What a student typed, as numbers: forgiving about form, never about value. The same rules as in
// grader/quiz/marking/typed_numbers.py; a test holds one against the other.
const LONGEST = 2000, MOST_CELLS = 64, LONGEST_NUMBER = 200, DIGITS = 40, EXPONENT = 30;
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const LETTER = "\\p{L}\\p{N}_";

// A pattern of Python's, where `\s` and `\w` mean what they mean there.
function like(source, flags = "") {
  const inClass = source.replace(/\[(?:\\.|[^\]\\])*\]/g, (set) =>
    set.replace(/\\s/g, SPACE).replace(/\\w/g, LETTER));
  return new RegExp(inClass.replace(/\\s/g, `[${SPACE}]`).replace(/\\w/g, `[${LETTER}]`),
    flags + "u");
}

const PLAIN = new Map();
for (let code = 0xff01; code < 0xff5f; code += 1) {
  PLAIN.set(String.fromCodePoint(code), String.fromCodePoint(code - 0xfee0));
}
for (const [from, to] of [
  ["\u3000\u00a0\u2002\u2003\u2009\u202f\u200b\ufeff", " "], ["−–—‒‐‑﹣―", "-"], ["、﹐", ","],
  ["⁄∕÷", "/"], ["﹢", "+"], ["【〔［﹝", "["], ["】〕］﹞", "]"], ["。", "."], ["﹪", "%"], ["﹔", ";"],
]) {
  for (const char of from) PLAIN.set(char, to);
}

const clean = (text) => Array.from(text, (c) => PLAIN.get(c) || c).join("");
const sizeOf = (text) => Array.from(text).length;
const EDGES = like("^[\\s]+|[\\s]+$", "g");
const strip = (text) => text.replace(EDGES, "");
const SPACES = like("\\s+", "g");
const pieces = (text) => text.split(SPACES).filter(Boolean);

function stripped(text, chars) {
  let from = 0, to = text.length;
  while (from < to && chars.includes(text[from])) from += 1;
  while (to > from && chars.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

const NUMBER = /^([+-]?)([0-9]*\.?[0-9]*)(?:e([+-]?[0-9]{1,4}))?$/;
const APART = like("[0-9.]\\s+[0-9.]");
const THOUSANDS = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?%?$/;
const POWER = like(
  "(?<=[0-9.])\\s*(?:[×x*·]|\\\\times|\\\\cdot)\\s*10\\s*\\^\\s*\\{?\\s*([+-]?[0-9]+)\\s*\\}?", "g");
const NAMED = like("^\\s*[A-Za-zŷ][\\w₀-₉ŷ\\\\\\{\\}\\^]{0,20}\\s*[=:≈]\\s*");
const ARRAY = like(
  "^\\s*(?:[A-Za-z]\\w*\\.)?(?:array|asarray|matrix|tensor)\\s*\\((.*)\\)\\s*$", "s");
const DTYPE = like(",\\s*(?:dtype|shape)\\s*=.*$", "s");
const SCALAR = like("(?:[A-Za-z]\\w*\\.)(?:float|int|double)\\w*\\(([^\\(\\)]*)\\)", "g");
const FRAC = like("([+-]?)\\s*\\\\[dt]?frac\\s*\\{([^\\{\\}]*)\\}\\s*\\{([^\\{\\}]*)\\}", "g");
const ENVIRONMENT = like(
  "\\\\(begin|end)\\s*\\{[A-Za-z]*(?:matrix|array)\\*?\\}(?:\\{[lcr|]*\\})?", "g");
const NOISE = /\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|,|;|!|quad)/g;
const TURNED = like("(?:\\^\\s*\\{?\\s*(?:T|\\\\top|\\\\intercal)\\s*\\}?|ᵀ|\\.T)\\s*$");

function readNumber(text) {
  if (sizeOf(text) > LONGEST_NUMBER) return null;
  text = unwrapped(clean(text));
  if (APART.test(text)) return null;
  text = pieces(text).join("").toLowerCase();
  const percent = text.endsWith("%");
  if (percent) text = text.slice(0, -1);
  const bar = text.indexOf("/");
  let value = decimal(bar < 0 ? text : text.slice(0, bar));
  if (bar >= 0) {
    const divisor = decimal(text.slice(bar + 1));
    value = value === null || divisor === null || divisor.top === 0n ? null
      : ops.div(value, divisor);
  }
  if (value === null) return null;
  return exact(percent ? ops.div(value, 100n) : value);
}

function unwrapped(text) {
  text = stripped(strip(text.replace(POWER, "e$1").replace(FRAC, "$1$2/$3")), "$");
  text = strip(text).replace(SCALAR, "$1");
  const once = text.split("(").length === 2;
  return text.startsWith("(") && text.endsWith(")") && once ? text.slice(1, -1) : text;
}

function decimal(text) {
  const found = NUMBER.exec(text);
  if (!found || !stripped(found[2], ".") || found[2].length > DIGITS) return null;
  const power = parseInt(found[3] || "0", 10);
  if (Math.abs(power) > EXPONENT) return null;
  const [whole, part] = found[2].split("."), digits = part || "";
  const top = BigInt((whole || "0") + digits) * 10n ** BigInt(Math.max(power, 0));
  const bottom = 10n ** BigInt(digits.length + Math.max(-power, 0));
  return new Ratio(found[1] === "-" ? -top : top, bottom);
}

const cellOf = (raw, value = null) => ({ raw, number: value });
const cut = (text) => Array.from(text).slice(0, 40).join("") + "…";
const gridOf = (rows, isFlat = false) => ({ rows, flat: isFlat });
const gridShape = (grid) => [grid.rows.length, Math.max(0, ...grid.rows.map((r) => r.length))];
const cellsIn = (grid) => grid.rows.flat();
const isRagged = (grid) => new Set(grid.rows.map((row) => row.length)).size > 1;

const stringsOf = (entry) => (typeof entry === "string" ? [entry] : entry.flat());

function readCell(text) {
  const raw = strip(text);
  if (sizeOf(raw) > LONGEST) return cellOf(cut(raw));
  return raw ? cellOf(raw, readNumber(raw)) : cellOf("");
}

// The one number of an entry, which may be `y = 0.25`, `[0.25]` or `1,024`.
function readOne(entry) {
  const cells = stringsOf(entry);
  const text = cells.length === 1 ? cells[0] : cells.find((c) => strip(c)) || "";
  const raw = strip(text);
  if (sizeOf(raw) > LONGEST || cells.filter((c) => strip(c)).length > 1) return cellOf(cut(raw));
  let bare = clean(raw).replace(NAMED, "");
  if (THOUSANDS.test(strip(bare))) bare = bare.replaceAll(",", "");
  let value = readNumber(bare);
  if (value === null && raw) {
    const inside = cellsIn(readGrid(bare));
    if (inside.length === 1) value = inside[0].number;
  }
  return cellOf(raw, value);
}

function readGrid(entry) {
  if (typeof entry === "string") return pasted(entry);
  const strings = stringsOf(entry), filled = strings.filter((s) => strip(s));
  if (filled.length === 1 && strings.length > 1) {
    const grid = pasted(filled[0]);
    if (cellsIn(grid).length > 1) return grid;
  }
  if (strings.length > MOST_CELLS) return gridOf([[cellOf("…")]]);
  if (entry.some(Array.isArray)) return gridOf(entry.map((row) => [row].flat().map(readCell)));
  return gridOf([strings.map(readCell)], true);
}

function pasted(text) {
  if (!strip(text)) return gridOf([[cellOf("")]], true);
  if (sizeOf(text) > LONGEST) return gridOf([[cellOf(cut(strip(text)))]]);
  text = strip(stripped(strip(clean(text)), "$")).replace(NAMED, "");
  const turned = TURNED.exec(text);
  if (turned) text = strip("." + text.slice(0, turned.index)).slice(1);
  const found = ARRAY.exec(text);
  if (found) text = found[1].replace(DTYPE, "");
  text = text.replace(POWER, "e$1").replace(FRAC, "$1$2/$3").replace(SCALAR, "$1");
  text = text.replace(ENVIRONMENT, (_, side) => (side === "begin" ? "[" : "]")).replace(NOISE, " ");
  text = text.replaceAll("\\\\", ";").replaceAll("&", ",");
  text = text.replace(/[({]/g, "[").replace(/[)}]/g, "]");
  const grid = grouped(text);
  if (cellsIn(grid).length > MOST_CELLS) return gridOf([[cellOf(cut(text))]]);
  if (!turned || isRagged(grid)) return grid;
  if (grid.flat) return gridOf(cellsIn(grid).map((cell) => [cell]));
  const width = grid.rows.length ? grid.rows[0].length : 0;
  const turnedRows = Array.from({ length: width }, (_, j) => grid.rows.map((row) => row[j]));
  return gridOf(turnedRows, grid.flat);
}

// Rows from brackets within brackets, else from `;` and line ends.
function grouped(text) {
  const inner = Array.from(text.matchAll(/\[([^\[\]]*)\]/g), (m) => m[1]);
  const rest = text.replace(/\[[^\[\]]*\]/g, ""), bare = !stripped(rest, "[] \t\r\n,;");
  if (inner.length === 1 && bare) {
    const rows = inner[0].split(";").filter((p) => strip(p)).map((p) => p.replaceAll("\n", " "));
    const parts = rows.length ? rows : [""];
    return gridOf(parts.map(splitLine), parts.length === 1 && !rest.includes("["));
  }
  if (inner.length && bare) return gridOf(inner.map((p) => splitLine(p.replaceAll("\n", " "))));
  if (/[\[\]]/.test(text)) {
    return gridOf([[cellOf(Array.from(strip(text)).slice(0, 60).join(""))]]);
  }
  const lines = text.split(/;|\r?\n/).filter((line) => strip(line));
  return gridOf(lines.map(splitLine), lines.length === 1);
}

const SIGNS = like("(^|\\s)([+-])\\s+(?=[0-9.])", "g");

function splitLine(line) {
  let parts;
  if (line.includes(",")) {
    const end = strip("." + line).slice(1);
    parts = (end.endsWith(",") ? end.slice(0, -1) : end).split(",");
  } else if (stripped(line, " ").includes("\t")) parts = stripped(line, " \r\n").split("\t");
  else parts = pieces(strip(line).replace(SIGNS, "$1$2"));
  return parts.map(readCell);
}

const AXES = /[x×*,]|by|\\times|乘/u;
const SET = like("^(?:\\\\in|∈)?\\s*(?:\\\\mathbb\\s*\\{?\\s*)?[Rℝ]\\s*\\}?\\s*\\^");

const joined = (cells) =>
  (cells.length > 1 ? cells.map(strip).join(", ") : cells.length ? strip(cells[0]) : "");

// [the shape, or null when unread; what was typed]
function readShape(entry) {
  const raw = joined(stringsOf(entry));
  if (!stripped(raw, ", ")) return [null, ""];
  if (sizeOf(raw) > 60) return [null, cut(raw)];
  let text = clean(raw).replaceAll("shape", "").replaceAll("=", " ");
  text = stripped(strip(text), "$").replace(SET, "");
  text = stripped(text, "(){}[] \t");
  let parts = text.split(AXES).map(strip);
  if (parts.length === 1) parts = pieces(text);
  if (parts.length === 2 && !parts[1]) parts = parts.slice(0, 1);
  if (!parts.length || !parts.every((p) => /^[0-9]{1,4}$/.test(p))) return [null, raw];
  return [parts.map((p) => BigInt(p)), raw];
}

const MARKS = like("[1-9]\\s*[:=.\\)\\-]\\s*", "g");
const BETWEEN = like("[,;>→<\\s\\-]+");

// [the letters chosen, in order and with blanks as ""; what was typed]
function readLetters(entry) {
  const cells = stringsOf(entry), raw = joined(cells);
  if (sizeOf(raw) > LONGEST || cells.length > MOST_CELLS) return [["?"], cut(raw)];
  if (typeof entry !== "string") return [cells.map((c) => strip(clean(c)).toUpperCase()), raw];
  const text = stripped(clean(raw).toUpperCase(), "()[] ").replace(MARKS, "");
  const parts = /^\p{L}+$/u.test(text) ? Array.from(text) : text.split(BETWEEN);
  return [parts.filter(Boolean), raw];
}
