export const layout = `
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
section:not(.card):not(.scroll) { display: flex; flex-direction: column; gap: 0.75rem; min-width: 0; }
.section-head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; }
.narrow { max-width: 36rem; }
.login { max-width: 25rem; width: 100%; margin: 8vh auto 0; }
.error-code { color: var(--quiet); font-variant-numeric: tabular-nums; margin-bottom: -0.75rem; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 0.75rem; }
.count { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 0.625rem 0.875rem; border-radius: 8px; background: var(--inset); }
.counts.wide .count { background: var(--card); border: 1px solid var(--line); box-shadow: var(--shadow); }
.count dt { font-size: 0.8125rem; color: var(--quiet); }
.count dd { font-size: 1.375rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.count.bad dd { color: var(--bad); }
.count.busy dd { color: var(--busy); }
.told { display: flex; flex-direction: column; gap: 0.375rem; font-size: 0.875rem; padding-left: 0.75rem; border-left: 3px solid var(--bad); }
.technical { display: flex; flex-direction: column; gap: 1rem; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.aside { font-weight: 400; font-size: 0.875rem; color: var(--quiet); }
@media (max-width: 54rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
}
`;
