(function () {
  var PAGE = 50, section = document.getElementById("class");
  if (!section) return;
  var data = JSON.parse(document.getElementById("rows").textContent);
  var words = JSON.parse(document.getElementById("said").textContent);
  var root = document.documentElement, names = data.names, several = names.length > 1;
  var body = section.querySelector("tbody"), heads = section.querySelectorAll("thead th");
  var tools = section.querySelector(".tools"), pager = section.querySelector(".pager");
  var find = document.getElementById("find"), choice = document.getElementById("show");
  var only = section.querySelector(".only"), range = pager.querySelector("p");
  var sort = { column: 0, down: false }, mistake = -1, page = 0, shown = [];

  // Each student once: [name in lower case, cells as lists of scores, total, share of full marks].
  var students = data.rows.map(function (row, at) {
    var folder = row[2] === 1 ? row[0] : row[2];
    var cells = row[3].map(function (cell, i) {
      if (cell === null) return [];
      if (Array.isArray(cell)) return Array.isArray(cell[0]) ? cell : [cell];
      var path = ["reports", folder, names[i] + ".html"].map(encodeURIComponent).join("/");
      return [[cell, data.most[i], 0, folder ? "./" + path : ""]];
    });
    var best = cells.map(function (cell) {
      return cell.length ? Math.max.apply(null, cell.map(function (s) { return s[0]; })) : null;
    });
    var there = best.filter(function (score) { return score !== null; });
    return {
      at: at, id: row[0], name: row[1], cells: cells, best: best, mistakes: row[4],
      key: plain(row[0] + " " + row[1]),
      total: there.length ? there.reduce(function (a, b) { return a + b; }, 0) : null
    };
  });

  function plain(text) { return text.normalize("NFKC").toLowerCase(); }

  function make(tag, css, text) {
    var made = document.createElement(tag);
    if (css) made.className = css;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, key) { return values[key]; });
  }

  /* Every language, of which the style sheet shows one. */
  function say(into, pair, values) {
    words.languages.forEach(function (lang, i) {
      var span = make("span", "t", filled(pair[i], values || {}));
      span.lang = lang;
      into.appendChild(span);
    });
    return into;
  }

  function rounded(value) { return String(Math.round(value * 1e4) / 1e4); }

  function cell(scores) {
    var td = make("td");
    scores.forEach(function (score) {
      if (score[2]) {
        var sign = td.appendChild(make("span", "sign bad", score[2] === 1 ? "?" : "✗"));
        sign.setAttribute("aria-hidden", "true");
      }
      var text = score[1] ? rounded(score[0]) : "–";
      var number = td.appendChild(make(score[3] ? "a" : "span", "", text));
      if (score[3]) {
        number.href = score[3];
        if (score[1]) number.style.setProperty("--share", 100 * score[0] / score[1] + "%");
        else number.className = "none";
      }
      if (score[2]) say(td.appendChild(make("span", "unseen")), words.status[score[2]]);
    });
    if (!scores.length) {
      var dot = td.appendChild(make("span", "soft", "·"));
      dot.setAttribute("aria-hidden", "true");
      say(td.appendChild(make("span", "unseen")), words.missing);
    }
    return td;
  }

  function line(student) {
    var tr = make("tr"), head = tr.appendChild(make("th", "", student.id));
    head.scope = "row";
    if (student.name) {
      head.appendChild(document.createTextNode(" "));
      head.appendChild(make("small", "", student.name));
    }
    if (several) {
      var none = student.total === null;
      tr.appendChild(make("td")).appendChild(
        make("span", none ? "soft" : "", none ? "·" : rounded(student.total)));
    }
    student.cells.forEach(function (scores) { tr.appendChild(cell(scores)); });
    return tr;
  }

  var kinds = {
    all: function () { return true; },
    below: function (s) {
      return s.best.some(function (score, i) { return score !== null && score < data.most[i]; });
    },
    look: function (s) {
      return s.cells.some(function (c) { return c.some(function (score) { return score[2]; }); });
    },
    missing: function (s) { return s.cells.some(function (c) { return !c.length; }); }
  };

  function value(student) {
    var column = sort.column - 1 - (several ? 1 : 0);
    return column < 0 ? student.total : student.best[column];
  }

  function order(a, b) {
    if (sort.column === 0) return sort.down ? b.at - a.at : a.at - b.at;
    var x = value(a), y = value(b);
    if (x === y) return a.at - b.at;
    if (x === null) return 1;
    if (y === null) return -1;
    return sort.down ? y - x : x - y;
  }

  function choose() {
    var wanted = plain(find.value.trim()), fits = kinds[choice.value];
    shown = students.filter(function (s) {
      return fits(s) && (mistake < 0 || s.mistakes.indexOf(mistake) >= 0) &&
        (!wanted || s.key.indexOf(wanted) >= 0);
    }).sort(order);
    page = 0;
    draw();
  }

  function draw() {
    var first = page * PAGE, rows = shown.slice(first, first + PAGE);
    var part = document.createDocumentFragment();
    rows.forEach(function (student) { part.appendChild(line(student)); });
    body.replaceChildren(part);
    range.replaceChildren();
    var counts = { a: first + 1, b: first + rows.length, n: shown.length };
    for (var key in counts) counts[key] = counts[key].toLocaleString("en");
    say(range, shown.length ? words.range : words.nobody, counts);
    var buttons = pager.querySelectorAll("button");
    buttons[0].disabled = page === 0;
    buttons[1].disabled = first + PAGE >= shown.length;
    buttons[0].hidden = buttons[1].hidden = shown.length <= PAGE;
  }

  heads.forEach(function (head, column) {
    var button = make("button", "sort");
    button.type = "button";
    button.append.apply(button, Array.from(head.childNodes));
    head.appendChild(button);
    button.addEventListener("click", function () {
      sort.down = sort.column === column ? !sort.down : false;
      sort.column = column;
      mark();
      choose();
    });
  });

  function mark() {
    heads.forEach(function (head, column) {
      if (column !== sort.column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    });
  }

  pager.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    page += Number(button.value);
    draw();
    section.scrollIntoView();
  });

  function ask(number, what) {
    mistake = number;
    only.hidden = number < 0;
    var said = only.querySelector("span");
    said.replaceChildren();
    if (number >= 0) say(said, words.only, { what: what });
    choose();
  }

  document.querySelectorAll("button.who").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      find.value = "";
      choice.value = "all";
      ask(Number(button.value), button.dataset.what);
      section.scrollIntoView();
      only.querySelector("button").focus({ preventScroll: true });
    });
  });
  only.querySelector("button").addEventListener("click", function () {
    ask(-1);
    find.focus({ preventScroll: true });
  });
  find.addEventListener("input", choose);
  choice.addEventListener("change", choose);

  function options() {
    var lang = root.dataset.lang;
    Array.from(choice.options).forEach(function (o) {
      o.textContent = o.getAttribute("data-" + lang.toLowerCase()) ||
        o.getAttribute("data-" + lang.split("-")[0]);
    });
  }
  new MutationObserver(options).observe(root, { attributes: true, attributeFilter: ["data-lang"] });
  options();
  tools.hidden = pager.hidden = false;
  mark();
  choose();
})();
