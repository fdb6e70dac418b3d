// The wall: it shows what it is told, and asks for nothing.
// @ts-check
import { listen, token } from "./stream.js";
import { put, set_clock } from "./regions.js";

const line = document.getElementById("line");
const words = document.body.dataset;

listen({
  path: "api/wall/",
  token: token("as-appropriate wall"),
  form: "page",
  heard(_, message) {
    set_clock(message.now);
    put(message.regions ?? {}, message.whole ?? false);
  },
  changed(state) {
    if (line) line.textContent = state === "on" ? "" : (state === "off" ? words.off : words.unknown) ?? "";
  },
});
