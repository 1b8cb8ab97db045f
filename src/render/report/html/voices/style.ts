/** The style of what several respondents said. Only their reports have it. */
export const voicesStyle = `
.perception .number{text-align:end;white-space:nowrap;width:5rem}
.perception td,.perception tbody th{vertical-align:middle;padding-block:.15rem}
.perception thead .number{padding-inline-start:.2rem}
.perception .dumbbell{width:45%;padding-inline:1.1rem;vertical-align:bottom}
.perception .dumbbell svg{overflow:visible}
.perception .dumbbell .chart{height:34px}
.perception thead .dumbbell .chart{height:18px}
.perception .gap{font-weight:700}
.spread{max-width:66rem}.spread td{min-width:13rem}.spread td:last-child{white-space:nowrap;min-width:0}
.question-links{font-size:.9375rem;margin:.2em 0}
.gap-reading{margin:.3em 0}.gap-reading.talk,.gap-reading.disputed{font-weight:600}
.heard{margin:.3em 0}.question .heard>summary{color:var(--accent);font-weight:600}
.distribution{width:auto;font-size:.9rem;margin:.2rem 0}
.distribution th,.distribution td{padding:.15rem .4rem;text-align:center}
.distribution thead th{padding-block:.1rem}
.distribution th:first-child{text-align:start;padding-inline-start:0}
.distribution .unit th{padding-inline-start:.75rem;color:var(--faint)}
.distribution .some{background:var(--said);font-weight:600}
.distribution .left-out{text-align:start;color:var(--faint)}
@media (max-width:34rem){
.perception,.perception tbody{display:block}
.perception thead{display:block}.perception thead tr{display:block}
.perception thead th:not(.dumbbell){position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.perception .dumbbell{display:block;width:auto;border:0}
.perception tbody tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(4rem,1fr));border-bottom:1px solid var(--line);padding:.3rem 0}
.perception tbody th,.perception tbody .dumbbell{grid-column:1/-1;border:0}
.perception tbody .number{width:auto;border:0;text-align:start;padding-inline:.2rem;white-space:normal}
.perception td.number::before{content:attr(data-label) ' ';color:var(--faint);font-size:.9rem;font-weight:400;display:block}
.spread,.spread tbody,.spread tr,.spread th,.spread td{display:block;min-width:0;border:0;padding:.1rem 0}
.spread thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.spread tr{border-bottom:1px solid var(--line);padding:.4rem 0}
.distribution th,.distribution td{padding-inline:.25rem}
}
@media print{.perception .number{width:12mm}.perception .dumbbell .chart{zoom:.8}.summary .perception tbody .dumbbell .chart{zoom:.65}.perception thead .dumbbell text{font-size:13.5px}#perception .legend{break-after:avoid}.summary #perception h2{font-size:12pt}.spread td{min-width:0}.perception td,.perception tbody th{padding-block:0}.heard>summary{list-style:none}}
@media (forced-colors:active){.chart .managers{fill:Canvas;stroke:CanvasText}.chart .between{stroke:GrayText}.distribution .some{outline:1px solid CanvasText}}
`;
