// Shows what the server streams, whole, whenever it changes. Holds no rule, no words of the bot, and reckons no time.
import { bindChat, showChat } from "/page/chat.js";
import { bindComposer, showComposer } from "/page/composer.js";
import { bindBars, showBars, showState } from "/page/bars.js";
import { showPlan } from "/page/plan.js";
import { byId } from "/page/dom.js";

export const current = { view: null, isGone: false };
const LONGEST_SILENCE = 4000; // of a program that gives a sign of life every second
let stream;
let waiting;

export function be(person) {
  if (stream) stream.close();
  stream = new EventSource(`/live?user=${person}`);
  stream.onmessage = (event) => (hear(), show(JSON.parse(event.data)));
  stream.addEventListener("alive", hear);
  stream.onerror = () => setGone(true);
}

// A program that was stopped and not ended keeps its connections, and says nothing.
function hear() {
  clearTimeout(waiting);
  waiting = setTimeout(setGone, LONGEST_SILENCE, true);
  setGone(false);
}

function show(view) {
  if (current.view && current.view.user !== view.user) turnTo(byId("log"), byId("plan"));
  current.view = view;
  document.title = view.bot.name;
  showBars(view);
  showChat(view);
  showComposer(view);
  showPlan(view);
  sessionStorage.setItem("person", view.user);
}

function turnTo(log, plan) {
  log.replaceChildren();
  plan.scrollTop = 0;
}

function setGone(isGone) {
  current.isGone = isGone;
  document.body.classList.toggle("gone", isGone);
  showState();
}

bindBars();
bindChat();
bindComposer();
be(sessionStorage.getItem("person") || 0);
