export const layout = `
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top-inner, main, .foot { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.top-inner { display: flex; align-items: center; justify-content: space-between; gap: 0.5rem 1.25rem; min-height: 3.5rem; flex-wrap: wrap; }
.brand { display: inline-flex; align-items: center; gap: 0.625rem; font-weight: 650; font-size: 1.0625rem; color: var(--text); text-decoration: none; }
.logo rect { fill: #0f5f5c; }
.logo circle { fill: none; stroke: #ffffff; stroke-width: 2.6; }
.top-nav { display: flex; align-items: center; gap: 1.25rem; font-size: 0.9375rem; }
.top-nav a { color: var(--quiet); text-decoration: none; padding: 0.375rem 0; }
.top-nav a:hover, .top-nav a[aria-current] { color: var(--text); }
main { flex: 1; padding-top: 1.75rem; padding-bottom: 3rem; display: flex; flex-direction: column; gap: 1.25rem; }
.foot { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; justify-content: space-between; padding-top: 1rem; padding-bottom: 1.5rem; color: var(--quiet); font-size: 0.8125rem; }
.languages { display: flex; flex-wrap: wrap; gap: 0 0.25rem; }
.languages a { color: var(--quiet); padding: 0.25rem 0.375rem; }
.languages a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.crumbs { font-size: 0.875rem; color: var(--quiet); margin-bottom: -0.75rem; }
.head { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 0.75rem 1.5rem; }
.head > :first-child { min-width: 0; }
.badges { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.head .badges { margin-top: 0.5rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.tabs { display: flex; gap: 0.25rem 1.5rem; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
.tabs a { padding: 0.5rem 0; margin-bottom: -1px; border-bottom: 2px solid transparent; color: var(--quiet); text-decoration: none; font-size: 0.9375rem; }
.tabs a:hover { color: var(--text); }
.tabs a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); }
.card {
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 10px;
  box-shadow: var(--shadow);
  padding: 1.25rem;
  min-width: 0;
}
section.card { display: flex; flex-direction: column; gap: 0.875rem; }
.card > h2 { display: flex; flex-wrap: wrap; gap: 0.25rem 0.625rem; align-items: baseline; }
section:not(.card):not(.scroll) { display: flex; flex-direction: column; gap: 0.75rem; min-width: 0; }
.section-head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; }
.narrow { max-width: 36rem; }
.login { max-width: 25rem; width: 100%; margin: 8vh auto 0; }
.error-code { color: var(--quiet); font-variant-numeric: tabular-nums; margin-bottom: -0.75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
.integration { display: flex; flex-direction: column; gap: 0.75rem; }
.integration-head { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; justify-content: space-between; align-items: center; }
.integration > p.quiet { font-size: 0.875rem; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 0.75rem; }
.count { display: flex; flex-direction: column-reverse; padding: 0.625rem 0.875rem; border-radius: 8px; background: var(--inset); }
.counts.wide .count { background: var(--card); border: 1px solid var(--line); box-shadow: var(--shadow); }
.count dt { font-size: 0.8125rem; color: var(--quiet); }
.count dd { font-size: 1.375rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.count.bad dd { color: var(--bad); }
.count.busy dd { color: var(--busy); }
.inline-counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
.codes { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; font-size: 0.875rem; }
.told { display: flex; flex-direction: column; gap: 0.375rem; font-size: 0.875rem; padding-left: 0.75rem; border-left: 3px solid var(--bad); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.aside { font-weight: 400; font-size: 0.875rem; color: var(--quiet); }
@media (max-width: 54rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 34rem) {
  .top-inner, main, .foot { padding-left: 1rem; padding-right: 1rem; }
  main { padding-top: 1.25rem; gap: 1rem; }
  .card { padding: 1rem; }
  .tabs { gap: 0.125rem 1.125rem; }
  .top-nav { gap: 1rem; }
}
`;
