import { type Child, createContext, useContext } from 'hono/jsx';
import type { Caller } from '../house/roles.ts';
import { isOffered } from '../routes/needs.ts';

/** Who reads the page; null for nobody who is known. */
export const Reader = createContext<Caller | null>(null);

/** Whether the reader may go to an address, or send a form there. The server refuses it anyway. */
export function useMay(method: 'GET' | 'POST', address: string): boolean {
  return isOffered(useContext(Reader), method, address);
}

/** What is shown to whoever may go to this address only. */
export function Offered({ to, children }: { to: string; children?: Child }) {
  return useMay('GET', to) ? <>{children}</> : null;
}

interface FormParts {
  readonly action: string;
  readonly class?: string;
  readonly children?: Child;
}

/** A form that changes something. It is not there for whoever may not send it. */
export function PostForm({ action, children, ...rest }: FormParts) {
  if (!useMay('POST', action)) return null;
  return (
    <form method="post" action={action} {...rest}>
      {children}
    </form>
  );
}
