// A text with Telegram's entities as elements. Offsets count UTF-16 units, as this language does; nothing is parsed as HTML.
import { copy, make } from "/page/dom.js";

const SIMPLE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const LINKS = { url: (words) => (/^https?:/i.test(words) ? words : `https://${words}`), email: (words) => `mailto:${words}` };

export function asElements(text, entities, say, from = 0, to = text.length) {
  const elements = [];
  let at = from;
  for (const entity of outermost(entities, from, to)) {
    const end = entity.offset + entity.length;
    if (entity.offset > at) elements.push(text.slice(at, entity.offset));
    const inner = entities.filter((other) => other !== entity && entities.indexOf(other) > entities.indexOf(entity));
    elements.push(asElement(text, entity, asElements(text, inner, say, entity.offset, end), say));
    at = entity.type === "pre" && text[end] === "\n" ? end + 1 : end; // a block ends its line by itself
  }
  if (at < to) elements.push(text.slice(at, to));
  return elements;
}

function outermost(entities, from, to) {
  const found = [];
  for (const entity of entities) {
    const start = found.length ? found.at(-1).offset + found.at(-1).length : from;
    if (entity.offset >= start && entity.offset + entity.length <= to) found.push(entity);
  }
  return found;
}

function asElement(text, entity, children, say) {
  const words = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === "code" || entity.type === "pre") return copyable(words, entity.type === "pre");
  if (entity.type === "bot_command") return make("a", { href: "#", onclick: (event) => (event.preventDefault(), say(words)) }, words);
  if (entity.type === "text_link") return link(entity.url, children);
  if (LINKS[entity.type]) return link(LINKS[entity.type](words), children);
  return make(SIMPLE[entity.type] || "span", {}, ...children);
}

// Not a <button>, which would not flow with the line it stands in.
function copyable(words, isBlock) {
  const element = make("code", { className: isBlock ? "copy block" : "copy", tabIndex: 0, role: "button", onclick: () => copy(words) }, words);
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    copy(words);
  };
  element.setAttribute("aria-label", `Copy ${words}`);
  return element;
}

function link(address, children) {
  const isSafe = /^(https?|mailto|tg):/i.test(address);
  return isSafe ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children) : make("span", {}, ...children);
}
