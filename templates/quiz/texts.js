// What is said, by language: a text is an array in the order of SAYINGS.languages. SAYINGS is put
// before this by grader/quiz/page/script_words.py.
const LANGS = SAYINGS.languages;
const NOTHING = LANGS.map(() => "");

// The text `key` with its {holes} filled; a value that is a text is put in language by language.
function say(key, values, n) {
  return LANGS.map((_, i) => {
    const text = SAYINGS.words[key][i];
    const form = typeof text === "string" ? text : text.forms[text.of[Math.min(n, text.of.length - 1)]];
    return form.replace(/\{(\w+)\}/g, (hole, name) => {
      if (!values || !(name in values)) return hole;
      return Array.isArray(values[name]) ? values[name][i] : String(values[name]);
    });
  });
}

const isSaid = (text) => text.some(Boolean);
const plainText = (text) => LANGS.map(() => String(text));
const joinedTexts = (texts, between) =>
  LANGS.map((_, i) => texts.map((t) => t[i]).join(between ? between[i] : ""));
const listing = (texts) => joinedTexts(texts, say("comma"));
const sentences = (texts) =>
  texts.reduce((first, next) => (first ? say("next", { first, next }) : next), null) || NOTHING;
