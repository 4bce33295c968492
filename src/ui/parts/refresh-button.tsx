import { useWords } from '../reader.ts';

interface RefreshParts {
  readonly action: string;
  /** Whether the page was just refreshed: then the button has the focus again. */
  readonly refreshed: boolean;
}

/** Shows the page as things stand now. A page that reloads itself would take the focus away from who reads it (WCAG 2.2.4). */
export function RefreshButton({ action, refreshed }: RefreshParts) {
  return (
    <form method="get" action={action}>
      <button type="submit" name="refreshed" value="1" class="button" autofocus={refreshed}>
        {useWords().parts.refresh}
      </button>
    </form>
  );
}
