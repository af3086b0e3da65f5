// The practice page: checks parts, names mistakes, opens the solution where it first differs.
const data = JSON.parse(byId("quiz").textContent);
const storeKey = "dlgrade-practice:" + data.quiz;
const progress = kept.get(storeKey) || {};
const keepAll = () => kept.set(storeKey, progress);

let inflated = null;
const stock = () => {
  inflated = inflated || unpacked(byId("stock").textContent);
  return inflated;
};

// A text with its formulas and code set.
function mathed(pair) {
  const set = (text) => {
    const out = document.createDocumentFragment();
    text.split(/(\$[^$]+\$|`[^`]+`)/).forEach((piece, i) => {
      const inner = piece.slice(1, -1);
      if (i % 2 === 0) out.append(piece);
      else if (piece[0] === "`") out.append(element("code", {}, inner));
      else if (data.math[inner]) out.append(document.createRange().createContextualFragment(data.math[inner]));
      else out.append(piece);
    });
    return out;
  };
  if (new Set(pair).size < 2) return [set(pair[0])];
  return words.languages.map((lang, i) => element("span", { class: "t", lang }, set(pair[i])));
}

const paragraph = (pair, attributes) => element("p", attributes || {}, ...mathed(pair));
const counted = (x) => String(Math.round(x * 100) / 100);

class Sheet {
  constructor(article, question) {
    this.article = article;
    this.question = question;
    this.id = question.id;
    this.sheet = article.querySelector(".sheet");
    this.state = progress[this.id] || { number: 0, entries: {}, checked: [], seen: [], solved: [] };
    progress[this.id] = this.state;
    this.marks = [];
  }

  // `fragment` false: the first variant's sheet stands on the page already.
  open(number, variant, fragment) {
    this.asked = askedOf(this.question, variant);
    if (fragment) this.sheet.innerHTML = variant.html;
    const steps = variant.worked.map(([step, html]) => {
      const box = element("div", { class: "scroll" });
      box.innerHTML = html;
      return element("li", { "data-step": step }, box);
    });
    this.article.querySelector(".steps").replaceChildren(...steps);
    const cell = this.article.querySelector(".numpy");
    cell.hidden = !variant.cell;
    cell.querySelector("code").textContent = variant.cell;
    const label = worded("variant", { n: number });
    const slide = worded("slide_numbers");
    sayIn(this.article.querySelector(".variant"), number ? label : slide);
    for (const part of this.parts()) {
      const entry = this.state.entries[part.dataset.part];
      if (entry !== undefined) fillIn(part, entry);
    }
    this.article.querySelector(".next").hidden = true;
    this.sheet.querySelectorAll(".feedback").forEach((box) => box.replaceChildren());
    relabel();
    this.mark(false);
    scrollable();
  }

  parts() { return all(this.sheet, ".part"); }

  check(part) {
    const id = part.dataset.part, feedback = part.querySelector(".feedback");
    if (isBlank(entryOf(part))) {
      this.state.checked = this.state.checked.filter((one) => one !== id);
      part.classList.remove("right", "wrong");
      feedback.replaceChildren(paragraph(worded("blank")));
      return;
    }
    if (!this.state.checked.includes(id)) this.state.checked.push(id);
    this.latest = id;
    this.mark(true);
  }

  // Mark all parts that were checked: a change in one may change what is due in the next.
  mark(keep) {
    this.state.entries = entriesOf(this.sheet);
    this.marks = markQuestion(this.asked, this.state.entries);
    let open = 0, full = 0;
    for (const mark of this.marks) {
      const id = this.id + "." + mark.part.step;
      const part = this.sheet.querySelector(`[data-part="${CSS.escape(id)}"]`);
      if (!this.state.checked.includes(id) || isEmpty(mark.answer)) continue;
      open += 1;
      if (isFull(mark) && !mark.carried.length) full += 1;
      this.tell(part, mark);
    }
    const solved = full === this.marks.length;
    if (solved && !this.state.solved.includes(this.state.number)) {
      this.state.solved.push(this.state.number);
    }
    if (open) this.offer(solved);
    this.explain();
    this.summary();
    if (keep) keepAll();
  }

