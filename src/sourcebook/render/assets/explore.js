/* Sourcebook: jump to a name, how two are connected, the drawn graph, what changed. Needs sourcebook.js. */
(function () {
  "use strict";
  var tools = window.sourcebookTools;
  if (!tools) return;
  var t = tools.t, el = tools.el, fold = tools.fold, all = tools.all;

  function rank(row, sought) {
    var name = fold(row[2]), others = fold(row[3]);
    if (name === sought) return 0;
    if (others.split("\n").indexOf(sought) >= 0) return 1;
    if (name.indexOf(sought) === 0) return 2;
    if ((" " + name).indexOf(" " + sought) >= 0) return 3;
    if (("\n" + others).indexOf("\n" + sought) >= 0 || (" " + others).indexOf(" " + sought) >= 0) return 4;
    return name.indexOf(sought) >= 0 || others.indexOf(sought) >= 0 ? 5 : -1;
  }
  /* Those that come nearest to what is sought first; of these, the ones of which most is known. */
  function ranked(rows, text) {
    var sought = fold(text.trim());
    return rows.map(function (row) { return [rank(row, sought), row]; })
      .sort(function (a, b) { return (a[0] < 0) - (b[0] < 0) || a[0] - b[0] || b[1][5] - a[1][5] || a[1][2].localeCompare(b[1][2]); })
      .map(function (one) { return one[1]; });
  }
  function best(rows, text) {
    var sought = fold(text.trim());
    return sought ? ranked(rows.filter(function (row) { return rank(row, sought) >= 0; }), text)[0] : undefined;
  }
  function anchor(text, href, css) { var made = el("a", css, text); made.href = href; return made; }
  /* What has to be said of a fact or an entity: behind the number that says whether nobody reviewed it, how it is put. */
  function marks(box, row, at) {
    if (row[at]) box.append(" ", el("span", "sb-mark", t("not yet reviewed")));
    row.slice(at + 1).forEach(function (each) { box.append(" ", el("span", "sb-mark", t(each))); });
  }
  function quoted(row) {
    var box = document.createDocumentFragment();
    marks(box, row, 7);
    if (row[5]) box.append(" ", el("q", "sb-said", tools.quotation(row[5])));
    if (row[6]) { box.appendChild(document.createTextNode(" ")); box.appendChild(anchor(t("Show the words"), tools.root() + row[6], "sb-show")); }
    return box;
  }

  /* Search. The words of the index and of what is typed are made in the same way (see render/search.py). */
  var UNSPACED = "\\u0e00-\\u0eff\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  var RUNS = new RegExp("[" + UNSPACED + "]+|[^" + UNSPACED + "]+", "gu"), NO_SPACES = new RegExp("^[" + UNSPACED + "]", "u");
  function split(text) {
    var out = [];
    (fold(text).match(/[\p{L}\p{N}]+/gu) || []).forEach(function (word) {
      word.match(RUNS).forEach(function (run) {
        var letters = Array.from(run);
        if (letters.length < 3 || !NO_SPACES.test(run)) out.push(run);
        else for (var at = 0; at + 1 < letters.length; at++) out.push(letters[at] + letters[at + 1]);
      });
    });
    return out;
  }
  function file(word, depth) {
    var letters = Array.from(word).slice(0, /^[\x00-\x7f]*$/.test(word) ? depth : Math.min(depth, 1));
    var name = letters.join("");
    return name && /^[\x00-\x7f]*$/.test(name) ? name : letters.map(function (each) { return each.codePointAt(0).toString(16); }).join("-") || "all";
  }
  function summed(steps) { var at = 0; return steps.map(function (step) { return (at += step); }); }
  /* The numbers at which a word stands: among names, facts or lines; of a very common word some, marked as such. */
  function listed(kind, word) {
    var own = kind === "lines" ? tools.texts[word] : tools.found[word] && tools.found[word][kind === "facts" ? 1 : 0];
    return own && own.many ? own : own ? (kind === "names" ? own : summed(own)) : [];
  }
  function numbers(word, kind, whole) {
    var keys = whole ? [word] : Object.keys(kind === "lines" ? tools.texts : tools.found).filter(function (key) { return key.indexOf(word) === 0; }), out = new Set();
    for (var n = 0; n < keys.length; n++) {
      var each = listed(kind, keys[n]);
      if (each.many) { out = new Set(each.many); out.many = true; return out; }
      each.forEach(function (number) { out.add(number); });
    }
    return out;
  }
  function common(sets, most) {
    var narrow = sets.filter(function (set) { return !set.many; }).sort(function (a, b) { return a.size - b.size; });
    if (!narrow.length) return Array.from(sets[0] || []).slice(0, most);
    return Array.from(narrow[0]).filter(function (each) { return narrow.every(function (set) { return set.has(each); }); }).slice(0, most);
  }
  function search(text) {
    var typed = split(text), nothing = { names: [], facts: [], lines: [], words: typed };
    if (!typed.length) return Promise.resolve(nothing);
    return Promise.all([tools.known(), tools.load("assets/data/texts/starts.js")]).then(function (both) {
      var parts = both[0], lines = tools.lines, short = typed.every(function (word) { return /^[\x00-\x7f]*$/.test(word) && word.length < parts.depth; });
      if (short) { nothing.short = true; return nothing; }
      var usable = typed.filter(function (word) { return !/^[\x00-\x7f]*$/.test(word) || word.length >= parts.depth; });
      function fetched(word) {
        return Promise.all([tools.load("assets/data/find/" + file(word, parts.depth) + ".js"), tools.load("assets/data/texts/" + file(word, lines.depth) + ".js")]);
      }
      return Promise.all(usable.map(fetched)).then(function () {
        var ends = /[\s]$/.test(text), whole = "=" + typed.join(" "), seen = new Set();
        numbers(whole, "names", true).forEach(function (each) { seen.add(each); });
        if (seen.size < 24 && typed[0].length >= parts.depth) numbers(whole, "names").forEach(function (each) { if (seen.size < 24) seen.add(each); });
        common(usable.map(function (word) { return numbers(word, "names"); }), 24).forEach(function (each) { seen.add(each); });
        var names = Array.from(seen).slice(0, 24);
        function exact(kind) {
          return common(usable.map(function (word, n) { return numbers(word, kind, ends || n < usable.length - 1); }), 8);
        }
        return Promise.all([
          Promise.all(names.map(function (number) { return row(parts, number); })),
          Promise.all(exact("facts").map(function (number) { return fact(parts, number); })),
          Promise.all(exact("lines").map(line))
        ]).then(function (rows) {
          return { names: rows[0].filter(Boolean), facts: rows[1].filter(Boolean), lines: rows[2].filter(Boolean), words: typed };
        });
      });
    });
  }
  /* Entities fill files of 200, and articles files of their own after them. */
  function row(parts, number) {
    var before = Math.ceil(parts.entities / 200), n = number < parts.entities ? Math.floor(number / 200) : before + Math.floor((number - parts.entities) / 200);
    var at = number < parts.entities ? number % 200 : (number - parts.entities) % 200;
    return tools.part("names", n).then(function (rows) { return rows[at]; });
  }
  function fact(parts, number) {
    var n = tools.last(parts.facts.slice(0, -1), number);
    while (n > 0 && parts.facts[n] === parts.facts[n + 1]) n--;
    return tools.part("facts", n).then(function (rows) {
      var found = rows[number - parts.facts[n]];
      return found && Promise.all([tools.named(found[0]), found[2] ? tools.named(found[2]) : null]).then(function (both) { return both[0] && [found, both[0], both[1]]; });
    });
  }
  function line(number) {
    var starts = tools.lines.starts, n = tools.last(starts.slice(0, -1), number);
    return tools.part("lines", n).then(function (groups) {
      var left = number - starts[n], at = 0;
      while (at < groups.length && left >= groups[at][3].length) { left -= groups[at][3].length; at++; }
      var group = groups[at];
      return group && [group[0], group[1], group[2] ? group[2] + left : 0, group[3][left]];
    });
  }
  /* A sentence around the first word that was looked for, with all of these marked. */
  function marked(link, text, sought) {
    var cut = text.length > 180, first = -1;
    text.replace(/[\p{L}\p{N}]+/gu, function (word, at) {
      if (first < 0 && sought.some(function (each) { return fold(word).indexOf(each) === 0; })) first = at;
      return word;
    });
    var start = cut && first > 80 ? text.indexOf(" ", first - 70) + 1 : 0, shown = (start ? "… " : "") + text.slice(start, start + 180) + (cut ? " …" : ""), from = 0;
    shown.replace(/[\p{L}\p{N}]+/gu, function (word, at) {
      if (sought.some(function (each) { return fold(word).indexOf(each) === 0; })) {
        link.append(shown.slice(from, at), el("mark", "", word));
        from = at + word.length;
      }
      return word;
    });
    link.append(shown.slice(from));
  }

  /* The search dialog: names first, then facts and their words. */
  function jump() {
    var dialog = el("dialog", "sb-jump"), input = el("input"), list = el("div", "sb-results"), active = -1, filled = Promise.resolve();
    input.type = "search";
    input.setAttribute("aria-label", t("Search for a name, a fact or words of a text"));
    input.placeholder = t("Name, alias, fact or words of a text");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", "sb-results");
    list.id = "sb-results";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", t("Results"));
    dialog.setAttribute("aria-label", t("Search"));
    dialog.append(input, list);
    document.body.appendChild(dialog);
    function option(link) {
      link.setAttribute("role", "option");
      link.querySelectorAll("small").forEach(function (each) { each.dir = "auto"; });
      link.id = "sb-option-" + list.querySelectorAll("[role=option]").length;
      link.tabIndex = -1;
      list.appendChild(link);
    }
    function group(title) { var head = el("div", "sb-group", title); head.setAttribute("role", "presentation"); list.appendChild(head); }
    function fill() {
      var text = input.value;
      list.setAttribute("aria-busy", "true");
      filled = search(text).then(function (hits) {
        if (input.value !== text) return;
        list.setAttribute("aria-busy", "false");
        list.textContent = "";
        active = -1;
        var sought = fold(text.trim());
        var names = ranked(hits.names, text);
        // What is nearest comes first, with others of its type.
        new Set(names.map(function (row) { return row[1]; })).forEach(function (type) {
          var own = names.filter(function (row) { return row[1] === type; }).slice(0, 6);
          group(t(tools.types[type][3]));
          own.forEach(function (row) {
            var link = anchor("", tools.url(row), "sb-" + type);
            link.append(el("bdi", "", row[2]));
            marks(link, row, 6);
            var others = row[3].split("\n"), other = others.find(function (each) { return fold(each) === sought; });
            if (!other && fold(row[2]).indexOf(sought) < 0) other = others.find(function (each) { return fold(each).indexOf(sought) >= 0; });
            if (other || row[4]) link.appendChild(el("small", "", other || row[4]));
            option(link);
          });
        });
        if (hits.facts.length) group(t("Facts"));
        var told = new Set();
        hits.facts.forEach(function (hit) {
          var row = hit[0], subject = hit[1], other = hit[2];
          // What several articles say is one fact.
          if (told.has(row[0] + row[4])) return;
          told.add(row[0] + row[4]);
          var link = anchor(subject[2] + " – " + t(row[1]) + " – " + (other ? other[2] : row[3]), tools.url(subject) + "#" + row[4], "sb-" + subject[1]);
          marks(link, row, 7);
          if (row[5]) link.appendChild(el("small", "", tools.quotation(row[5])));
          option(link);
        });
        if (hits.lines.length) group(t("In the texts"));
        hits.lines.forEach(function (hit) {
          var link = anchor("", tools.root() + hit[0] + (hit[2] ? "#s" + hit[2] : ""), "sb-article");
          marked(link, hit[3], hits.words);
          link.appendChild(el("small", "", hit[1]));
          option(link);
        });
        if (sought && !list.children.length) list.appendChild(el("p", "", t(hits.short ? "Go on typing" : "Nothing found")));
        move(0);
      });
    }
    function move(by) {
      var options = list.querySelectorAll("[role=option]");
      if (!options.length) { input.removeAttribute("aria-activedescendant"); return; }
      active = (Math.max(active, 0) + by + options.length) % options.length;
      options.forEach(function (each, number) { each.setAttribute("aria-selected", number === active); });
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    }
    input.addEventListener("input", fill);
    input.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
      else if (event.key === "Enter") {
        // What was typed last may still be looked for.
        filled.then(function () {
          var chosen = list.querySelector("[aria-selected=true]");
          if (chosen) { dialog.close(); location.href = chosen.href; }
        });
      }
    });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    list.addEventListener("click", function () { dialog.close(); });
    return function (sought) { if (!dialog.open) { if (sought) input.value = sought; dialog.showModal(); input.select(); fill(); } };
  }
  function jumpButton() {
    var open, header = document.querySelector(".md-header__inner"), search = header && header.querySelector(".md-search, [for=__search]");
    function show(sought) { open = open || jump(); open(sought); }
    tools.search = show;
    document.addEventListener("keydown", function (event) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); event.stopPropagation(); show(); }
    }, true);
    if (!header) return;
    var button = el("button", "sb-jump-button", t("Search"));
    button.type = "button";
    button.appendChild(el("kbd", "", "Ctrl K"));
    button.addEventListener("click", function () { show(); });
    header.insertBefore(button, search || null);
  }

  /* The shortest way between two: breadth first over the facts, both ways. */
  function way(facts, from, to) {
    var next = {}, before = {}, queue = [from];
    facts.forEach(function (row) {
      if (!row[2]) return;
      (next[row[0]] = next[row[0]] || []).push([row[2], row]);
      (next[row[2]] = next[row[2]] || []).push([row[0], row]);
    });
    before[from] = null;
    while (queue.length) {
      var here = queue.shift();
      if (here === to) break;
      (next[here] || []).forEach(function (step) {
        if (!(step[0] in before)) { before[step[0]] = [here, step[1]]; queue.push(step[0]); }
      });
    }
    if (!(to in before)) return null;
    var steps = [];
    for (var at = to; before[at]; at = before[at][0]) steps.unshift(before[at][1]);
    return steps;
  }
  function connect(form) {
    var answer = document.querySelector("[data-sb-answer]"), list = form.querySelector("datalist");
    form.hidden = false;
    all("names").then(function (rows) {
      var entities = rows.filter(function (row) { return row[1] !== "article"; });
      entities.forEach(function (row) { var one = el("option"); one.value = row[2]; one.label = t(tools.types[row[1]][2]); list.appendChild(one); });
      function find(text) { return entities.find(function (row) { return row[0] === text; }) || best(entities, text); }
      function ask(a, b) {
        answer.textContent = "";
        if (!a || !b) { answer.appendChild(el("p", "", t("Choose two names of the list."))); return; }
        all("facts").then(function (facts) {
          var byId = {}, steps = way(facts, a[0], b[0]);
          entities.forEach(function (row) { byId[row[0]] = row; });
          if (!steps) { answer.appendChild(el("p", "", t("No fact connects the two, not even by way of others."))); return; }
          if (!steps.length) { answer.appendChild(el("p", "", t("These are one and the same."))); return; }
          var items = el("ol", "sb-way");
          steps.forEach(function (row) {
            var item = el("li"), one = byId[row[0]], other = byId[row[2]];
            item.append(anchor(one[2], tools.url(one), "sb-link sb-" + one[1]), " ", anchor(t(row[1]), tools.url(one) + "#" + row[4], "sb-property"), " ");
            item.append(anchor(other[2], tools.url(other), "sb-link sb-" + other[1]), el("br"), quoted(row));
            items.appendChild(item);
          });
          answer.appendChild(items);
        });
      }
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        var a = find(form.a.value), b = find(form.b.value);
        if (a && b) history.replaceState(null, "", "#" + a[0] + "," + b[0]);
        ask(a, b);
      });
      var asked = decodeURIComponent(location.hash.slice(1)).split(",");
      if (asked.length === 2) {
        var a = find(asked[0]), b = find(asked[1]);
        if (a && b) { form.a.value = a[2]; form.b.value = b[2]; ask(a, b); }
      }
    });
  }

  /* The drawn graph. */
  function draw(box) {
    Promise.all([all("names"), all("facts"), tools.load("assets/vendor/force-graph-1.52.0/force-graph.min.js")]).then(function (found) {
      if (!window.ForceGraph) return;
      var byId = {}, links = [], style = getComputedStyle(document.body);
      found[0].forEach(function (row) { byId[row[0]] = row; });
      found[1].forEach(function (row) { if (row[2] && byId[row[0]] && byId[row[2]]) links.push({ source: row[0], target: row[2], row: row }); });
      if (links.length > 3000) {
        var kept = {};
        found[0].slice().sort(function (a, b) { return b[5] - a[5]; }).slice(0, 400).forEach(function (row) { kept[row[0]] = true; });
        links = links.filter(function (one) { return kept[one.source] && kept[one.target]; }).slice(0, 3000);
      }
      var used = {};
      links.forEach(function (one) { used[one.source] = used[one.target] = true; });
      // Those of which most is known are drawn, and named, first; a name that would cover another one stays out.
      var nodes = Object.keys(used).map(function (id) { return { id: id, row: byId[id] }; }).sort(function (a, b) { return b.row[5] - a.row[5]; }), named = [];
      function covers(box) { return named.some(function (each) { return box[0] < each[2] && each[0] < box[2] && box[1] < each[3] && each[1] < box[3]; }); }
      if (!nodes.length) return;
      box.hidden = false;
      var still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      function colour(type) { return style.getPropertyValue("--sb-" + type).trim() || "#777"; }
      function safe(text) { var made = el("span", "", text); return made.innerHTML; }
      var graph = new window.ForceGraph(box)
        .width(box.clientWidth).height(Math.min(560, Math.max(320, innerHeight * 0.6)))
        .graphData({ nodes: nodes, links: links })
        .nodeLabel(function (node) { return safe(node.row[2]); })
        .linkLabel(function (link) { return safe(t(link.row[1])); })
        .linkColor(function () { return style.getPropertyValue("--md-default-fg-color--lighter") || "#9994"; })
        .onRenderFramePre(function () { named = []; })
        .nodeCanvasObject(function (node, canvas, scale) {
          canvas.fillStyle = colour(node.row[1]);
          canvas.beginPath();
          canvas.arc(node.x, node.y, Math.max(Math.min(9, 2.5 + Math.sqrt(node.row[5])), 2.5 / scale), 0, 7);
          canvas.fill();
          if (scale < 1.4 && node.row[5] < 8) return;
          canvas.font = 11 / scale + "px sans-serif";
          var name = node.row[2].slice(0, 32), x = node.x + 7 / scale + 3, y = node.y + 3 / scale, box = [x, y - 10 / scale, x + canvas.measureText(name).width, y + 3 / scale];
          if (covers(box)) return;
          named.push(box);
          canvas.fillStyle = style.getPropertyValue("--md-default-fg-color") || "#000";
          canvas.fillText(name, x, y);
        })
        .nodePointerAreaPaint(function (node, colour, canvas) {
          canvas.fillStyle = colour;
          canvas.beginPath();
          canvas.arc(node.x, node.y, 10, 0, 7);
          canvas.fill();
        })
        .onNodeClick(function (node) { location.href = tools.url(node.row); })
        .onLinkClick(function (link) { location.href = tools.url(byId[link.row[0]]) + "#" + link.row[4]; });
      if (still) graph.warmupTicks(200).cooldownTicks(0); else graph.cooldownTime(4000);
      graph.onEngineStop(function () { graph.zoomToFit(0, 30); });
    });
  }

  /* What changed since the last visit. */
  function changed(box) {
    Promise.all([all("names"), all("facts")]).then(function (found) {
      var byId = {}, now = {}, before = null, key = "sb-seen:" + tools.root(), added = [], gone = 0;
      found[0].forEach(function (row) { byId[row[0]] = row; });
      found[1].forEach(function (row) { now[row[0] + "#" + row[4].slice(2)] = row; });
      try { before = JSON.parse(localStorage.getItem(key)); } catch (ignored) { before = null; }
      if (before && before.facts) {
        var known = {};
        before.facts.forEach(function (each) { known[each] = true; if (!now[each]) gone++; });
        added = Object.keys(now).filter(function (each) { return !known[each]; });
      }
      box.textContent = "";
      var text = !before ? t("This is your first visit. From now on this page shows what is new.") : !added.length && !gone ? t("Nothing changed since your last visit.") : "";
      if (text) box.appendChild(el("p", "", text));
      if (added.length) {
        box.appendChild(el("p", "", t("New facts") + ": " + added.length));
        var list = el("ul");
        added.slice(0, 500).forEach(function (each) {
          var row = now[each], one = byId[row[0]], other = byId[row[2]], item = el("li");
          if (!one) return;
          item.append(anchor(one[2], tools.url(one), "sb-link sb-" + one[1]), " ", anchor(t(row[1]), tools.url(one) + "#" + row[4], "sb-property"), " ");
          item.append(other ? anchor(other[2], tools.url(other), "sb-link sb-" + other[1]) : row[3], el("br"), quoted(row));
          list.appendChild(item);
        });
        box.appendChild(list);
      }
      if (gone) box.appendChild(el("p", "", t("Facts that are gone") + ": " + gone));
      try { localStorage.setItem(key, JSON.stringify({ facts: Object.keys(now) })); } catch (ignored) { /* storage is off or full */ }
    });
  }

  /* Where there is no page, what its address says may be found elsewhere. */
  function found(heading) {
    var words = decodeURIComponent(location.pathname).replace(/(\/index)?\.html$|\/$/, "").split("/").pop().replace(/[-_]+/g, " ").trim();
    var button = el("button", "sb-button", t("Search everything")), line = el("p");
    button.type = "button";
    button.addEventListener("click", function () { tools.search(words); });
    line.append(button, " ", anchor(t("Home"), tools.root() + "index.html"));
    heading.after(line);
  }

  function start() {
    if (self === top) jumpButton();
    var form = document.querySelector("[data-sb-connections]"), box = document.querySelector("[data-sb-graph]"), news = document.querySelector("[data-sb-changes]");
    var lost = document.querySelector("h1:not([id])");
    if (lost && /^404\b/.test(lost.textContent) && tools.search) found(lost);
    if (form) connect(form);
    if (box) draw(box);
    if (news) changed(news);
  }
  function begin() { tools.ready.then(start); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
