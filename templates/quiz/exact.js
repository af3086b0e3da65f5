// Python's numbers and the few of its operations that a question's steps use. An int is a BigInt,
// a Fraction a Ratio, a float a number, a tuple an array, None null.
class Arithmetic extends Error {}

const bigAbs = (n) => (n < 0n ? -n : n);

function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return bigAbs(a);
}

class Ratio {
  constructor(top, bottom) {
    if (bottom === 0n) throw new Arithmetic("division by zero");
    const by = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
    this.top = top / by;
    this.bottom = bottom / by;
  }
}

const isFloat = (x) => typeof x === "number";
const isNumber = (x) => typeof x === "bigint" || isFloat(x) || x instanceof Ratio;

function number(x) {
  if (typeof x === "boolean") return x ? 1n : 0n;
  if (!isNumber(x)) throw new TypeError("no number: " + String(x));
  return x;
}

const topOf = (x) => (x instanceof Ratio ? x.top : x);
const bottomOf = (x) => (x instanceof Ratio ? x.bottom : 1n);

// Correctly rounded, as float(Fraction) is.
function toFloat(x) {
  x = number(x);
  if (isFloat(x)) return x;
  const top = topOf(x), bottom = bottomOf(x), size = bigAbs(top);
  if (size < 9007199254740992n && bottom < 9007199254740992n) return Number(top) / Number(bottom);
  const shift = BigInt(66 + bottom.toString(2).length - size.toString(2).length);
  let whole = shift > 0n ? (size << shift) / bottom : size / (bottom << -shift);
  const rest = shift > 0n ? (size << shift) % bottom : size % (bottom << -shift);
  if (rest) whole |= 1n;
  const value = Number(whole) * 2 ** -Number(shift);
  return top < 0n ? -value : value;
}

function fromFloat(x) {
  let bottom = 1n;
  if (!Number.isFinite(x)) throw new Arithmetic("no fraction");
  while (!Number.isInteger(x)) {
    x *= 2;
    bottom *= 2n;
  }
  return new Ratio(BigInt(x), bottom);
}

// An int where it is whole.
const exact = (x) => (x instanceof Ratio && x.bottom === 1n ? x.top : x);
const plain = (x) => (Array.isArray(x) ? x.map(plain) : exact(x));

