/* Tables: sort by a column, filter by words. Nothing depends on it. */
(function () {
  "use strict";
  function enhance(box) {
    var table = box.querySelector("table"), head = table && table.tHead && table.tHead.rows[0], body = table && table.tBodies[0];
    if (!head || box.dataset.ready) return;
    box.dataset.ready = "1";
    Array.prototype.forEach.call(head.cells, function (cell, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = cell.textContent;
      cell.textContent = "";
      cell.appendChild(button);
      button.addEventListener("click", function () {
        var down = cell.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(head.cells, function (other) { other.removeAttribute("aria-sort"); });
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.from(body.rows)
          .sort(function (a, b) { return a.cells[column].textContent.localeCompare(b.cells[column].textContent, undefined, { numeric: true }) * (down ? -1 : 1); })
          .forEach(function (row) { body.appendChild(row); });
      });
    });
    if (body.rows.length < 8) return;
    var filter = document.createElement("input");
    filter.type = "search";
    filter.className = "sb-filter";
    filter.placeholder = "Filter";
    filter.setAttribute("aria-label", "Filter the table");
    filter.addEventListener("input", function () {
      var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      Array.from(body.rows).forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      });
    });
    box.parentNode.insertBefore(filter, box);
  }
  function start() { document.querySelectorAll(".sb-table").forEach(enhance); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
