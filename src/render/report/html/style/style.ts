import { makeChartRules } from '#render/report/charts/rules.ts';
import { renderStatusColors, statusStyle } from '#render/report/charts/status-style.ts';
import { cardStyle } from '#render/report/html/cards/style.ts';
import type { Palette } from '#render/report/charts/palette.ts';
import { frameStyle } from './frame-style.ts';
import { type PrintChoices, renderPrintStyle } from './print-style.ts';

/** Renders a palette as CSS variables, with the rules that depend on it. */
function renderColors(palette: Palette): string {
  const { ground, card, ink, faint, line, accent } = palette;
  return `:root{--ground:${ground};--card:${card};--ink:${ink};--faint:${faint};--line:${line};--accent:${accent};--said:${palette.said};--on-accent:${ground};${renderStatusColors(palette)}}${makeChartRules(palette, '.chart ')}`;
}

const layout = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 'Source Sans 3',system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;overflow-wrap:anywhere}
h1,h2,h3,.headline{font-family:'Source Serif 4',Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,'Noto Serif',serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,5vw,2.4rem);margin:.2em 0}
h2{font-size:1.5rem;margin:0 0 .4em;padding-top:.9rem;border-top:3px solid var(--accent)}
h3{font-size:1.15rem;margin:1.4em 0 .4em}
h4{font-size:1rem;margin:.8em 0 .2em}
.label{font-size:.9rem;font-weight:600;margin:.7em 0 .1em;color:var(--faint)}
p{margin:.5em 0;max-width:46rem}
ul,ol{padding-inline-start:1.3rem;margin:.5em 0}
li{margin:.25em 0}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.45rem .5rem;border-bottom:1px solid var(--line)}
thead th{color:var(--faint);font-weight:600;font-size:.9rem}
tbody th{font-weight:500}
figure{margin:0}
svg{display:block;width:100%;height:auto}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:.5rem;top:-4rem;background:var(--ground);padding:.5rem 1rem;z-index:2}
.skip:focus{top:.5rem}
.page{max-width:78rem;margin:0 auto;padding:1.25rem clamp(1rem,3vw,2.5rem) 4rem;overflow-x:clip}
header.title{display:flex;gap:1rem 2rem;flex-wrap:wrap;align-items:flex-start;justify-content:space-between}
header.title img{max-height:4rem;max-width:14rem;width:auto;background:#fff;padding:.25rem;border-radius:4px}
.kind{color:var(--accent);font-weight:700;letter-spacing:.04em;margin:0}
.about,.limits,.small,.because,.facts-line,.waits,.id,.asks{color:var(--faint)}
.small,.id,.limits,.facts-line{font-size:.9rem}
.limits{margin:.15em 0}
nav.contents ol{list-style:none;padding:0;margin:.6rem 0 1.2rem;display:flex;flex-wrap:wrap;gap:.2rem .9rem;font-size:.9375rem}
nav.contents a{display:inline-block;padding:.15rem 0}
section{margin:0 0 2.75rem}
.headline{font-size:clamp(1.35rem,4.2vw,2rem);font-weight:700;margin:.5rem 0 .3rem;max-width:none}
.named{margin:.2rem 0}
.surprise{max-width:none;margin-bottom:.6rem}.count{max-width:none}
h3.named{font-size:1rem;margin-top:.5rem}
.actions{margin:.2rem 0 .5rem;padding-left:1.4rem}
.first-step{display:block}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.15rem}
.card h3{margin-top:.2em}
.moves{list-style:none;padding:0;display:grid;gap:1rem}
.move{margin:0}
.kicker{margin:0;color:var(--faint);font-weight:600;display:flex;flex-wrap:wrap;gap:0 .35rem;align-items:center}
.place{display:inline-grid;place-content:center;min-width:1.9rem;height:1.9rem;border-radius:50%;background:var(--accent);color:var(--on-accent);font-weight:700}
.do{font-size:1.1rem;font-weight:600}
.days{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.25rem 1.25rem}
.days li{border-top:3px solid var(--said);padding-top:.1rem}
.days p{margin:.2em 0}
.later{padding-inline-start:2rem}
.gain{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 3rem;margin-top:1rem;break-inside:avoid}
.facts{margin:.6em 0 0;display:grid;gap:.35rem}
.facts div{display:grid;grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);gap:0 1rem}
.facts dt{color:var(--faint)}
.facts dd{margin:0}
.patterns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}
.chip{display:inline-block;font-size:.9rem;font-weight:600;border:1px solid var(--accent);color:var(--accent);border-radius:1rem;padding:0 .55rem;margin-inline-start:.25rem}
.quote{margin:1rem 0}
.quote figcaption{color:var(--faint)}
blockquote{margin:.3rem 0;padding-inline-start:1rem;border-inline-start:4px solid var(--said)}
.said-text{white-space:pre-line;font-size:1.0625rem}
.note{font-size:1rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--line)}
.statements .strong{font-weight:700}
.wide{overflow-x:auto}
.gaps{min-width:44rem}.gaps th,.gaps td{overflow-wrap:break-word}
.gaps .number,.gaps th[data-number]{text-align:end;white-space:nowrap}
.gaps th button{font:inherit;color:inherit;background:none;border:0;padding:0 .2rem;cursor:pointer}
.gaps th button::after{content:'⇅'}
.gaps th[aria-sort=ascending] button::after{content:'▲'}
.gaps th[aria-sort=descending] button::after{content:'▼'}
.waits{font-style:italic}
.tools{display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem 1rem;margin-bottom:1rem}
.tools[hidden],[hidden]{display:none}
.tools select,.tools input{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--faint);border-radius:4px;padding:.25rem .4rem;max-width:100%;min-height:2rem}
.element>h3{border-bottom:2px solid var(--line);padding-bottom:.2rem}
.questions{columns:2 26rem;column-gap:2rem}
.practice-name{font-weight:700;margin:1.1rem 0 .2rem}
.question{break-inside:avoid;border-inline-start:4px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:0 0 1.2rem}
.question h4{margin:.15em 0;font-weight:600}
.question .level{margin:0;display:flex;flex-wrap:wrap;align-items:center;gap:0 .4rem;font-size:.9375rem}
.pips{display:inline-flex;gap:3px}
.pip{width:.85rem;height:.85rem;border-radius:3px;border:2px solid var(--faint)}
.pip.on{background:var(--said);border-color:var(--accent)}
.pip.proven{background:var(--accent);border-color:var(--accent)}
.answer{margin:.2em 0}
.evidence{margin:.1em 0}
.id{margin:.3em 0 0}
.findings{list-style:none;padding:0;columns:2 26rem;column-gap:2rem}
.findings li{break-inside:avoid;border-inline-start:4px solid var(--line);padding-inline-start:1rem;margin:.9rem 0}
.findings li.error{border-color:var(--ink)}
.findings p,.findings h4{margin:.15em 0}
summary{cursor:pointer;font-weight:600;color:var(--accent);padding:.25rem 0}
.prose p{max-width:42rem}
footer{border-top:1px solid var(--line);padding-top:.75rem;color:var(--faint);font-size:.9rem}
@media (max-width:34rem){.facts div{grid-template-columns:minmax(0,1fr)}th{hyphens:auto}.wide{overflow:visible}.gaps{min-width:0}.gaps thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.gaps,.gaps tbody,.gaps tr,.gaps th,.gaps td{display:block;border:0;padding:0;text-align:start!important}.gaps tr{border-bottom:1px solid var(--line);padding:.6rem 0}.gaps tbody th{font-weight:700}.gaps td::before{content:attr(data-label) ': ';color:var(--faint)}}
`;

/** Returns the style of the page with a dark mode and a print style. */
export function getStyle(light: Palette, dark: Palette, print: PrintChoices): string {
  return `${renderColors(light)}${layout}${frameStyle}${cardStyle}${statusStyle}@media screen and (prefers-color-scheme:dark){${renderColors(dark)}}${renderPrintStyle(print)}`;
}
