import { useState } from 'react';
import { useAddress } from './address';

/** Saves what the server gives out. Nothing where it did; else the server's sentence, '' where it cannot be reached. */
async function download(path: string, lang: string, body?: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      headers: { 'accept-language': lang, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body ?? null,
    });
    if (!response.ok) {
      return messageOf(response);
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = decodeURIComponent(name ?? 'export');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return undefined;
  } catch {
    return '';
  }
}

/** The sentence of a refusal: a page's own, or as GraphQL tells it. */
export async function messageOf(response: Response): Promise<string> {
  const said = (await response.json().catch(() => ({}))) as { message?: string; errors?: { message: string }[] };
  return said.message ?? said.errors?.[0]?.message ?? '';
}

/** A file that is asked for by a button: whether it is on its way, and what refused it. */
export function useDownload(path: string) {
  const { say, lang } = useAddress();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const run = async (body?: object) => {
    setBusy(true);
    const said = await download(path, lang, body && JSON.stringify(body));
    setRefusal(said === '' ? say('offline') : said);
    setBusy(false);
  };
  return { isBusy, refusal, run };
}
