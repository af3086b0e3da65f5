// Values of a question's steps: right, by a mistake, or from the learner's own earlier values.
// The same as grader/quiz/question/solving.py. `question.steps` and the mistakes' `wrong` are its Python
// functions, carried over by grader/quiz/port/javascript.py.
const EPSILON = 1e-9;

// The value of every step by name, or null; `mistakes` replace steps, `given` their values.
function solve(question, params, mistakes = [], given = null) {
  const values = { ...params };
  const wrong = new Map(mistakes.map((m) => [m.step, m.wrong]));
  for (const [name, right] of question.steps) {
    if (given && name in given) {
      values[name] = given[name];
      continue;
    }
    let value;
    try {
      value = (wrong.get(name) || right)(values);
    } catch (error) {
      if (!(error instanceof Arithmetic) || !(given || mistakes.length)) throw error;
      return null;
    }
    if (value === null) return null;
    values[name] = plain(typeof value === "boolean" ? number(value) : value);
  }
  return values;
}

const placeOf = (question, step) => question.steps.findIndex(([name]) => name === step);

function near(given, due, slack) {
  const gap = ops.abs(ops.sub(given, due));
  return isFloat(gap) ? gap <= toFloat(slack) + EPSILON : ops.le(gap, slack);
}

function close(given, due, part) {
  if (!isNumeric(part)) return ops.eq(given, due);
  if (!sameShape(given, due)) return false;
  const theirs = flat(due);
  return flat(given).every((x, i) => near(x, theirs[i], part.slack));
}

// Is there no entry that both values would accept?
function apart(one, two, part) {
  if (!isNumeric(part)) return !ops.eq(one, two);
  if (!sameShape(one, two)) return true;
  const least = 2 * (toFloat(part.slack) + EPSILON), theirs = flat(two);
  return flat(one).some((x, i) => Math.abs(toFloat(x) - toFloat(theirs[i])) > least);
}

const mistakesUpTo = (question, part) => part.upto.map((i) => question.mistakes[i]);

function pairsUpTo(question, part) {
  const those = mistakesUpTo(question, part);
  return those.flatMap((one, i) =>
    those.slice(i + 1).filter((two) => two.step !== one.step).map((two) => [one, two]));
}

// A question as data, with its functions, and one of its variants: ready to be marked.
function questionOf(data, ported) {
  const mistakes = data.mistakes.map((m, i) => ({ ...m, wrong: ported.wrong[i] }));
  const parts = data.parts.map((p) => ({
    ...p, slack: p.slack ? decoded(p.slack) : null, carry: decoded(p.carry),
    confusions: new Map(p.confusions.map(([due, mine, id, text]) => [due + "\n" + mine, { id, text }])),
  }));
  return { ...data, mistakes, parts, steps: data.steps.map((name, i) => [name, ported.steps[i]]) };
}

function askedOf(question, variant) {
  const params = {};
  for (const [name, value] of Object.entries(variant.params)) params[name] = decoded(value);
  const also = {};
  for (const [step, values] of Object.entries(variant.also)) also[step] = values.map(decoded);
  return { ...variant, question, params, also, values: solve(question, params) };
}
