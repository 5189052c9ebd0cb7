/* Sourcebook. Pages are whole without this script; it sorts and filters tables, shows quotes and previews on hover, copies
   citations, and puts the article beside the page. Classic script: works from the disk. */
(function () {
  "use strict";
  var html = document.documentElement, here = document.currentScript ? document.currentScript.src : "";
  var root = here.replace(/assets\/sourcebook\.js.*$/, "");
  var words = {}, types = {}, held = { names: [], facts: [], lines: [], rows: {} }, found = Object.create(null), texts = Object.create(null), parts = { ids: [], facts: [0], depth: 0 }, lines = { starts: [0], depth: 0 }, waiting = {};

  /* Data files call this. */
  window.sourcebook = function (kind, rows, more) {
    if (kind === "types") { rows.forEach(function (row) { types[row[0]] = row; }); parts = more; }
    else if (kind === "words") words = rows;
    else if (kind === "find") Object.assign(found, rows);
    else if (kind === "texts") Object.assign(texts, rows);
    else if (kind === "starts") { lines.starts = rows; lines.depth = more; }
    else held[kind][more] = rows;
  };
  function t(text) { return words[text] || text; }
  function load(file) {
    return waiting[file] || (waiting[file] = new Promise(function (done) {
      var script = document.createElement("script");
      script.src = root + file;
      script.onload = script.onerror = function () { done(); };
      document.head.appendChild(script);
    }));
  }
  function known() { return load("assets/data/types.js").then(function () { return parts; }); }
  function part(kind, n) {
    return load("assets/data/" + kind + "-" + n + ".js").then(function () { return held[kind][n] || []; });
  }
  function all(kind) {
    return known().then(function () {
      return Promise.all(parts.ids.map(function (_, n) { return part(kind, n); }));
    }).then(function (rows) { return [].concat.apply([], rows); });
  }
  function last(starts, sought) {
    var low = 0, high = starts.length - 1;
    while (low < high) { var middle = (low + high + 1) >> 1; if (starts[middle] <= sought) low = middle; else high = middle - 1; }
    return low;
  }
  /* The row of an entity or article by its id; entities come first, then articles, each in the order of ids. */
  function named(id, article) {
    return known().then(function () {
      var before = Math.ceil(parts.entities / 200), n = article ? before + last(parts.ids.slice(before), id) : last(parts.ids.slice(0, before), id);
      return part("names", n).then(function (rows) { return rows.find(function (row) { return row[0] === id; }); });
    });
  }
  function url(row) { return root + (types[row[1]] ? types[row[1]][1] : row[1]) + "/" + row[0] + ".html"; }
  function el(tag, css, text) {
    var made = document.createElement(tag);
    if (css) made.className = css;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  /* Words in quotation marks, but for those that they bring themselves; as `quotation` in render/markup.py. */
  function quotation(words) {
    function number(marks) { return (words.match(marks) || []).length; }
    var open = number(/[“«„]/g), closed = number(/[”»]/g), straight = number(/"/g), begins = /^[“«„"]/.test(words), ends = /[”»"]$/.test(words);
    if (begins && ends && open + closed + straight === 2) return words;
    var before = !begins ? "“" : open > closed || (straight % 2 && words[0] === '"') ? "" : "“\u200a";
    var after = !ends ? "”" : closed > open || (straight % 2 && words.slice(-1) === '"') ? "" : "\u200a”";
    return before + words + after;
  }
  function fold(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function later(work, wait) { var timer; return function () { clearTimeout(timer); timer = setTimeout(work, wait); }; }
  var ready = (html.lang || "en") === "en" ? Promise.resolve() : load("assets/data/words.js");
  window.sourcebookTools = { ready: ready, t: t, all: all, load: load, known: known, part: part, named: named, last: last, found: found, texts: texts, lines: lines, url: url, el: el, fold: fold, quotation: quotation, types: types, root: function () { return root; } };

  /* Tables. Dates are compared as such, numbers too; what is not said comes last. */
  function sortable(cell) {
    var time = cell.querySelector("time"), text = cell.textContent.trim();
    if (time) return [moment(time.getAttribute("datetime") || time.dataset.first)];
    if (/^[\d,]+$/.test(text)) return [+text.replace(/,/g, "")];
    return text === t("not stated") ? "" : text;
  }
  /* By what directories put people in order where the family name comes last; an article before it and a rank behind it do not count. */
  function lastWord(cell) {
    var words = cell.textContent.trim().split(/\s+/);
    while (words.length > 1 && /^(?:[js]r\.?|[ivx]+\.?|\(.*\))$/i.test(words[words.length - 1])) words.pop();
    return words[words.length - 1].replace(/^(?:a[dlnrstz]|ash|el)[-‑’'](?=.)/i, "") + " " + words.slice(0, -1).join(" ");
  }
  /* A date as a number of days, roughly; what is less precise comes before what lies within. */
  function moment(text) {
    var found = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
    return found ? found[1] * 372 + (found[2] || 0) * 31 + +(found[3] || 0) : 0;
  }
  function compared(a, b, way) {
    if (a === "" || b === "") return (a === "") - (b === "");
    return way * (typeof a === "string" || typeof b === "string" ? String(a).localeCompare(String(b), undefined, { numeric: true }) : a[0] - b[0]);
  }
  function enhance(box) {
    var table = box.querySelector("table"), head = table && table.tHead && table.tHead.rows[0], body = table && table.tBodies[0];
    if (!head || box.dataset.ready) return;
    box.dataset.ready = "1";
    // Of a list of several pages, the rows of the others are fetched once somebody sorts or filters.
    var whole = (box.dataset.sbWhole || "").split(" "), step = +whole[3] || Infinity, most = step, sought = [], sorted = false;
    var own = Array.from(body.rows).map(entry), rows = own, fetched;
    // The search looks through all pages.
    var none = el("p", "", t("Nothing found") + " "), more = button(t("Search everything"), function (made) { window.sourcebookTools.search(made.dataset.sought); });
    none.hidden = true;
    none.setAttribute("role", "status");
    none.appendChild(more);
    var state = el("p", "sb-state"), further = button("", function () { most += step; draw(); });
    state.setAttribute("role", "status");
    further.hidden = true;
    function entry(row) { return { row: row, text: "" }; }
    function complete() {
      if (!whole[0]) return Promise.resolve();
      return fetched || (fetched = Promise.all(Array.from({ length: +whole[2] }, function (_, n) {
        if (n + 1 === +whole[1]) return own;
        return part("rows", whole[0] + "-" + (n + 1)).then(function (html) {
          var held = el("template");
          held.innerHTML = "<table><tbody>" + html + "</tbody></table>";
          return Array.from(held.content.querySelectorAll("tr")).map(entry);
        });
      })).then(function (parts) { rows = [].concat.apply([], parts); }));
    }
    function draw() {
      var all = sorted || sought.length > 0, left = (all ? rows : own).filter(function (one) {
        if (sought.length) one.text = one.text || fold(one.row.textContent);
        return sought.every(function (word) { return one.text.indexOf(word) >= 0; });
      });
      body.replaceChildren.apply(body, left.slice(0, most).map(function (one) { return one.row; }));
      none.hidden = left.length > 0;
      if (!whole[0]) return;
      document.querySelectorAll(".sb-pages").forEach(function (way) { way.style.visibility = all ? "hidden" : ""; });
      var rest = left.length - most;
      state.textContent = all ? t("{n} of {m}").replace("{n}", Math.min(left.length, most).toLocaleString()).replace("{m}", left.length.toLocaleString()) : "";
      further.hidden = !all || rest <= 0;
      further.textContent = t("Show {n} more").replace("{n}", Math.min(rest, step).toLocaleString());
    }
    function sort(cell, key, again) {
      var keyed = rows.map(function (one) { return [key(one.row.cells[cell.cellIndex]), one]; });
      // Of numbers and dates, one looks for the most and the latest first.
      var numbers = keyed.some(function (one) { return one[0] !== "" && typeof one[0] !== "string"; }), now = again && cell.getAttribute("aria-sort");
      var down = now ? now === "ascending" : numbers;
      Array.prototype.forEach.call(head.cells, function (other) { other.removeAttribute("aria-sort"); });
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows = keyed.sort(function (a, b) { return compared(a[0], b[0], down ? -1 : 1); }).map(function (one) { return one[1]; });
      sorted = true;
      most = step;
      draw();
    }
    Array.prototype.forEach.call(head.cells, function (cell) {
      var keys = [[cell.textContent, sortable]], last = keys[0];
      cell.dataset.label = cell.textContent;
      if (cell.hasAttribute("data-sb-names")) keys.push([t("by last word"), lastWord]);
      cell.textContent = "";
      keys.forEach(function (key) {
        var button = el("button", "", key[0]);
        button.type = "button";
        button.addEventListener("click", function () {
          complete().then(function () {
            sort(cell, key[1], last === key);
            last = key;
            Array.prototype.forEach.call(cell.children, function (each) { each.classList.toggle("sb-by", each === button); });
          });
        });
        cell.appendChild(button);
      });
      cell.firstChild.classList.add("sb-by");
    });
    if (whole[0]) box.after(state, further);
    if (own.length < 8 && !whole[0]) return;
    var filter = el("input", "sb-filter");
    filter.type = "search";
    filter.placeholder = t("Filter");
    filter.setAttribute("aria-label", t("Filter the table"));
    filter.addEventListener("input", function () {
      complete().then(function () {
        sought = fold(filter.value).split(/\s+/).filter(Boolean);
        most = step;
        more.dataset.sought = filter.value;
        draw();
      });
    });
    box.parentNode.insertBefore(filter, box);
    box.after(none);
  }

  /* Cards on hover and focus: the quote of a fact of this page, or what another page is about. */
  var card, shown, timer;
  function hide() { clearTimeout(timer); if (card) card.hidden = true; if (shown) shown.removeAttribute("aria-describedby"); shown = null; }
  function show(link, content) {
    if (!card) {
      card = el("div", "sb-card-hover");
      card.id = "sb-card";
      card.setAttribute("role", "tooltip");
      card.addEventListener("mouseleave", hide);
      card.addEventListener("mouseenter", function () { clearTimeout(timer); });
      document.body.appendChild(card);
    }
    card.replaceChildren.apply(card, content);
    card.hidden = false;
    var box = link.getBoundingClientRect(), wide = card.offsetWidth, high = card.offsetHeight;
    card.style.left = Math.max(8, Math.min(box.left, innerWidth - wide - 8)) + scrollX + "px";
    card.style.top = (box.bottom + high + 8 < innerHeight || box.top < high + 8 ? box.bottom + 6 : box.top - high - 6) + scrollY + "px";
    link.setAttribute("aria-describedby", "sb-card");
    shown = link;
  }
  function preview(link) {
    var hash = link.getAttribute("href") || "";
    if (hash.charAt(0) === "#") {
      var fact = document.getElementById(hash.slice(1)), box = fact && fact.closest(".sb-evidence");
      if (!box || !link.classList.contains("sb-why")) return;
      var parts = Array.from(box.querySelectorAll(".sb-quote, .sb-says")).slice(0, 4).map(function (each) { return each.cloneNode(true); });
      parts.forEach(function (each) { each.querySelectorAll("a, [id]").forEach(function (one) { one.replaceWith(one.textContent); }); });
      show(link, parts);
      return;
    }
    var path = link.href.split("#")[0], there = path.indexOf(root) === 0 && /^([^/]+)\/([^/]+?)(?:--\d+)?\.html$/.exec(path.slice(root.length));
    if (!there) return;
    named(there[2], there[1] === "articles").then(function (row) {
      if (!row || (types[row[1]] || [])[1] !== there[1] || !link.matches(":hover, :focus")) return;
      var type = types[row[1]] || [];
      var parts = [el("strong", "", row[2]), el("span", "sb-chip sb-" + row[1], t(type[2] || row[1]))];
      if (row[4]) parts.push(el("p", "", row[4]));
      if (row[6]) parts.push(el("span", "sb-mark", t("not yet reviewed")));
      parts.forEach(function (each) { each.dir = "auto"; });
      show(link, parts);
    });
  }
  function hover(event) {
    var link = event.target.closest && event.target.closest("a.sb-why, a.sb-link, .sb-article a");
    if (!link || link === shown || !link.href || link.href.baseVal !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(function () { preview(link); }, event.type === "focusin" ? 50 : 250);
  }
  function leave() { clearTimeout(timer); timer = setTimeout(hide, 200); }

  /* Cite a fact: text, words, source and address; and the line to mend it. */
  function citation(fact) {
    var box = fact.closest(".sb-evidence"), title = document.querySelector("h1"), section = box, said = [];
    while (section && section.tagName !== "H3") section = section.previousElementSibling;
    box.querySelectorAll(".sb-quote, .sb-says").forEach(function (each) {
      var copy = each.cloneNode(true);
      copy.querySelectorAll(".sb-show").forEach(function (one) { one.remove(); });
      said.push(each.classList.contains("sb-quote") ? quotation(copy.textContent.trim()) : copy.textContent.trim());
    });
    var text = [title, section].map(function (each) { return each ? each.firstChild.textContent.trim() : ""; });
    return text.concat(fact.querySelector(".sb-value").textContent).join(" – ") + "\n" + said.join("\n") + "\n" + location.href.split("#")[0] + "#" + fact.id;
  }
  function copy(text, button) {
    var done = function () { button.textContent = t("Copied"); setTimeout(function () { button.textContent = button.dataset.label; }, 1500); };
    var old = function () {
      var area = el("textarea");
      area.value = text;
      document.body.appendChild(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      done();
    };
    if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(done, old); else old();
  }
  function button(label, work) {
    var made = el("button", "sb-button", label);
    made.type = "button";
    made.dataset.label = label;
    made.addEventListener("click", function () { work(made); });
    return made;
  }
  function citable(fact) {
    var file = (document.querySelector("[data-file]") || { dataset: {} }).dataset.file, tools = el("span", "sb-tools");
    tools.appendChild(button(t("Cite"), function (made) { copy(citation(fact), made); }));
    if (file && /^https?:/.test(file)) {
      var mend = el("a", "sb-button", t("Mend"));
      mend.href = file + "#L" + fact.dataset.line;
      tools.appendChild(mend);
    }
    fact.appendChild(tools);
  }
  function stub(item) {
    var article = document.querySelector("[data-sb-article]");
    if (!article) return;
    item.appendChild(button(t("Copy as YAML"), function (made) {
      copy("  - PROPERTY: VALUE\n    cite:\n      - src: " + article.dataset.sbArticle + "\n        quote: >-\n          " + item.querySelector("span").textContent + "\n", made);
    }));
  }

  /* The article beside the page. */
  var pane;
  function split(on) {
    if (!pane) {
      pane = el("aside", "sb-pane");
      pane.setAttribute("aria-label", t("The article"));
      var frame = el("iframe");
      frame.title = t("The article");
      pane.appendChild(button(t("Close"), function () { split(false); }));
      pane.appendChild(frame);
      document.body.appendChild(pane);
    }
    var inside = pane.contains(document.activeElement);
    html.classList.toggle("sb-split", on);
    pane.hidden = !on;
    var toggle = document.querySelector(".sb-split-toggle");
    if (toggle) toggle.setAttribute("aria-pressed", on);
    try { sessionStorage.setItem("sb-split", on ? "1" : ""); } catch (ignored) { /* storage is off */ }
    if (on) follow(); else if (toggle && inside) toggle.focus();
  }
  function open(href) {
    var frame = pane.querySelector("iframe");
    if (frame.dataset.at !== href) { frame.dataset.at = href; frame.src = href; }
  }
  var follow = later(function () {
    if (!pane || pane.hidden) return;
    var links = Array.from(document.querySelectorAll(".md-content .sb-evidence .sb-show"));
    var link = links.find(function (each) { var box = each.getBoundingClientRect(); return box.height && box.top > 80; }) || links[0];
    if (link) {
      document.querySelectorAll(".sb-evidence.sb-now").forEach(function (each) { each.classList.remove("sb-now"); });
      link.closest(".sb-evidence").classList.add("sb-now");
      open(link.href);
    }
  }, 150);

  /* What lies above the page goes, one thing after the other; from within the pane, the page is told. */
  function escape() {
    if (card && !card.hidden) hide();
    else if (self !== top) parent.postMessage("sb-close", "*");
    else if (pane && !pane.hidden && !document.querySelector("dialog[open]")) split(false);
  }

  /* Who comes to a sentence sees which facts rest on it. */
  function arrive() {
    var sentence = /^#s\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1)), facts = sentence && sentence.parentNode.nextElementSibling;
    if (facts && facts.matches(".sb-margin")) facts.open = true;
  }

  function start() {
    var moved = document.querySelector("[data-sb-moved]");
    var later = location.hash && document.getElementById(location.hash.slice(1));
    if (later && later.hasAttribute("data-sb-later")) { location.replace(later.href); return; }
    if (moved) { location.replace(moved.href + location.hash); return; }
    var search = document.querySelector(".md-search[role=dialog]");
    if (search && !search.getAttribute("aria-label")) search.setAttribute("aria-label", t("Search"));
    document.querySelectorAll(".sb-table").forEach(enhance);
    document.querySelectorAll(".sb-fact[id]").forEach(citable);
    document.querySelectorAll("[data-sb-unused]").forEach(stub);
    document.querySelectorAll("[data-sb-form], [data-sb-form-here]").forEach(form);
    document.querySelectorAll("[data-sb-type]").forEach(function (box) {
      box.addEventListener("change", function () {
        document.querySelector(".sb-article").classList.toggle("sb-no-" + box.dataset.sbType, !box.checked);
      });
    });
    var counts = document.querySelector(".sb-counts");
    if (counts && document.querySelector(".sb-evidence .sb-show") && innerWidth > 900 && self === top) {
      var toggle = button(t("Read beside the article"), function () { split(!html.classList.contains("sb-split")); });
      toggle.classList.add("sb-split-toggle");
      toggle.setAttribute("aria-pressed", "false");
      counts.appendChild(toggle);
      addEventListener("scroll", follow, { passive: true });
      document.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest(".sb-show");
        if (link && pane && !pane.hidden && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(link.href); }
      });
      try { if (sessionStorage.getItem("sb-split")) split(true); } catch (ignored) { /* storage is off */ }
    }
    document.addEventListener("mouseover", hover);
    document.addEventListener("focusin", hover);
    document.addEventListener("mouseout", function (event) { if (shown || timer) leave(event); });
    document.addEventListener("focusout", leave);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") escape(); });
    if (self !== top) html.classList.add("sb-framed");
    addEventListener("message", function (event) { if (pane && event.source === pane.querySelector("iframe").contentWindow && event.data === "sb-close") escape(); });
    arrive();
    addEventListener("hashchange", arrive);
  }
  /* The form editor needs a server, and to save, a repository or this machine's own folder. */
  function form(line) {
    var place = line.dataset.sbForm || (/^(localhost|127\.0\.0\.1)$/.test(location.hostname) ? line.dataset.sbFormHere : "");
    if (!place || !/^http/.test(location.protocol)) return;
    var link = el("a", "", t("Edit in a form"));
    link.href = root + "admin/index.html#/collections/" + place;
    if (line.firstChild) line.append(" · ");
    line.append(link);
  }
  function begin() { ready.then(start); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
