/** The style of what is around the result: cover, contents, commentary, respondents and foot. */
export const frameStyle = `
.confidential{margin:.2em 0;font-weight:600;font-size:.9rem}
.contents-title{display:none}
.commentary{border-inline-start:4px solid var(--accent);background:var(--card);padding:.5rem 1.1rem;margin:1rem 0;grid-column:1/-1;max-width:52rem}
.commentary-heading{font-weight:700}
.commentary pre{white-space:pre-wrap;margin:.5em 0;font:.9em/1.4 ui-monospace,Menlo,Consolas,monospace}
.signed{color:var(--faint);font-size:.9rem;font-style:italic}
.respondents{max-width:46rem}
.foot-line{margin:.2em 0;color:var(--ink);font-weight:600}
`;
