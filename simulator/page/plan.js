// The plan, in the program's own words.
import { byId, make, refresh } from "/page/dom.js";

export function showPlan(view) {
  refresh(byId("sections"), view.plan, () => view.plan.map(section));
}

function section({ title, empty, items }) {
  const list = items.length ? make("ol", {}, ...items.map(item)) : make("p", { className: "none" }, empty);
  return make("section", {}, make("h2", {}, title), list);
}

function item({ when, about, text, why }) {
  return make(
    "li",
    {},
    make("time", {}, when),
    make("p", {}, about ? make("b", {}, `${about}: `) : null, text),
    why ? make("p", { className: "reason" }, why) : null,
  );
}
