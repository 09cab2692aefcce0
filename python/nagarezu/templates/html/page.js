// The page: reads its data, makes figures and tables answer, keeps the language of the page true.

const data = JSON.parse(document.getElementById("nagarezu-data").textContent);
const clearing = [];

for (const article of document.querySelectorAll("article[lang]")) {
  const lang = article.lang;
  const words = data.words[lang];
  for (const figure of article.querySelectorAll("figure[data-case]")) {
    const id = figure.dataset.case;
    clearing.push(explore(figure, data.facts[id], data.texts[lang][id], words));
  }
  for (const figure of article.querySelectorAll("figure.grid")) arrange(figure, words, lang);
}

/** Only boxes that scroll are stops of the keyboard. */
const fitting = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll(".scroll")) fitting.observe(box);

/** The language that is shown is that of the page, for readers who listen and for the title. */
function speak(lang) {
  document.documentElement.lang = lang;
  document.title = data.titles[lang];
  clearing.forEach((clear) => clear());
}
for (const choice of document.querySelectorAll("input[name=lang]")) {
  choice.addEventListener("change", () => speak(choice.value));
}

/** A link from outside may lead into the language that is not shown. */
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const lang = target?.closest("article[lang]")?.lang;
  const choice = lang && document.getElementById(`lang-${lang}`);
  if (!choice || choice.checked) return;
  choice.checked = true;
  speak(lang);
  target.scrollIntoView(); // browsers differ in whether they have tried before it was shown
}
window.addEventListener("hashchange", follow);
follow();
