// node verify.mjs FOLDER NAME=URL...: every server answers the same data in 8 cases (q4: the
// same schema, printed), and mem every request of the run with the bytes of ours; else exit 1.
import assert from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { buildClientSchema, buildSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';

const [folder, ...servers] = process.argv.slice(2);
const cases = [['q1', { id: '7' }], ['q1', { id: '2999' }], ['q1', { id: '99999' }],
  ['q2', { first: 50, after: '100' }], ['q2', { first: 50, after: '2950' }],
  ['q3', { first: 50, after: '0' }], ['q3', { first: 50, after: '2900' }], ['q4', {}]];

const headers = { 'content-type': 'application/json', accept: 'application/json' };
const send = async (url, body) => (await fetch(url, { method: 'POST', headers, body })).text();

async function ask(url, operationName, variables) {
  const query = fs.readFileSync(path.join(folder, `${operationName}.graphql`), 'utf8');
  const { data, errors } = JSON.parse(await send(url, JSON.stringify({ operationName, query, variables })));
  if (errors)
    throw new Error(JSON.stringify(errors));
  return data;
}

// Types and fields alone: descriptions and directive definitions differ by server.
const shape = schema => print(visit(parse(printSchema(lexicographicSortSchema(schema))), {
  enter: node => node.kind === 'SchemaDefinition' ? null : node.description ? { ...node, description: undefined } : undefined,
  DirectiveDefinition: () => null,
}));

const expectedShape = shape(buildSchema(fs.readFileSync(process.env.SCHEMA, 'utf8')));
const first = new Map();
let failed = false;
for (const [name, url] of servers.map(server => server.split(/=(.*)/s))) {
  let equal = 0;
  for (const [operation, variables] of cases) {
    const key = operation + JSON.stringify(variables);
    try {
      const data = await ask(url, operation, variables);
      if (operation === 'q4')
        assert.strictEqual(shape(buildClientSchema(data)), expectedShape);
      else
        assert.deepStrictEqual(data, first.get(key) ?? (first.set(key, data), data));
      equal++;
    } catch (error) {
      console.log(`${name} ${key}: ${String(error.message).slice(0, 600)}`);
    }
  }
  failed ||= equal < cases.length;
  console.log(`${name.padEnd(10)} ${equal} of ${cases.length} answers equal`);
}
const { mem, ours } = Object.fromEntries(servers.map(server => server.split(/=(.*)/s)));
if (mem && ours) {
  const requests = JSON.parse(fs.readFileSync(path.join(folder, 'requests.json'), 'utf8'));
  let same = 0;
  for (const request of requests)
    same += await send(mem, request) === await send(ours, request) ? 1 : 0;
  failed ||= same < requests.length;
  console.log(`mem        ${same} of ${requests.length} requests of the run answered with the bytes of ours`);
}
process.exit(failed ? 1 : 0);
