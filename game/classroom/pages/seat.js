// The page of a student's seat. It shows the regions that it is told, keeps what is prepared on this device, and sends what
// is pressed: moves, or suggestions to whoever holds the pen. It knows no rule: the host works out what a press comes to.
// @ts-check
import { listen, send, token } from "./stream.js";
import { host_now, put, set_clock } from "./regions.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {Record<string, string | null>} Regions */

const TOKEN = token("as-appropriate seat");
const words = document.body.dataset;
if (!TOKEN) location.replace("./");

/** @type {Regions} */ let told = {}; // The regions as the host told them last, for an empty tray.
/** @type {Regions} */ let over = {}; // Those that what is prepared makes others.
/** @type {Json} */ let tray = kept("tray", {}); // What is prepared here.
let me = ""; // This device, as its table calls it.
let waits = kept("waits", ""); // The package that waited when it was prepared.
let asked = 0; // How often the host has been asked what a tray comes to: only the last answer counts.

/** @param {string} id @returns {HTMLElement} */
function by_id(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

// ---- what is told -------------------------------------------------------------------------------------------------

listen({
  path: "api/",
  token: TOKEN,
  form: "page",
  heard(kind, message) {
    set_clock(message.now);
    const whole = message.whole ?? false;
    const { version } = fact("facts");
    if (kind === "table") on_table(message.regions ?? {}, whole);
    else put(message.regions ?? {}, false);
    if (fact("facts").version !== version) by_id("advice").replaceChildren(); // It was advice for what is gone.
    refresh();
    if (kind === "table" && (Object.keys(tray).length > 0 || fact("facts").judging)) prepare(null);
  },
  changed(state) {
    by_id("line").textContent = state === "on" ? "" : (words[state] ?? "");
    const ended = state !== "on" && state !== "off";
    by_id("again").hidden = !ended;
    if (ended) for (const each of [sessionStorage, localStorage]) each.removeItem("as-appropriate seat"); // It opens nothing any more.
  },
});

/** @param {Regions} regions @param {boolean} whole */
function on_table(regions, whole) {
  told = whole ? regions : { ...told, ...regions };
  for (const [id, html] of Object.entries(regions)) if (id.startsWith("record-")) place(id, html);
  const shown = Object.entries(regions).filter(([id]) => !(id in over));
  put(Object.fromEntries(shown), false);
  if (!whole) return;
  for (const each of document.querySelectorAll("[data-region]"))
    if (!each.id.startsWith("room-") && !(each.id in told) && !(each.id in over)) put({ [each.id]: null }, false);
}

/** A place for some lines of the record. @param {string} id @param {string | null} html */
function place(id, html) {
  const there = document.getElementById(id);
  if (html === null) return there?.remove();
  if (there) return;
  const list = document.createElement("ul");
  list.id = id;
  list.dataset.region = "";
  by_id("record").append(list);
}

/** Let everything be as it is for this device now. */
function refresh() {
  const room = fact("room-facts");
  const facts = fact("facts");
  me = room.device ?? me;
  const holds = facts.pen === me ? "pen" : "look";
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-only], [data-except]"))) {
    const { only, except } = each.dataset;
    each.hidden = only !== undefined ? only !== holds && only !== me : except === me;
  }
  if (facts.waits && facts.waits !== waits) for (const each of ["countering", "word", "never", "far"]) delete tray[each];
  if (facts.waits !== undefined) waits = facts.waits;
  store("waits", waits);
  if (room.phase && room.phase !== document.body.dataset.phase) begin(room.phase);
  by_id("read").hidden = room.read === "yes" || room.phase === undefined;
  by_id("bottom").hidden = !by_id("tray").innerHTML && !by_id("deeds").innerHTML;
  by_id("bottom").classList.toggle("short", by_id("bottom").offsetHeight < innerHeight / 3);
  mark_sheet();
  jump();
}

/** The way to what is prepared, while that is out of sight and something can be done with it. */
function jump() {
  const title = document.querySelector("#tray h2")?.textContent ?? "";
  const seen = by_id("bottom").getBoundingClientRect().top < innerHeight - 40;
  by_id("jump").hidden = seen || !title || !by_id("deeds").querySelector("button");
  by_id("jump").textContent = title;
}

