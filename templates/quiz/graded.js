// The graded page: keeps what is entered, saves the answers file, restores from either.
function keeping(meta) {
  const sheet = byId("sheet"), saved = byId("saved"), picker = byId("file");
  const key = ["dlgrade-quiz", meta.quiz, meta.student, meta.attempt, meta.fingerprint].join(":");
  const file = meta.quiz + ".answers.json";
  let able = true, downloaded = false;

  const blanks = () => Object.values(entriesOf(sheet)).filter(isBlank).length;
  const remark = (pair) => {
    const left = blanks();
    const more = left ? worded("keep_blank", { n: left }) : null;
    sayIn(saved, more ? worded("after", { first: pair, next: more }) : pair);
  };
  const state = () => {
    if (downloaded) remark(worded("keep_done", { file }));
    else remark(worded(able ? "keep_local" : "keep_not"));
  };
  const keep = () => {
    able = kept.set(key, { answers: entriesOf(sheet), downloaded });
  };
  const fillAll = (answers) => {
    for (const part of all(sheet, ".part")) {
      const entry = answers[part.dataset.part];
      if (entry !== undefined) fillIn(part, entry);
    }
  };

  sheet.addEventListener("input", () => {
    downloaded = false;
    keep();
    state();
  });

  byId("download").addEventListener("click", () => {
    const answers = entriesOf(sheet);
    const text = JSON.stringify({ ...meta, answers }, null, 1) + "\n";
    const link = element("a", { download: file });
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    downloaded = true;
    keep();
    state();
  });

  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", async () => {
    const chosen = picker.files[0];
    if (!chosen) return;
    let data = null;
    try { data = chosen.size < 1 << 20 ? JSON.parse(await chosen.text()) : null; } catch (error) {
      data = null;
    }
    picker.value = "";
    const plain = data && typeof data.answers === "object" && data.answers;
    if (!plain || data.schema !== meta.schema || data.quiz !== meta.quiz) {
      return remark(worded("bad_file"));
    }
    if (data.student && data.student !== meta.student) {
      return remark(worded("other_student", { student: String(data.student).slice(0, 60) }));
    }
    if (data.fingerprint && data.fingerprint !== meta.fingerprint) {
      return remark(worded("other_statement"));
    }
    fillAll(data.answers);
    keep();
    return remark(worded("keep_opened"));
  });

  window.addEventListener("beforeunload", (event) => {
    if (!able && !downloaded && Object.values(entriesOf(sheet)).some((e) => !isBlank(e))) {
      event.preventDefault();
    }
  });

  const before = kept.get(key);
  able = kept.set(key + ":", 1);
  kept.drop(key + ":");
  if (before && before.answers) {
    fillAll(before.answers);
    downloaded = Boolean(before.downloaded);
    if (downloaded) state();
    else remark(worded("keep_restored"));
  } else if (!able) state();
  byId("bar").hidden = false;
}

relabel();
if (!byId("who")) keeping(JSON.parse(byId("quiz").textContent));
scrollable();
