// Which variant comes next: one that isolates the mistake just made.

// The lower, the better: what the mistake changes there and how little else; null where nothing.
function fitness(asked, part, mark) {
  if (isChosen(part) && part.kind !== "ordering") return likeness(asked, part, mark);
  const id = mark.diagnosis[0].id;
  const mistake = mistakesUpTo(asked.question, part).find((m) => m.id === id);
  if (!mistake) return null;
  const values = solve(asked.question, asked.params, [mistake]), key = asked.values[part.step];
  if (values === null || !apart(values[part.step], key, part)) return null;
  if (!isNumeric(part)) return 0;
  const wrong = flat(values[part.step]), due = flat(key);
  if (wrong.length !== due.length) return 0;
  return wrong.filter((x, i) => !near(x, due[i], part.slack)).length;
}

// What was taken for what: is the same pair to be told apart again?
function likeness(asked, part, mark) {
  const before = mark.asked.values[part.step], mine = mark.answer.value;
  const ids = asked.options[part.step].map((o) => o.id), key = asked.values[part.step];
  if (part.kind === "matching") {
    const taken = before.flatMap((due, i) => (mine[i] && mine[i] !== due ? [due + "\n" + mine[i]] : []));
    const there = taken.filter((pair) => {
      const [due, wrong] = pair.split("\n");
      return key.includes(due) && ids.includes(wrong);
    });
    return there.length ? -there.length : null;
  }
  const wrong = [mine].flat().find((id) => ![before].flat().includes(id));
  if (wrong === undefined || !ids.includes(wrong) || [key].flat().includes(wrong)) return null;
  return ops.eq(key, before) ? 0 : 1;
}

// The number of the next variant. `variants` are all of them, `seen` those that were shown.
function nextVariant(question, variants, seen, current, mark) {
  const fresh = variants.map((_, n) => n).filter((n) => n !== current && !seen.includes(n));
  const open = fresh.length ? fresh : variants.map((_, n) => n).filter((n) => n !== current);
  if (mark && mark.diagnosis.length) {
    const fit = open.flatMap((n) => {
      const score = fitness(askedOf(question, variants[n]), mark.part, mark);
      return score === null ? [] : [[score, n]];
    });
    fit.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    if (fit.length) return fit[0][1];
  }
  return open.length ? open[0] : current;
}
