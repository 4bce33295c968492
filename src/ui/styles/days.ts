/** Ninety days as bars. */
export const days = `
.days { display: flex; flex-direction: column; gap: 0.25rem; }
.days svg { width: 100%; height: 2.25rem; }
.days .ok, .legend .ok { fill: var(--good); }
.days .attention, .legend .attention { fill: var(--busy); }
.days .interrupted, .legend .interrupted { fill: var(--bad); }
.days .unknown, .legend .unknown { fill: var(--field-line); }
.days-ends { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.8125rem; color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.875rem; }
.legend li { display: flex; align-items: center; gap: 0.5rem; }
`;
