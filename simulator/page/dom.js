// Small words of the document: find, make, ask the server, say something in passing.
const NO_ANSWER = "The local Telegram does not answer. Is it still running?";

export const byId = (id) => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

// A program that stands still would do at its waking whatever was pressed meanwhile: it is not asked.
export async function post(path, body = {}) {
  if (document.body.classList.contains("gone")) return toast(NO_ANSWER), null;
  try {
    const answer = await fetch(path, { method: "POST", body: JSON.stringify(body) });
    const said = await answer.json();
    if (answer.ok) return said;
    toast(said.error);
  } catch {
    toast(NO_ANSWER);
  }
  return null;
}

let fading;
export function toast(words) {
  if (!words) return;
  byId("toast").textContent = words;
  byId("toast").classList.add("up");
  clearTimeout(fading);
  fading = setTimeout(() => byId("toast").classList.remove("up"), 3500);
}

export async function copy(words) {
  await navigator.clipboard.writeText(words);
  toast("Copied.");
}

// Replaces what an element holds if it would look different; whether it did.
export function refresh(element, value, build) {
  const key = JSON.stringify(value);
  if (element.dataset.shown === key) return false;
  element.dataset.shown = key;
  element.replaceChildren(...build());
  return true;
}
