export const style = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.systems { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); align-items: start; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
nav a { display: inline-block; padding: 0.5rem 0; }
section { border: 1px solid #888; border-radius: 0.5rem; padding: 0 1rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
code { user-select: all; overflow-wrap: anywhere; }
h2, h3 { margin: 1rem 0 0.5rem; }
dl { margin: 0; }
form { margin-top: 0.5rem; }
button, input { font: inherit; box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: 0.4rem; }
button { cursor: pointer; }
input { margin-bottom: 0.5rem; }
:focus-visible { outline: 0.2rem solid #38f; outline-offset: 0.1rem; }
[role='status'] { border-left: 0.3rem solid #2a7; padding: 0.5rem 1rem; }
[role='status'].bad { border-color: #d44; }
.down { border-left: 0.3rem solid #c33; padding-left: 0.7rem; }
`;
