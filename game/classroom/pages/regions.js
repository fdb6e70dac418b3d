// What every page does with what it is told: regions of HTML, said by the host, take the place of older ones; clocks run
// between two messages by the host's time.
// @ts-check

let ahead = 0; // Milliseconds by which the host's clock is ahead of this device's.

/** Note what the host's clock says, in seconds. @param {number | undefined} now */
export function set_clock(now) {
  if (now !== undefined) ahead = now * 1000 - Date.now();
}

/** The host's time, in seconds. */
export function host_now() {
  return (Date.now() + ahead) / 1000;
}

/** @type {Map<string, string>} */
const shown = new Map(); // What stands in each region: what is told again as it was stays as it is.

/**
 * Put regions in their places. Whoever stands on something that is there again stays on it, and what was folded open is.
 * @param {Record<string, string | null>} regions
 * @param {boolean} whole Whether regions that are not named are gone.
 */
export function put(regions, whole) {
  const gone = whole ? [...document.querySelectorAll("[data-region]")].filter((each) => each.id && !(each.id in regions)) : [];
  for (const each of gone) set(each, "");
  for (const [id, html] of Object.entries(regions)) {
    const place = document.getElementById(id);
    if (place) set(place, html ?? "");
  }
  run_clocks();
}

/** @param {Element} place @param {string} html */
function set(place, html) {
  if (shown.get(place.id) === html && place.hasChildNodes() === (html !== "")) return;
  const at = document.activeElement !== place && place.contains(document.activeElement) ? sign(document.activeElement) : "";
  const open = [...place.querySelectorAll("details[open]")].map(summary);
  place.innerHTML = html;
  shown.set(place.id, html);
  for (const each of place.querySelectorAll("details")) if (open.includes(summary(each))) each.open = true;
  if (at) /** @type {HTMLElement | null} */ (place.querySelector(at))?.focus({ preventScroll: true });
}

/** @param {Element} details */
function summary(details) {
  return details.querySelector("summary")?.textContent ?? "";
}

/** A selector for what tells a control from the others beside it. @param {Element | null} control */
function sign(control) {
  for (const name of ["id", "data-look", "data-press", "data-move", "data-act", "name", "href"]) {
    const told = control?.getAttribute(name);
    if (told) return `[${name}="${CSS.escape(told)}"]`;
  }
  return control instanceof HTMLElement ? control.localName : "";
}

/** Let every clock of the page show the host's time: what is left until a moment, or how long ago one was. */
export function run_clocks() {
  for (const each of document.querySelectorAll("[data-until], [data-since]")) {
    if (!(each instanceof HTMLElement)) continue;
    const { until, since } = each.dataset;
    const seconds = until !== undefined ? Math.ceil(Number(until) - host_now()) : Math.floor(host_now() - Number(since));
    const left = Math.max(0, seconds);
    const shown = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (each.textContent !== shown) each.textContent = shown;
  }
}

setInterval(run_clocks, 250);
