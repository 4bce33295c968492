/** Every colour has a name; the dark ones only give the names other values. All text has a contrast of 4.5 or more. */
export const colours = `
:root {
  color-scheme: light dark;
  --ground: #f4f6f7;
  --card: #ffffff;
  --inset: #f4f6f7;
  --line: #dde3e6;
  --field-line: #7a8992;
  --text: #17242b;
  --quiet: #55656e;
  --accent: #0f5f5c;
  --accent-strong: #0b4a48;
  --on-accent: #ffffff;
  --good: #1c6b3a;
  --good-ground: #e5f4ea;
  --busy: #7a4d00;
  --busy-ground: #fcf1d9;
  --bad: #a11d25;
  --bad-ground: #fdebeb;
  --quiet-ground: #e9eef0;
  --shadow: 0 1px 2px rgb(23 36 43 / 6%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11181c;
    --card: #182126;
    --inset: #1f2a30;
    --line: #2d3a41;
    --field-line: #71828b;
    --text: #e4ebee;
    --quiet: #9fb0b8;
    --accent: #6fd0c9;
    --accent-strong: #93e0da;
    --on-accent: #062523;
    --good: #7fd69d;
    --good-ground: #16301f;
    --busy: #f0c36a;
    --busy-ground: #33280f;
    --bad: #ff9d9d;
    --bad-ground: #3a1a1d;
    --quiet-ground: #26323a;
    --shadow: none;
  }
}
`;