/** The facts of a region, as its one element bears them. @param {string} region @returns {DOMStringMap} */
function fact(region) {
  return /** @type {HTMLElement | null} */ (by_id(region).firstElementChild)?.dataset ?? {};
}

/** A part of the lesson has begun. @param {string} phase */
function begin(phase) {
  const before = document.body.dataset.phase;
  document.body.dataset.phase = phase;
  if (phase === "brief" || phase === "caucus" || phase === "exit") show("brief");
  else if (before !== undefined || phase === "talks") show("text");
}

// ---- what is prepared ---------------------------------------------------------------------------------------------

/** Change what is prepared here, and show what comes of it. @param {Json | null} press */
async function prepare(press) {
  const number = ++asked;
  const body = press ? { tray, press, form: "page" } : { tray, form: "page" };
  const { ok, told: answer } = await send("api/preview", TOKEN, body);
  if (number !== asked) return;
  if (!ok) return press ? notice(answer.said || words.off || "") : undefined;
  tray = answer.tray;
  store("tray", tray);
  silence(answer.left);
  const before = over;
  over = answer.regions;
  const back = Object.keys(before).filter((id) => !(id in over));
  put({ ...Object.fromEntries(back.map((id) => [id, told[id] ?? null])), ...over }, false);
  refresh();
}

/** How long whoever speaks for an audience has to answer. @param {number | null} left In seconds. */
function silence(left) {
  const clock = document.createElement("span");
  clock.setAttribute("role", "timer");
  if (left !== null) clock.dataset.until = String(host_now() + left);
  by_id("silence").replaceChildren(...(left === null ? [] : [clock]));
}

/** Nothing is prepared any more. */
function clear() {
  asked += 1;
  tray = {};
  store("tray", tray);
  const before = Object.keys(over);
  over = {};
  put(Object.fromEntries(before.map((id) => [id, told[id] ?? null])), false);
  close_sheet();
  refresh();
  if (fact("facts").judging) prepare(null);
}

/** @param {string} name @param {any} otherwise */
function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`as-appropriate ${name} ${TOKEN.slice(0, 8)}`) ?? "") ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** @param {string} name @param {any} value */
function store(name, value) {
  localStorage.setItem(`as-appropriate ${name} ${TOKEN.slice(0, 8)}`, JSON.stringify(value));
}

// ---- what is done -------------------------------------------------------------------------------------------------

/** Ask the adviser, and show what it says until the talks go on. @param {string} waits */
async function advise(waits) {
  const place = by_id("advice");
  /** @param {string} line */
  const show_line = (line) => place.replaceChildren(Object.assign(document.createElement("p"), { textContent: line }));
  show_line(waits);
  const { ok, told: answer } = await send("api/advice", TOKEN, { tray, form: "page" });
  if (ok) place.innerHTML = answer.html;
  else show_line(answer.said || words.off || "");
}

/** A word that nobody else makes: a move that is sent twice under it counts once. */
function chance() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((each) => each.toString(16).padStart(2, "0")).join("");
}

/** Make a move; whoever does not hold the pen puts it before whoever does. @param {Json} move @param {boolean} speaks */
async function make(move, speaks) {
  const remark = /** @type {HTMLTextAreaElement} */ (by_id("remark"));
  const said = speaks && !move.remark && remark.value.trim() ? { ...move, remark: remark.value.trim() } : move;
  const { pen, version } = fact("facts");
  const done =
    pen === me
      ? await must("api/move", { id: chance(), seen: Number(version), move: said })
      : await must("api/act", { act: { kind: "suggest", move: said } });
  if (!done) return;
  if (said.remark) remark.value = "";
  clear();
}

/** Send something until it has been heard. @param {string} path @param {Json} body @returns {Promise<boolean>} */
async function must(path, body) {
  if (document.body.hasAttribute("data-busy")) return false;
  document.body.setAttribute("data-busy", "");
  try {
    for (let wait = 500; ; wait = Math.min(8000, 2 * wait)) {
      const { ok, told: answer } = await send(path, TOKEN, body);
      if (ok) {
        notice("");
        return true;
      }
      const again = ["off", "not-kept", "stopping", "failed", "too-many"].includes(answer.kind);
      notice(answer.said || words.off || "");
      if (!again || wait > 60000) return false;
      await new Promise((done) => setTimeout(done, wait * (1 + Math.random() / 2)));
    }
  } finally {
    document.body.removeAttribute("data-busy");
  }
}

