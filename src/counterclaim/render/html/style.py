"""The style sheet: two typefaces, calm colours that the colour-blind tell apart, light, dark, print."""

COLOURS = """
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1f21; --soft: #565b60; --rule: #d9d6cd; --faint: #efede6;
  --link: #14508c; --lit: #fff0b3; --mark: #f7edc8;
  --disputed: #7b3f00; --corroborated: #0b5c4a; --one_sided: #3b4a8c; --single_source: #565b60;
  --s0: #1b5fa8; --s1: #8a5a00; --s2: #00705a; --s3: #6b3fa0; --s4: #8f3277; --s5: #556300; --s6: #3d5a6c;
  --s7: #6f4a3a; --sx: #5b6066; --sea: #e6edf2; --land: #f6f4ec; --border: #b9b5a7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181a; --card: #1e2123; --ink: #e8e6e1; --soft: #a9adb1; --rule: #3a3e42; --faint: #26292c;
    --link: #8fc1f5; --lit: #574b1b; --mark: #4a4220;
    --disputed: #f0b071; --corroborated: #6fd0b4; --one_sided: #aab8ff; --single_source: #b4b8bc;
    --s0: #7db4f0; --s1: #e0a94a; --s2: #4fc3a5; --s3: #bfa3f2; --s4: #e59acb; --s5: #b7c255; --s6: #9bb8c9;
    --s7: #d3aa95; --sx: #b4b8bc; --sea: #1a242b; --land: #2a2d2c; --border: #5b5f5c;
  }
}
.s0 { --side: var(--s0); } .s1 { --side: var(--s1); } .s2 { --side: var(--s2); } .s3 { --side: var(--s3); }
.s4 { --side: var(--s4); } .s5 { --side: var(--s5); } .s6 { --side: var(--s6); } .s7 { --side: var(--s7); }
.sx { --side: var(--sx); }
"""

FRAME = """
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
:focus-visible { outline: .18rem solid var(--link); outline-offset: .15rem; border-radius: .1rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem;
  background: var(--card); padding: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
[hidden] { display: none !important; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
h1, h2, .card h3, .answer h4, blockquote, .account .text, .account h3, .lead {
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, serif; }
.top, .columns, body > footer { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
.top { padding-top: 2rem; }
.kicker { margin: 0; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase;
  color: var(--soft); }
h1 { font-size: clamp(1.7rem, 1.1rem + 2.4vw, 2.7rem); margin: .2rem 0 .4rem; max-width: 34ch; }
h1.long { font-size: clamp(1.35rem, 1.05rem + 1.2vw, 1.9rem); max-width: 60ch; text-wrap: pretty; }
.motto, .hint, .empty, figcaption, .basis { color: var(--soft); }
.motto { margin: 0; }
h2 { font-size: 1.55rem; margin: 3.2rem 0 1rem; padding-top: .6rem; border-top: .15rem solid var(--ink); }
h3 { font-size: 1.1rem; margin: 1.8rem 0 .5rem; }
main { min-width: 0; }
main > section:first-child h2 { margin-top: 1.5rem; }
.lead { font-size: 1.15rem; max-width: 65ch; }
.hint, .empty, #made p, figcaption { max-width: 70ch; }
#contents { font-size: .9rem; }
#filters { margin-top: 1rem; } #filters summary { font-weight: 650; color: inherit; }
#contents h2 { font: inherit; font-weight: 650; border: 0; margin: 1.2rem 0 .3rem; padding: 0; }
#contents ol { margin: 0; padding: 0; list-style: none; }
#contents li a { display: block; padding: .22rem 0; text-decoration: none; }
#contents li a:hover { text-decoration: underline; }
#filters label { display: block; margin: .4rem 0; }
#filters label span { display: block; color: var(--soft); font-size: .85em; }
input, select, button { font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--soft);
  border-radius: .2rem; padding: .25rem .4rem; max-width: 100%; }
input, select { width: 100%; } button { cursor: pointer; }
.found { color: var(--soft); margin: .4rem 0; }
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 3rem; }
  #contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto;
    padding: .5rem .5rem 1rem 0; }
}
@media (max-width: 67.99rem) {
  #contents { border-bottom: 1px solid var(--rule); padding-bottom: 1rem; }
  #contents nav ol { columns: 2 16rem; }
}
@media (min-width: 40rem) and (max-width: 67.99rem) {
  #filters details { columns: 3; }
}
body > footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: 1rem;
  padding-bottom: 3rem;
  color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; position: relative; }
table { overflow-wrap: break-word; border-collapse: collapse; font-size: .9rem; margin: .8rem 0;
  min-width: 34rem; }
caption { text-align: left; font-weight: 650; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0;
  border-bottom: 1px solid var(--rule); }
th { font-weight: 500; } thead th { color: var(--soft); font-size: .92em; white-space: nowrap; }
.labels a { color: inherit; text-decoration-color: var(--soft); }
td ul, .labels { margin: 0; padding: 0; list-style: none; } .whose { color: var(--soft); }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--link); width: fit-content; }
code { font-size: .85em; color: var(--soft); }
.sign, .who i { color: var(--side); font-style: normal; } .who i { font-size: .85em; margin-right: .3em; }
"""

