// What a device tries before a lesson. All sentences stand in the page; this shows those that are true, and tells the host.
// @ts-check

/** @typedef {"" | "trying" | "good" | "polls" | "off" | "bad"} State */

const MINUTE = Number(document.body.dataset.minute) * 1000;
const NARROWEST = Number(document.body.dataset.narrowest);
const PATIENCE = 10000; // Milliseconds within which the host answers, and between two ticks of a stream that comes through.
const ASKED = 5; // So many answers in a row show that messages can be asked for.
const FAST = 120; // Seconds by which a clock may be wrong before it is said.

/** Show what has come of something. @param {string} id @param {State} state */
function show(id, state) {
  const place = document.getElementById(id);
  if (!place) return;
  place.dataset.state = state;
  for (const each of place.querySelectorAll("[data-when]"))
    if (each instanceof HTMLElement) each.hidden = each.dataset.when !== state;
}

/** Ask the host for something, for so long. @param {string} path @param {number} patience @param {RequestInit} [more] */
async function ask(path, patience, more) {
  const given_up = new AbortController();
  const timer = setTimeout(() => given_up.abort(), patience);
  try {
    const answer = await fetch(path, { cache: "no-store", signal: given_up.signal, ...more });
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a stream comes through for a minute, tick by tick. */
async function holds_a_stream() {
  const given_up = new AbortController();
  const alarm = () => setTimeout(() => given_up.abort(), PATIENCE);
  let timer = alarm();
  const begun = Date.now();
  const bar = document.getElementById("passed");
  try {
    const answer = await fetch("api/preflight", { cache: "no-store", signal: given_up.signal });
    if (!answer.ok || !answer.body) return false;
    const reader = answer.body.getReader();
    for (;;) {
      const { done } = await reader.read();
      clearTimeout(timer);
      const passed = Date.now() - begun;
      if (bar instanceof HTMLProgressElement) bar.value = passed / 1000;
      if (passed >= MINUTE - 2000) return true;
      if (done) return false;
      timer = alarm();
    }
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    given_up.abort();
  }
}

/** Whether the host answers again and again. */
async function can_ask() {
  try {
    for (let asked = 0; asked < ASKED; asked += 1) await ask("api/about", PATIENCE);
    return true;
  } catch {
    return false;
  }
}

/** Whether this browser keeps what a page asks it to. */
function keeps() {
  try {
    for (const store of [sessionStorage, localStorage]) {
      store.setItem("preflight", "1");
      if (store.getItem("preflight") !== "1") return false;
      store.removeItem("preflight");
    }
    return true;
  } catch {
    return false;
  }
}

async function all() {
  const device = Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(16).padStart(2, "0")).join("");
  const wide = Math.round(document.documentElement.clientWidth);
  const found = { keeps: keeps(), wide };
  /** @param {string} messages */
  const tell = (messages) =>
    ask("api/preflight", PATIENCE, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ device, tried: { messages, ...found } }),
    }).catch(() => {});
  for (const id of ["reach", "messages"]) show(id, "trying");
  show("screen", wide >= NARROWEST ? "good" : "bad");
  show("keeps", found.keeps ? "good" : "bad");
  let sound = found.keeps && wide >= NARROWEST;
  try {
    const { now } = await ask("api/about", PATIENCE);
    show("reach", "good");
    show("clock", Math.abs(Date.now() / 1000 - now) < FAST ? "good" : "off");
  } catch {
    show("reach", "bad");
    document.getElementById("clock")?.remove();
    sound = false;
  }
  await tell("trying");
  const held = await holds_a_stream();
  const messages = held ? "stream" : (await can_ask()) ? "polls" : "none";
  show("messages", held ? "good" : messages === "polls" ? "polls" : "bad");
  if (messages === "none") sound = false;
  document.getElementById("passed")?.remove();
  show("verdict", !sound ? "bad" : held ? "good" : "polls");
  await tell(messages);
}

document.getElementById("no-program")?.remove();
const shown = document.getElementById("tried");
if (shown) shown.hidden = false;
all();
