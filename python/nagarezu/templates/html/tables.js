// Tables: sort by a column, and show only the rows that hold a text.

/** What a cell sorts by: a number, a text, or null if it is unknown. */
function sortKey(row, place, numbers) {
  const cell = row.cells[place];
  const key = cell.dataset.sort ?? cell.textContent.trim();
  if (key === "" || key === "-") return null;
  return numbers ? Number(key) : key;
}

/** The rows in order of a column; the unknown stands last, whichever way. */
function ordered(rows, place, numbers, order, lang) {
  if (order === "none") return rows;
  const sign = order === "descending" ? -1 : 1;
  const collator = new Intl.Collator(lang, { numeric: true });
  const keys = new Map(rows.map((row) => [row, sortKey(row, place, numbers)]));
  return [...rows].sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (numbers ? a - b : collator.compare(a, b));
  });
}

/** Makes the headings of a table into buttons, and puts a filter above it. */
function arrange(figure, words, lang) {
  const table = figure.querySelector("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length < 2) return;
  const status = made("p", { role: "status", class: "unseen" });
  const heads = [...table.tHead.rows[0].cells];
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  heads.forEach((head, place) => {
    const label = head.querySelector(".label");
    const button = made("button", { type: "button" }, ...label.childNodes);
    button.title = worded(words.sort, { label: label.textContent || button.textContent });
    label.append(button);
    button.addEventListener("click", () => {
      const order = next[head.getAttribute("aria-sort") ?? "none"];
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      if (order !== "none") head.setAttribute("aria-sort", order);
      body.append(...ordered(rows, place, head.dataset.sort === "number", order, lang));
      status.textContent = worded(words.sorted, { label: button.textContent, order: words[order] });
    });
  });
  if (rows.length > 3) figure.prepend(filter(rows, words, status));
  figure.append(status);
}

/** A field that hides the rows without its text; letters of any width and case are alike. */
function filter(rows, words, status) {
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const texts = rows.map((row) => plain([...row.cells].map((cell) => cell.textContent).join("\t")));
  const field = made("input", { type: "search", autocomplete: "off" });
  const count = made("span", { "aria-hidden": "true" });
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    rows.forEach((row, place) => { row.hidden = !texts[place].includes(wanted); });
    const shown = rows.filter((row) => !row.hidden).length;
    const said = worded(words.filtered, { shown: String(shown), all: String(rows.length) });
    count.textContent = wanted ? said : "";
    status.textContent = said;
  });
  return made("div", { class: "filter" }, made("label", {}, words.filter, field), count);
}
