/** A page of docs/ as text: a rule of wrangler.toml says so. */
declare module '*.md' {
  const text: string;
  export default text;
}
