// The teacher's desk: it shows what it is told, and sends what is pressed. What that is stands with each button and form
// as JSON; nothing of the class is known here.
// @ts-check
import { listen, send, token } from "./stream.js";
import { put, run_clocks, set_clock } from "./regions.js";

const SETTLE = 10000; // Milliseconds after which cards may change places by themselves, and not before.
const key = token("as-appropriate desk");
const words = document.body.dataset;
const line = /** @type {HTMLElement} */ (document.getElementById("line"));
const tables = /** @type {HTMLElement} */ (document.getElementById("tables"));
let ordered = 0; // When the cards last changed places.
let pressed = true; // Whether something was pressed since: what the teacher does may move cards at once.
let dropped = 0; // When a seat was let go of that had been dragged.
/** @type {(() => void) | null} */
let looking = null; // Ends the look into a table.

listen({
  path: "api/desk/",
  token: key,
  form: "page",
  heard(_, message) {
    set_clock(message.now);
    const regions = message.regions ?? {};
    for (const id of Object.keys(regions)) if (id.startsWith("table-")) place_for(id);
    put(regions, message.whole ?? false);
    for (const [id, html] of Object.entries(regions)) if (id.startsWith("table-") && html === null) document.getElementById(id)?.remove();
    if (message.whole) for (const each of [...tables.children]) if (!(each.id in regions)) each.remove();
    put_in_order();
  },
  changed(state) {
    tell(state === "on" ? "" : state === "off" ? words.off : words.unknown);
  },
});
setInterval(put_in_order, 1000);

/** @param {string | undefined} told */
function tell(told) {
  line.textContent = told ?? "";
}

/** Have a place for the card of a table. @param {string} id */
function place_for(id) {
  if (document.getElementById(id)) return;
  const card = document.createElement("li");
  card.id = id;
  card.dataset.region = "";
  tables.append(card);
}

/** Put the cards in their order: at a press or every ten seconds, never under the pointer or the keyboard's mark. */
function put_in_order() {
  const wanted = (document.getElementById("order")?.textContent ?? "").split(" ").map((letter) => `table-${letter}`);
  const there = [...tables.children].map((each) => each.id);
  if (wanted.join() === there.join()) return;
  const fresh = wanted.length !== there.length || there.some((id) => !wanted.includes(id));
  const held = tables.matches(":has(:focus), :has(.held)") || document.querySelector("#tables > li:hover") !== null;
  if (!fresh && !pressed && (held || Date.now() - ordered < SETTLE)) return;
  for (const id of wanted) {
    const card = document.getElementById(id);
    if (card) tables.append(card);
  }
  [ordered, pressed] = [Date.now(), false];
}

// ---- what is pressed ------------------------------------------------------------------------------------------------

document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button || Date.now() - dropped < 100) return; // What was dragged is not opened.
  if ("close" in button.dataset) return button.closest("dialog")?.close();
  if (button.dataset.open) return open_sheet(button.dataset.open, button.dataset);
  if (button.dataset.fetch) return fetch_file(button.dataset.fetch);
  if (button.dataset.do) await act(JSON.parse(button.dataset.do), button);
});

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const wish = filled(form);
  if (form.dataset.post) return post(form, form.dataset.post, wish);
  if (await act(wish, form.querySelector("button"))) {
    form.closest("dialog")?.close();
    form.closest("details")?.removeAttribute("open");
    if (form.closest("dialog")) form.reset(); // The next cable is not to whom the last one was.
  }
});

/** Do what is asked for; true where it was done. @param {object} wish @param {HTMLButtonElement | null} button */
async function act(wish, button) {
  if (button) button.disabled = true;
  const { ok, told } = await send("api/desk/do", key, { do: wish, id: crypto_id() });
  // A second press would go on to the part after the next.
  if (button) setTimeout(() => (button.disabled = false), "kind" in wish && wish.kind === "advance" ? 2000 : 0);
  pressed = true;
  tell(ok ? "" : told.said || words.failed);
  if (!ok) line.scrollIntoView({ block: "nearest" });
  return ok;
}

/** Something besides what is done in the class. @param {HTMLFormElement} form @param {string} path @param {object} wish */
async function post(form, path, wish) {
  const { ok, told } = await send(path, key, wish);
  tell(ok ? "" : told.said || words.failed);
  const output = form.querySelector("output");
  if (ok && output) output.textContent = told.seat_code ?? "";
  if (!ok || output) return;
  form.reset();
  form.closest("dialog")?.close();
}

/** Fetch a file with the desk's key, and hand it to whoever pressed. @param {string} path */
async function fetch_file(path) {
  tell("…");
  try {
    const answer = await fetch(path, { headers: { Authorization: `Bearer ${key}` } });
    if (!answer.ok) return tell((await answer.json()).said || words.failed);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = path.split("/").pop() ?? "";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell("");
  } catch {
    tell(words.failed);
  }
}

/** A word made by chance, so that what is sent twice counts once. */
function crypto_id() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");
}

