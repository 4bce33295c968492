export const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.systems { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
section { border: 1px solid #888; border-radius: 0.5rem; padding: 0 1rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
code { user-select: all; overflow-wrap: anywhere; }
form { margin-top: 0.5rem; }
button { font: inherit; width: 100%; padding: 0.4rem; cursor: pointer; }
[role='status'] { border-left: 0.3rem solid #2a7; padding: 0.5rem 1rem; }
.down { border-left: 0.3rem solid #c33; padding-left: 0.7rem; }
`;