  tell(part, mark) {
    const right = isFull(mark), some = ops.truth(mark.credit);
    const points = Number(toFloat(mark.credit)) * mark.part.points;
    part.classList.toggle("right", right);
    part.classList.toggle("wrong", !right);
    const verdict = worded(right ? "right" : some ? "partly" : "wrong");
    const score = ` ${counted(points)} / ${counted(mark.part.points)}`;
    const sign = element("span", { class: right ? "sign" : "sign bad", "aria-hidden": "true" },
      right ? "✓" : some ? "△" : "✗");
    const parts = [element("p", { class: "verdict" }, sign, element("b", {}, ...inEach(verdict)),
      element("span", { class: "points" }, score))];
    const message = messageOf(mark);
    if (isSaid(message) && message[0] !== say("not_right")[0]) parts.push(paragraph(message));
    parts.push(...notesOf(mark).map((note) => paragraph(note, { class: "soft" })));
    if (mark.diagnosis.length) {
      const isWhy = isChosen(mark.part) && mark.part.kind !== "ordering";
      const key = isWhy ? "why" : mark.diagnosis.length > 1 ? "named_two" : "named";
      parts.push(element("div", { class: "mistake" },
        element("p", { class: "label" }, ...inEach(worded(key))),
        ...mark.diagnosis.map((d) => paragraph(d.text))));
    }
    const box = part.querySelector(".feedback"), made = element("div", {}, ...parts);
    if (box.innerHTML !== made.innerHTML) box.replaceChildren(...made.childNodes);
    const fields = all(part, ".cells input"), single = part.querySelector(".entry input");
    fields.forEach((field, i) => {
      const bad = mark.wrong.includes(i) && mark.answer.cells.length === fields.length;
      field.toggleAttribute("data-bad", bad);
      field.setAttribute("aria-invalid", String(bad));
    });
    if (single) single.setAttribute("aria-invalid", String(!right));
  }

  // The mark that "another one" is about: the first wrong one, by preference named.
  amiss() {
    const wrong = this.marks.filter((m) =>
      this.state.checked.includes(this.id + "." + m.part.step) && !isFull(m) && !isEmpty(m.answer));
    return wrong.find((m) => m.diagnosis.length) || wrong[0] || null;
  }

  offer(solved) {
    const mark = this.amiss(), next = this.article.querySelector(".next");
    const named = mark && mark.diagnosis.length;
    next.hidden = !("DecompressionStream" in window) && !solved;
    next.querySelector(".again").hidden = !("DecompressionStream" in window) || data.count < 2;
    sayIn(next.querySelector(".again"), worded(named ? "again_like" : "again"));
    const whole = next.querySelector(".done");
    if (solved) sayIn(whole, worded("solved"));
    else whole.replaceChildren();
  }

  summary() {
    const solved = this.state.solved.length;
    const key = solved ? "progress" : this.state.checked.length ? "progress_open" : "progress_none";
    sayIn(document.querySelector(`[data-progress="${CSS.escape(this.id)}"]`), worded(key, { n: solved }));
  }

  async again() {
    const variants = [data.first[this.id], ...(await stock())[this.id]];
    const current = this.state.number;
    const number = nextVariant(this.question, variants, this.state.seen, current, this.amiss());
    const seen = Array.from(new Set([...this.state.seen, current]));
    this.state.seen = seen.length >= variants.length - 1 ? [current] : seen;
    Object.assign(this.state, { number, entries: {}, checked: [] });
    this.article.querySelector(".worked").open = false;
    this.open(number, variants[number], true);
    keepAll();
    this.article.querySelector("h2").focus();
  }

  // --- the solution, and where the learner left it

  shown(step, value) {
    const part = this.question.parts.find((p) => p.step === step);
    if (value === null) return "–";
    if (part && isChosen(part)) {
      const order = this.asked.orders[step], letter = (id) => String.fromCharCode(65 + order.indexOf(id));
      if (part.kind === "matching") {
        const items = this.asked.items[step].map((item) => item.id);
        return this.asked.lined[step].map((id) => {
          const chosen = value[items.indexOf(id)];
          return chosen ? letter(chosen) : "–";
        }).join(", ");
      }
      const ids = [value].flat();
      return (part.kind === "ordering" ? ids.map(letter) : ids.map(letter).sort()).join(", ");
    }
    if (part && part.kind === "shape") return "(" + value.join(", ") + (value.length === 1 ? ",)" : ")");
    return bracketed(value, part ? Math.max(part.decimals, 2) : 4);
  }

