// What the explorer says in words, beside and below the flow map.

const FEW = 20; // items of one way that are named at once; the others are folded

/** Two lists to choose from, and a button to clear. `show` sets them to what was asked for. */
function toolbar(facts, words, choose) {
  const option = (value, text) => made("option", { value }, text);
  const holders = made("select", {}, option("", words.choose),
    ...Object.entries(facts.holders).map(([id, label]) => option(id, label)));
  const items = made("select", {}, option("", words.choose),
    ...facts.items.map(([, label], place) => option(String(place), label)));
  const clear = made("button", { type: "button", disabled: "" }, words.clear);
  holders.addEventListener("change", () => choose(holders.value ? { holders: [holders.value] } : null));
  items.addEventListener("change", () => choose(items.value ? { item: Number(items.value) } : null));
  clear.addEventListener("click", () => { choose(null); holders.focus(); });
  const element = made("div", { class: "tools" },
    made("label", {}, words.holder, holders), made("label", {}, words.item, items), clear);
  const show = (asked) => {
    holders.value = asked?.holders?.length === 1 ? asked.holders[0] : "";
    items.value = asked && "item" in asked ? String(asked.item) : "";
    clear.disabled = !asked;
  };
  return { element, show };
}

/** One line for the status: what is lit. */
function summary(asked, found, facts, words) {
  const flows = String(found.flows.size);
  if ("item" in asked) {
    const holders = String(new Set(found.ways.map(([holder]) => holder)).size);
    return worded(words.told, { label: facts.items[asked.item][1], holders, flows });
  }
  const items = String(new Set(found.ways.flatMap(([, each]) => each)).size);
  return worded(words.said, { label: asked.holders.map((id) => facts.holders[id]).join(words.separator), items, flows });
}

/** The content of the panel. */
function answer(asked, found, facts, texts, words) {
  const parts = "item" in asked
    ? ofItem(asked.item, found, facts, texts, words)
    : asked.holders.flatMap((id) => ofHolder(id, facts, texts, words));
  return [...parts, made("p", { class: "small" }, words.assumed)];
}

function ofHolder(id, facts, texts, words) {
  const ways = own(facts.ways, id, []);
  const reach = own(facts.reach, id, {});
  const certainty = (item) => doubt(reach[item], words);
  const named = (items) => items.map((item) => facts.items[item][1] + certainty(item)).join(words.separator);
  const lines = ways.map(([way, items]) => made("li", {},
    named(items.slice(0, FEW)), ...folded(named(items.slice(FEW)), items.length - FEW, words),
    wayline(way, facts, texts, words)));
  return [
    made("h3", {}, own(facts.holders, id, id)),
    factlist(own(texts.holders, id, [])),
    made("h4", {}, words.reaching),
    lines.length ? made("ul", {}, ...lines) : made("p", {}, words.nothing),
    ...flowlist(words.into, own(facts.into, id, []).map(([flow]) => flow), texts),
    ...own(texts.missing, id, []).map(([label, text]) =>
      made("details", {}, made("summary", {}, label), made("p", {}, text))),
  ];
}

/** What does not fit at once, to be unfolded; nothing if nothing is left. */
function folded(text, count, words) {
  const summary = made("summary", {}, worded(words.more, { count: String(count) }));
  return count > 0 ? [made("details", {}, summary, made("span", {}, text))] : [];
}

/** Why something is not certain, behind its label; nothing if it is. */
function doubt(code, words) {
  return code && code !== "yes" ? worded(words.aside, { text: words.reach[code] }) : "";
}

function ofItem(item, found, facts, texts, words) {
  const certainty = (holder) => doubt(own(facts.reach, holder, {})[item], words);
  const lines = found.ways.map(([holder, way]) =>
    made("li", {}, own(facts.holders, holder, holder) + certainty(holder), wayline(way, facts, texts, words)));
  return [
    made("h3", {}, facts.items[item][1]),
    factlist(texts.items[item] ?? []),
    made("h4", {}, words.reached),
    lines.length ? made("ul", {}, ...lines) : made("p", {}, words.unreached),
    ...flowlist(words.carrying, found.listing, texts),
  ];
}

/** Flows below a heading; nothing if there are none. */
function flowlist(heading, flows, texts) {
  const lines = flows.map((flow) => made("li", {}, own(texts.ends, flow, flow)));
  return lines.length ? [made("h4", {}, heading), made("ul", {}, ...lines)] : [];
}

function factlist(facts) {
  return made("dl", {}, ...facts.flatMap(([label, text]) => [made("dt", {}, label), made("dd", {}, text)]));
}

/** A way in words: holders, and between them how it goes. */
function wayline(way, facts, texts, words) {
  const line = made("span", { class: "way" });
  way.forEach((id, place) => {
    if (place % 2 === 0) line.append(id === "" ? words.persons : own(facts.holders, id, id));
    else {
      const text = own(texts.flows, id, "");
      line.append(" → ", made("span", { class: "by" }, text && worded(words.by, { text })));
    }
  });
  const depth = (way.length - 1) / 2 - (way[0] === "" ? 1 : 0);
  const told = depth === 0 ? words.own : worded(words.depth, { count: String(depth) });
  line.append(made("span", { class: "depth" }, worded(words.aside, { text: told })));
  return line;
}
