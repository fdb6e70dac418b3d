// The page by which a student comes in: a code, perhaps a name, one button; or the seat that was had on another device.
// @ts-check
import { keep, send } from "./stream.js";

const SEAT = "as-appropriate seat";
const notice = /** @type {HTMLElement} */ (document.getElementById("notice"));
// The link of the QR code: the code, and behind it what says that it was not guessed. It stays out of the address bar.
const link = location.hash.slice(1);
if (link) history.replaceState(null, "", location.pathname);
for (const id of ["code", "return-code"]) field(id).value = link.split("-")[0] ?? "";
const sits = Boolean(sessionStorage.getItem(SEAT) ?? localStorage.getItem(SEAT));
/** @type {HTMLElement} */ (document.getElementById("back")).hidden = !sits;
document.querySelector("#join .button")?.classList.toggle("gold", !sits);

// The same word again, where the answer was lost: nobody sits down twice.
const id = [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

form("join", "api/join", () => ({ code: typed("code"), name: field("name").value.trim(), id }));
form("return", "api/return", () => ({ code: typed("return-code"), seat_code: field("seat-code").value.trim() }));

/** The code that stands in a field; as the link has it, where that is the one. @param {string} id */
function typed(id) {
  const code = field(id).value.trim();
  return code && code === link.split("-")[0] ? link : code;
}

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
      keep(`${SEAT} code`, told.seat_code);
      location.assign("s");
      return;
    }
    notice.textContent = told.said || document.body.dataset.off || "";
    notice.hidden = false;
  });
}
