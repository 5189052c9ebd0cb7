/* Puts changes into the text of a YAML file where they belong; every byte elsewhere stays: comments, blank lines, quoting, folding.
   All scalars are texts, as Sourcebook reads them. What comes out is read again and compared with what was meant. */
(function () {
  "use strict";
  const { parseDocument, isAlias, isMap, isScalar, isSeq } = globalThis.YAML;
  const WIDTH = 80, AT = Symbol("at");
  const OPTIONS = { schema: "failsafe", keepSourceTokens: true, prettyErrors: false, logLevel: "silent" };
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  /* What may stand without quotes; as `plain_or_quoted` in Python. */
  const PLAIN = /^[^\s!&*\-?|>@%`"'#,\[\]{}:](?:[^:#\n\r\t]|:(?=\S)|(?<=\S)#)*$/u;
  /* Characters that are shown by nothing, or that end a line for some readers of YAML. */
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/u, HIDDEN_IN_LINES = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/u;
  const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value);
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  /* Reading. */
  let last = ["", null];
  function parse(text) {
    if (last[1] && last[0] === text) return last[1];
    const document = parseDocument(text, OPTIONS);
    if (document.errors.length) throw new Error(document.errors[0].message);
    const forbidden = node => {
      if (!node) return;
      if (isAlias(node) || node.anchor || node.tag) throw new Error("YAML anchors, aliases and tags are not allowed");
      if (isMap(node)) node.items.forEach(pair => { forbidden(pair.key); forbidden(pair.value); });
      if (isSeq(node)) node.items.forEach(forbidden);
    };
    forbidden(document.contents);
    if (document.contents && !isMap(document.contents)) throw new Error("The file holds no keys with values");
    last = [text, document];
    return document;
  }
  function value(text) { return parse(text).toJS() ?? {}; }
  function same(one, other) {
    if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((each, n) => same(each, other[n]));
    if (isObject(one)) {
      const keys = Object.keys(one);
      return isObject(other) && keys.length === Object.keys(other).length && keys.every(key => own(other, key) && same(one[key], other[key]));
    }
    return one === other;
  }

  /* Writing. What is given for an entry begins right after its colon. */
  function quoted(text) {
    return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, sign => "\\U" + sign.codePointAt(0).toString(16).padStart(8, "0"));
  }
  function plain(text) { return PLAIN.test(text) && !HIDDEN.test(text) && !/ $|:$|^---/.test(text) ? text : quoted(text); }
  function inList(text) { return /[,\[\]{}]/.test(text) ? quoted(text) : plain(text); }
  function wrapped(words, indent) {
    const width = Math.max(20, WIDTH - indent), rows = [];
    let row = "";
    for (const word of words) {
      if (row && row.length + 1 + word.length > width) { rows.push(row); row = word; } else row = row ? `${row} ${word}` : word;
    }
    return [...rows, row].map(each => "\n" + " ".repeat(indent) + each).join("");
  }
  function scalar(text, before, indent) {
    if (text.includes("\n") && !HIDDEN_IN_LINES.test(text) && !/^[ \t\n]/.test(text) && !/\n\n$/.test(text)) {
      const ended = text.endsWith("\n"), rows = (ended ? text.slice(0, -1) : text).split("\n");
      return (ended ? " |" : " |-") + rows.map(row => "\n" + (row ? " ".repeat(indent) + row : "")).join("");
    }
    if (before + 1 + plain(text).length <= WIDTH) return " " + plain(text);
    const words = text.split(" ");
    if (words.every(Boolean) && !HIDDEN.test(text) && !/\s/.test(words.join("")) && !text.startsWith("#")) return " >-" + wrapped(words, indent);
    return " " + plain(text);
  }
  function flow(list) { return ` [${list.map(inList).join(", ")}]`; }
  function entry(key, what, column) {
    const before = column + key.length + 1;
    if (typeof what === "string") return scalar(what, before, column + 2);
    if (Array.isArray(what)) {
      if (what.every(each => ID.test(each)) && before + flow(what).length <= WIDTH) return flow(what);
      return what.map(each => "\n" + item(each, column + 2)).join("");
    }
    return "\n" + entries(what, column + 2);
  }
  function entries(object, column) {
    return Object.keys(object).map(key => " ".repeat(column) + plain(key) + ":" + entry(key, object[key], column)).join("\n");
  }
  function item(what, column) {
    const dash = " ".repeat(column) + "-";
    if (typeof what === "string") return dash + scalar(what, column + 1, column + 2);
    if (Array.isArray(what)) return dash + flow(what);
    return dash + entries(what, column + 2).slice(column + 1);
  }

  /* Places in the text. */
  function rowStart(text, at) { return text.lastIndexOf("\n", at - 1) + 1; }
  function rowEnd(text, at) { const found = text.indexOf("\n", at); return found < 0 ? text.length : found; }
  function column(text, at) { return at - rowStart(text, at); }
  function indented(text, at) { return !text.slice(rowStart(text, at), at).trim(); }
  function endOf(text, node, fallback) {
    if (!node || !node.range) return fallback;
    if (!node.flow && isMap(node) && node.items.length) { const pair = node.items[node.items.length - 1]; return endOf(text, pair.value, pair.key.range[1]); }
    if (!node.flow && isSeq(node) && node.items.length) return endOf(text, node.items[node.items.length - 1], node.range[1]);
    if (isScalar(node) && /^BLOCK/.test(node.type)) {
      const written = text.slice(node.range[0], node.range[1]);
      return node.range[0] + (/^[|>]\d?\+/.test(written) ? written.replace(/\n$/, "") : written.trimEnd()).length;
    }
    return node.range[1];
  }
  function nodeAt(text, path) {
    return path.reduce((node, step) => isMap(node) ? pairOf(node, step).value : node.items[step], parse(text).contents);
  }
  function pairOf(map, key) { return map.items.find(pair => pair.key.value === key); }
  function cannot() { throw new Error("This cannot be put in without changing what stands beside it"); }

  /* Changing. Each step gives the new text, so that places are always those of the text at hand. */
  function patchMap(text, path, wanted) {
    const have = nodeAt(text, path).toJSON();
    for (const key of Object.keys(have)) if (!own(wanted, key)) text = removeKey(text, path, key);
    let before = null;
    for (const key of Object.keys(wanted)) {
      if (!own(have, key)) text = insertKey(text, path, key, wanted[key], before);
      else if (!same(have[key], wanted[key]) || moved(wanted[key])) text = patchValue(text, path, key, wanted[key]);
      before = key;
    }
    return text;
  }
  function moved(list) { return Array.isArray(list) && list.some((each, n) => isObject(each) && AT in each && each[AT] !== n); }
  function patchValue(text, path, key, wanted) {
    const node = pairOf(nodeAt(text, path), key).value, inside = [...path, key];
    if (isMap(node) && !node.flow && isObject(wanted)) return patchMap(text, inside, wanted);
    if (isSeq(node) && !node.flow && Array.isArray(wanted) && wanted.length) return patchList(text, inside, wanted);
    return replaceValue(text, path, key, wanted);
  }
  function removeKey(text, path, key) {
    const map = nodeAt(text, path), n = map.items.findIndex(pair => pair.key.value === key), pair = map.items[n], start = pair.key.range[0];
    if (map.flow) cannot();
    if (indented(text, start)) return text.slice(0, rowStart(text, start)) + text.slice(rowEnd(text, endOf(text, pair.value, pair.key.range[1])) + 1);
    if (!map.items[n + 1]) cannot();
    return text.slice(0, start) + text.slice(map.items[n + 1].key.range[0]);
  }
  function insertKey(text, path, key, what, before) {
    const map = nodeAt(text, path);
    if (map.flow || !map.items.length) cannot();
    const first = map.items[0].key.range[0], indent = column(text, first), row = " ".repeat(indent) + plain(key) + ":" + entry(key, what, indent) + "\n";
    if (before === null && !indented(text, first)) cannot();
    const pair = before === null ? null : pairOf(map, before);
    const at = pair ? rowEnd(text, endOf(text, pair.value, pair.key.range[1])) + 1 : rowStart(text, first);
    return text.slice(0, at) + row + text.slice(at);
  }
  function replaceValue(text, path, key, what) {
    const map = nodeAt(text, path), pair = pairOf(map, key), node = pair.value;
    if (map.flow) cannot();
    const colon = pair.srcToken.sep.find(token => token.type === "map-value-ind").offset + 1, end = endOf(text, node, colon);
    let fresh = entry(key, what, column(text, pair.key.range[0]));
    const commented = text.slice(end, rowEnd(text, end)).trim().startsWith("#"), inline = !text.slice(colon, end).includes("\n");
    if (commented && inline && fresh.includes("\n")) {
      if (typeof what === "string") fresh = " " + plain(what);
      else if (Array.isArray(what) && what.every(each => typeof each === "string")) fresh = flow(what);
      else cannot();
    }
    const start = inline && end > colon && !fresh.includes("\n") ? node.range[0] : colon;
    return text.slice(0, start) + (start === colon ? fresh : fresh.slice(1)) + text.slice(end);
  }
  function patchList(text, path, wanted) {
    const have = nodeAt(text, path).toJSON(), free = have.map(() => true);
    const plan = wanted.map(each => {
      const at = isObject(each) ? each[AT] ?? -1 : have.findIndex((one, n) => free[n] && one === each);
      if (at < 0 || !free[at]) return { fresh: each };
      free[at] = false;
      return { at, each };
    });
    for (const one of plan) {
      if (one.at === undefined || same(have[one.at], one.each)) continue;
      const node = nodeAt(text, [...path, one.at]);
      // What is written in brackets is written anew.
      if (isMap(node) && !node.flow && isObject(one.each)) text = patchMap(text, [...path, one.at], one.each);
      else one.anew = true;
    }
    return plan.length === have.length && plan.every((one, n) => one.at === n && !one.anew) ? text : arrange(text, path, plan);
  }
  /* A list anew out of its items, each with the comments above it; rows of items that stay where they are stay as they are. */
  function arrange(text, path, plan) {
    const list = nodeAt(text, path), dashes = list.srcToken.items.map(one => one.start.find(token => token.type === "seq-item-ind").offset);
    if (!dashes.every(at => indented(text, at))) cannot();
    const indent = column(text, dashes[0]), starts = dashes.map(at => rowStart(text, at));
    const ends = list.items.map((node, n) => rowEnd(text, endOf(text, node, dashes[n] + 1)) + 1);
    const chunks = starts.map((start, n) => {
      const above = n ? text.slice(ends[n - 1], start) : "", gap = above.match(/^(?:[ \t]*\n)*/)[0];
      return { gap, above: above.slice(gap.length), body: text.slice(start, ends[n]) };
    });
    const usual = chunks.length > 1 ? chunks[1].gap : path[path.length - 1] === "facts" ? "\n" : "";
    const kept = new Set(plan.map(one => one.at));
    let out = "", orphans = "", expected = 0;
    for (const one of plan) {
      if (one.at === undefined) { out += (out ? usual : "") + item(one.fresh, indent) + "\n"; continue; }
      // Comments above items that are gone stay.
      for (; expected < one.at; expected++) if (!kept.has(expected)) orphans += chunks[expected].above;
      expected = Math.max(expected, one.at + 1);
      const chunk = chunks[one.at];
      out += (out ? (one.at ? chunk.gap : usual) : "") + orphans + chunk.above + (one.anew ? item(one.each, indent) + "\n" : chunk.body);
      orphans = "";
    }
    for (; expected < chunks.length; expected++) if (!kept.has(expected)) orphans += chunks[expected].above;
    return text.slice(0, starts[0]) + out + orphans + text.slice(ends[ends.length - 1]);
  }

  function coarse(text, wanted) {
    const have = value(text);
    let before = null;
    for (const key of Object.keys(have)) if (!own(wanted, key)) text = removeKey(text, [], key);
    for (const key of Object.keys(wanted)) {
      if (!own(have, key)) text = insertKey(text, [], key, wanted[key], before);
      else if (!same(have[key], wanted[key])) text = replaceValue(text, [], key, wanted[key]);
      before = key;
    }
    return text;
  }
  /* The text with what is wanted in place of what it says: spliced in; else whole keys anew; else all of it. */
  function rewrite(text, wanted) {
    const based = text === "" || text.endsWith("\n") ? text : text + "\n";
    if (based && same(value(based), wanted) && !Object.values(wanted).some(moved)) return based;
    const ways = based ? [() => patchMap(based, [], wanted), () => coarse(based, wanted)] : [];
    let trouble = null;
    for (const way of [...ways, () => entries(wanted, 0) + "\n"]) {
      try {
        const made = way();
        if (same(value(made), wanted)) return made;
      } catch (error) { trouble = error; }
    }
    throw trouble ?? new Error("The file cannot be written so that it reads as it should");
  }
  /* The words of an item of a list, without its indentation. */
  function source(text, path) {
    const node = nodeAt(text, path), start = node.range[0], indent = column(text, start);
    return text.slice(start, endOf(text, node, start)).split("\n").map((row, n) => n ? row.slice(Math.min(indent, row.length - row.trimStart().length)) : row).join("\n");
  }
  globalThis.sourcebookSplice = { AT, parse, value, same, rewrite, source };
})();
