export const controls = `
.button {
  font: inherit;
  font-size: 0.9375rem;
  font-weight: 550;
  display: inline-block;
  min-height: 2.5rem;
  padding: 0.484rem 1rem;
  border: 1px solid var(--field-line);
  border-radius: 7px;
  background: var(--card);
  color: var(--text);
  text-decoration: none;
  text-align: center;
  cursor: pointer;
}
.button:hover { background: var(--inset); color: var(--text); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button.primary:hover { background: var(--accent-strong); color: var(--on-accent); }
.button.danger { border-color: var(--bad); color: var(--bad); }
.button.danger:hover { background: var(--bad-ground); }
.button.small { min-height: 2.25rem; padding: 0.406rem 0.8125rem; font-size: 0.875rem; }
.button.wide { width: 100%; }
details.skip[open] { flex: 1 1 12rem; }
.skip:not([open]) > form { display: none; }
.section-head:has(.skip[open]) { align-items: flex-start; }
.skip > summary { padding: 0.4375rem 0; }
.stack { display: flex; flex-direction: column; gap: 1rem; align-items: flex-start; }
.control { display: flex; flex-direction: column; gap: 0.3125rem; width: 100%; min-width: 0; }
.control label { font-size: 0.875rem; font-weight: 600; }
.hint { font-size: 0.8125rem; color: var(--quiet); }
input:not([type="checkbox"], [type="radio"]), select, textarea {
  font: inherit;
  color: var(--text);
  background: var(--card);
  border: 1px solid var(--field-line);
  border-radius: 7px;
  padding: 0.4375rem 0.6875rem;
  min-height: 2.5rem;
  width: 100%;
  max-width: 100%;
}
input[type="date"] { padding-block: 0.375rem; }
.stack > .notice { width: 100%; }
.stack .control > :is(input, select) { max-width: 26rem; }
.login .stack .control > input { max-width: none; }
textarea {
  font: 0.875rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  resize: vertical;
  tab-size: 2;
}
[aria-invalid="true"] { border-color: var(--bad) !important; }
.check { display: flex; gap: 0.625rem; align-items: flex-start; }
.check input { width: 1.125rem; height: 1.125rem; margin: 0.1875rem 0 0; accent-color: var(--accent); flex: none; }
.check.inner, .hint.inner { margin-left: 1.75rem; }
.check .hint { display: block; }
.error { font-size: 0.875rem; font-weight: 600; color: var(--bad); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: 0.3125rem; font-size: 0.875rem; font-weight: 600; }
.control .check { font-size: 1rem; font-weight: 400; }
.settings, .settings fieldset { display: flex; flex-direction: column; gap: 1rem; }
.settings fieldset.control { gap: 0.3125rem; }
.settings fieldset fieldset:not(.control), section > fieldset:not(.control), .row { border-left: 3px solid var(--line); padding-left: 0.875rem; }
.stack > fieldset.control { border-left: 3px solid var(--line); padding-left: 0.875rem; }
.settings .row { display: flex; flex-direction: column; gap: 0.75rem; }
.settings .control > input, .settings .control > select { max-width: 26rem; }
.boxes { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.boxes .check { min-height: 1.75rem; align-items: center; font-weight: 400; }
.boxes .check input { margin: 0; }
.inputs td { vertical-align: middle; min-width: 8rem; }
.inputs textarea { min-height: 2.5rem; }
.sub-nav, .steps { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9375rem; }
.sub-nav a { padding: 0.25rem 0; }
.steps [aria-current], .sub-nav [aria-current] { font-weight: 650; color: var(--text); }
.row-form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: flex-end; }
.row-form .control { width: auto; flex: 0 1 15rem; }
.row-form .control:has([type="date"]) { flex-basis: 11rem; }
.row-form .grow { flex: 1 1 12rem; }
.row-form > .hint { flex-basis: 100%; margin-top: -0.375rem; }
.notice ul { margin-top: 0.375rem; padding-left: 1.125rem; list-style: disc; }
.notice li { margin-top: 0.1875rem; }
.notice li code { font-weight: 600; }
@media (max-width: 34rem) {
  .row-form .control { flex: 1 1 8rem; }
  .row-form .grow { flex: 1 1 100%; }
  .button { min-height: 2.75rem; padding-block: 0.609rem; }
  .button.small { min-height: 2.5rem; padding-block: 0.531rem; }
  input:not([type="checkbox"], [type="radio"]), select, .boxes .check, .sub-nav a { min-height: 2.75rem; }
}
`;