const ops = (() => {
  const arithmetic = (floats, ints, ratios) => (a, b) => {
    a = number(a);
    b = number(b);
    if (isFloat(a) || isFloat(b)) return floats(toFloat(a), toFloat(b));
    return a instanceof Ratio || b instanceof Ratio ? ratios(a, b) : ints(a, b);
  };
  const divided = (a, b) => {
    if (b === 0) throw new Arithmetic("division by zero");
    return a / b;
  };
  const add = arithmetic((a, b) => a + b, (a, b) => a + b, (a, b) =>
    new Ratio(topOf(a) * bottomOf(b) + topOf(b) * bottomOf(a), bottomOf(a) * bottomOf(b)));
  const mul = arithmetic((a, b) => a * b, (a, b) => a * b, (a, b) =>
    new Ratio(topOf(a) * topOf(b), bottomOf(a) * bottomOf(b)));
  const neg = (a) => (number(a) instanceof Ratio ? new Ratio(-a.top, a.bottom) : -number(a));
  const sub = (a, b) => add(a, neg(b));
  const div = arithmetic(divided, (a, b) => divided(toFloat(new Ratio(a, b === 0n ? 1n : b)),
    b === 0n ? 0 : 1), (a, b) => new Ratio(topOf(a) * bottomOf(b), bottomOf(a) * topOf(b)));
  const floored = (x) => (isFloat(x) ? Math.floor(x)
    : topOf(x) / bottomOf(x) - (topOf(x) < 0n && topOf(x) % bottomOf(x) ? 1n : 0n));
  const floordiv = (a, b) => floored(isFloat(a) || isFloat(b) ? div(a, b)
    : new Ratio(topOf(number(a)) * bottomOf(b), bottomOf(a) * topOf(number(b))));
  const mod = (a, b) => sub(a, mul(b, floordiv(a, b)));
  const pow = (a, b) => {
    if (typeof b !== "bigint" || isFloat(a)) return toFloat(a) ** toFloat(b);
    if (b < 0n) return div(1n, pow(a, -b));
    return a instanceof Ratio ? new Ratio(a.top ** b, a.bottom ** b) : number(a) ** b;
  };
  const abs = (a) => (lt(a, 0n) ? neg(a) : number(a));

  function lt(a, b) {
    if (typeof a === "string" && typeof b === "string") return a < b;
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
        if (!eq(a[i], b[i])) return lt(a[i], b[i]);
      }
      return a.length < b.length;
    }
    a = number(a);
    b = number(b);
    if (isFloat(a) || isFloat(b)) return toFloat(a) < toFloat(b);
    return topOf(a) * bottomOf(b) < topOf(b) * bottomOf(a);
  }
  function eq(a, b) {
    if (typeof a === "boolean") a = number(a);
    if (typeof b === "boolean") b = number(b);
    if (Array.isArray(a) || Array.isArray(b)) {
      return Array.isArray(a) && Array.isArray(b) && a.length === b.length &&
        a.every((one, i) => eq(one, b[i]));
    }
    if (!isNumber(a) || !isNumber(b)) return a === b;
    if (isFloat(a) || isFloat(b)) return toFloat(a) === toFloat(b);
    return topOf(a) === topOf(b) && bottomOf(a) === bottomOf(b);
  }
  const truth = (a) => {
    if (Array.isArray(a)) return a.length > 0;
    if (a instanceof Map || a instanceof Set) return a.size > 0;
    if (a instanceof Ratio) return a.top !== 0n;
    return Boolean(a);
  };
  const best = (better) => (...given) => {
    const items = given.length === 1 ? iter(given[0]) : given;
    if (!items.length) throw new Arithmetic("nothing to choose from");
    return items.reduce((a, b) => (better(b, a) ? b : a));
  };
  function iter(a) {
    if (typeof a === "string") return Array.from(a);
    if (a instanceof Map) return Array.from(a.keys());
    if (!Array.isArray(a)) throw new TypeError("not a tuple: " + String(a));
    return a;
  }
  const place = (a, i) => {
    const at = Number(i) < 0 ? a.length + Number(i) : Number(i);
    if (!(at in a)) throw new RangeError("no entry " + i);
    return a[at];
  };
  const get = (a, i) => {
    if (a instanceof Map) {
      if (!a.has(i)) throw new RangeError("no entry " + i);
      return a.get(i);
    }
    return Array.isArray(a) ? place(a, i) : attr(a, i);
  };
  function attr(a, name) {
    if (a === null || typeof a !== "object" || !(name in a)) throw new RangeError("no " + name);
    return a[name];
  }
  const slice = (a, start, stop, step) => {
    const items = iter(a), size = items.length, by = step === null ? 1 : Number(step), out = [];
    const bound = (x, otherwise) => {
      if (x === null) return otherwise;
      const at = Number(x) < 0 ? Number(x) + size : Number(x);
      return by > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
    };
    const first = bound(start, by > 0 ? 0 : size - 1), last = bound(stop, by > 0 ? size : -1);
    for (let i = first; by > 0 ? i < last : i > last; i += by) out.push(items[i]);
    return out;
  };
  const zip = (strict, ...given) => {
    const rows = given.map(iter), size = Math.min(...rows.map((row) => row.length));
    if (!rows.length) return [];
    if (strict && rows.some((row) => row.length !== size)) throw new Arithmetic("other lengths");
    return Array.from({ length: size }, (_, i) => rows.map((row) => row[i]));
  };
  const range = (...given) => {
    const [from, to] = given.length > 1 ? given : [0n, given[0]], by = given[2] || 1n, out = [];
    for (let i = from; by > 0n ? i < to : i > to; i += by) out.push(i);
    return out;
  };
  const int = (a) => {
    a = number(a);
    if (typeof a === "bigint") return a;
    const ratio = a instanceof Ratio ? a : fromFloat(a);
    return ratio.top / ratio.bottom;
  };
  const real = (domain, f) => (a) => {
    const x = toFloat(a);
    if (!domain(x)) throw new Arithmetic("out of the domain");
    const y = f(x);
    if (!Number.isFinite(y)) throw new Arithmetic("too large");
    return y;
  };
  const sum = (a, start = 0n) => iter(a).reduce(add, start);
  const positive = (x) => x > 0, any = () => true;
  return {
    add, sub, mul, div, floordiv, mod, neg, pow, abs, lt, eq, truth, iter, get, attr, slice, zip, range, int, sum,
    gt: (a, b) => lt(b, a),
    le: (a, b) => lt(a, b) || eq(a, b),
    ge: (a, b) => lt(b, a) || eq(a, b),
    ne: (a, b) => !eq(a, b),
    and: (a, rest) => (truth(a) ? rest() : a),
    or: (a, rest) => (truth(a) ? a : rest()),
    has: (a, x) => (a instanceof Map ? a.has(x) : iter(a).some((one) => eq(one, x))),
    max: best((a, b) => lt(b, a)),
    min: best(lt),
    len: (a) => BigInt(a instanceof Map ? a.size : iter(a).length),
    tuple: (a) => Array.from(iter(a)),
    sorted: (a) => Array.from(iter(a)).sort((x, y) => (lt(x, y) ? -1 : lt(y, x) ? 1 : 0)),
    distinct: (a) => iter(a).filter((x, i, those) => those.findIndex((y) => eq(x, y)) === i),
    enumerate: (a, start = 0n) => iter(a).map((x, i) => [BigInt(i) + start, x]),
    every: (a) => iter(a).every(truth),
    some: (a) => iter(a).some(truth),
    bool: truth,
    float: toFloat,
    fraction: (a, b = 1n) => {
      const [x, y] = [a, b].map((n) => (isFloat(n) ? fromFloat(n) : number(n)));
      return new Ratio(topOf(x) * bottomOf(y), bottomOf(x) * topOf(y));
    },
    exp: real(any, Math.exp),
    expm1: real(any, Math.expm1),
    log: real(positive, Math.log),
    log2: real(positive, Math.log2),
    log10: real(positive, Math.log10),
    log1p: real((x) => x > -1, Math.log1p),
    sqrt: real((x) => x >= 0, Math.sqrt),
    tanh: real(any, Math.tanh),
    sinh: real(any, Math.sinh),
    cosh: real(any, Math.cosh),
    mean: (a) => {
      const size = iter(a).length;
      if (a.some(isFloat)) return toFloat(sum(a)) / size;
      return div(new Ratio(topOf(sum(a)), bottomOf(sum(a))), BigInt(size));
    },
  };
})();