CARDS = """
.tally { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1rem 1.5rem;
  padding: 0;
  margin: 1.5rem 0; list-style: none; }
.tally a { text-decoration: none; display: block; color: inherit; } .tally b { font-size: 1.8rem;
  font-weight: 600; margin-right: .2rem; }
.tally .means { display: block; color: var(--soft); font-size: .88rem; }
.sides { padding: 0; list-style: none; } .sides li { margin: .3rem 0; }
.standing { display: inline-block; font-size: .82rem; font-weight: 650; padding: .05rem .55rem;
  border-radius: 1rem;
  border: .1rem solid var(--tone); color: var(--tone); white-space: nowrap; }
.standing .sign { color: inherit; }
.disputed { --tone: var(--disputed); } .corroborated { --tone: var(--corroborated); }
.one_sided { --tone: var(--one_sided); } .single_source { --tone: var(--single_source); }
.standing.disputed { background: var(--tone); color: var(--card); }
.standing.single_source { border-style: dotted; } .standing.one_sided { border-style: dashed; }
.card { background: var(--card); border: 1px solid var(--rule); border-top: .25rem solid var(--tone);
  border-radius: .25rem;
  padding: 1rem 1.3rem .8rem; margin: 0 0 1.4rem; }
.card h3 { font-size: 1.3rem; margin: .35rem 0 .9rem; max-width: 48ch; text-wrap: pretty; }
.line { padding: 0; margin: 0; border-top: 0; border-radius: 0; background: none; border-width: 0 0 1px;
  border-left: .25rem solid var(--tone); }
.line > summary { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr); gap: .1rem .7rem; width: auto;
  padding: .5rem .8rem; color: inherit; font-size: .92rem; align-items: baseline; }
.line > summary:hover .asked b { text-decoration: underline; }
.line > summary > span { grid-column: 2; } .line > summary > .number { grid-column: 1; color: var(--link); }
.line .asked b { font-weight: 600; } .told { color: var(--ink); } .from, .in { color: var(--soft);
  font-size: .93em; }
.line .how { margin-right: .5rem; }
@media (max-width: 59.99rem) { .line .in::before { content: " · "; } }
.line[open] { background: var(--card); margin-bottom: 1rem; } .line[open] > :not(summary) {
  margin-left: 1.2rem; margin-right: 1.2rem; } .line[open] > summary { margin-bottom: .6rem; }
@media (min-width: 60rem) {
  .line > summary { grid-template-columns: 2.6rem minmax(0, 1fr) 17rem 11rem; }
  .line.stated > summary { grid-template-columns: 2.6rem minmax(0, 1fr) 8.4rem 13rem 9.5rem; }
  .line > summary > span, .line > summary > .number { grid-column: auto; } .given { display: contents; }
}
.eyebrow { margin: 0; display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center;
  font-size: .88rem; color: var(--soft); }
.number { font-weight: 650; font-variant-numeric: tabular-nums; text-decoration: none; }
.answers { display: grid; gap: 1.2rem 0; }
@media (min-width: 48rem) {
  .answers.n2, .answers.n4 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .answers.n3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .n2 .answer + .answer, .n3 .answer + .answer { border-left: 1px solid var(--rule); padding-left: 1.3rem; }
  .n2 .answer, .n3 .answer { padding-right: 1.3rem; }
  .n4 .answer { padding-right: 1.3rem; }
  .n4 .answer:nth-child(even) { border-left: 1px solid var(--rule); padding-left: 1.3rem; }
}
.answer h4 { margin: 0 0 .25rem; font-size: 1.08rem; }
.roots { margin: 0 0 .7rem; font-size: .85rem; color: var(--soft); } .dots { color: var(--ink);
  letter-spacing: .12em; }
.claims { list-style: none; margin: 0; padding: 0; }
.claim { border-left: .2rem solid var(--side); padding: .05rem 0 .05rem .8rem; margin: 0 0 1rem; }
.claim blockquote { margin: 0; font-size: 1.02rem; } .claim blockquote p { margin: 0; max-width: 65ch; }
.claim blockquote a { color: inherit; text-decoration: none; }
.claim blockquote a:hover mark { text-decoration: underline; }
.claim blockquote a:hover { text-decoration: underline; }
mark { background: var(--mark); color: inherit; padding: .05em 0; }
.by, .also, .notes { font-size: .87rem; margin: .3rem 0 0; } .chain, .also { color: var(--soft); }
.notes { color: var(--soft); font-style: italic; }
.why { font-size: .9rem; border-top: 1px solid var(--faint); padding-top: .4rem; margin-top: .3rem; }
.why ul { margin: .2rem 0; padding-left: 1.2rem; } .why p { margin: .4rem 0; max-width: 70ch; }
@media (min-width: 60rem) {
  .n1 .claims { columns: 2; column-gap: 2.6rem; } .n1 .claim { break-inside: avoid; }
}
.none-left::after { content: "No question here fits the search."; color: var(--soft); }
"""

