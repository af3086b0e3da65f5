// The inputs of a sheet: what stands in them, keys and paste in grids, options in both languages.
const byId = (id) => document.getElementById(id);
const all = (root, selector) => Array.from(root.querySelectorAll(selector));
const words = JSON.parse(byId("said").textContent);

// A text in every language, of which the style sheet shows one.
function inEach(text) {
  if (new Set(text).size < 2) return [document.createTextNode(text[0])];
  return words.languages.map((lang, i) => {
    const span = document.createElement("span");
    span.className = "t";
    span.lang = lang;
    span.textContent = text[i];
    return span;
  });
}

function worded(key, values) {
  return words[key].map((text, i) => text.replace(/\{(\w+)\}/g, (hole, name) => {
    if (!values || !(name in values)) return hole;
    return Array.isArray(values[name]) ? values[name][i] : values[name];
  }));
}

function sayIn(element, pair) {
  element.replaceChildren(...inEach(pair));
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// --- entries

function entryOf(part) {
  const kind = part.dataset.kind;
  const typed = all(part, "input[type=text], select").map((field) => field.value);
  if (kind === "number" || kind === "shape") return typed[0];
  if (kind === "vector" || kind === "matrix") {
    if (kind === "vector") return typed;
    const width = Number(part.querySelector(".cells").dataset.columns), rows = [];
    for (let i = 0; i < typed.length; i += width) rows.push(typed.slice(i, i + width));
    return rows;
  }
  if (kind === "matching" || kind === "ordering") return typed;
  const chosen = all(part, "input:checked").map((field) => field.value);
  return kind === "choices" ? chosen : chosen[0] || "";
}

function fillIn(part, entry) {
  const flat = [entry].flat(2).map((value) => (typeof value === "string" ? value : ""));
  const fields = all(part, "input[type=text], select");
  if (fields.length) {
    fields.forEach((field, i) => { field.value = flat[i] === undefined ? "" : flat[i]; });
  } else {
    all(part, "input").forEach((field) => { field.checked = flat.includes(field.value); });
  }
}

const isBlank = (entry) => [entry].flat(2).every((value) => !value.trim());

function entriesOf(root) {
  const entries = {};
  for (const part of all(root, ".part")) entries[part.dataset.part] = entryOf(part);
  return entries;
}

// --- grids

function cellsOf(table) {
  const width = Number(table.dataset.columns), fields = all(table, "input"), rows = [];
  for (let i = 0; i < fields.length; i += width) rows.push(fields.slice(i, i + width));
  return rows;
}

function inGrid(target) {
  const table = target.closest ? target.closest(".cells") : null;
  if (!table || target.tagName !== "INPUT") return null;
  const rows = cellsOf(table);
  const row = rows.findIndex((fields) => fields.includes(target));
  return { table, rows, row, column: rows[row].indexOf(target) };
}

function goTo(field) {
  field.focus();
  field.select();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = event.target, at = inGrid(field);
  if (!at) return;
  const atStart = field.selectionEnd === 0 || (field.selectionStart === 0 && !field.value);
  const whole = field.value && field.selectionStart === 0 &&
    field.selectionEnd === field.value.length;
  const atEnd = field.selectionStart === field.value.length;
  let to = null;
  if (event.key === "ArrowUp") to = at.rows[at.row - 1] && at.rows[at.row - 1][at.column];
  else if (event.key === "ArrowDown") to = at.rows[at.row + 1] && at.rows[at.row + 1][at.column];
  else if (event.key === "ArrowLeft" && (atStart || whole)) to = at.rows[at.row][at.column - 1];
  else if (event.key === "ArrowRight" && (atEnd || whole)) to = at.rows[at.row][at.column + 1];
  else if (event.key === "Enter" && !event.shiftKey) {
    const fields = at.rows.flat();
    to = fields[fields.indexOf(field) + 1];
  } else return;
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  goTo(to);
}, true);

document.addEventListener("paste", (event) => {
  const at = inGrid(event.target);
  if (!at) return;
  const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
  const grid = readGrid(text), cells = grid.rows.flat();
  if (cells.length < 2) return;
  event.preventDefault();
  const fields = at.rows.flat(), height = at.rows.length, width = at.rows[0].length;
  const line = Math.min(height, width) === 1 && Math.min(...gridShape(grid)) === 1;
  let fits = true;
  if (line || grid.flat) {
    const start = cells.length === fields.length ? 0 : fields.indexOf(event.target);
    fits = start + cells.length <= fields.length;
    if (fits) cells.forEach((cell, i) => { fields[start + i].value = cell.raw; });
  } else {
    const [rows, columns] = gridShape(grid);
    const [top, left] = rows === height && columns === width ? [0, 0] : [at.row, at.column];
    fits = top + rows <= height && left + columns <= width;
    if (fits) grid.rows.forEach((row, i) => row.forEach((cell, j) => {
      at.rows[top + i][left + j].value = cell.raw;
    }));
  }
  const note = noteOf(at.table);
  if (fits) note.replaceChildren();
  else {
    const [rows, columns] = gridShape(grid);
    sayIn(note, worded("no_fit", { rows, columns, height, width }));
  }
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});

function noteOf(table) {
  const box = table.closest(".grid-line");
  let note = box.nextElementSibling;
  if (!note || !note.classList.contains("grid-note")) {
    note = element("p", { class: "grid-note small", role: "status" });
    box.after(note);
  }
  return note;
}

// --- what depends on the language, and on the width

function relabel() {
  const lang = document.documentElement.lang;
  for (const option of all(document, "option")) {
    const text = option.getAttribute("data-" + lang.toLowerCase()) ||
      option.getAttribute("data-" + lang.split("-")[0]);
    if (text) option.textContent = text;
  }
}

function scrollable() {
  for (const box of all(document, ".scroll")) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else if (box.tagName !== "PRE") box.removeAttribute("tabindex");
  }
}

new MutationObserver(() => { relabel(); scrollable(); }).observe(
  document.documentElement, { attributes: true, attributeFilter: ["lang"] });
new ResizeObserver(scrollable).observe(document.body);  // whatever appears, or is narrower
document.addEventListener("toggle", scrollable, true);

// --- copying, keeping

document.addEventListener("click", (event) => {
  const button = event.target.closest ? event.target.closest("[data-copy]") : null;
  if (!button) return;
  const code = button.parentElement.querySelector("code");
  const shown = Array.from(button.childNodes);
  const tell = (key) => {
    sayIn(button, worded(key));
    setTimeout(() => button.replaceChildren(...shown), 2500);
  };
  const byHand = () => {
    getSelection().selectAllChildren(code);
    tell("select");
  };
  if (!navigator.clipboard) byHand();
  else navigator.clipboard.writeText(code.textContent).then(() => tell("copied"), byHand);
});

const kept = {
  get(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch (error) { return false; }
  },
  drop(key) {
    try { localStorage.removeItem(key); } catch (error) { /* nothing was kept */ }
  },
};

// Base64 of deflated JSON; rejects where the browser cannot inflate.
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}
