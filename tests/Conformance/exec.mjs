// Valid random queries, executed by two servers of the same schema and
// data: data, key order and the errors' paths and locations must be equal.
import assert from 'node:assert';
import { DocumentGenerator } from './lib/documents.mjs';
import { graphql, readSchema } from './lib/graphql.mjs';
import { locationsOf, post } from './lib/http.mjs';
import { Random } from './lib/random.mjs';
import { readArguments, readCount, readSeeds } from './lib/arguments.mjs';
import { variablesOf } from './lib/values.mjs';

const { at: [sdl, url, reference], options } =
  readArguments('exec.mjs SDL URL REFERENCE_URL [--seeds=1] [--count=1000] [--show=5]', 3, { seeds: '1', count: '300', show: '5' });
const schema = readSchema(sdl);
const queriesOnly = new graphql.GraphQLSchema({ ...schema.toConfig(), mutation: null, subscription: null });
const wanted = readCount(options.count);
const tally = { executed: 0, withErrors: 0, differences: 0 };

for (const seed of readSeeds(options.seeds)) {
  const generator = new DocumentGenerator(queriesOnly, new Random(seed), { maxDepth: 5, maxFields: 6 });
  for (let executed = 0; executed < wanted; ) {
    const request = readRequest(generator.document());
    if (request && ++executed) await judge(request, seed);
  }
}
console.log(`${tally.executed} queries (${tally.withErrors} with execution errors), differences: ${tally.differences}`);
process.exit(tally.differences ? 1 : 0);

function readRequest(query) {
  const document = graphql.parse(query);
  if (graphql.validate(schema, document).length) return null;
  const operations = document.definitions.filter(definition => definition.kind === 'OperationDefinition');
  return { query, variables: variablesOf(schema, operations[0]),
    ...(operations.length > 1 ? { operationName: operations[0].name.value } : {}) };
}

async function judge(request, seed) {
  const [ours, theirs] = await Promise.all([post(url, request), post(reference, request)]);
  tally.executed++;
  if (theirs.json?.errors) tally.withErrors++;
  try {
    assert.ok(ours.json && 'data' in ours.json && theirs.json && 'data' in theirs.json, 'no data');
    assert.deepStrictEqual(comparable(ours.json), comparable(theirs.json));
    assert.strictEqual(JSON.stringify(ours.json.data), JSON.stringify(theirs.json.data), 'key order');
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error;
    if (tally.differences++ < Number(options.show))
      console.log(JSON.stringify({ seed, want: theirs.text.slice(0, 400), got: ours.text.slice(0, 400), request }, null, 1));
  }
}

function comparable({ data, errors = [] }) {
  return { data, errors: errors.map(error => `${JSON.stringify(error.path)} ${locationsOf(error)}`).sort() };
}