PLOTS = """
figure { margin: 1.2rem 0 2rem; } figcaption { font-size: .9rem; margin: .3rem 0; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr));
  gap: 1rem 2.5rem; }
.plot { width: 100%; min-width: 25rem; max-width: 46rem; height: auto; display: block; font-size: 13px; }
#who .plot { max-width: 42rem; }
.plot text { fill: var(--ink); } .plot .tick { fill: var(--soft); font-size: 12px; }
.plot .grid { stroke: var(--faint); stroke-width: 1; } .plot .axis { stroke: var(--soft); stroke-width: 1; }
.plot a { text-decoration: none; } .plot a:hover text, .plot a:focus text { text-decoration: underline; }
.plot a:focus-visible { outline: 2px solid var(--link); }
.hit { fill: transparent; } .mark .dot { fill: var(--side); }
.mark .about { fill: var(--paper); stroke: var(--side); stroke-width: 2.2; }
.mark .bar { stroke: var(--side); stroke-width: 7; stroke-linecap: round; opacity: .75; }
.mark .open { stroke: var(--side); stroke-width: 2; stroke-dasharray: 1 4; stroke-linecap: round; }
.mark .end { stroke: var(--side); stroke-width: 2.5; } .head { fill: none;
  stroke: var(--side, var(--soft)); stroke-width: 2; }
.update { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.fill { fill: var(--side); } .plot .on { fill: var(--paper); font-weight: 600; }
.stem { stroke: var(--soft); stroke-width: 1; } .account-mark { fill: var(--ink); }
.event { fill: var(--s0); } .event.doubtful { fill: var(--paper); stroke: var(--s0); stroke-width: 1.5;
  stroke-dasharray: 3 2; }
.plot .on-event { fill: var(--paper); }
.sea { fill: var(--sea); } .land { fill: var(--land); stroke: var(--border); stroke-width: 1; }
.inset, .inset-edge { stroke: var(--soft); stroke-width: 1; } .inset-edge { fill: none; }
.frame { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.area { fill: var(--s0); fill-opacity: .13; stroke: var(--s0); stroke-width: 1; }
.point { fill: var(--s0); }
.plot .place { paint-order: stroke; stroke: var(--land); stroke-width: 3px; font-weight: 600; }
.plot .country { fill: var(--soft); font-size: 10.5px; letter-spacing: .08em; }
.scale-bar { fill: none; stroke: var(--ink); stroke-width: 1.2; }
.rival { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; }
.edge { fill: none; stroke: var(--soft); stroke-width: 1.4; } .edge.opposes { stroke-dasharray: 6 4; }
.plate { fill: var(--paper); stroke: var(--rule); } .node { fill: var(--card); stroke: var(--rule); }
.edge-of-node { stroke: var(--side); stroke-width: 4; }
"""

