import type { Lang } from './words';

/** Why somebody is not signed in: the server's sentence; '' where it cannot be reached. */
export interface Refusal {
  message: string;
  /** Name and password were right: the code of the second factor is wanted. */
  needsCode?: boolean;
}

/** What signing in says: nothing where it succeeded, else the server's sentence; '' where it cannot be reached. */
export const post = async (path: string, lang: Lang, body?: object): Promise<string | undefined> => (await send(path, lang, body))?.message;

export async function send(path: string, lang: Lang, body?: object): Promise<Refusal | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': lang },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.ok ? undefined : { message: '', ...((await response.json().catch(() => ({}))) as Partial<Refusal>) };
  } catch {
    return { message: '' };
  }
}

export interface Trial {
  id: string;
  name: string;
  role: string;
}

/** How one may come in beside name and password. */
export interface Ways {
  /** What the provider is called, where there is one. */
  provider: string | null;
  /** The accounts of a demonstration; none elsewhere. */
  accounts: Trial[];
}

export const ways = async (): Promise<Ways> => {
  const response = await fetch('/sign-in/ways', { credentials: 'same-origin' });
  return response.ok ? ((await response.json()) as Ways) : { provider: null, accounts: [] };
};

/** Over the provider, and back to the page that is asked for. */
export const overProvider = (): string => `/sign-in/provider?return=${encodeURIComponent(location.pathname + location.search)}`;
