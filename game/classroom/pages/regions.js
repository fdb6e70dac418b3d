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

/**
 * Put regions in their places. Whoever stands on something with an id that is there again stays on it.
 * @param {Record<string, string | null>} regions
 * @param {boolean} whole Whether regions that are not named are gone.
 */
export function put(regions, whole) {
  const at = document.activeElement?.id ?? "";
  const gone = whole ? [...document.querySelectorAll("[data-region]")].filter((each) => !(each.id in regions)) : [];
  for (const each of gone) each.replaceChildren();
  for (const [id, html] of Object.entries(regions)) {
    const place = document.getElementById(id);
    if (place) place.innerHTML = html ?? "";
  }
  if (at && document.activeElement?.id !== at) document.getElementById(at)?.focus({ preventScroll: true });
  run_clocks();
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
