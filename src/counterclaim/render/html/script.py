"""The page's script: search and filter, open all, light up the words a link leads to, show notes in place.

Nothing needs it: without it, links lead to what it would show.
"""

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
(() => {
  const NOTED = "a[href^='#r-'], .plot a.mark";
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  let shown = null;
  let finger = false;
  let leaving = 0;
  const goal = (mark) => mark.getAttribute("href").slice(1);
  const note = (mark) => (goal(mark).startsWith("r-") ? document.getElementById(goal(mark)) : null);
  for (const mark of document.querySelectorAll(NOTED)) {
    if (note(mark)) mark.setAttribute("aria-describedby", goal(mark));
    mark.querySelector(":scope > title")?.remove();
  }
  const hide = () => { clearTimeout(leaving); tip.hidden = true; shown = null; };
  const show = (mark) => {
    clearTimeout(leaving);
    if (mark === shown) return;
    const said = note(mark);
    if (said) {
      const copy = said.cloneNode(true);
      for (const link of copy.querySelectorAll("a")) {
        const head = document.createElement("b");
        head.append(...link.childNodes);
        link.replaceWith(head);
      }
      tip.replaceChildren(...copy.childNodes);
    } else tip.textContent = mark.getAttribute("aria-label");
    if (finger) {
      const more = document.createElement("small");
      more.textContent = said ? "Tap again for the list of notes." : "Tap again for the words.";
      tip.append(more);
    }
    shown = mark;
    tip.hidden = false;
    const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, wide - tip.offsetWidth - 8));
    const above = at.bottom + tip.offsetHeight + 12 > innerHeight && at.top > tip.offsetHeight + 12;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (above ? at.top - tip.offsetHeight - 4 : at.bottom + 4) + scrollY + "px";
  };
  const marked = (event) => event.target.closest && event.target.closest(NOTED);
  document.addEventListener("pointerdown", (event) => {
    finger = event.pointerType === "touch";
    if (!marked(event) && !tip.contains(event.target)) hide();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    finger = false;
    if (tip.contains(event.target)) clearTimeout(leaving);
    else if (marked(event)) show(marked(event));
  });
  document.addEventListener("pointerout", (event) => {
    const left = event.pointerType !== "touch" && (marked(event) || tip.contains(event.target));
    if (left && shown !== document.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 200);
    }
  });
  document.addEventListener("focusin", (event) => {
    const mark = marked(event);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (!mark) hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    const mark = marked(event);
    if (!mark) return;
    if (finger && mark !== shown) { event.preventDefault(); show(mark); } else hide();
  });
})();
"""
