// node attacks.mjs GraphQLHost.dll: every attack over HTTP to a fresh host with the limits
// as they are by default. One line each; exit 1 where one was not refused in time and space.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const [dll] = process.argv.slice(2);
const port = 4226;
const url = `http://127.0.0.1:${port}/graphql`;
const sends = 7;
const maxMilliseconds = 50;
const maxMegabytes = 16;

const host = spawn('dotnet', [dll], { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' });
process.on('exit', () => host.kill());

const each = (count, text) => Array.from({ length: count }, (_, i) => text(i)).join('');
const nested = (open, inner, close, count) => open.repeat(count) + inner + close.repeat(count);
const bomb = depth =>
  '{ plan(id: 1) { ...F0 } } '
    + each(depth, i => `fragment F${i} on Plan { parent { id } ...F${i + 1} ... on Plan { ...F${i + 1} } } `)
    + `fragment F${depth} on Plan { id }`;

// Name, the code it must be refused with, and the document.
const documents = [
  ['5,000 nested selections', 'LIMIT_EXCEEDED', nested('{ plan ', '', '}', 5000)],
  ['5,000 nested lists', 'LIMIT_EXCEEDED', `{ plan(id: ${'['.repeat(5000)}`],
  ['5,000 nested types', 'LIMIT_EXCEEDED', `query ($a: ${'['.repeat(5000)}`],
  ['100,000 tokens', 'LIMIT_EXCEEDED', `{ plan(id: [${'1 '.repeat(100000)}]) { id } }`],
  ['20,000 fields', 'LIMIT_EXCEEDED', `{ plan(id: 1) { ${'id '.repeat(20000)} } }`],
  ['the same object 1,000 times', 'LIMIT_EXCEEDED', `{ ${'plan(id: 1) { parent { id } } '.repeat(660)} }`],
  ['fragments that double 30 times', 'LIMIT_EXCEEDED', bomb(30)],
  ['a large fragment spread 900 times', 'LIMIT_EXCEEDED',
    `{ plan(id: 1) { ${'...F '.repeat(900)} } } fragment F on Plan { ${'id '.repeat(1900)} }`],
  ['490 operations with 490 fragments', 'LIMIT_EXCEEDED', each(490, i => `query Q${i} { ...F0 } `)
    + each(490, i => `fragment F${i} on Query { ...F${i + 1} } `) + 'fragment F490 on Query { __typename }'],
  ['fragments in a circle', 'GRAPHQL_VALIDATION_FAILED',
    '{ plan(id: 1) { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }'],
  ['5,000 aliases', 'LIMIT_EXCEEDED', `{ plan(id: 1) { ${each(5000, i => `a${i}: id `)} } }`],
  ['11 aliases of a root field', 'LIMIT_EXCEEDED', `{ ${each(11, i => `a${i}: plan(id: 1) { id } `)} }`],
  ['9,000 directives', 'LIMIT_EXCEEDED', `{ plan(id: 1) ${'@a '.repeat(9000)} { id } }`],
  ['recursion through the schema', 'LIMIT_EXCEEDED', `{ plan(id: 1) ${nested('{ parent ', '{ id }', '}', 60)} }`],
  ['introspection of introspection', 'LIMIT_EXCEEDED', '{ __schema { types { fields { type { fields { name } } } } } }'],
  ['1,900 unknown fields', 'GRAPHQL_VALIDATION_FAILED', `{ plan(id: 1) { ${each(1900, i => `no${i} `)} } }`],
  ['a name of 200,000 letters', 'GRAPHQL_VALIDATION_FAILED', `{ ${'n'.repeat(200000)} }`],
];

const json = { 'content-type': 'application/json' };
const post = (body, headers = json) => ({ method: 'POST', headers, body });
const query = (text, more = {}) => post(JSON.stringify({ query: text, ...more }));
const ordinary = query('{ plan(id: 7) { id code department { name } } }');

const requests = [
  ...documents.map(([name, code, text]) => [name, code, i => query(`${text}#${i}`)]),
  ['a body of 1 MB', 'LIMIT_EXCEEDED', () => query(' '.repeat(1000000))],
  ['variables nested 100,000 deep', 'LIMIT_EXCEEDED',
    i => post(`{"query":"query ($a: ID) { plan(id: $a) { id } } #${i}","variables":{"a":${nested('[', '', ']', 100000)}}}`)],
  ['20,000 wrong variables', 'BAD_USER_INPUT',
    i => query(`query ($a: Int) { plans(first: $a) { nodes { id } } } #${i}`,
      { variables: { a: Array.from({ length: 20000 }, () => 'x') } })],
  ['an array of 1,000 requests', 'BAD_USER_INPUT', () => post(`[${'{"query":"{ __typename }"},'.repeat(999)}{"query":"{ __typename }"}]`)],
  ['a form of another site', 'BAD_USER_INPUT', () => post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['a GET of another site', 'CSRF_PROTECTION', () => ({ method: 'GET', query: '?query={__typename}' })],
  ['a text under another hash', 'BAD_USER_INPUT',
    i => query(`{ __typename } #${i}`, { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } })],
];

const megabytes = () => +/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${host.pid}/status`, 'utf8'))[1] / 1024;
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

async function send({ query = '', ...init }) {
  const begun = performance.now();
  const response = await fetch(url + query, init);
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - begun };
}

for (let i = 0; ; i++) {
  try {
    await send(ordinary);
    break;
  } catch (error) {
    if (i === 100) {
      console.log(`The host does not answer: ${error.message}`);
      process.exit(1);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
// What the first requests compile is not the attacks'.
for (let i = 0; i < 200; i++)
  await send(i % 2 ? ordinary : query(`{ nope${i} }`));

let missed = 0;
for (const [name, code, attack] of requests) {
  const before = megabytes();
  const answers = [];
  for (let i = 0; i < sends; i++)
    answers.push(await send(attack(i)));
  const grown = Math.max(0, (megabytes() - before) / sends);
  const took = median(answers.map(answer => answer.milliseconds));
  const alive = await send(ordinary);
  const refused =
    answers.every(answer => answer.status < 500 && answer.text.includes(`"code":"${code}"`) && !answer.text.includes('"data":{'));
  const ok = refused && took < maxMilliseconds && grown < maxMegabytes
    && alive.text.includes('"data":{"plan":{"id":"7"') && alive.milliseconds < maxMilliseconds;
  missed += ok ? 0 : 1;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(36)} ${code.padEnd(26)} ${took.toFixed(1).padStart(6)} ms `
    + `${grown.toFixed(1).padStart(6)} MB   then ${alive.milliseconds.toFixed(1)} ms`);
  if (!refused)
    console.log(`       ${answers[0].status} ${answers[0].text.slice(0, 300)}`);
}
console.log(missed
  ? `${missed} of ${requests.length} attacks missed their bounds`
  : `All ${requests.length} attacks were refused in < ${maxMilliseconds} ms and < ${maxMegabytes} MB each`);
process.exit(missed ? 1 : 0);
