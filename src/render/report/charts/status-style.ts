import { makeForcedRules } from './rules.ts';
import type { Palette } from './palette.ts';

/** Renders the colors of the bands as CSS variables. */
export function renderStatusColors({ tones }: Palette): string {
  return Object.entries(tones)
    .map(
      ([band, { strong, onStrong, tint, onTint }]) =>
        `--${band}:${strong};--on-${band}:${onStrong};--tint-${band}:${tint};--on-tint-${band}:${onTint};`,
    )
    .join('');
}

/** The style of statuses on the page: cards, labels and cells. What is missing is filled; what is proven is quiet. */
export const statusStyle = `
.topic{display:block;font:600 .9375rem/1.4 'Source Sans 3',system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;color:var(--faint)}
.tiles{list-style:none;padding:0;margin:.9rem 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem}
.tile{margin:0;padding:.75rem .9rem;background:var(--card);border:1px solid var(--line);border-inline-start:5px solid var(--line);border-radius:6px;display:grid;grid-template-columns:minmax(0,1fr) auto;row-gap:.1rem}
.tile .sign{grid-column:2;grid-row:1/3;width:2rem;height:2rem}
.tile strong{grid-column:1;font-size:1.1rem}
.tile .asks{grid-column:1}
.tile .status{grid-column:1/-1;font-weight:700}
.tile.proven,.tile.claimed{border-inline-start-color:var(--in-place)}
.tile.proven .status,.tile.claimed .status{color:var(--in-place)}
.tile.partial{border-color:var(--partial)}
.tile.partial .status{color:var(--partial)}
.tile.unknown,.tile.not-asked{border-style:dashed;border-color:var(--faint)}
.tile.missing{background:var(--missing);border-color:var(--missing);color:var(--on-missing)}
.tile.missing .asks{color:inherit}
.tile.missing strong,.tile.missing .status{font-size:1.2rem}
.tile.missing .f-missing{fill:var(--on-missing)}
.tile.missing .on-missing{stroke:var(--missing)}
.status-label{display:inline-flex;align-items:center;gap:.35rem;margin-inline-start:.75rem;font:600 .9375rem/1.3 'Source Sans 3',system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;color:var(--faint)}
.status-label svg{width:1.1rem;height:1.1rem;flex:none}
.status-label.proven,.status-label.claimed{color:var(--in-place)}
.status-label.partial{color:var(--partial)}
.status-label.missing{color:var(--on-missing);background:var(--missing);border-radius:4px;padding:.1rem .5rem}
.status-label.missing .f-missing{fill:var(--on-missing)}
.status-label.missing .on-missing{stroke:var(--missing)}
.elements{display:grid;gap:1.1rem;margin-top:1rem}
.element-row{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:1rem;align-items:baseline}
.element-row h3{margin:0;display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 0}
.element-row .facts-line{margin:0;text-align:end}
.track-chart{grid-column:1/-1;height:64px;margin:.1rem 0;overflow:visible}.marker{width:1px;height:30px;overflow:visible}
.lenses{grid-column:1/-1;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;padding:0;margin:0}
.lenses li{margin:0}
.legend{list-style:none;padding:0;margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;font-size:.9375rem}.legend li{display:flex;align-items:center;gap:.35rem;margin:0}.legend svg,.definitions svg{width:auto;flex:none}
.definitions{margin:.6rem 0;display:grid;gap:.1rem}
.definitions div{display:grid;grid-template-columns:7.75rem minmax(0,1fr);gap:0 .5rem;align-items:center}
.definitions dt{display:flex;align-items:center;gap:.35rem;font-weight:700}
.definitions dd{margin:0}
.heatmap{max-width:52rem}
.heatmap thead th+th{text-align:center;width:6rem;white-space:nowrap}
.heatmap .group th{padding-top:1.1rem;font-weight:700;border-bottom:3px solid var(--line)}
.heatmap tbody th{padding-inline-start:.75rem}
.heatmap .group th{padding-inline-start:.25rem}
.heat{text-align:center;vertical-align:middle;border:2px solid var(--ground);border-radius:6px;white-space:nowrap}
.heat svg{display:inline-block;width:.875rem;height:.875rem;vertical-align:-.1em;margin-inline-end:.3rem}
.heat.unknown{color:var(--faint);outline:1px dashed var(--line);outline-offset:-4px}
.heat.missing{background:var(--tint-missing);color:var(--on-tint-missing);font-weight:700}
.heat.partial{background:var(--tint-partial);color:var(--on-tint-partial)}
.heat.in-place{background:var(--tint-in-place);color:var(--on-tint-in-place)}
@media (max-width:34rem){.element-row{grid-template-columns:minmax(0,1fr)}.element-row .facts-line{text-align:start}.heatmap thead th+th{width:auto;font-size:.8rem;overflow-wrap:normal}.heatmap th,.heatmap td{padding:.35rem .2rem}}
@media (max-width:24rem){.definitions div{grid-template-columns:minmax(0,1fr)}}
@media print{.track-chart text{font-size:11px}.summary .track-chart text{font-size:13.5px}}
@media (forced-colors:active){.tile.missing,.status-label.missing{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}${makeForcedRules('.chart ')}.missing .chart .f-missing{fill:HighlightText}.missing .chart .on-missing{stroke:Highlight}.chart.sign .f-missing{fill:HighlightText}.heat .chart [class^=st-]{stroke:CanvasText}.heat .chart [class^=tt-]{fill:CanvasText}}
`;
