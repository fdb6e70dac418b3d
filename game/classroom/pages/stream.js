// How a page is told what is new: a stream read with fetch(), so that the token goes along; long polling where something
// on the way holds streams back. No message is assumed to arrive: each request says what the page has.
// @ts-check

/**
 * @typedef {object} Message
 * @property {number} number
 * @property {number} [now] The host's clock, in seconds since 1970.
 * @property {boolean} [whole] Whether regions that are not named are gone.
 * @property {Record<string, string | null>} [regions] HTML by the id of the element that it is for; null for one that is gone.
 */

/**
 * `on`: connected. `off`: the connection has failed, and is tried again. The rest are ends: the token is not known here
 * (any more), another device has the seat, or nobody has.
 * @typedef {"on" | "off" | "unknown" | "moved" | "removed"} State
 */

/**
 * @typedef {object} Line
 * @property {string} path Before `stream` and `messages`: "api/", "api/desk/" ...
 * @property {string} token
 * @property {"page" | "desk"} form
 * @property {(kind: string, message: Message) => void} heard
 * @property {(state: State) => void} changed
 */

const QUIET = 25000; // Milliseconds without a sign of life after which a connection counts as dead: the host says something each ten.
const HELD = 3; // So many streams in a row that brought nothing, and it is asked by long polling.

const SHORTEST = 20; // Signs of a token: anything shorter behind a # is a place in the page.

/** Listen until the returned function is called. @param {Line} line @returns {() => void} */
export function listen(line) {
  /** @type {Record<string, string>} */
  const have = {};
  let stopped = false;
  let held = 0;
  /** @type {AbortController | null} */
  let under_way = null;

  /** @param {string} kind @param {string} id @param {string} data */
  function take(kind, id, data) {
    if (kind !== "table" && kind !== "room") return;
    line.heard(kind, JSON.parse(data));
    have[kind] = id;
  }

  async function round() {
    under_way = new AbortController();
    const asked = new URLSearchParams({ form: line.form, ...have });
    const polling = held >= HELD;
    let timer = setTimeout(() => under_way?.abort(), polling ? 2 * QUIET : QUIET);
    try {
      const answer = await fetch(`${line.path}${polling ? "messages" : "stream"}?${asked}`, {
        headers: { Authorization: `Bearer ${line.token}`, "As-Appropriate": "1" },
        signal: under_way.signal,
        cache: "no-store",
      });
      if (answer.status === 401) return "unknown";
      if (!answer.ok || !answer.body) throw new Error(String(answer.status));
      if (polling) return await polled(answer);
      let ended = "";
      let any = false;
      await events(answer.body, (kind, id, data) => {
        clearTimeout(timer);
        timer = setTimeout(() => under_way?.abort(), QUIET);
        if (!any) line.changed("on");
        any = true;
        held = 0;
        if (kind === "end") ended = JSON.parse(data).kind;
        else take(kind, id, data);
      }).catch((fault) => {
        if (!any) held += 1;
        throw fault;
      });
      if (!ended) throw new Error("broken off");
      return ended;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {Response} answer */
  async function polled(answer) {
    const found = await answer.json();
    line.changed("on");
    for (const kind of ["table", "room"])
      for (const message of found[kind] ?? []) line.heard(kind, message);
    Object.assign(have, found.have);
    return found.end ?? "again";
  }

  async function forever() {
    let wait = 500;
    while (!stopped) {
      try {
        const end = await round();
        wait = 500;
        if (end === "unknown" || end === "moved" || end === "removed") return line.changed(end);
        if (end === "restarting") await pause(1000);
      } catch {
        if (stopped) return;
        line.changed("off");
        await pause(wait * (1 + Math.random() / 2));
        wait = Math.min(8000, 2 * wait);
      }
    }
  }

  /** @param {number} milliseconds */
  function pause(milliseconds) {
    return new Promise((done) => {
      const once = () => (removeEventListener("online", once), clearTimeout(timer), done(null));
      const timer = setTimeout(once, milliseconds);
      addEventListener("online", once);
    });
  }

  forever();
  return () => ((stopped = true), under_way?.abort());
}

/** Read server-sent events; a comment is told without a kind. @param {ReadableStream<Uint8Array>} body @param {(kind: string, id: string, data: string) => void} told */
async function events(body, told) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      /** @type {Record<string, string>} */
      const fields = {};
      for (const row of part.split("\n")) {
        const colon = row.indexOf(":");
        if (colon > 0) fields[row.slice(0, colon)] = row.slice(colon + 1).replace(/^ /, "");
      }
      told(fields.event ?? "", fields.id ?? "", fields.data ?? "");
    }
  }
}

/**
 * The token of a page: what stands behind the # of its address, which is kept and taken out of the address bar, or what
 * was kept before. @param {string} name @returns {string}
 */
export function token(name) {
  const brought = location.hash.slice(1);
  addEventListener("hashchange", () => location.hash.length > SHORTEST && location.reload());
  if (brought.length >= SHORTEST) {
    keep(name, brought);
    history.replaceState(null, "", location.pathname + location.search);
    return brought;
  }
  return sessionStorage.getItem(name) ?? localStorage.getItem(name) ?? "";
}

/** Keep a token, for this window and for the next. @param {string} name @param {string} kept */
export function keep(name, kept) {
  sessionStorage.setItem(name, kept);
  localStorage.setItem(name, kept);
}

/**
 * Send something to be done.
 * @param {string} path @param {string} token @param {object} body
 * @returns {Promise<{ok: boolean, told: any}>} What came of it: an answer, or a fault with a sentence (`said`).
 */
export async function send(path, token, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "As-Appropriate": "1", "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { ok: answer.ok, told: await answer.json() };
  } catch {
    return { ok: false, told: { kind: "off", said: "" } };
  }
}
