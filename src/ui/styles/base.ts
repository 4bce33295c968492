export const base = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.625rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { font-size: 1.0625rem; line-height: 1.35; }
h3 { font-size: 0.875rem; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:hover { color: var(--accent-strong); }
code {
  font: 0.875em/1.4 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  overflow-wrap: anywhere;
}
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.quiet { color: var(--quiet); }
.none { color: var(--quiet); font-style: italic; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.figure { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip-link { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--card); z-index: 1; }
.skip-link:focus { top: 0.5rem; }
@media (prefers-reduced-motion: no-preference) {
  .button, .link-button { transition: background-color 0.12s; }
}
`;
