import type { Child } from 'hono/jsx';
import { useWords } from '../reader.ts';

interface CrumbsParts {
  /** The pages above this one, the highest first. */
  readonly trail: readonly { readonly href: string; readonly text: string }[];
  /** This page. */
  readonly here: Child;
}

/** Where a page stands. */
export function Crumbs({ trail, here }: CrumbsParts) {
  return (
    <nav aria-label={useWords().frame.breadcrumb} class="crumbs">
      <ol>
        {trail.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
