// What was entered for one part, held against the form its answer has: grader/quiz/marking/answer_forms.py.
const NUMERIC = ["number", "vector", "matrix"];
const isNumeric = (part) => NUMERIC.includes(part.kind);
const isChosen = (part) => !isNumeric(part) && part.kind !== "shape";

const answerOf = (raw = "", value = null, cells = [], form = NOTHING) =>
  ({ raw, value, cells, form });
const isEmpty = (answer) => !stripped(strip(answer.raw), " ,");

function readEntry(asked, part, entry) {
  if (part.kind === "number") {
    const cell = readOne(entry);
    return answerOf(cell.raw, cell.number, [cell]);
  }
  if (part.kind === "shape") {
    const [axes, raw] = readShape(entry);
    return answerOf(raw, axes, [], axes === null && raw ? unread(raw) : NOTHING);
  }
  return isNumeric(part) ? gridAnswer(asked, part, entry) : choiceAnswer(asked, part, entry);
}

function unread(raw) {
  const chars = Array.from(raw);
  const short = chars.length <= 30 ? raw : chars.slice(0, 29).join("") + "…";
  return say("unread", { short });
}

function gridAnswer(asked, part, entry) {
  const grid = readGrid(entry), raw = typedGrid(grid);
  if (!stripped(raw, " ,;")) return answerOf();
  if (isRagged(grid)) {
    return answerOf(raw, null, [], say("ragged"));
  }
  const key = asked.values[part.step];
  return (part.kind === "matrix" ? matrixAnswer : vectorAnswer)(grid, raw, key, part);
}

function vectorAnswer(grid, raw, key, part) {
  const [rows, columns] = gridShape(grid), cells = cellsIn(grid), numbers = allOf(cells);
  const thin = Math.min(rows, columns) === 1;
  if (!thin || cells.length !== key.length) {
    return answerOf(raw, thin ? numbers : nestedOf(grid), [], countForm(grid, key.length));
  }
  const lies = rows === 1 && columns > 1;
  if (part.layout !== "any" && !grid.flat && key.length > 1) {
    if (lies !== (part.layout === "row")) {
      return answerOf(raw, nestedOf(grid), [], say(part.layout));
    }
  }
  return answerOf(raw, numbers, cells, oneNumber(numbers, key));
}

function oneNumber(numbers, key) {
  if (numbers === null || numbers.length < 2) return NOTHING;
  if (ops.distinct(numbers).length > 1 || ops.distinct(flat(key)).length === 1) return NOTHING;
  return say("one_number");
}

function countForm(grid, size) {
  const [rows, columns] = gridShape(grid);
  if (Math.min(rows, columns) === 1) {
    const n = cellsIn(grid).length;
    return say("count", { size, n });
  }
  return say("vector", { size, rows, columns });
}

function matrixAnswer(grid, raw, key) {
  const due = shape(key), [rows, columns] = gridShape(grid), cells = cellsIn(grid);
  if (rows === due[0] && columns === due[1]) {
    return answerOf(raw, nestedOf(grid), cells, oneNumber(allOf(cells), key));
  }
  return answerOf(raw, nestedOf(grid), [],
    say("matrix", { due: due[0], due2: due[1], rows, columns }));
}

function allOf(cells) {
  const numbers = cells.map((cell) => cell.number);
  return numbers.includes(null) ? null : numbers;
}

function nestedOf(grid) {
  const rows = grid.rows.map(allOf);
  return rows.includes(null) ? null : rows;
}

function typedGrid(grid) {
  const rows = grid.rows.map((row) => row.map((cell) => cell.raw).join(", "));
  if (!cellsIn(grid).some((cell) => cell.raw)) return "";
  if (rows.length > 1) return "[" + rows.map((row) => `[${row}]`).join(", ") + "]";
  return cellsIn(grid).length === 1 ? rows[0] : `[${rows[0]}]`;
}

// --- options

function choiceAnswer(asked, part, entry) {
  const [chosen, raw] = readLetters(entry);
  if (!chosen.some(Boolean)) return answerOf();
  const order = asked.orders[part.step];
  const known = new Map(order.map((id, i) => [String.fromCharCode(65 + i), id]));
  const strange = chosen.filter((c) => c && !known.has(c)).sort();
  if (strange.length) {
    const last = String.fromCharCode(64 + order.length);
    const name = Array.from(strange[0]).slice(0, 20).join("");
    return answerOf(raw, null, [], say("option", { strange: name, last }));
  }
  let ids = chosen.map((c) => (c ? known.get(c) : ""));
  if (part.kind === "matching") return matchingAnswer(asked, part, ids, raw);
  if (part.kind === "ordering") return orderingAnswer(ids, raw, known.size);
  if (part.kind === "choices") {
    return answerOf(raw, Array.from(new Set(ids.filter(Boolean))).sort());
  }
  ids = Array.from(new Set(ids.filter(Boolean)));
  if (ids.length > 1) {
    return answerOf(raw, null, [], say("only_one"));
  }
  return answerOf(raw, ids[0]);
}

// In the key's order of items; an item without an option has "".
function matchingAnswer(asked, part, ids, raw) {
  const shown = asked.lined[part.step], n = shown.length, m = ids.length;
  if (m !== n) {
    return answerOf(raw, null, [], say("matched", { n, m }));
  }
  return answerOf(raw, asked.items[part.step].map((item) => ids[shown.indexOf(item.id)]));
}

function orderingAnswer(ids, raw, size) {
  const filled = ids.filter(Boolean);
  if (filled.length !== new Set(filled).size) {
    return answerOf(raw, null, [], say("twice"));
  }
  if (ids.length !== size) {
    return answerOf(raw, null, [], say("ordered", { size, count: ids.length }));
  }
  return answerOf(raw, ids);
}
