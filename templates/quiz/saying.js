// What is said of a part's marks, in both languages: grader/quiz/marking/saying.py.
function messageOf(mark) {
  const { part, answer, wrong } = mark;
  if (isEmpty(answer)) return ["這一格沒有作答。", "This part is blank."];
  if (answer.form[0]) return answer.form;
  if (!wrong.length) return NOTHING;
  if (part.kind === "vector" || part.kind === "matrix") return entriesSaid(mark);
  const cell = answer.cells[0];
  if (part.kind === "number" && cell && cell.number === null && cell.raw) return unread(cell.raw);
  if (part.kind === "matching") return itemsSaid(mark);
  if (part.kind === "ordering") {
    const [zh, en] = listed(wrong.map((i) => i + 1));
    return [`第 ${zh} 個位置不對。`, `Not right at place ${en}.`];
  }
  if (part.kind === "choices") {
    return ["選得不完全對：多選或少選了。",
      "Not quite: one too many is ticked, or one is missing."];
  }
  return ["不對。", "Not right."];
}

function notesOf(mark) {
  if (mark.carried.length && ops.truth(mark.credit)) {
    const names = [mark.carried.map((p) => p.name[0]).join("、"),
      mark.carried.map((p) => p.name[1]).join(" and ")];
    return isRight(mark)
      ? [[`依你的 ${names[0]}，這一步是對的。`, `This step is right, given your ${names[1]}.`]]
      : [[`這一步是依你的 ${names[0]} 評的。`, `This step is marked by your ${names[1]}.`]];
  }
  if (mark.idle && mark.wrong.length && !isEmpty(mark.answer)) {
    return [["依你前面的答案，這一步就沒有東西可以檢查了，所以用正確的值來評。",
      "Your earlier answers leave nothing to check in this step, so it is marked by the right " +
      "ones."]];
  }
  return [];
}

// Blank entries, unread ones and wrong ones, each named by its place.
function entriesSaid(mark) {
  const cells = mark.answer.cells, those = (test) => mark.wrong.filter((i) => test(cells[i]));
  const blank = those((c) => !c.raw);
  const unreadable = those((c) => c.raw && c.number === null);
  const wrong = those((c) => c.number !== null);
  let zh = "", en = "";
  const say = (a, b) => {
    zh += a;
    en += b;
  };
  if (blank.length) {
    const at = placesSaid(mark, blank);
    say(`${at[0]}沒有填。`, `${at[1]} blank. `);
  }
  for (const i of unreadable.slice(0, 2)) {
    const at = placesSaid(mark, [i]), what = unread(cells[i].raw);
    say(`${at[0]}：${what[0]}`, `${at[1]}: ${what[1]} `);
  }
  if (unreadable.length > 2) {
    const n = unreadable.length - 2;
    say(`還有 ${n} 格讀不懂。`, `${n} more cannot be read. `);
  }
  if (wrong.length === cells.length) say("沒有一個數是對的。", "None of the numbers is right.");
  else if (wrong.length) {
    const at = placesSaid(mark, wrong), verb = wrong.length === 1 ? "is" : "are";
    const alone = !blank.length && !unreadable.length;
    say(at[0] + (alone ? "不對，其他都對。" : "不對。"),
      `${at[1]} ${verb} ` + (alone ? "not right; the others are." : "not right."));
  }
  return [zh, en.trim()];
}

function placesSaid(mark, at) {
  const labels = mark.asked.labels[mark.part.step] || [];
  if (labels.length && at.every((i) => i < labels.length)) {
    const zh = at.map((i) => labels[i][0]).join("、"), en = at.map((i) => labels[i][1]).join(", ");
    const gap = zh.charCodeAt(zh.length - 1) < 128 ? " " : "";
    return [zh + gap, en.slice(0, 1).toUpperCase() + en.slice(1)];
  }
  if (mark.part.kind === "matrix") {
    const width = mark.asked.values[mark.part.step][0].length;
    const pairs = at.map((i) => [Math.floor(i / width) + 1, (i % width) + 1]);
    return [pairs.map(([r, c]) => `第 ${r} 列第 ${c} 行`).join("、"),
      pairs.map(([r, c]) => `Row ${r} column ${c}`).join(", ")];
  }
  const [zh, en] = listed(at.map((i) => i + 1));
  return [`第 ${zh} 個數`, `${at.length === 1 ? "Entry" : "Entries"} ${en}`];
}

function listed(numbers) {
  const head = numbers.slice(0, -1), last = String(numbers[numbers.length - 1]);
  return [numbers.join("、"), head.length ? `${head.join(", ")} and ${last}` : last];
}

function itemsSaid(mark) {
  const shown = mark.asked.lined[mark.part.step], items = mark.asked.items[mark.part.step];
  const at = mark.wrong.map((i) => shown.indexOf(items[i].id) + 1).sort((a, b) => a - b);
  const [zh, en] = listed(at), one = at.length === 1;
  return [`第 ${zh} 個配得不對。`,
    `${one ? "Number" : "Numbers"} ${en} ${one ? "is" : "are"} not matched right.`];
}
