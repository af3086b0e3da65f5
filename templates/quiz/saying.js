// What is said of a part's marks: grader/quiz/marking/saying.py.
function messageOf(mark) {
  const { part, answer, wrong } = mark;
  if (isEmpty(answer)) return say("blank");
  if (isSaid(answer.form)) return answer.form;
  if (!wrong.length) return NOTHING;
  if (part.kind === "vector" || part.kind === "matrix") return entriesSaid(mark);
  const cell = answer.cells[0];
  if (part.kind === "number" && cell && cell.number === null && cell.raw) return unread(cell.raw);
  if (part.kind === "matching") return itemsSaid(mark);
  if (part.kind === "ordering") {
    return say("place", { places: listed(wrong.map((i) => i + 1)) });
  }
  return say(part.kind === "choices" ? "ticked" : "not_right");
}

function notesOf(mark) {
  if (mark.carried.length && ops.truth(mark.credit)) {
    const names = joinedTexts(mark.carried.map((p) => p.name), say("and"));
    return [say(isRight(mark) ? "given_right" : "given", { names })];
  }
  if (mark.idle && mark.wrong.length && !isEmpty(mark.answer)) {
    return [say("idle")];
  }
  return [];
}

// Blank entries, unread ones and wrong ones, each named by its place.
function entriesSaid(mark) {
  const cells = mark.answer.cells, those = (test) => mark.wrong.filter((i) => test(cells[i]));
  const blank = those((c) => !c.raw);
  const unreadable = those((c) => c.raw && c.number === null);
  const wrong = those((c) => c.number !== null);
  const told = [];
  if (blank.length) told.push(say("places_blank", { places: placesSaid(mark, blank) }));
  for (const i of unreadable.slice(0, 2)) {
    told.push(say("places_unread", { places: placesSaid(mark, [i]), what: unread(cells[i].raw) }));
  }
  if (unreadable.length > 2) told.push(say("more_unread", { n: unreadable.length - 2 }));
  if (wrong.length === cells.length) told.push(say("none_right"));
  else if (wrong.length) {
    const key = blank.length || unreadable.length ? "places_wrong" : "places_wrong_only";
    told.push(say(key, { places: placesSaid(mark, wrong) }, wrong.length));
  }
  return sentences(told);
}

function placesSaid(mark, at) {
  const labels = mark.asked.labels[mark.part.step] || [];
  if (labels.length && at.every((i) => i < labels.length)) {
    return listing(at.map((i) => labels[i])).map((text, i) => opening(text, SAYINGS.opening[i]));
  }
  if (mark.part.kind === "matrix") {
    const width = mark.asked.values[mark.part.step][0].length;
    return listing(at.map((i) => say("row_column",
      { row: Math.floor(i / width) + 1, column: (i % width) + 1 })));
  }
  return say("entry", { places: listed(at.map((i) => i + 1)) }, at.length);
}

// An author's words at the beginning of a sentence.
function opening(text, how) {
  if (how === "capital") return text.slice(0, 1).toUpperCase() + text.slice(1);
  return text.charCodeAt(text.length - 1) < 128 ? text + " " : text;
}

function listed(numbers) {
  const head = numbers.slice(0, -1), last = numbers[numbers.length - 1];
  return head.length ? say("last", { some: listing(head.map(plainText)), last }) : plainText(last);
}

function itemsSaid(mark) {
  const shown = mark.asked.lined[mark.part.step], items = mark.asked.items[mark.part.step];
  const at = mark.wrong.map((i) => shown.indexOf(items[i].id) + 1).sort((a, b) => a - b);
  return say("matched_wrong", { places: listed(at) }, at.length);
}
