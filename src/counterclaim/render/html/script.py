"""The page's script: search and filter, open all, mark the words that a link leads to. Nothing needs it."""

SCRIPT = """
"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const found = form.querySelector(".found");
  const text = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const fits = (card, value, words) =>
    words.every((word) => text.get(card).includes(word)) &&
    (!value.standing || card.dataset.standing === value.standing) &&
    (!value.kind || card.dataset.kind === value.kind) &&
    (!value.outlet || card.dataset.outlets.split("\\n").includes(value.outlet)) &&
    (!value.side || card.dataset.sides.split(" ").includes(value.side));
  const filter = () => {
    const value = Object.fromEntries(new FormData(form));
    const words = (value.words || "").toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, value, words);
      if (!card.hidden) shown += 1;
    }
    if (words.length || value.standing || value.kind || value.outlet || value.side)
      for (const rest of document.querySelectorAll("details.rest")) rest.open = true;
    found.textContent = shown + " of " + cards.length + (cards.length === 1 ? " question" : " questions");
    for (const section of document.querySelectorAll("#disputed, #agreed, #alone")) {
      const own = [...section.querySelectorAll(".card")];
      section.classList.toggle("none-left", own.length > 0 && own.every((card) => card.hidden));
    }
  };
  form.hidden = false;
  form.querySelector("details").open = matchMedia("(min-width: 68rem)").matches;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  const details = () => [...document.querySelectorAll("main details")];
  const expand = form.querySelector("[name=expand]");
  expand.addEventListener("click", () => {
    const open = details().some((one) => !one.open);
    for (const one of details()) one.open = open;
    expand.textContent = open ? "Close all details" : "Open all details";
  });
  const light = () => {
    for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    const card = target.closest(".card");
    if (card && card.hidden) { form.reset(); setTimeout(() => target.scrollIntoView()); }
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    target.classList.add("lit");
    for (const one of document.getElementsByClassName(id)) one.classList.add("lit");
  };
  window.addEventListener("hashchange", light);
  light();
})();
"""
