/** What stands round the content of every page, and what it stands in. */
export const frame = `
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top-inner, main, .foot { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.top-inner { display: flex; align-items: center; gap: 0 1.5rem; min-height: 3.5rem; flex-wrap: wrap; }
.brand { display: inline-flex; align-items: center; gap: 0.625rem; min-height: 3rem; font-weight: 650; font-size: 1.0625rem; color: var(--text); text-decoration: none; }
.logo rect { fill: #0f5f5c; }
.logo circle { fill: none; stroke: #ffffff; stroke-width: 2.6; }
.top-nav { flex: 1 1 auto; }
.top-nav, .tabs { min-width: 0; overflow-x: auto; scrollbar-width: thin; scroll-padding: 0 1rem; }
.top-nav ul, .tabs ul { display: flex; gap: 0 1.25rem; width: max-content; }
.top-nav a, .tabs a { display: block; padding: 0.5rem 0; color: var(--quiet); text-decoration: none; font-size: 0.9375rem; white-space: nowrap; border-bottom: 2px solid transparent; }
.top-nav a:hover, .tabs a:hover { color: var(--text); }
.top-nav [aria-current], .tabs [aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); scroll-initial-target: nearest; }
.top-nav a:focus-visible, .tabs a:focus-visible { outline-offset: -3px; }
.tabs { box-shadow: inset 0 -1px var(--line); }
.link-button { font: inherit; font-size: 0.9375rem; border: 0; padding: 0.375rem 0; background: none; color: var(--quiet); cursor: pointer; }
.link-button:hover { color: var(--text); }
.link-button.inline { color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }
.link-button.inline:hover { color: var(--accent-strong); }
main { flex: 1; padding-top: 1.5rem; padding-bottom: 3rem; display: flex; flex-direction: column; gap: 1.25rem; }
.foot { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; justify-content: space-between; align-items: baseline; padding-top: 1rem; padding-bottom: 1.5rem; color: var(--quiet); font-size: 0.8125rem; }
.languages { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin-inline: -0.375rem; }
.languages a { color: var(--quiet); padding: 0.25rem 0.375rem; }
.languages a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.crumbs { font-size: 0.875rem; color: var(--quiet); margin-bottom: -0.75rem; }
.crumbs ol { display: flex; flex-wrap: wrap; align-items: baseline; }
.crumbs li { min-width: 0; overflow-wrap: anywhere; }
.crumbs li + li::before { content: "/"; padding: 0 0.5rem; }
.crumbs a { display: inline-block; padding: 0.1875rem 0; }
.head { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 0.75rem 1.5rem; }
.head > :first-child { min-width: 0; }
.badges { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.head .badges { margin-top: 0.5rem; }
.badge {
  display: inline-block;
  padding: 0.0625rem 0.5625rem;
  border-radius: 99px;
  font-size: 0.8125rem;
  font-weight: 600;
  white-space: nowrap;
  background: var(--quiet-ground);
  color: var(--quiet);
}
.badge.good { background: var(--good-ground); color: var(--good); }
.badge.busy { background: var(--busy-ground); color: var(--busy); }
.badge.bad { background: var(--bad-ground); color: var(--bad); }
.notice, .banner { padding: 0.75rem 1rem; border-radius: 8px; border-left: 4px solid; background: var(--quiet-ground); border-color: var(--field-line); }
.notice.good, .banner.good { background: var(--good-ground); border-color: var(--good); }
.notice.bad, .banner.bad { background: var(--bad-ground); border-color: var(--bad); }
.banner { font-size: 1.0625rem; font-weight: 600; }
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
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; align-items: start; }
.integration { display: flex; flex-direction: column; gap: 0.75rem; }
.integration-head { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; justify-content: space-between; align-items: center; }
.integration > p.quiet { font-size: 0.875rem; }
.inline-counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
.codes { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; font-size: 0.875rem; }
details > summary { cursor: pointer; font-weight: 550; }
details[open] > summary { margin-bottom: 0.75rem; }
.scroll { overflow-x: auto; max-width: 100%; }
.plain { font-size: 0.875rem; }
.plain th, .plain td { padding: 0.375rem 0.875rem 0.375rem 0; border-top: 1px solid var(--line); }
.plain thead th { border-top: 0; color: var(--quiet); font-weight: 600; font-size: 0.8125rem; white-space: nowrap; }
@media (max-width: 34rem) {
  .top-inner, main, .foot { padding-left: 1rem; padding-right: 1rem; }
  .top-nav { order: 1; flex-basis: 100%; margin: 0 -1rem; padding: 0 1rem; }
  .top-nav ul { flex-wrap: wrap; width: auto; }
  .top-inner > form { margin-left: auto; }
  .tabs { margin: 0 -1rem; padding: 0 1rem; }
  main { padding-top: 1.25rem; gap: 1rem; }
  .card { padding: 1rem; }
}
@media (pointer: coarse) {
  .top-nav a, .tabs a { padding: 0.6875rem 0; }
  .languages a { padding: 0.6875rem 0.5rem; }
  .crumbs a, summary { padding-top: 0.625rem; padding-bottom: 0.625rem; }
}
`;
