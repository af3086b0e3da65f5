// What is right for a later part, given the learner's own earlier values: grader/quiz/marking/carrying.py.
const LARGEST = 10000n;

// `earlier` are {part, value, right, follows}; null where the key itself is due.
function baseOf(asked, part, earlier) {
  const { question, params } = asked, last = placeOf(question, part.step);
  const given = {}, wrong = [], key = asked.values[part.step];
  for (const one of earlier) {
    const skip = !isNumeric(one.part) || one.value === null;
    if (skip || placeOf(question, one.part.step) >= last) continue;
    const theirs = asked.values[one.part.step];
    if (one.right) given[one.part.step] = theirs;
    else if (usable(one, theirs)) {
      given[one.part.step] = one.value;
      wrong.push(one);
    }
  }
  if (!wrong.length) return null;
  const values = solve(question, params, [], given);
  if (values === null) return null;
  const due = values[part.step];
  if (!sound(due, key) || close(due, key, part)) return null;
  const through = throughWhich(asked, part, given, wrong, due);
  return {
    given, due, through: through.map((one) => one.part), idle: idle(asked, part, given, due, through),
  };
}

// The latest of the wrong values that by themselves give what is due, in order.
function throughWhich(asked, part, given, wrong, due) {
  const left = { ...given }, taken = [];
  for (const one of wrong) delete left[one.part.step];
  for (const one of wrong.slice().reverse()) {
    left[one.part.step] = one.value;
    taken.unshift(one);
    const values = solve(asked.question, asked.params, [], left);
    if (values !== null && ops.eq(values[part.step], due)) break;
  }
  return taken;
}

function usable(one, key) {
  if (!sameShape(one.value, key)) return false;
  const mine = flat(one.value), due = flat(key), some = (x) => ops.truth(x);
  if (mine.some((x) => ops.gt(ops.abs(x), LARGEST)) || !mine.some(some)) return false;
  if (mine.length > 1 && ops.distinct(mine).length === 1 && ops.distinct(due).length > 1) return false;
  const enough = Math.min(2, due.filter(some).length);
  return one.follows || mine.filter(some).length >= enough;
}

function sound(due, key) {
  if (typeof key === "string") return typeof due === "string";
  return sameShape(due, key) && flat(due).every(
    (x) => typeof x === "string" || ops.le(ops.abs(x), 100n * LARGEST));
}

const zeros = (value) => (Array.isArray(value) ? value.map(zeros) : 0n);

// Do the learner's values leave nothing to do?
function idle(asked, part, given, due, through) {
  if (!isNumeric(part)) return false;
  return through.some((one) => {
    if (sameShape(one.value, due) && close(one.value, due, part)) return true;
    const nothing = { ...given, [one.part.step]: zeros(one.value) };
    const values = solve(asked.question, asked.params, [], nothing);
    return values !== null && close(values[part.step], due, part);
  });
}
