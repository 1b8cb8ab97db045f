import type { Palette } from '#render/report/charts/palette.ts';

function renderColors({ ground, card, ink, faint, line, track, accent }: Palette): string {
  return `:root{--ground:${ground};--card:${card};--ink:${ink};--faint:${faint};--line:${line};--track:${track};--accent:${accent}}`;
}

const layout = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;scroll-padding-top:4.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;overflow-wrap:anywhere}
h1,h2{font-family:Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,'Noto Serif',serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,6vw,2.3rem);margin:.1em 0 .2em}
h2{font-size:1.5rem;margin:0 0 .3em;padding-top:.9rem;border-top:3px solid var(--accent)}
h3{font-size:1.0625rem;margin:2.2rem 0 .5rem;color:var(--faint);font-weight:600}
p{margin:.5em 0}
ul{padding-inline-start:1.2rem;margin:.4em 0}
[hidden]{display:none!important}
.skip{position:absolute;inset-inline-start:.5rem;top:-4rem;background:var(--ground);padding:.5rem 1rem;z-index:3}
.skip:focus{top:.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.bar{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line)}
.inner{max-width:46rem;margin:0 auto;padding:.4rem 1rem;display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center;justify-content:space-between}
progress{flex:1 1 12rem;min-width:5rem;height:.6rem;appearance:none;border:0;border-radius:.3rem;overflow:hidden;background:var(--track)}
progress::-webkit-progress-bar{background:var(--track)}
progress::-webkit-progress-value{background:var(--accent)}
progress::-moz-progress-bar{background:var(--accent)}
#count{font-size:.9375rem;font-variant-numeric:tabular-nums}
.page{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem}
.kind{color:var(--accent);font-weight:700;letter-spacing:.04em;margin:0}
.about,.hint,.number{color:var(--faint)}
.title .about{margin-top:0}
.group{border-inline-start:4px solid var(--accent);padding-inline-start:.8rem;font-weight:600}
.rule{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.notice{font-weight:600}
section{margin:2.5rem 0 0}
.field{margin:.9rem 0}
.field>label{display:block;font-weight:600}
.hint{margin:.1em 0;font-size:.9375rem}
input[type=text],input[type=date],select,textarea{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--faint);border-radius:6px;padding:.5rem .6rem;width:100%;min-height:2.75rem;margin-top:.25rem}
textarea{resize:vertical}
.field :is(input,select,textarea){scroll-margin-top:8rem}
:is(input,textarea,select):user-invalid{border:2px solid var(--ink);border-inline-start-width:8px}
button{font:inherit;font-weight:600;color:var(--accent);background:var(--ground);border:1px solid var(--accent);border-radius:6px;padding:.45rem .9rem;min-height:2.75rem;cursor:pointer}
#next{min-height:2.25rem;padding:.15rem .7rem;font-size:.9375rem}
.primary{color:var(--ground);background:var(--accent)}
#controls{display:flex;flex-wrap:wrap;gap:.8rem;margin-top:1.5rem}
#status:empty{display:none}
#status{position:sticky;bottom:.5rem;margin:1.2rem 0 0;padding:.7rem .9rem;background:var(--card);border:2px solid var(--accent);border-radius:8px;font-weight:600}
.question{border:0;box-shadow:-4px 0 0 var(--line);margin:0 0 2.2rem 4px;padding:0 0 0 clamp(.7rem,3vw,1.1rem);min-width:0;scroll-margin-top:4.5rem}
.question.answered{box-shadow:-4px 0 0 var(--accent)}
legend{padding:0;float:inline-start;width:100%}
legend+*{clear:both}
.number{display:block;font-size:.9375rem}
.ask{display:block;font-size:1.1875rem;line-height:1.35;font-weight:700;margin:.1em 0 .5em}
.choices{display:grid;gap:.4rem}
.choice{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.7rem;align-items:start;padding:.6rem .75rem;border:1px solid var(--line);border-radius:8px;background:var(--card);cursor:pointer}
.choice:hover{border-color:var(--accent)}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);background:var(--ground)}
.choice:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
.choice input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--accent);outline:0}
.choice b{display:block}
.choice.other{background:none}
details{margin:.6rem 0}
summary{cursor:pointer;font-weight:600;color:var(--accent);padding:.5rem 0;min-height:2.5rem}
.label{font-weight:600;margin:.7em 0 .1em}
.help p,.help ul{margin-top:.1em}
.evidence-list{list-style:none;padding:0;margin:0}
.evidence-piece{border:1px solid var(--line);border-radius:8px;padding:.1rem .9rem .9rem;margin:.9rem 0}
.evidence,.clear{margin-top:1rem}
.clear{border-color:var(--line)}
@media (max-width:40rem){progress{flex-basis:100%;height:.4rem}#count,#next{font-size:.875rem}#next{min-height:2.1rem}}
@media (min-width:40rem){.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;align-items:end}}
`;

/** Black on white, everything open, with space to write, and without what only works on a screen. */
const print = `
@page{margin:16mm 15mm}
@media print{
html{color-scheme:light;font-size:9.5pt}
.page{max-width:none;padding:0}
.bar,.skip,button,#status,.help,#no-script{display:none!important}
details::details-content{display:block!important;content-visibility:visible!important}
summary{list-style:none;color:inherit}
.question,.field{break-inside:avoid}
h2,h3{break-after:avoid}
.choice{padding:.6mm 1.5mm;background:none;border:0}
.choice b{display:inline}
.choice b::after{content:':'}
.choice input{width:1em;height:1em}
.choices{gap:0}
.question{margin-bottom:5mm}
.ask{font-size:10.5pt;margin-bottom:.2em}
textarea,input[type=text],input[type=date],select{min-height:0;padding:1mm}
h3{margin-top:4mm}
section{margin-top:6mm}
}`;

/** Returns the style of the form, with a dark mode and a print style. */
export function getFormStyle(light: Palette, dark: Palette): string {
  return `${renderColors(light)}${layout}@media screen and (prefers-color-scheme:dark){${renderColors(dark)}}${print}`;
}
