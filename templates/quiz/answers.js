// What was entered for one part, held against the form its answer has: grader/quiz/marking/answer_forms.py.
const NUMERIC = ["number", "vector", "matrix"];
const isNumeric = (part) => NUMERIC.includes(part.kind);
const isChosen = (part) => !isNumeric(part) && part.kind !== "shape";
const NOTHING = ["", ""];

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
  return [`「${short}」讀不懂。`, `“${short}” cannot be read.`];
}

function gridAnswer(asked, part, entry) {
  const grid = readGrid(entry), raw = typedGrid(grid);
  if (!stripped(raw, " ,;")) return answerOf();
  if (isRagged(grid)) {
    return answerOf(raw, null, [], [
      "每一列的個數不一樣，讀不成矩陣。", "The rows differ in length: this is no matrix."]);
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
      return answerOf(raw, nestedOf(grid), [], LYING[part.layout]);
    }
  }
  return answerOf(raw, numbers, cells, oneNumber(numbers, key));
}

function oneNumber(numbers, key) {
  if (numbers === null || numbers.length < 2) return NOTHING;
  if (ops.distinct(numbers).length > 1 || ops.distinct(flat(key)).length === 1) return NOTHING;
  return ["每一格都填同一個數，不計分。", "The same number in every place earns nothing."];
}

const LYING = {
  row: [
    "數字的排法不對：這裡要的是一列（橫的），你寫成一行（直的）。",
    "The layout is not right: a row (lying) is due here, and this is a column (standing)."],
  column: [
    "數字的排法不對：這裡要的是一行（直的），你寫成一列（橫的）。",
    "The layout is not right: a column (standing) is due here, and this is a row (lying)."],
};

function countForm(grid, size) {
  const [rows, columns] = gridShape(grid);
  if (Math.min(rows, columns) === 1) {
    const n = cellsIn(grid).length;
    return [`這裡要 ${size} 個數，你寫了 ${n} 個。`,
      `${size} numbers are due here, and there are ${n}.`];
  }
  return [`這裡要的是 ${size} 個數的向量，你寫了 ${rows}×${columns} 的矩陣。`,
    `A vector of ${size} numbers is due here, and this is a ${rows}×${columns} matrix.`];
}

function matrixAnswer(grid, raw, key) {
  const due = shape(key), [rows, columns] = gridShape(grid), cells = cellsIn(grid);
  if (rows === due[0] && columns === due[1]) {
    return answerOf(raw, nestedOf(grid), cells, oneNumber(allOf(cells), key));
  }
  return answerOf(raw, nestedOf(grid), [], [
    `這裡要 ${due[0]}×${due[1]} 的矩陣，你寫的是 ${rows}×${columns}。`,
    `A ${due[0]}×${due[1]} matrix is due here, and this is ${rows}×${columns}.`]);
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
    return answerOf(raw, null, [], [`「${name}」不是選項；選項是 A 到 ${last}。`,
      `“${name}” is not an option; the options are A to ${last}.`]);
  }
  let ids = chosen.map((c) => (c ? known.get(c) : ""));
  if (part.kind === "matching") return matchingAnswer(asked, part, ids, raw);
  if (part.kind === "ordering") return orderingAnswer(ids, raw, known.size);
  if (part.kind === "choices") {
    return answerOf(raw, Array.from(new Set(ids.filter(Boolean))).sort());
  }
  ids = Array.from(new Set(ids.filter(Boolean)));
  if (ids.length > 1) {
    return answerOf(raw, null, [], ["這一題只能選一個。", "Only one may be chosen here."]);
  }
  return answerOf(raw, ids[0]);
}

// In the key's order of items; an item without an option has "".
function matchingAnswer(asked, part, ids, raw) {
  const shown = asked.lined[part.step], n = shown.length, m = ids.length;
  if (m !== n) {
    return answerOf(raw, null, [], [
      `這裡要配 ${n} 個，你寫了 ${m} 個。`, `${n} are to be matched, not ${m}.`]);
  }
  return answerOf(raw, asked.items[part.step].map((item) => ids[shown.indexOf(item.id)]));
}

function orderingAnswer(ids, raw, size) {
  const filled = ids.filter(Boolean);
  if (filled.length !== new Set(filled).size) {
    return answerOf(raw, null, [], [
      "同一個步驟寫了不只一次。", "One of them stands there more than once."]);
  }
  if (ids.length !== size) {
    return answerOf(raw, null, [], [
      `這裡要排 ${size} 個，你寫了 ${ids.length} 個。`, `${size} are due, not ${ids.length}.`]);
  }
  return answerOf(raw, ids);
}
