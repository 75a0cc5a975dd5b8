// How the judges ask. Every server gets the preflight header, which those that want none ignore.
export const preflight = { 'graphql-require-preflight': '1' };
export const json = { 'content-type': 'application/json' };

export async function post(url, body) {
  const accept = 'application/graphql-response+json, application/json;q=0.9';
  const response = await fetch(url, { method: 'POST', headers: { ...json, ...preflight, accept }, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, json: parse(text) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Of an error, all that the specification fixes but the message.
export const locationsOf = error => (error.locations ?? []).map(at => `${at.line}:${at.column}`).join(',');
export const describe = error => `${locationsOf(error)} ${error.message}`.trim();
