"use strict";
const form = document.querySelector("form.filters");
const body = document.querySelector(".reports tbody");
const rows = [...body.rows];
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

function filter() {
  const chosen = new FormData(form);
  const words = chosen.get("words").trim().toLowerCase().split(/\s+/);
  const result = chosen.get("result");
  let shown = 0;
  for (const row of rows) {
    const said = row.textContent.toLowerCase();
    const fits = !result || row.cells[2].textContent.trim() === result;
    row.hidden = !(fits && words.every((word) => said.includes(word)));
    shown += Number(!row.hidden);
  }
  form.elements.shown.value = `${shown} / ${rows.length}`;
}

function number(text) {
  const value = parseFloat(text);
  return Number.isNaN(value) ? -Infinity : value;
}

function sort(head) {
  const column = head.cellIndex;
  const numeric = "number" in head.dataset;
  const before = head.getAttribute("aria-sort");
  const falls = before ? before === "ascending" : numeric;
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const key = (row) => row.cells[column].textContent.trim();
  const compare = numeric
    ? (a, b) => number(key(a)) - number(key(b)) || 0
    : (a, b) => order.compare(key(a), key(b));
  rows.sort((a, b) => (falls ? compare(b, a) : compare(a, b)));
  body.append(...rows);
}

for (const head of document.querySelectorAll(".reports th")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent.trim();
  button.addEventListener("click", () => sort(head));
  head.replaceChildren(button);
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
