// The page on which a teacher opens a class. The secret of the host's link lets him; the class has links of its own.
// @ts-check
import { send, token } from "./stream.js";

const key = token("as-appropriate open");
const notice = /** @type {HTMLElement} */ (document.getElementById("notice"));

document.getElementById("open")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  notice.hidden = true;
  const { ok, told } = await send("api/open", key, {});
  if (!ok) {
    notice.textContent = told.said || document.body.dataset.off || "";
    notice.hidden = false;
    return;
  }
  for (const id of ["desk", "wall"]) /** @type {HTMLAnchorElement} */ (document.getElementById(id)).href = `${id}#${told[id]}`;
  /** @type {HTMLElement} */ (document.getElementById("code")).textContent = told.code;
  /** @type {HTMLElement} */ (document.getElementById("opened")).hidden = false;
  /** @type {HTMLElement} */ (document.getElementById("open")).hidden = true;
});
