// The page by which a student comes in: a code, perhaps a name, one button; or the seat that was had on another device.
// @ts-check
import { keep, send } from "./stream.js";

const SEAT = "as-appropriate seat";
const notice = /** @type {HTMLElement} */ (document.getElementById("notice"));
const code = new URLSearchParams(location.search).get("code") ?? "";
for (const id of ["code", "return-code"]) field(id).value = code;
/** @type {HTMLElement} */ (document.getElementById("back")).hidden = !(sessionStorage.getItem(SEAT) ?? localStorage.getItem(SEAT));

// The same word again, where the answer was lost: nobody sits down twice.
const id = [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

form("join", "api/join", () => ({ code: field("code").value.trim(), name: field("name").value.trim(), id }));
form("return", "api/return", () => ({ code: field("return-code").value.trim(), seat_code: field("seat-code").value.trim() }));

/** @param {string} id @returns {HTMLInputElement} */
function field(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

/** @param {string} name @param {string} path @param {() => object} body */
function form(name, path, body) {
  document.getElementById(name)?.addEventListener("submit", async (event) => {
    event.preventDefault();
    notice.hidden = true;
    const { ok, told } = await send(path, "", body());
    if (ok) {
      keep(SEAT, told.token);
      location.assign("s");
      return;
    }
    notice.textContent = told.said || document.body.dataset.off || "";
    notice.hidden = false;
  });
}
