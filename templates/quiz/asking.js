// The page that asks who is there: finds the student's statement by the digest of the id.
const ROOTS = (() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const part = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32);
  return { start: primes.slice(0, 8).map((p) => part(p ** 0.5)), each: primes.map((p) => part(Math.cbrt(p))) };
})();

// SHA-256 (FIPS 180-4) in hex: `crypto.subtle` is not there on every page.
function digest(text) {
  const message = new TextEncoder().encode(text), size = message.length;
  const bytes = new Uint8Array(((size + 8) >> 6) * 64 + 64);
  bytes.set(message);
  bytes[size] = 0x80;
  const view = new DataView(bytes.buffer), state = ROOTS.start.slice(), w = new Array(64);
  view.setUint32(bytes.length - 4, size * 8);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < bytes.length; at += 64) {
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) {
        w[i] = view.getUint32(at + 4 * i);
        continue;
      }
      const a = w[i - 15], b = w[i - 2];
      const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3), high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const up = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25), down = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const one = (h + up + ((e & f) ^ (~e & g)) + ROOTS.each[i] + w[i]) | 0;
      const two = (down + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] = (state[i] + x) | 0; });
  }
  return state.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
}

const asking = byId("who"), head = JSON.parse(byId("quiz").textContent);

async function begin(typed) {
  const student = strip(typed.normalize("NFC")), told = byId("who-said");
  let all_ = null;
  try { all_ = await unpacked(byId("stock").textContent); } catch (error) {
    return sayIn(told, worded("old_browser"));
  }
  const mine = all_.students[digest(head.quiz + "\n" + student).slice(0, 32)];
  if (!student || !mine) return sayIn(told, worded("unknown"));
  const [attempt, fingerprint, cell, sheets] = mine;
  all(document, "[data-question]").forEach((box, i) => {
    box.innerHTML = all_.sheets[box.dataset.question][sheets[i]];
  });
  const meta = { ...head, student, attempt, fingerprint };
  byId("student").textContent = student;
  sayIn(byId("attempt"), worded("attempt", { n: attempt + 1 }));
  byId("cell").textContent = all_.cells[cell].replace("@student@", () => JSON.stringify(student))
    .replace("@attempt@", attempt).replace("@fingerprint@", () => JSON.stringify(fingerprint));
  asking.hidden = true;
  byId("is").hidden = byId("other").hidden = byId("sheet").hidden = false;
  relabel();
  keeping(meta);
  scrollable();
  return byId("sheet").focus();
}

asking.hidden = false;
asking.addEventListener("submit", (event) => {
  event.preventDefault();
  begin(byId("who-id").value);
});
byId("other").addEventListener("click", () => location.reload());
