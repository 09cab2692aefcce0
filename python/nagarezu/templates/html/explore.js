// The flow map answers: what reaches a holder and by which way, and where an item goes.
// `facts` and `texts` are those of an Exploration (report/html/exploration.py); nothing is computed
// here but what lies on a way that is given.

/** The sentence with its words in braces filled in. */
function worded(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** An element with attributes and children; text stays text. */
function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The value of a key, which may be any id: `constructor` is none of the record's own. */
function own(record, key, none) {
  return Object.hasOwn(record, key) ? record[key] : none;
}

/** The tokens of a data attribute. */
function tokens(element, name) {
  return (element.dataset[name] ?? "").split(" ").filter(Boolean);
}

/** What reaches some holders: the ways with all flows and holders on them, and every flow into them. */
function reaching(holders, facts) {
  const ways = holders.flatMap((id) => own(facts.ways, id, []));
  const lit = along(ways.map(([way]) => way));
  for (const [flow, source] of holders.flatMap((id) => own(facts.into, id, []))) {
    lit.flows.add(flow);
    lit.holders.add(source);
  }
  return { ways, ...lit };
}

/** Where an item goes: for each holder the ways by which it comes, and the flows that list it. */
function going(item, facts) {
  const ways = Object.entries(facts.ways).flatMap(([holder, list]) =>
    list.filter(([, items]) => items.includes(item)).map(([way]) => [holder, way]));
  const listing = Object.keys(facts.carried).filter((flow) => facts.carried[flow].includes(item));
  const lit = along(ways.map(([, way]) => way));
  listing.forEach((flow) => lit.flows.add(flow));
  return { ways, listing, ...lit };
}

/** The holders and flows of ways, on which they stand in turn. */
function along(ways) {
  const holders = new Set(ways.flatMap((way) => way.filter((_, place) => place % 2 === 0)));
  const flows = new Set(ways.flatMap((way) => way.filter((_, place) => place % 2 === 1)));
  return { holders, flows };
}

/** Turns one figure into an explorer. Returns the function that clears it. */
function explore(figure, facts, texts, words) {
  const svg = figure.querySelector("svg");
  const boxes = [...svg.querySelectorAll("g.nz-box[data-holder], g.nz-fold[data-holder]")];
  if (boxes.length === 0) return () => {};
  const panel = made("section", { class: "panel", "aria-label": words.map, hidden: "" });
  const status = made("p", { role: "status", class: "unseen" });
  const tools = toolbar(facts, words, choose);
  figure.classList.add("answers");
  figure.prepend(tools.element, made("p", { class: "hint" }, words.hint));
  figure.append(panel, status);
  readable(svg, boxes, words);

  /** Shows what was asked for: {holders: […]}, {item: n}, or null for nothing. */
  function choose(asked) {
    const found = !asked ? null : "item" in asked ? going(asked.item, facts) : reaching(asked.holders, facts);
    light(svg, boxes, asked?.holders ?? [], found);
    panel.hidden = !asked;
    panel.scrollTop = 0;
    panel.replaceChildren(...(asked ? answer(asked, found, facts, texts, words) : []));
    status.textContent = asked ? summary(asked, found, facts, words) : words.cleared;
    tools.show(asked);
  }

  const pressed = (box) => box.getAttribute("aria-pressed") === "true";
  const press = (box) => choose(pressed(box) ? null : { holders: tokens(box, "holder") });
  svg.addEventListener("click", (event) => {
    const box = event.target.closest("[data-focus]");
    if (box) press(box);
  });
  svg.addEventListener("keydown", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") press(boxes[at]);
    else if (!walk(boxes, at, event.key)) return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) choose(null);
  });
  return () => choose(null);
}

/** Moves the focus among the boxes, of which one at a time is in the tab order. */
function walk(boxes, at, key) {
  const last = boxes.length - 1;
  const next = {
    ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last,
  }[key];
  if (next === undefined) return false;
  const target = boxes[Math.max(0, Math.min(last, next))];
  boxes.forEach((box) => box.setAttribute("tabindex", box === target ? "0" : "-1"));
  target.focus();
  return true;
}

/** Takes the picture apart for those who cannot see it: boxes are buttons, lines have names. */
function readable(svg, boxes, words) {
  svg.setAttribute("role", "group");
  const named = (group) => group.querySelector(":scope > title")?.textContent || words.persons;
  for (const group of svg.querySelectorAll("g.nz-band, g.nz-legend")) group.setAttribute("aria-hidden", "true");
  for (const text of svg.querySelectorAll("g.nz-joint > text, g.nz-fan > text")) text.setAttribute("aria-hidden", "true");
  for (const group of svg.querySelectorAll("g.nz-flow, g.nz-box:not([data-holder])")) {
    group.setAttribute("role", "img");
    group.setAttribute("aria-label", named(group));
  }
  boxes.forEach((box, place) => {
    box.dataset.focus = "";
    box.setAttribute("role", "button");
    box.setAttribute("aria-pressed", "false");
    box.setAttribute("aria-label", named(box));
    box.setAttribute("tabindex", place === 0 ? "0" : "-1");
  });
}

/** Marks what was found; without a finding, nothing. */
function light(svg, boxes, chosen, found) {
  svg.classList.toggle("asking", found !== null);
  for (const box of svg.querySelectorAll("g.nz-box, g.nz-fold")) {
    const held = box.dataset.holder === undefined ? [""] : tokens(box, "holder");
    const picked = held.some((id) => id !== "" && chosen.includes(id));
    box.classList.toggle("chosen", picked);
    box.classList.toggle("lit", picked || held.some((id) => found?.holders.has(id)));
    if (boxes.includes(box)) box.setAttribute("aria-pressed", String(picked));
  }
  for (const flow of svg.querySelectorAll("g.nz-flow")) {
    flow.classList.toggle("lit", tokens(flow, "flows").some((id) => found?.flows.has(id)));
  }
}