/** What a form asks for: its own JSON with what was chosen in it. @param {HTMLFormElement} form */
function filled(form) {
  const wish = JSON.parse(form.dataset.do ?? "{}");
  for (const name of (form.dataset.takes ?? "").split(" ").filter(Boolean)) wish[name] = form.closest("dialog")?.dataset[name];
  for (const each of form.elements) {
    if (!(each instanceof HTMLInputElement || each instanceof HTMLSelectElement || each instanceof HTMLTextAreaElement)) continue;
    if (!each.name || (each instanceof HTMLInputElement && each.type === "radio" && !each.checked)) continue;
    if ("optional" in each.dataset && !each.value) continue;
    const paths = each.dataset.into?.split(" ") ?? [each.name];
    const values = each.dataset.into ? each.value.split(" ") : [value_of(each)];
    paths.forEach((path, place) => set_at(wish, path.split("."), values[place]));
  }
  return wish;
}

/** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} field */
function value_of(field) {
  if (field.dataset.type === "yes") return /** @type {HTMLInputElement} */ (field).checked;
  return field.dataset.type === "number" ? Number(field.value) : field.value.trim();
}

/** @param {Record<string, any>} into @param {string[]} path @param {unknown} value */
function set_at(into, [first, ...rest], value) {
  if (!first) return;
  if (rest.length) set_at((into[first] ??= {}), rest, value);
  else into[first] = value;
}

// ---- sheets ---------------------------------------------------------------------------------------------------------

/** Open a sheet over somebody, a seat or a table. @param {string} id @param {DOMStringMap} about */
function open_sheet(id, about) {
  const sheet = document.getElementById(id);
  if (!(sheet instanceof HTMLDialogElement)) return;
  for (const name of ["device", "letter", "seat"]) sheet.dataset[name] = about[name] ?? "";
  for (const each of sheet.querySelectorAll("[data-says]")) each.textContent = about.called ?? "";
  for (const each of sheet.querySelectorAll("output")) each.textContent = "";
  for (const each of sheet.querySelectorAll("[data-when]"))
    if (each instanceof HTMLElement) each.hidden = each.dataset.when !== about.computer;
  for (const each of sheet.querySelectorAll("[data-fill]")) if (each instanceof HTMLInputElement) each.value = about.name ?? "";
  for (const each of sheet.querySelectorAll("details")) each.open = false;
  const letter = sheet.querySelector("select[name=letter]");
  if (letter instanceof HTMLSelectElement) letter.value = about.letter ?? "";
  sheet.showModal();
  if (id === "look" && about.letter) look_in(about.letter);
}

/** See one table as the chair does, until the sheet is closed. @param {string} letter */
function look_in(letter) {
  looking?.();
  put({ "look-text": "", "look-minutes": "", "look-do": "" }, false);
  looking = listen({
    path: `api/desk/table/${encodeURIComponent(letter)}/`,
    token: key,
    form: "page",
    heard: (_, message) => put(message.regions ?? {}, false),
    changed: (state) => tell(state === "on" ? "" : state === "off" ? words.off : words.unknown),
  });
}

document.getElementById("look")?.addEventListener("close", () => {
  looking?.();
  looking = null;
});

// ---- seats that are dragged -----------------------------------------------------------------------------------------

/** @type {{device: string, from: HTMLElement, ghost: HTMLElement | null, x: number, y: number} | null} */
let held = null;

document.addEventListener("pointerdown", (event) => {
  const chip = event.target instanceof Element ? event.target.closest(".who") : null;
  if (chip instanceof HTMLElement && event.button === 0)
    held = { device: chip.dataset.device ?? "", from: chip, ghost: null, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", (event) => {
  if (!held) return;
  if (!held.ghost && Math.hypot(event.clientX - held.x, event.clientY - held.y) > 6) {
    held.ghost = document.createElement("div");
    held.ghost.className = "ghost";
    held.ghost.textContent = held.from.textContent;
    document.body.append(held.ghost);
    held.from.classList.add("held");
  }
  if (!held.ghost) return;
  event.preventDefault();
  held.ghost.style.left = `${event.clientX + 8}px`;
  held.ghost.style.top = `${event.clientY + 8}px`;
  mark(seat_at(event));
});

document.addEventListener("pointerup", async (event) => {
  const moved = held;
  let_go();
  if (!moved?.ghost) return;
  const seat = seat_at(event);
  dropped = Date.now();
  if (seat) await act({ kind: "sit", device: moved.device, letter: seat.dataset.letter, seat: seat.dataset.seat }, null);
});
document.addEventListener("pointercancel", let_go);
document.addEventListener("keydown", (event) => event.key === "Escape" && let_go());

function let_go() {
  held?.ghost?.remove();
  held?.from.classList.remove("held");
  held = null;
  mark(null);
}

/** @param {PointerEvent} event @returns {HTMLElement | null} */
function seat_at(event) {
  const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("#tables .seat");
  return found instanceof HTMLElement ? found : null;
}

/** @param {HTMLElement | null} seat */
function mark(seat) {
  for (const each of document.querySelectorAll(".seat.target")) if (each !== seat) each.classList.remove("target");
  seat?.classList.add("target");
}

run_clocks();
