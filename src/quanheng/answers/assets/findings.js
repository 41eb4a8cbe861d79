"use strict";
const form = document.querySelector("form.filters");
const findings = [...document.querySelectorAll("ol.findings > li")];
const marks = {};
for (const mark of document.querySelectorAll("a.mark")) {
  (marks[mark.hash] ??= []).push(mark);
}

function filter() {
  const chosen = new FormData(form);
  const severities = chosen.getAll("severity");
  const fits = (name, own) => !chosen.get(name) || chosen.get(name) === own;
  let shown = 0;
  for (const finding of findings) {
    const { severity, family, place } = finding.dataset;
    const visible =
      severities.includes(severity) && fits("family", family) && fits("place", place);
    finding.hidden = !visible;
    for (const mark of marks[`#${finding.id}`] ?? []) mark.hidden = !visible;
    shown += Number(visible);
  }
  form.elements.shown.value = `${shown} / ${findings.length}`;
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
filter();