ARTICLES = """
.account { margin: 2.5rem 0 4rem; } .account h3 { font-size: 1.45rem; max-width: 40ch; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .3rem 1.5rem;
  font-size: .85rem;
  margin: .6rem 0 1.4rem; padding: .6rem 0; border-block: 1px solid var(--rule); }
.facts dt { color: var(--soft); display: inline; } .facts dt::after { content: ": "; }
.facts dd { display: inline; margin: 0; }
.row { display: grid; gap: 0 2rem; } .text { margin: 0 0 .9rem; font-size: 1.08rem; line-height: 1.65;
  max-width: 65ch; white-space: pre-line; }
@media (min-width: 58rem) { .row { grid-template-columns: minmax(0, 65ch) minmax(11rem, 17rem); } }
.text.on { margin-bottom: 0; }
.text.headline { font-size: 1.3rem; font-weight: 650; line-height: 1.3; }
.text.caption, .text.credit, .text.source_line { font: .88rem/1.5 system-ui, sans-serif; color: var(--soft);
  border-left: .15rem solid var(--rule); padding-left: .8rem; }
.part { font-variant-caps: all-small-caps; letter-spacing: .04em; }
.said { text-decoration: underline; text-decoration-color: var(--side); text-decoration-thickness: .11em;
  text-underline-offset: .22em; text-decoration-skip-ink: auto; }
.said.sx { text-decoration-thickness: .06em; }
.said > .sign { display: inline-block; font-size: .68em; margin: -.5em -.25em -.5em -.5em; padding: .5em;
  vertical-align: .12em; user-select: none; text-decoration: none; }
.text a[href^="#r-"]:not(.sign) { color: inherit; text-decoration: none; background: var(--faint);
  border-radius: .15em; }
.text a[href^="#r-"]:hover { background: var(--mark); }
.readings { font-size: .88rem; } .readings ul { padding-left: 1.2rem; } .readings li { margin: .25rem 0;
  max-width: 80ch; }
#tip { position: absolute; z-index: 1; width: max-content; max-width: min(26rem, calc(100vw - 1rem));
  padding: .5rem .7rem; background: var(--card); border: 1px solid var(--soft); border-radius: .25rem;
  box-shadow: 0 .2rem .9rem #0004; font-size: .85rem; line-height: 1.4; }
#tip small { display: block; color: var(--soft); margin-top: .3rem; }
.sure { max-width: 70ch; font-size: .9rem; color: var(--soft); }
.said .said { text-underline-offset: .4em; }
.src, .cue { border-bottom: .1em dotted var(--soft); } .cue { font-style: italic; }
.ref { font: 650 .62em/1 system-ui, sans-serif; vertical-align: super; display: inline-block;
  margin-left: .15em; text-decoration: none; user-select: none; }
.margin { font-size: .82rem; line-height: 1.4; color: var(--soft); margin-bottom: .9rem; }
.margin ul { list-style: none; margin: 0; padding: 0; } .margin li { margin: .25rem 0 .5rem; }
.margin a { text-decoration: none; } .margin a:hover { text-decoration: underline; }
@media (max-width: 57.99rem) { .margin { border-left: .15rem solid var(--rule); padding-left: .7rem; } }
.standing-word { color: var(--tone); white-space: nowrap; }
.lit, :target.c, :target.claim, :target.said, :target:not(section, article) { background: var(--lit);
  box-shadow: 0 0 0 .15em var(--lit); }
.card:target { outline: .15rem solid var(--link); }
.back { font-size: .85rem; }
"""

PRINT = """
@page { margin: 17mm 15mm; }
@media print {
  .why:not([open]), .readings:not([open]), figure details:not([open]), #tip { display: none; }
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000;
    --lit: #fff; --mark: #eee; }
  html { font-size: 8.6pt; } #contents, .skip, .back { display: none; } .columns { display: block; }
  .top, .columns, body > footer { max-width: none; padding: 0; }
  .answers:not(.n1) { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem 1.3rem; }
  .answers .answer { border: 0; padding: 0; }
  .card { break-inside: avoid; } .answer, .claim, figure, tr, .row { break-inside: avoid; }
  h2, h3, h4, .hint { break-after: avoid; }
  #words { break-before: page; } .row { grid-template-columns: minmax(0, 1fr) 11rem; }

  .scroll { overflow: visible; } .text a[href^="#r-"]:not(.sign) { background: none; }
  table { font-size: 8.5pt; min-width: 0; } thead th { white-space: normal; } a { text-decoration: none; }
  .plot { min-width: 0; max-width: 15cm; } * { print-color-adjust: exact; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
"""

STYLE = COLOURS + FRAME + CARDS + PLOTS + ARTICLES + PRINT