// A value as it is written in data: "5", "1/3", "~0.25" for a float, "'relu" for a
// string, "" for None.
function decoded(data) {
  if (Array.isArray(data)) return data.map(decoded);
  if (data === "") return null;
  if (data[0] === "'") return data.slice(1);
  if (data[0] === "~") return Number(data.slice(1));
  const [top, bottom] = data.split("/");
  return bottom ? new Ratio(BigInt(top), BigInt(bottom)) : BigInt(top);
}

const flat = (value) => (Array.isArray(value) ? value.flatMap(flat) : [value]);

function shape(value) {
  if (!Array.isArray(value)) return [];
  return [value.length, ...(value.length ? shape(value[0]) : [])];
}

const sameShape = (a, b) => shape(a).join() === shape(b).join();

function isDecimal(x, decimals) {
  return (topOf(x) * 10n ** BigInt(decimals)) % bottomOf(x) === 0n;
}

// Rounded as in school: halves away from zero. A float is taken at its exact value.
function roundHalf(x, decimals) {
  const value = isFloat(x) ? fromFloat(x) : x, scale = 10n ** BigInt(decimals);
  const top = 2n * bigAbs(topOf(value)) * scale + bottomOf(value);
  const size = top / (2n * bottomOf(value));
  return new Ratio(topOf(value) < 0n ? -size : size, scale);
}

// In decimals: exact where it has few, else rounded to `decimals`.
function written(x, decimals) {
  let places = decimals;
  for (let d = 0; !isFloat(x) && d < decimals; d += 1) {
    if (isDecimal(x, d)) {
      places = d;
      break;
    }
  }
  const rounded = roundHalf(x, places);
  const digits = String((bigAbs(rounded.top) * 10n ** BigInt(places)) / rounded.bottom)
    .padStart(places + 1, "0");
  const sign = rounded.top < 0n ? "-" : "";
  return sign + (places ? digits.slice(0, -places) + "." + digits.slice(-places) : digits);
}

function bracketed(value, decimals) {
  if (Array.isArray(value)) return "[" + value.map((v) => bracketed(v, decimals)).join(", ") + "]";
  return typeof value === "string" ? value : written(value, decimals);
}
