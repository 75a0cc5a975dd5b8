// The server audits of graphql-http (GraphQL over HTTP, draft): all of them must pass.
import fs from 'node:fs';
import { serverAudits } from 'graphql-http';
import { preflight } from './lib/http.mjs';
import { readArguments } from './lib/arguments.mjs';

const expected = { MUST: 13, SHOULD: 23, MAY: 25 };
const { at: [url] } = readArguments('audit.mjs URL', 1);
const tally = {};

// GET is served only with the preflight header, which no other web site can send.
function fetchFn(address, init = {}) {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(preflight)) if (!headers.has(name)) headers.set(name, value);
  return fetch(address, { ...init, headers });
}

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await run(audit);
  const level = (tally[audit.name.split(' ')[0]] ??= { passed: 0, total: 0 });
  level.total++;
  if (result.status === 'ok') level.passed++;
  else console.log(`${result.status} ${audit.id} ${audit.name}\n  ${result.reason}${await describe(result.response)}`);
}
const { version } = JSON.parse(fs.readFileSync(new URL('node_modules/graphql-http/package.json', import.meta.url)));
const levels = Object.keys(expected).map(level => `${tally[level]?.passed ?? 0}/${tally[level]?.total ?? 0} ${level}`);
console.log(`${levels.join(', ')} (graphql-http ${version})`);
process.exit(Object.entries(expected).every(([level, count]) => tally[level]?.passed === count && tally[level].total === count) ? 0 : 1);

async function run(audit) {
  try {
    return await audit.fn();
  } catch (error) {
    return { status: 'fatal', reason: error.message };
  }
}

async function describe(response) {
  return response
    ? `\n  got ${response.status} ${response.headers.get('content-type')} ${(await response.text().catch(() => '')).slice(0, 200)}`
    : '';
}
