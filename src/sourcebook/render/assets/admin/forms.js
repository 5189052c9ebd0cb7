/* The form editor: Sveltia CMS with file formats of ours, which put into a file what was changed in its form and leave the rest as it is.
   The configuration is in config.js; splice.js does the writing. */
(function () {
  "use strict";
  const { AT, value, same, rewrite, source } = globalThis.sourcebookSplice, { schema } = globalThis.sourcebookForms;
  const isObject = what => what !== null && typeof what === "object" && !Array.isArray(what);
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  const TEXTS = ["name", "summary", "when", "kind", "status", "auto", "notes", "note"], LISTS = ["aliases", "mentioned_as", "same_as", "merged", "not_same_as"];
  const ENTITY = ["type", "name", "aliases", "mentioned_as", "summary", "when", "kind", "status", "auto", "cite", "facts", "same_as", "merged", "not_same_as", "notes", "note"];
  const SAID = ["rank", "why", "auto", "unsure"], CITED = ["src", "by", "stance", "locator", "quote", "note"];
  const FACT = [...Object.keys(schema.properties), ...Object.keys(schema.qualifiers), ...SAID, "cite"];
  /* Names of the form's own, which no key of a file has: the place in the file, the file's text, a fact that no form fits. */
  const PLACE = "_at", TEXT = "_text", YAML = "_yaml", SPECIAL = "_special", UNKNOWN = "_unknown";

  /* Values in forms: a text, or for entities a list of ids. */
  function text(what) { return typeof what === "string" ? what.trim() : ""; }
  function texts(what) { return (Array.isArray(what) ? what : [what]).filter(each => typeof each === "string").map(text).filter(Boolean); }
  function fits(kind, what) { return typeof what === "string" || (kind === "entity" && Array.isArray(what) && what.every(each => typeof each === "string")); }
  function shown(kind, what) { return kind === "entity" ? (fits(kind, what) ? texts(what) : []) : fits(kind, what) ? text(what) : ""; }
  /* The object with a key set or removed; a new key stands where it is usually written. */
  function put(object, key, what, order) {
    if (what === undefined || what === "" || (Array.isArray(what) && !what.length)) { const { [key]: _, ...rest } = object; return rest; }
    if (own(object, key)) return { ...object, [key]: what };
    const rank = order.indexOf(key), keys = Object.keys(object);
    let at = keys.length;
    while (at > 0 && order.indexOf(keys[at - 1]) > rank) at--;
    return Object.fromEntries([...keys.slice(0, at).map(each => [each, object[each]]), [key, what], ...keys.slice(at).map(each => [each, object[each]])]);
  }
  /* The object with what was changed in a form. */
  function take(object, key, was, now, order) {
    now = Array.isArray(was) ? texts(now ?? []) : text(now);
    if (same(was, now)) return object;
    const before = object[key];
    if (Array.isArray(now) && now.length === 1 && !Array.isArray(before) && !LISTS.includes(key)) now = now[0];
    if (typeof now === "string" && now && typeof before === "string" && before.endsWith("\n")) now += "\n";
    return put(object, key, now, order);
  }

  /* Citations. */
  function citationForm(cited, n) {
    const by = text(cited.by);
    return { [PLACE]: String(n), src: text(cited.src), quote: text(cited.quote), by: by === "unknown" ? "" : by, [UNKNOWN]: by === "unknown", stance: text(cited.stance), locator: text(cited.locator), note: text(cited.note) };
  }
  function citationsFit(cite) { return cite === undefined || (Array.isArray(cite) && cite.every(isObject)); }
  function citationForms(cite) { return citationsFit(cite) ? (cite ?? []).map(citationForm) : []; }
  function citations(before, forms) {
    return placed(before ?? [], forms, (cited, found, form) => {
      const was = found ?? citationForm({}, 0);
      const said = { ...form, by: form[UNKNOWN] === true || form[UNKNOWN] === "true" ? "unknown" : form.by };
      const known = { ...was, by: was[UNKNOWN] ? "unknown" : was.by };
      return CITED.reduce((made, key) => take(made, key, known[key] ?? "", said[key], CITED), cited);
    }, citationForm);
  }
  /* The items of a list as a form leaves them: each knows where it stood, so that it can stay as it was written. */
  function placed(before, forms, change, form) {
    const used = new Set();
    return forms.map(each => {
      const at = /^\d+$/.test(each[PLACE] ?? "") && before[Number(each[PLACE])] !== undefined ? Number(each[PLACE]) : -1;
      const made = at < 0 ? change({}, null, each) : change(before[at], form(before[at], at), each);
      if (at < 0 || used.has(at)) return { ...made };
      used.add(at);
      return Object.assign({ ...made }, { [AT]: at });
    }).filter(each => Object.keys(each).length);
  }

  /* Facts. */
  function propertyOf(fact, type) {
    const known = isObject(fact) ? Object.keys(fact).filter(key => !own(schema.qualifiers, key) && !SAID.includes(key) && key !== "cite") : [];
    const [name] = known, kind = schema.properties[name];
    const plain = known.length === 1 && kind && (schema.types[type] ?? []).includes(name) && fits(kind, fact[name]) && citationsFit(fact.cite);
    return plain && (kind !== "entity" || Array.isArray(fact[name]) || text(fact[name])) ? name : "";
  }
  function factForm(type, written) {
    return (fact, n) => {
      const name = propertyOf(fact, type);
      if (!name) return { property: YAML, [PLACE]: String(n), yaml: written(n).trim() };
      return plainForm(name, fact, n);
    };
  }
  function plainForm(name, fact, n) {
    const kind = schema.properties[name], special = kind === "entity" && ["unknown", "none"].includes(fact[name]) ? fact[name] : "";
    const more = { [SPECIAL]: special };
    for (const key of Object.keys(schema.qualifiers)) if (key !== "when") more[key] = shown(schema.qualifiers[key], fact[key]);
    for (const key of ["rank", "why", "unsure"]) more[key] = text(fact[key]);
    return { property: name, [PLACE]: String(n), value: special ? [] : shown(kind, fact[name]), when: shown("date", fact.when), cite: citationForms(fact.cite), auto: text(fact.auto), more };
  }
  function facts(type, before, forms, written) {
    const form = factForm(type, written);
    return placed(before, forms, (fact, found, each) => {
      if (each.property === YAML) return found && each.yaml?.trim() === found.yaml ? fact : value((each.yaml ?? "").trim() + "\n");
      const name = each.property, kind = schema.properties[name], was = found?.property === name ? found : plainForm(name, {}, 0);
      const more = each.more ?? {}, special = text(more[SPECIAL]);
      let made = fact;
      const given = kind === "entity" ? texts(each.value ?? []) : text(each.value);
      if (special ? special !== was.more[SPECIAL] : was.more[SPECIAL] || !same(was.value, given)) {
        made = special ? put(made, name, special, FACT) : take(was.more[SPECIAL] ? put(made, name, undefined, FACT) : made, name, kind === "entity" ? [] : "", each.value, FACT);
      }
      if (!own(made, name)) throw new Error(`A fact (${name.replaceAll("_", " ")}) has no value: choose one, or remove the fact`);
      made = take(made, "when", was.when, each.when, FACT);
      for (const key of Object.keys(schema.qualifiers)) if (key !== "when") made = take(made, key, was.more[key], more[key], FACT);
      for (const key of ["rank", "why", "unsure"]) made = take(made, key, was.more[key], more[key], FACT);
      made = take(made, "auto", was.auto, each.auto, FACT);
      const cites = citations(citationsFit(fact.cite) ? fact.cite : [], each.cite ?? []);
      return put(made, "cite", cites, FACT);
    }, form);
  }
  /* New facts go where `sourcebook fmt` would put them, if the others are in that order and were left in it. */
  function arranged(list) {
    const rank = fact => { const name = Object.keys(fact).find(key => own(schema.properties, key)) ?? ""; return [Object.keys(schema.properties).indexOf(name), String([fact[name]].flat()[0] ?? "")]; };
    const later = (one, other) => { const [a, b] = [rank(one), rank(other)]; return a[0] !== b[0] ? a[0] > b[0] : a[1] > b[1]; };
    const old = list.filter(fact => AT in fact), inOrder = old.every((fact, n) => !n || (!later(old[n - 1], fact) && old[n - 1][AT] < fact[AT]));
    if (!inOrder || old.length === list.length) return list;
    return list.filter(fact => !(AT in fact)).reduce((made, fact) => {
      const at = made.findIndex(one => later(one, fact));
      return at < 0 ? [...made, fact] : [...made.slice(0, at), fact, ...made.slice(at)];
    }, old);
  }

  /* Entities. Names and ids stand one in each line; a list of others is left alone. */
  function lined(what) { const all = texts(what); return all.some(each => each.includes("\n")) ? "" : all.join("\n"); }
  function takeLines(object, key, now) {
    return text(now) === lined(object[key]) ? object : take(object, key, texts(object[key]), text(now).split("\n"), ENTITY);
  }
  function listed(what) { return Array.isArray(what) ? what : []; }
  /* A file with the line ends of Windows keeps them. */
  function windows(written) { return written.includes("\r\n") && !/[^\r]\n/.test(written); }
  function ended(written, like) { return windows(like) ? written.replaceAll("\n", "\r\n") : written; }
  function readable(written) {
    if (written.includes("\ufffd")) throw new Error("The file is not UTF-8, or holds the sign that stands for what is none");
    return written.replaceAll("\r\n", "\n");
  }
  function entityForm(whole) {
    const written = readable(whole), entity = value(written), form = { type: text(entity.type) };
    for (const key of TEXTS) form[key] = text(entity[key]);
    for (const key of LISTS) form[key] = lined(entity[key]);
    form.cite = citationForms(entity.cite);
    form.facts = listed(entity.facts).map(factForm(form.type, n => source(written, ["facts", n])));
    // In quotes, or the editor would cut off white space at its ends.
    return { ...form, [TEXT]: JSON.stringify(whole) };
  }
  function entityText(form) {
    const whole = form[TEXT] ? JSON.parse(form[TEXT]) : "", before = whole.replaceAll("\r\n", "\n");
    if (!before) {
      const named = ["type", ...TEXTS].reduce((all, key) => take(all, key, "", form[key], ENTITY), {});
      const made = LISTS.reduce((all, key) => takeLines(all, key, form[key]), named);
      return rewrite("", put(put(made, "cite", citations([], listed(form.cite)), ENTITY), "facts", arranged(facts(form.type, [], listed(form.facts), () => "")), ENTITY));
    }
    const was = entityForm(whole), entity = value(before);
    let made = TEXTS.reduce((all, key) => take(all, key, was[key], form[key], ENTITY), entity);
    made = LISTS.reduce((all, key) => takeLines(all, key, form[key]), made);
    if (citationsFit(entity.cite)) made = put(made, "cite", citations(entity.cite, listed(form.cite)), ENTITY);
    if (entity.facts === undefined || Array.isArray(entity.facts)) {
      made = put(made, "facts", arranged(facts(was.type, entity.facts ?? [], listed(form.facts), n => source(before, ["facts", n]))), ENTITY);
    }
    return ended(rewrite(before, made), whole);
  }

  /* Articles: the record can be changed, the text below it never. */
  const RECORD = ["title", "author", "publisher", "genre", "issued", "accessed", "language", "url", "license", "sha256", "original", "text", "note"];
  const FRONT = /^(---[ \t]*\r?\n)([\s\S]*?\n|)(---[ \t]*(?:\r?\n|$))/;
  async function digest(words) {
    const found = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
    return Array.from(new Uint8Array(found), byte => byte.toString(16).padStart(2, "0")).join("");
  }
  async function articleForm(written) {
    const found = FRONT.exec(written);
    if (!found) throw new Error("The article has no front matter");
    const record = value(found[2].replaceAll("\r\n", "\n")), body = written.slice(found[0].length), form = {};
    for (const key of RECORD) form[key] = text(record[key]);
    const whole = !written.includes("\ufffd") || (await digest(body)) === record.sha256;
    const words = body.trim().split(/\s+/), shown = form.title || words.slice(0, 9).join(" ") + (words.length > 9 ? " …" : "");
    return { ...form, body, [TEXT]: JSON.stringify(written), _shown: shown, _whole: whole ? "yes" : "no" };
  }
  function articleText(form) {
    const before = form[TEXT] ? JSON.parse(form[TEXT]) : "", found = FRONT.exec(before);
    if (!found) throw new Error("Articles are stored with `sourcebook ingest`, which keeps their words");
    if (form._whole === "no") throw new Error("The article is not UTF-8: its text would not stay as it is");
    const front = found[2].replaceAll("\r\n", "\n"), record = value(front), was = Object.fromEntries(RECORD.map(key => [key, text(record[key])]));
    const made = RECORD.filter(key => !["sha256", "original", "text"].includes(key)).reduce((all, key) => take(all, key, was[key], form[key], RECORD), record);
    return found[1] + ended(rewrite(front, made), found[2]) + found[3] + before.slice(found[0].length);
  }

  /* Pages people wrote: Markdown as it is. */
  function pageForm(written) {
    const words = written.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, "");
    return { title: (/^#\s+(.+)$/m.exec(words) ?? ["", ""])[1].trim(), body: written, [TEXT]: JSON.stringify(written) };
  }
  function pageText(form) {
    const before = form[TEXT] ? JSON.parse(form[TEXT]) : "", now = form.body ?? "";
    if (before.replaceAll("\r\n", "\n").trim() === now.trim()) return before;
    return ended(now.trim() + "\n", before);
  }

  globalThis.sourcebookFormats = { entityForm, entityText, articleForm, articleText, pageForm, pageText };
})();
