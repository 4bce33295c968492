/** The code of a problem, with the way to what the manual says of it. */
export function ProblemCode({ code }: { code: string }) {
  return (
    <a href={`/help/problems#${code}`}>
      <code>{code}</code>
    </a>
  );
}
