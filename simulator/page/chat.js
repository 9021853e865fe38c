// The messages of a chat. A message is drawn anew only when it looks different, so that focus and reading stay put.
import { byId, copy, make, post, toast } from "/page/dom.js";
import { asElements } from "/page/words.js";
import { startEditing } from "/page/composer.js";

let isAtEnd = true;
let lastTop = 0;

const say = (user) => (text) => post("/control/say", { user, text });

// Whoever reads the end goes on reading it, also when a picture has come or a keyboard has slid in.
export function bindChat() {
  const log = byId("log");
  log.onscroll = look;
  log.addEventListener("load", stay, true);
  new ResizeObserver(stay).observe(log);
}

// Only who scrolls up leaves the end; it also moves away when something above it grows.
function look() {
  const { scrollHeight, scrollTop, clientHeight } = byId("log");
  isAtEnd = scrollHeight - scrollTop - clientHeight < 80 || (isAtEnd && scrollTop >= lastTop);
  lastTop = scrollTop;
}

function stay() {
  if (isAtEnd) byId("log").scrollTop = byId("log").scrollHeight;
}

export function showChat(view) {
  const log = byId("log");
  look();
  const known = new Map([...log.children].map((element) => [element.dataset.key, element]));
  let day = "";
  const wanted = [];
  for (const message of view.messages) {
    if (message.day !== day) wanted.push(kept(known, `day ${message.day} ${message.id}`, message.day, () => make("p", { className: "day" }, message.day)));
    day = message.day;
    wanted.push(kept(known, `message ${message.id}`, message, () => drawn(message, view)));
  }
  if (view.typing) wanted.push(kept(known, "typing", "", () => make("p", { className: "dots", ariaLabel: "The bot is typing" }, "•••")));
  if (arrange(log, wanted)) {
    isAtEnd ||= Boolean(view.messages.at(-1)?.mine);
    stay();
  }
  byId("welcome").hidden = view.messages.length > 0;
}

function kept(known, key, value, draw) {
  const look = JSON.stringify(value);
  const old = known.get(key);
  if (old?.dataset.look === look) return old;
  const element = draw();
  element.dataset.key = key;
  element.dataset.look = look;
  if (old?.contains(document.activeElement)) queueMicrotask(() => (element.querySelector(".row button") || byId("text")).focus());
  return element;
}

function arrange(log, wanted) {
  const isSame = log.children.length === wanted.length && wanted.every((element, place) => log.children[place] === element);
  if (isSame) return false;
  for (const element of [...log.children]) if (!wanted.includes(element)) element.remove();
  wanted.forEach((element, place) => {
    if (log.children[place] !== element) log.insertBefore(element, log.children[place] || null);
  });
  return true;
}

function drawn(message, view) {
  const article = make("article", { className: message.mine ? "message mine" : "message" });
  const bubble = make("div", { className: "bubble" }, make("span", { className: "hidden" }, message.mine ? "You: " : `${view.bot.name}: `));
  if (message.answers) bubble.append(make("p", { className: "quote" }, message.answers));
  if (message.attached) bubble.append(attachment(message.attached));
  bubble.append(...asElements(message.text, message.entities, say(view.user)), meta(message));
  article.append(bubble, ...message.buttons.map((row) => make("div", { className: "row" }, ...row.map((button) => inline(button, message, view)))));
  return article;
}

function meta(message) {
  const edit = message.mine && message.text && !message.attached ? make("button", { type: "button", onclick: () => startEditing(message) }, "Edit") : null;
  return make("span", { className: "meta" }, edit, message.edited ? " edited " : " ", make("time", {}, message.time));
}

function attachment(attached) {
  if (attached.kind === "photo") return make("span", { className: "attached" }, make("img", { src: attached.url, alt: "Photo" }));
  if (attached.kind === "document") return make("a", { className: "attached", href: attached.url, download: attached.name }, make("img", { className: "sign", src: "/page/file.svg", alt: "File:" }), ` ${attached.name}`);
  return make("span", { className: "attached" }, attached.name, attached.more ? make("span", {}, attached.more) : null);
}

function inline(button, message, view) {
  if (button.url) return make("a", { href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text);
  const act = button.copies ? () => copy(button.copies) : (event) => press(event.currentTarget, button, message, view);
  return make("button", { type: "button", className: button.copies ? "copies" : "", onclick: act }, button.text);
}

async function press(element, button, message, view) {
  element.setAttribute("aria-busy", "true");
  const said = await post("/control/press", { user: view.user, message_id: message.id, button: button.data, wait: 10 });
  element.removeAttribute("aria-busy");
  if (!said?.answer) return;
  if (!said.answer.show_alert) return toast(said.answer.text);
  byId("alert").querySelector("p").textContent = said.answer.text;
  byId("alert").showModal();
}
