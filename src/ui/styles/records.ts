/** Lists, tables and records. */
export const records = `
.rows > li { padding: 0.875rem 0; border-top: 1px solid var(--line); display: flex; flex-direction: column; gap: 0.3125rem; }
.rows > li:first-child { border-top: 0; padding-top: 0; }
.rows > li:last-child { padding-bottom: 0; }
.rows > .task { flex-direction: row; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; justify-content: space-between; }
.task > :first-child { flex: 1 1 24rem; min-width: 0; display: flex; flex-direction: column; gap: 0.3125rem; }
.task > .buttons { align-items: flex-start; }
.rows .quiet:not(.badge) { font-size: 0.875rem; }
.task-name { display: flex; flex-wrap: wrap; gap: 0.125rem 0.625rem; align-items: center; }
.flow-name { font-weight: 600; }
.flow-name .quiet { font-weight: 400; }
.next { font-weight: 550; }
.attention { border-left: 4px solid var(--bad); }
.pager { display: flex; gap: 1.25rem; font-size: 0.9375rem; }
.pager:empty { display: none; }
.facts { display: flex; flex-wrap: wrap; gap: 0.625rem 2rem; }
.facts > div { min-width: 0; }
.facts > .whole { flex-basis: 100%; }
.facts dt { font-size: 0.8125rem; color: var(--quiet); }
.address { display: inline-block; padding: 0.375rem 0.625rem; border-radius: 6px; background: var(--inset); user-select: all; }
.inset > summary { font-size: 0.875rem; font-weight: 400; color: var(--accent); }
.inset[open] { padding-bottom: 0.25rem; }
.call > summary { font-weight: 400; }
.method { font-weight: 650; font-size: 0.875rem; }
.status { font-weight: 650; font-variant-numeric: tabular-nums; }
.status.good { color: var(--good); }
.status.bad { color: var(--bad); }
.call h3 { margin-bottom: 0.375rem; }
.verdict { font-weight: 600; }
.verdict.good { color: var(--good); }
.verdict.bad { color: var(--bad); }
.fields { display: flex; flex-direction: column; }
.field { display: grid; grid-template-columns: minmax(7rem, 36%) minmax(0, 1fr); gap: 0 1rem; padding: 0.3125rem 0; border-top: 1px solid var(--line); }
.fields > .field:first-child { border-top: 0; }
.field > dt { color: var(--quiet); font-size: 0.875rem; padding-top: 0.0625rem; }
.field > dd { min-width: 0; font-size: 0.9375rem; }
.field.nested { display: block; }
.field.nested > dt { font-weight: 600; color: var(--text); padding: 0.25rem 0 0.125rem; }
.field.nested > dd { padding-left: 0.875rem; border-left: 2px solid var(--line); }
.items > li { padding: 0.375rem 0; border-top: 1px solid var(--line); }
.items > li:first-child { border-top: 0; }
td .field { display: block; padding: 0.125rem 0; }
td .field > dt { padding: 0; font-size: 0.75rem; }
.amount { font-size: 1.125rem; font-variant-numeric: tabular-nums; }
.progress { display: flex; flex-direction: column; gap: 0.375rem; }
progress { width: 100%; height: 0.625rem; accent-color: var(--accent); }
.plain tbody th { font-weight: 400; }
.plain tbody th code { white-space: nowrap; }
.plain thead th.figure { text-align: right; }
.scroll .plain { width: auto; min-width: 50%; }
.scroll .plain td { max-width: 18rem; }
.scroll .plain .short { white-space: nowrap; }
.scroll .plain .text { overflow-wrap: break-word; }
.totals { max-width: 40rem; }
.totals th:not(:first-child) { text-align: right; }
.reference > div { padding: 0.4375rem 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(10rem, 26%) minmax(0, 1fr); gap: 0 1rem; font-size: 0.9375rem; }
.reference > div:first-child { border-top: 0; }
.activity { font-size: 0.875rem; }
.activity th, .activity td { padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid var(--line); }
.activity thead th { border-top: 0; color: var(--quiet); font-size: 0.8125rem; }
.activity tbody th { font-weight: 600; }
.activity .when { white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--quiet); }
.activity .target { max-width: 12rem; }
.orders .target:not(:has(code)) { white-space: nowrap; }
.activity .target code { font-size: 0.8125rem; }
.activity thead .figure { text-align: right; }
.activity :is(th, td):last-child { padding-right: 0; }
.activity .figure + :is(td, th):not(.figure) { padding-left: 0.75rem; }
@media (max-width: 54rem) {
  .activity, .activity tbody { display: block; }
  .activity thead { display: none; }
  .activity tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.125rem 0.75rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
  .activity tr:first-child { border-top: 0; }
  .activity th, .activity td, .activity .figure + :is(td, th):not(.figure) { display: block; border: 0; padding: 0; max-width: none; }
  .activity .key { order: 1; font-size: 1rem; }
  .activity .outcome { order: 2; justify-self: end; }
  .activity .reason { order: 3; grid-column: 1 / -1; }
  .activity .flow { order: 4; }
  .activity .when { order: 5; }
  .activity .target { order: 6; max-width: none; }
  .activity .target[data-name] { grid-column: 2; text-align: right; }
  .activity .target:empty { display: none; }
  .activity .calls { order: 7; grid-column: 2; text-align: right; }
  .activity [data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
  .reference > div { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 34rem) {
  .plain th, .plain td { padding-right: 0.625rem; }
  .scroll .plain .text { overflow-wrap: anywhere; }
  .task > .buttons { width: 100%; }
  .task > .buttons form, .task > .buttons .button { flex: 1; width: 100%; }
}
`;
