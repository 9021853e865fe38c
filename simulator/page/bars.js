// Who one is, what time it is, and the ready conversation that is being played.
import { be, current } from "/page/main.js";
import { byId, make, post, refresh, toast } from "/page/dom.js";

const read = new Map();
const user = () => current.view.user;

export function bindBars() {
  for (const button of document.querySelectorAll("[data-by]")) button.onclick = () => move({ by: button.dataset.by });
  byId("date").onsubmit = (event) => (event.preventDefault(), move({ to: byId("date-field").value }));
  byId("again").onclick = () => restart("/stage/again");
  byId("reset").onclick = () => restart("/stage/reset");
  byId("block").onclick = block;
  byId("plan-toggle").onclick = () => openPlan(!byId("plan").classList.contains("open"));
  byId("step").onclick = step;
  byId("meet").onclick = meet;
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeAll());
  document.addEventListener("click", (event) => closeMenus(event.target));
}

export function showBars(view) {
  byId("bot-name").textContent = view.bot.name;
  showState();
  byId("now").textContent = view.clock.shown;
  byId("zone").textContent = view.clock.zone;
  byId("frozen").hidden = !view.clock.frozen;
  if (document.activeElement !== byId("date-field")) byId("date-field").value = view.clock.field;
  byId("block").textContent = view.blocked ? "Unblock the bot" : "Block the bot";
  showPeople(view);
  showScripts(view);
  showPerformance(view);
}

// Written when it differs only, for whoever has it read out.
export function showState() {
  const { view, isGone } = current;
  const state = isGone ? "is not running" : view?.blocked ? "is blocked" : view?.typing ? "is typing…" : "bot";
  if (byId("state").textContent !== state) byId("state").textContent = state;
}

// Buttons stay the same elements, so that a message arriving under a finger does not swallow its press.
function showPeople(view) {
  read.set(view.user, view.people.find((each) => each.id === view.user).latest);
  const known = new Map([...byId("people").querySelectorAll("[data-id]")].map((button) => [button.dataset.id, button]));
  for (const each of view.people) {
    const button = known.get(String(each.id)) || tab(each);
    known.delete(String(each.id));
    const hasNews = each.latest > (read.get(each.id) || 0);
    button.classList.toggle("news", hasNews);
    choose(button, each.id === view.user);
    button.setAttribute("aria-label", hasNews ? `${each.name}, new messages` : each.name);
  }
  for (const gone of known.values()) gone.remove();
}

function choose(button, isChosen) {
  if (isChosen && button.getAttribute("aria-pressed") !== "true") requestAnimationFrame(() => button.scrollIntoView({ block: "nearest", inline: "nearest" }));
  button.setAttribute("aria-pressed", String(isChosen));
}

function tab(each) {
  const button = make("button", { type: "button", onclick: () => be(each.id) }, each.name);
  button.dataset.id = each.id;
  byId("meet").before(button);
  return button;
}

function showScripts(view) {
  for (const list of document.querySelectorAll(".scripts")) {
    refresh(list, view.scripts, () => view.scripts.map((each) => make("button", { type: "button", onclick: () => play(each.name) }, each.title, make("small", {}, each.about))));
    if (list.previousElementSibling.tagName === "H2") list.previousElementSibling.hidden = !view.scripts.length;
  }
}

function showPerformance(view) {
  const played = view.performance;
  byId("performance").hidden = !played;
  if (!played) return;
  byId("performance-title").textContent = `${played.title}, ${played.played} of ${played.steps}.`;
  byId("step").hidden = played.played === played.steps;
  byId("performance-next").textContent = played.next ? `Next, you: ${played.next}` : played.played < played.steps ? "Next, time passes." : "It goes on as you like.";
}

// Wherever the clock stands afterwards, the field shows it.
async function move(where) {
  await post("/stage/clock", { user: user(), ...where });
  byId("date-field").value = current.view.clock.field;
}

async function meet() {
  const person = await post("/stage/person");
  if (person) be(person.id);
}

async function restart(path) {
  byId("more").open = false;
  const person = await post(path, { user: user() });
  if (person) be(person.id);
}

async function block() {
  byId("more").open = false;
  const wasBlocked = current.view.blocked;
  const done = await post(wasBlocked ? "/control/unblock" : "/control/block", { user: user() });
  if (done) toast(wasBlocked ? "The bot may write to you again." : "The bot cannot write to you.");
}

async function play(name) {
  openPlan(false);
  const person = await post("/stage/script", { name });
  if (person) be(person.id);
  byId("step").focus();
}

async function step() {
  byId("step").disabled = true;
  await post("/stage/step", { user: user() });
  byId("step").disabled = false;
  (byId("step").hidden ? byId("log") : byId("step")).focus();
}

function openPlan(isOpen) {
  byId("plan").classList.toggle("open", isOpen);
  byId("plan-toggle").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) byId("plan").focus();
}

function closeAll() {
  const isPlanOpen = byId("plan").classList.contains("open");
  openPlan(false);
  if (isPlanOpen) byId("plan-toggle").focus();
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.querySelector("summary").focus();
  closeMenus(document.body);
}

function closeMenus(pressed) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(pressed)) menu.open = false;
}
