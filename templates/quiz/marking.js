// An attempt at a question to marks, as grader/quiz/marking/marks.py gives them.
function markQuestion(asked, entries) {
  const marks = [], earlier = [];
  for (const part of asked.question.parts) {
    const entry = entries[asked.question.id + "." + part.step];
    const answer = readEntry(asked, part, entry === undefined ? "" : entry);
    const base = baseOf(asked, part, earlier);
    const found = markPart(asked, part, answer, base, earlier);
    marks.push(found);
    const right = !found.wrong.length && ops.truth(found.credit);
    earlier.push({
      part, value: answer.value, right: right && !found.carried.length, follows: right,
    });
  }
  return marks;
}

const isRight = (mark) => !mark.wrong.length && ops.truth(mark.credit);
const isFull = (mark) => isRight(mark) && ops.eq(mark.credit, 1n);

function markPart(asked, part, answer, base, earlier) {
  const dues = [asked.values[part.step], ...(asked.also[part.step] || [])];
  let [credit, wrong] = dues.map((due) => creditOf(part, answer, due))
    .reduce((a, b) => (ops.gt(b[0], a[0]) ? b : a));
  let carried = [];
  const isIdle = base !== null && base.idle;
  if (base !== null && !isIdle && ops.lt(credit, 1n)) {
    const [whole, theirs] = creditOf(part, answer, base.due);
    const share = ops.mul(whole, part.carry);
    if (ops.gt(share, credit) || (ops.truth(share) && !theirs.length)) {
      [credit, wrong, carried] = [ops.max(share, credit), theirs, base.through];
    }
  }
  const amiss = (wrong.length || !ops.truth(credit)) && !isEmpty(answer);
  const diagnosis = amiss ? nameOf(asked, part, answer, base, earlier) : [];
  return { asked, part, answer, credit, wrong, carried, idle: isIdle, diagnosis, base };
}

// [the share that is right, which entries are not]
function creditOf(part, answer, due) {
  const share = (wrong, size) => [
    ops.sub(1n, new Ratio(BigInt(wrong.length), BigInt(size))), wrong];
  if (isEmpty(answer) || isSaid(answer.form)) return [0n, [0]];
  if (isNumeric(part)) {
    const theirs = flat(due);
    const wrong = answer.cells.flatMap((cell, i) =>
      (cell.number === null || !near(cell.number, theirs[i], part.slack) ? [i] : []));
    return share(wrong, answer.cells.length);
  }
  if (part.kind === "matching" || part.kind === "ordering") {
    return share(due.flatMap((one, i) => (one === answer.value[i] ? [] : [i])), due.length);
  }
  if (part.kind === "choices") {
    const hits = answer.value.filter((id) => due.includes(id)).length;
    const credit = new Ratio(BigInt(Math.max(0, 2 * hits - answer.value.length)), BigInt(due.length));
    return [credit, ops.eq(credit, 1n) ? [] : [0]];
  }
  return ops.eq(answer.value, due) ? [1n, []] : [0n, [0]];
}
