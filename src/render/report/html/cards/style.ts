/** The style of the cards of questions and of the links to them. */
export const cardStyle = `
.question summary{color:inherit;font-weight:400;padding:0}
.question .ask{display:inline}
.question .level{display:block}
.question .level .pips{vertical-align:middle;margin-inline-end:.3rem}
.question summary .level{display:inline;margin-inline-end:.4rem}
.question details[open] .ask{font-weight:600}
.question .next{margin:.3em 0}
.question .back{margin:.3em 0 0;font-size:.9rem}
.contradicted{margin:.3em 0;font-weight:600}
.heat a{display:inline-block;color:inherit;min-width:1.5rem;min-height:1.5rem}
.question,.move,.later li,.heatmap tr,.practice{scroll-margin-top:1rem}
.question:target,.move:target,.later li:target,.heatmap tr:target{outline:3px solid var(--accent);outline-offset:3px}
`;
