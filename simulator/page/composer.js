// Writing: the message field, the command menu, editing, reply keyboards, files, contacts and places.
import { current } from "/page/main.js";
import { byId, make, post, refresh } from "/page/dom.js";

let edited = null;
let chosen = -1;

const user = () => current.view.user;

export function bindComposer() {
  byId("composer").onsubmit = (event) => (event.preventDefault(), send());
  byId("text").onkeydown = onKey;
  byId("text").oninput = () => suggest(byId("text").value);
  byId("menu").onclick = () => toggleMenu();
  byId("start").onclick = () => (say("/start"), byId("text").focus());
  byId("editing").querySelector("button").onclick = stopEditing;
  byId("photo").onchange = (event) => upload(event.target, "/control/photo");
  byId("file").onchange = (event) => upload(event.target, "/control/document");
  for (const opener of document.querySelectorAll("[data-opens]")) opener.onclick = () => openDialog(opener.dataset.opens);
  byId("contact").onclose = () => share(byId("contact"), "/control/contact", (value) => value);
  byId("location").onclose = () => share(byId("location"), "/control/location", Number);
}

export function showComposer(view) {
  byId("keyboard").hidden = !view.keyboard;
  refresh(byId("keyboard"), view.keyboard, () =>
    (view.keyboard || []).map((row) => make("div", { className: "row" }, ...row.map((button) => make("button", { type: "button", onclick: () => answer(button, view) }, button.text)))),
  );
}

const say = (text) => post("/control/say", { user: user(), text });

async function send() {
  const text = byId("text").value.trim();
  if (!text) return;
  byId("text").value = "";
  closeMenu();
  const done = edited ? await post("/control/edit", { user: user(), message_id: edited.id, text }) : await say(text);
  if (done) stopEditing();
  else byId("text").value = text;
}

function answer(button, view) {
  if (button.request_contact) return post("/control/contact", { user: user(), phone: "+49 30 5550100", first_name: view.people.find((each) => each.id === view.user).name, is_own: true });
  return button.request_location ? openDialog("location") : say(button.text);
}

export function startEditing(message) {
  edited = message;
  byId("editing").hidden = false;
  byId("editing").querySelector("span").textContent = `Editing: ${message.text}`;
  byId("text").value = message.text;
  byId("text").focus();
}

function stopEditing() {
  if (edited) byId("text").value = "";
  edited = null;
  byId("editing").hidden = true;
}

function onKey(event) {
  const isOpen = !byId("commands").hidden;
  if (event.key === "Escape") return isOpen ? closeMenu() : stopEditing();
  if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) return event.preventDefault(), choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  if (event.key === "ArrowUp" && !byId("text").value) return event.preventDefault(), editLast();
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (isOpen && chosen >= 0) byId("commands").children[chosen].click();
  else send();
}

function editLast() {
  const mine = current.view.messages.filter((message) => message.mine && message.text && !message.attached);
  if (mine.length) startEditing(mine.at(-1));
}

function suggest(typed) {
  const found = /^\/\w*$/.test(typed) ? current.view.bot.commands.filter((each) => `/${each.command}`.startsWith(typed)) : [];
  showMenu(found);
}

function toggleMenu() {
  if (byId("commands").hidden) showMenu(current.view.bot.commands);
  else closeMenu();
  byId("text").focus();
}

function showMenu(commands) {
  byId("commands").replaceChildren(...commands.map(entry));
  byId("commands").hidden = !commands.length;
  byId("menu").setAttribute("aria-expanded", String(commands.length > 0));
  choose(commands.length ? 0 : -1);
}

function entry(each, place) {
  const pick = () => (closeMenu(), (byId("text").value = ""), say(`/${each.command}`), byId("text").focus());
  const item = make("li", { id: `command-${place}`, role: "option", onclick: pick }, make("b", {}, `/${each.command}`), make("span", {}, each.description));
  item.setAttribute("aria-label", `/${each.command}, ${each.description}`);
  return item;
}

function closeMenu() {
  showMenu([]);
}

function choose(place) {
  const entries = [...byId("commands").children];
  chosen = entries.length ? (place + entries.length) % entries.length : -1;
  entries.forEach((each, at) => each.setAttribute("aria-selected", String(at === chosen)));
  entries[chosen]?.scrollIntoView({ block: "nearest" });
  byId("text").setAttribute("aria-activedescendant", chosen >= 0 ? `command-${chosen}` : "");
}

function upload(input, path) {
  const [file] = input.files;
  byId("attach").open = false;
  if (!file) return;
  const reader = new FileReader();
  reader.onload = () => {
    const content = reader.result.slice(reader.result.indexOf(",") + 1);
    post(path, { user: user(), name: file.name, mime: file.type || "application/octet-stream", content });
    input.value = "";
  };
  reader.readAsDataURL(file);
}

function openDialog(name) {
  byId("attach").open = false;
  byId(name).returnValue = "";
  byId(name).showModal();
}

function share(dialog, path, read) {
  if (dialog.returnValue !== "share") return;
  const told = Object.fromEntries([...new FormData(dialog.querySelector("form"))].map(([name, value]) => [name, read(value)]));
  post(path, { user: user(), ...told });
}
