import type { Lang } from './words';

/** What signing in says: nothing where it succeeded, else the server's sentence; '' where it cannot be reached. */
export async function post(path: string, lang: Lang, body?: object): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': lang },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.ok ? undefined : (((await response.json().catch(() => ({}))) as { message?: string }).message ?? '');
  } catch {
    return '';
  }
}

export interface Trial {
  id: string;
  name: string;
  role: string;
}

/** The accounts of a demonstration; none elsewhere. */
export const toTry = async (): Promise<Trial[]> => {
  const response = await fetch('/sign-in/accounts', { credentials: 'same-origin' });
  return response.ok ? ((await response.json()) as Trial[]) : [];
};
