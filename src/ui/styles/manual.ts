/** Running text: manuals, and the description of the API. */
export const manual = `
.manual { max-width: 52rem; display: flow-root; }
.manual > * + * { margin-top: 0.875rem; }
.manual h1 + * { margin-top: 1.25rem; }
.manual h2 { font-size: 1.25rem; margin-top: 2.25rem; }
.manual h3 { font-size: 1rem; color: var(--text); margin-top: 1.5rem; }
.manual ul:not(nav ul), .manual ol { padding-left: 1.375rem; list-style: disc; }
.manual ol { list-style: decimal; }
.manual li + li { margin-top: 0.375rem; }
.manual li > pre, .manual li > p + p { margin-top: 0.5rem; }
.manual .plain { width: 100%; }
.manual .plain td { min-width: 7rem; max-width: none; }
.manual .plain td:nth-child(n + 3):last-child { min-width: 14rem; }
.manual td:first-child code { overflow-wrap: normal; }
.manual :target { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
.manual pre { margin-bottom: 0; padding: 0.875rem 1rem; border-radius: 8px; background: var(--quiet-ground); }
.manual pre code { overflow-wrap: normal; }
.picture { display: block; width: 100%; max-width: 35rem; font-size: 15px; }
.picture rect { fill: var(--card); stroke: var(--line); }
.picture text { fill: var(--quiet); text-anchor: middle; }
.picture .side { fill: var(--text); font-weight: 600; }
.picture path { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.contents { border-left: 3px solid var(--line); padding-left: 1rem; font-size: 0.9375rem; }
.contents ul { columns: 16rem; column-gap: 2rem; }
.contents a { display: inline-block; padding: 0.125rem 0; }
.schema { font-size: 0.9375rem; }
.schema > div { padding: 0.3125rem 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(8rem, 26%) minmax(0, 1fr); gap: 0 1rem; }
.schema .schema { padding-left: 0.875rem; border-left: 2px solid var(--line); margin-top: 0.25rem; }
.schema .schema > div { grid-template-columns: minmax(0, 1fr); }
.help-index li + li { margin-top: 0.375rem; }
.help-index details ul { padding-left: 1rem; font-size: 0.9375rem; }
@media (max-width: 34rem) {
  .manual .plain td:nth-child(n + 3):last-child { min-width: 7rem; }
  .schema > div { grid-template-columns: minmax(0, 1fr); }
}
`;
