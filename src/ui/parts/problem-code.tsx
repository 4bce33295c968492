import { useWords } from '../reader.ts';

/** The way to what the manual says of a problem, for people: its code is read out and not shown. */
export function ProblemHelp({ code }: { code: string }) {
  return (
    <a href={`/help/problems#${code}`} title={code}>
      {useWords().frame.help}
      <span class="unseen">: {code}</span>
    </a>
  );
}

/** The code of a problem, with the way to what the manual says of it. */
export function ProblemCode({ code }: { code: string }) {
  return (
    <a href={`/help/problems#${code}`}>
      <code>{code}</code>
    </a>
  );
}
