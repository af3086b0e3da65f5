(function () {
  var root = document.documentElement, box = document.querySelector(".switch"), key = "dlgrade-lang";
  if (!box) return;
  function show(lang) {
    root.lang = lang;
    root.dataset.lang = lang;
    document.title = document.querySelector("title").dataset[lang === "en" ? "en" : "zh"];
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
    if (kept === "en" || kept === "zh-TW") show(kept);
  } catch (error) { /* opens in the default language */ }
})();