/** @param {string} sentence */
function notice(sentence) {
  const place = by_id("notice");
  const line = /** @type {HTMLElement} */ (place.firstElementChild);
  if (line.textContent !== sentence) line.textContent = sentence;
  place.hidden = !sentence;
}

// ---- the wordings of an issue -------------------------------------------------------------------------------------

let open = "";
/** @type {HTMLElement | null} */ let opener = null;

/** @param {string} issue @param {HTMLElement} from */
function open_sheet(issue, from) {
  if (open) by_id(`sheet-${open}`).hidden = true;
  opener = from;
  open = issue;
  const sheet = by_id(`sheet-${issue}`);
  sheet.hidden = false;
  sheet.scrollTop = 0;
  sheet.focus({ preventScroll: true });
  mark_sheet();
  const below = from.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top;
  if (below > -24) scrollBy({ top: below + 96 });
  if (by_id("tray").innerHTML) prepare({ kind: "look", issue });
}

function close_sheet() {
  if (!open) return;
  const sheet = document.getElementById(`sheet-${open}`);
  const inside = sheet?.contains(document.activeElement);
  if (sheet) sheet.hidden = true;
  const back = document.querySelector(`a[data-look="${CSS.escape(open)}"]`);
  open = "";
  mark_sheet();
  if (inside) (opener?.isConnected ? opener : /** @type {HTMLElement | null} */ (back))?.focus({ preventScroll: true });
}

/** The bracket whose wordings are open is told from the others. */
function mark_sheet() {
  for (const each of document.querySelectorAll("a[data-look]"))
    each.setAttribute("aria-expanded", String(each.getAttribute("data-look") === open));
  const sheet = open ? document.getElementById(`sheet-${open}`) : null;
  if (sheet) sheet.hidden = false;
  document.body.toggleAttribute("data-sheet", open !== "");
}

// ---- pages, letters, and whatever is pressed ----------------------------------------------------------------------

/** @param {string} tab */
function show(tab) {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".view"))) each.hidden = each.id !== `view-${tab}`;
  for (const each of document.querySelectorAll("[data-tab]"))
    if (each.getAttribute("data-tab") === tab) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  document.body.dataset.view = tab;
  close_sheet();
  scrollTo({ top: 0 });
}

/** @param {boolean} large */
function letters(large) {
  document.documentElement.classList.toggle("large", large);
  by_id("large").setAttribute("aria-pressed", String(large));
  localStorage.setItem("as-appropriate large", String(large));
}

document.addEventListener("click", async (event) => {
  const at = event.target instanceof Element ? event.target.closest("a, button") : null;
  if (!(at instanceof HTMLElement)) return;
  const { look, tab, press, move, act } = at.dataset;
  if (look) {
    event.preventDefault();
    if (look === open) close_sheet();
    else open_sheet(look, at);
  } else if (tab) {
    event.preventDefault();
    show(tab);
  } else if (at.id === "large") letters(at.getAttribute("aria-pressed") !== "true");
  else if (at.id === "read") {
    if (await must("api/read", {})) show("text");
  } else if (at.dataset.advise) await advise(at.dataset.advise);
  else if ("close" in at.dataset) close_sheet();
  else if ("dismiss" in at.dataset) notice("");
  else if (act || press || move) {
    if (act && !(await must("api/act", { act: JSON.parse(act) }))) return;
    if (press) await prepare(JSON.parse(press));
    if (move) await make(JSON.parse(move), "words" in at.dataset);
  }
});

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  event.preventDefault();
  const told_ = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim().replace(/\s+/g, " ")]));
  if (form.dataset.form) await make({ ...JSON.parse(form.dataset.form), ...told_ }, false);
  else if (form.dataset.predict && (await must("api/predict", { when: form.dataset.predict, ...told_ }))) form.classList.add("sent");
});

addEventListener("scroll", jump, { passive: true });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close_sheet();
});

const code = sessionStorage.getItem("as-appropriate seat code") ?? localStorage.getItem("as-appropriate seat code");
if (code) by_id("seat-code").textContent = (words.code ?? "").replace("…", code);
letters(localStorage.getItem("as-appropriate large") === "true");
show("text");
