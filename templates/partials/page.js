(function () {
  var root = document.documentElement, box = document.querySelector(".switch"), key = "dlgrade-lang";
  if (!box) return;
  function worded(element) {
    return ["data-" + root.lang.toLowerCase(), "data-" + root.lang.split("-")[0]]
      .map(function (name) { return element.getAttribute(name); })
      .find(function (text) { return text !== null; });
  }
  function show(lang) {
    root.lang = lang;
    root.dataset.lang = lang;
    document.title = worded(document.querySelector("title"));
    box.querySelectorAll("button").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.value === lang));
    });
  }
  box.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    show(button.value);
    try { localStorage.setItem(key, button.value); } catch (error) { /* not remembered */ }
  });
  box.hidden = false;
  try {
    var kept = localStorage.getItem(key);
    if (Array.from(box.children).some(function (b) { return b.value === kept; })) show(kept);
  } catch (error) { /* opens in the default language */ }
})();
