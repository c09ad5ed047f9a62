// Small helps on top of pages that all work without scripts.
"use strict";

(function () {
  // Stacked on a phone, a table loses its rows and cells for some screen readers; the roles give them back.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };

  function restoreTables(scope) {
    scope.querySelectorAll("table.pejl-table").forEach(function (table) {
      table.setAttribute("role", "table");
      for (const [tag, role] of Object.entries(ROLES)) {
        table.querySelectorAll(tag).forEach((each) => each.setAttribute("role", role));
      }
      table.querySelectorAll("thead th").forEach((each) => each.setAttribute("role", "columnheader"));
      table.querySelectorAll("tbody th").forEach((each) => each.setAttribute("role", "rowheader"));
    });
  }

  // A table wider than its place can be scrolled with the keyboard.
  function reachTables(scope) {
    scope.querySelectorAll(".pejl-table-wrapper").forEach(function (each) {
      if (each.scrollWidth <= each.clientWidth) return;
      each.tabIndex = 0;
      each.setAttribute("role", "region");
      each.setAttribute("aria-label", each.querySelector("caption").textContent);
    });
  }

  function announce(words) {
    document.querySelectorAll("[data-announce]").forEach((each) => { each.textContent = words; });
  }

  // A button that cannot copy (no script, no secure connection) stays hidden; the number can be selected.
  function showCopyButtons(scope) {
    if (!navigator.clipboard) return;
    scope.querySelectorAll("[data-copy]").forEach((each) => { each.hidden = false; });
  }

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    const word = button.querySelector(".pejl-copy-word");
    word.textContent = "Kopieret";
    button.dataset.copied = "";
    announce("Kopieret: " + button.dataset.copy);
    setTimeout(function () { word.textContent = "Kopiér"; delete button.dataset.copied; announce(""); }, 3000);
  }

  function closeMenus(except) {
    document.querySelectorAll("details[data-closes][open]").forEach(function (each) {
      if (!each.contains(except)) each.open = false;
    });
  }

  function start(scope) {
    window.DKFDS.init({ scope: scope });
    restoreTables(scope);
    reachTables(scope);
    showCopyButtons(scope);
  }

  document.addEventListener("DOMContentLoaded", () => start(document));
  // Fired for the whole page too, which has been started above.
  document.addEventListener("htmx:load", function (event) {
    if (event.detail.elt !== document.body) start(event.detail.elt);
  });
  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    closeMenus(event.target);
  });
  document.addEventListener("keydown", function (event) {
    const open = event.key === "Escape" && document.querySelector("details[data-closes][open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
}());
