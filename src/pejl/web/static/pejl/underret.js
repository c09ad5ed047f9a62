// Saves what is being written every few seconds. The page works without: the buttons save as well.
"use strict";

(function () {
  const WAIT = 3000;
  const form = document.querySelector("form[data-saves-itself]");
  if (!form) return;
  const status = form.querySelector("[data-save-status]");
  let waiting = null;
  let saving = false;
  let again = false;

  // Said only after the server has answered that it is stored.
  async function save() {
    if (saving) { again = true; return; }
    saving = true;
    try {
      const headers = { Accept: "application/json" };
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers, cache: "no-store" });
      status.textContent = (await answer.json()).besked;
    } catch {
      status.textContent = "Det seneste er ikke gemt endnu. Lad siden være åben. Vi prøver igen.";
      later();
    }
    saving = false;
    if (again) { again = false; save(); }
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(save, WAIT);
  }

  form.addEventListener("input", later);
  form.addEventListener("submit", function () { clearTimeout(waiting); again = false; });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden" && waiting) { clearTimeout(waiting); save(); }
  });
}());
