// Shows what the server streams, whole, whenever it changes. Holds no rule, no words of the bot, and reckons no time.
import { showChat } from "/page/chat.js";
import { bindComposer, showComposer } from "/page/composer.js";
import { bindBars, showBars } from "/page/bars.js";
import { showPlan } from "/page/plan.js";
import { byId } from "/page/dom.js";

export const current = { view: null };
let stream;

export function be(person) {
  if (stream) stream.close();
  stream = new EventSource(`/live?user=${person}`);
  stream.onmessage = (event) => show(JSON.parse(event.data));
  stream.onerror = () => setStanding(true);
  stream.onopen = () => setStanding(false);
}

function show(view) {
  if (current.view && current.view.user !== view.user) byId("log").replaceChildren();
  current.view = view;
  document.title = view.bot.name;
  showBars(view);
  showChat(view);
  showComposer(view);
  showPlan(view);
  sessionStorage.setItem("person", view.user);
}

function setStanding(isGone) {
  document.body.classList.toggle("gone", isGone);
  byId("state").dataset.gone = isGone ? "yes" : "";
  if (isGone) byId("state").textContent = "is not running";
}

bindBars();
bindComposer();
be(sessionStorage.getItem("person") || 0);
