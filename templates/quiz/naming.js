// Which known mistake a wrong answer is: grader/quiz/marking/naming.py.
const EVIDENCE = 3;

function nameOf(asked, part, answer, base, earlier) {
  const value = answer.value;
  if (value === null) return [];
  if (["vector", "matrix"].includes(part.kind) && !flat(value).some((x) => ops.truth(x))) return [];
  if (isChosen(part) && part.kind !== "ordering") return chosenNames(asked, part, value);
  const fit = groundsOf(asked, part, base, earlier), found = [];
  for (const mistake of mistakesUpTo(asked.question, part)) {
    if (!found.some((m) => m.id === mistake.id) && fit([mistake], value)) found.push(mistake);
  }
  if (found.length) {
    return found.length > 2 ? []
      : found.map((m) => ({ id: m.id, text: m.text, steps: [m.step] }));
  }
  if (isNumeric(part)) {
    const pair = pairName(asked, part, fit, value);
    return pair ? [pair] : structural(asked, part, value).slice(0, 1);
  }
  if (part.kind === "shape" && ops.eq(value, asked.values[part.step].slice().reverse())) {
    return [FOUND["shape-reversed"]];
  }
  return [];
}

// Is `value` what these mistakes give, and does nothing entered before contradict it?
function groundsOf(asked, part, base, earlier) {
  const bases = [[{}, asked.values[part.step]]];
  if (base !== null) bases.push([base.given, base.due]);
  const before = earlier.filter((e) => isNumeric(e.part) && part.draws.includes(e.part.step));
  return (mistakes, value) => bases.some(([given, due]) => {
    const values = solve(asked.question, asked.params, mistakes, given);
    if (values === null || !apart(values[part.step], due, part)) return false;
    return close(value, values[part.step], part) && before.every(
      (one) => one.value === null || close(one.value, values[one.part.step], one.part));
  });
}

function pairName(asked, part, fit, value) {
  if (flat(value).map(digitsOf).reduce((a, b) => a + b, 0) < EVIDENCE) return null;
  const found = new Map();
  for (const [one, two] of pairsUpTo(asked.question, part)) {
    const id = one.id + "+" + two.id;
    if (!fit([one, two], value) || found.has(id)) continue;
    found.set(id, {
      id, steps: [one.step, two.step],
      text: joinedTexts([say("together"), one.text, say("besides"), two.text]),
    });
  }
  return found.size === 1 ? Array.from(found.values())[0] : null;
}

function digitsOf(x) {
  if (!ops.truth(x)) return 0;
  let places = 0;
  while (places < 6 && !isDecimal(x, places)) places += 1;
  const whole = bigAbs(topOf(x) * 10n ** BigInt(places)) / bottomOf(x);
  return Math.min(6, String(whole).replace(/0+$/, "").length || 1);
}

// --- what needs no author

const FOUND = {};
for (const id of ["transposed", "order", "negated", "rounded", "percent", "shape-reversed"]) {
  FOUND[id] = { id: "entry." + id, text: say(id.replace("-", "_")), steps: [] };
}

const transposed = (rows) => rows[0].map((_, j) => rows.map((row) => row[j]));

function structural(asked, part, value) {
  const key = asked.values[part.step], names = [], slack = part.slack;
  if (part.kind === "matrix" && close(value, transposed(key), part)) names.push(FOUND.transposed);
  if (!sameShape(value, key)) {
    if (shape(value).length === 2 && part.kind === "vector" && close(flat(value), key, part)) {
      names.push(FOUND.transposed);
    }
    return names;
  }
  const mine = flat(value), due = flat(key);
  const [low, high] = [ops.sorted(mine), ops.sorted(due)];
  if (due.length > 1 && low.every((x, i) => near(x, high[i], slack))) names.push(FOUND.order);
  if (mine.every((x, i) => near(ops.neg(x), due[i], slack))) names.push(FOUND.negated);
  const off = mine.map((x, i) => [x, due[i]]).filter(([a, b]) => !near(a, b, slack));
  for (let places = 1; places < part.decimals; places += 1) {
    if (off.length && off.every(([a, b]) => isDecimal(a, places) && ops.eq(a, roundHalf(b, places)))) {
      names.push(FOUND.rounded);
    }
  }
  const hundred = (b) => ops.mul(100n, b);
  if (mine.every((a, i) => ops.lt(0n, ops.abs(due[i])) && ops.le(ops.abs(due[i]), 1n) &&
    near(a, hundred(due[i]), hundred(slack)))) names.push(FOUND.percent);
  return names;
}

// --- what is chosen

function chosenNames(asked, part, value) {
  const key = asked.values[part.step], found = new Map();
  const add = (id, text) => { if (!found.has(id)) found.set(id, text); };
  if (part.kind === "matching") {
    asked.items[part.step].forEach((item, i) => {
      const [mine, due] = [value[i], key[i]];
      if (!mine || mine === due) return;
      const known = part.confusions.get(due + "\n" + mine);
      if (known) add(known.id, known.text);
      else add(part.step + "." + item.id, item.why);
    });
  } else {
    const [mine, due] = [[value].flat(), [key].flat()];
    for (const option of asked.options[part.step]) {
      const [taken, right] = [mine.includes(option.id), due.includes(option.id)];
      if (part.kind === "choices" ? taken !== right : taken && !right) {
        found.set(part.step + "." + option.id, option.why);
      }
    }
  }
  const told = Array.from(found).filter(([, text]) => isSaid(text));
  if (!told.length) return [];
  const text = sentences(told.map(([, t]) => t));
  return [{ id: told.map(([id]) => id).join("+"), text, steps: [] }];
}
