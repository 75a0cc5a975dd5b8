/** Saves what the server gives out. Nothing where it did; else the server's sentence, '' where it cannot be reached. */
export async function download(path: string, lang: string, body?: string): Promise<string | undefined> {
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

/** The sentence of a refusal. */
export const messageOf = async (response: Response): Promise<string> =>
  ((await response.json().catch(() => ({}))) as { message?: string }).message ?? '';