  explain() {
    const items = all(this.article, ".steps > li");
    items.forEach((item) => {
      item.classList.remove("diverges");
      all(item, ".aside").forEach((one) => one.remove());
    });
    const checked = this.marks.filter((m) =>
      this.state.checked.includes(this.id + "." + m.part.step) && !isEmpty(m.answer));
    const first = checked.find((m) => !isFull(m) || m.carried.length);
    const at = (step) => {
      const index = placeOf(this.question, step);
      return items.find((item) => placeOf(this.question, item.dataset.step) >= index);
    };
    const told = new Set();
    if (first) {
      const [step, mine, due] = this.departure(first), item = at(step);
      if (item) {
        item.classList.add("diverges");
        item.append(element("div", { class: "aside" },
          element("p", { class: "label" }, ...inEach(worded("diverges"))),
          this.pair(step, mine, due)));
        told.add(first.part.step);
      }
    }
    for (const mark of checked) {
      const item = at(mark.part.step);
      if (!item || told.has(mark.part.step)) continue;
      if (mark.carried.length && isFull(mark)) {
        item.append(element("div", { class: "aside" }, ...notesOf(mark).map((n) => paragraph(n))));
      } else if (!isFull(mark) && mark.base && !mark.base.idle) {
        item.append(element("div", { class: "aside" },
          element("p", {}, ...inEach(worded("due_given")), " ",
            element("code", {}, this.shown(mark.part.step, mark.base.due)))));
      }
    }
  }

  // [the step, the learner's value there, the right one]. A step before the part's own is named
  // only where the mistake is known.
  departure(mark) {
    const { question, params, values } = this.asked, part = mark.part;
    const known = mark.diagnosis.length === 1 ? mark.diagnosis[0].steps || [] : [];
    const steps = known.slice().sort((a, b) => placeOf(question, a) - placeOf(question, b));
    if (steps.length && steps[0] !== part.step) {
      const ids = mark.diagnosis[0].id.split("+");
      const mistakes = mistakesUpTo(question, part).filter((m) => ids.includes(m.id) && steps.includes(m.step));
      const theirs = solve(question, params, mistakes);
      if (theirs && mistakes.length === steps.length) return [steps[0], theirs[steps[0]], values[steps[0]]];
    }
    return [part.step, mark.answer.value === null ? mark.answer.raw : mark.answer.value, values[part.step]];
  }

  pair(step, mine, due) {
    const raw = typeof mine === "string" && !this.question.parts.some((p) => p.step === step && isChosen(p));
    const row = (key, text) => element("div", {}, element("dt", {}, ...inEach(worded(key))),
      element("dd", {}, element("code", {}, text)));
    return element("dl", { class: "pair-line" }, row("yours", raw ? mine : this.shown(step, mine)),
      row("due", this.shown(step, due)));
  }
}

const sheets = new Map();
for (const [i, article] of all(document, "[data-question]").entries()) {
  const question = questionOf(data.questions[i], ported[data.questions[i].id]);
  sheets.set(article, new Sheet(article, question));
}

const sheetOf = (target) => sheets.get(target.closest("[data-question]"));

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.classList.contains("check")) sheetOf(button).check(button.closest(".part"));
  else if (button.classList.contains("again")) sheetOf(button).again();
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  if (field.tagName !== "INPUT" || !field.closest(".part")) return;
  event.preventDefault();
  sheetOf(field).check(field.closest(".part"));
});

document.addEventListener("input", (event) => {
  const part = event.target.closest(".part");
  if (!part) return;
  const sheet = sheetOf(part);
  sheet.state.entries = entriesOf(sheet.sheet);
  keepAll();
});

byId("forget").addEventListener("click", async () => {
  kept.drop(storeKey);
  for (const sheet of sheets.values()) {
    sheet.state = { number: 0, entries: {}, checked: [], seen: [], solved: [] };
    progress[sheet.id] = sheet.state;
    sheet.open(0, data.first[sheet.id], true);
  }
  sayIn(byId("forgot"), worded("forgotten"));
});

(async () => {
  for (const sheet of sheets.values()) {
    const number = sheet.state.number;
    if (number > 0 && number < data.count) {
      try {
        sheet.open(number, (await stock())[sheet.id][number - 1], true);
        continue;
      } catch (error) { /* this browser cannot: the slide's numbers it is */ }
    }
    if (number) Object.assign(sheet.state, { number: 0, entries: {}, checked: [] });
    sheet.open(0, data.first[sheet.id], false);
  }
  if (!("DecompressionStream" in window) && data.count > 1) {
    byId("main").querySelector(".top").append(element("p", { class: "note" }, ...inEach(worded("old_browser"))));
  }
})();
