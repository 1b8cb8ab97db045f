import type { Paper } from '#render/report/context.ts';

/** What the print style depends on. */
export interface PrintChoices {
  /** Paper size; undefined leaves it to the printer. */
  readonly paper: Paper | undefined;
  /** Text at the top of every page but the first. */
  readonly running: string;
  /** Text at the bottom of every page. Empty for none. */
  readonly foot: string;
}

/** Quotes a text as a CSS string that it cannot end. */
function quoteCss(text: string): string {
  return `'${text.replace(/[^\p{L}\p{N} ,.()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}'`;
}

/**
 * Renders the print style: black on white, company, page numbers and confidentiality in the margins where the browser
 * supports it. Text has 9 points, and captions have at least 8. Only small blocks stay unbroken, and no section starts a page: a page would stay nearly empty before
 * them. A row of a table is never alone on a page, and an empty box below a heading reserves room for what follows:
 * columns ignore `break-after`.
 */
export function renderPrintStyle({ paper, running, foot }: PrintChoices): string {
  const margin = `font:8pt 'Source Sans 3',system-ui,sans-serif;color:#525d6e`;
  const sheet = paper === undefined ? '' : `size:${paper === 'a4' ? 'A4' : 'letter'};`;
  return `
@page{${sheet}margin:18mm 15mm 18mm;@top-left{content:${quoteCss(running)};${margin}}@bottom-left{content:${quoteCss(foot)};${margin}}@bottom-right{content:counter(page) ' / ' counter(pages);${margin}}}
@page:first{@top-left{content:''}}
@media print{
html{color-scheme:light;font-size:9pt}
body{line-height:1.4;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{padding:0;max-width:none}
.skip,.tools,.back,.behind,:not(.question)>details>summary,.gaps th button{display:none!important}
details:not([data-line])::details-content{display:block!important;content-visibility:visible!important}
[hidden].question,[data-group][hidden]{display:block!important}
header.title{background:var(--accent);color:var(--on-accent);padding:5mm 6mm;margin-bottom:5mm;border-radius:2mm}
header.title .kind,header.title .about{color:inherit}
nav.contents{break-inside:avoid;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:2mm 0;margin-bottom:6mm}
nav.contents ol{display:block;columns:3;margin:0}
nav.contents li{margin:0}
.contents-title{display:block;font-weight:700;margin:0}
section{margin-bottom:7mm}
h2,h3,h4,.label,.about,.practice-name,.kicker,.definitions,#elements .element-row:first-child{break-after:avoid}
h1,h2,h3,h4{white-space:pre-wrap}
h2,h3{break-inside:avoid}
h2::after,section>h3::after,.element>h3::after{content:'';display:block;height:14mm;margin-bottom:-14mm}
h2{font-size:15pt}
h3{font-size:12pt}
.move,.patterns .card,.element-row,.question,.quote,figure,tr,#balance,.about,.legend,.days,.card>h3,.findings li,.facts div,.tile,.commentary p{break-inside:avoid}
thead{display:table-header-group}
tbody tr:nth-child(2),tbody tr:last-child,.group+tr,footer{break-before:avoid}
.elements,.moves{display:block}
.elements>*,.moves>*{margin-bottom:3.5mm}
.commentary{max-width:none}
.definitions{grid-template-columns:repeat(auto-fit,minmax(50mm,1fr))}
.definitions div{grid-template-columns:max-content minmax(0,1fr)}
.summary header.title{padding:2.5mm 6mm;margin-bottom:3mm}
.summary header.title p{margin:0}
.summary h1{font-size:16pt;margin:0}
.summary p,.summary .commentary{max-width:none}
.summary section{margin-bottom:4mm}
.summary .headline{font-size:14pt}
.summary .tiles{margin:2mm 0}
.summary .card{padding:2.5mm 4mm}
.summary footer{padding-top:2mm}
.summary footer p{margin:0}
.summary .definitions{display:flex;flex-wrap:wrap;gap:0 6mm;margin:1mm 0}
.summary .elements{gap:1.5mm;margin-top:1mm}
.summary .moves>*{margin-bottom:2.5mm}
.summary h2{padding-top:1.5mm;margin-bottom:1mm}
.summary .about{margin:.5mm 0}
.summary .elements>*{margin:0}
.summary .track-chart{zoom:.8}
.summary .lenses{grid-column:2;grid-row:1}
.summary .element-row+.element-row .track-chart{height:48px;margin-top:-14px}
.summary .element-row+.element-row .track-chart text{display:none}
.summary .legend{margin-top:1mm}
.summary #first{break-before:page}
.tiles{grid-template-columns:repeat(4,1fr);gap:2mm}
.tile{padding:2mm 2.5mm}
.patterns{grid-template-columns:1fr 1fr;gap:3mm}
.days{grid-template-columns:repeat(3,1fr)}
.questions,.findings{columns:2;column-gap:6mm}
.wide{overflow:visible}
.gaps{min-width:0}
.heatmap th,.heatmap td{padding:1mm 2mm}
.heatmap .group th{padding-top:2.5mm}
p{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
}`;
}
