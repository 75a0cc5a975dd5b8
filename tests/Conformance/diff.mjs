// Random documents of a schema, whole, changed or broken: graphql-js's verdict and error locations against those of a server.
//
// Nothing is written: a document with named operations gets one more, { __typename }, and only that one runs; a lone anonymous
// query runs as it is, with good variables; a lone anonymous mutation or subscription is skipped unless --allow-writes.
import { describe, locationsOf, post } from './lib/http.mjs';
import { DocumentGenerator } from './lib/documents.mjs';
import { corrupt, mutate } from './lib/mutations.mjs';
import { graphql, readSchema } from './lib/graphql.mjs';
import { Random } from './lib/random.mjs';
import { readArguments, readCount, readSeeds } from './lib/arguments.mjs';
import { variablesOf } from './lib/values.mjs';

const usage =
  'diff.mjs SDL URL [--seeds=1-10] [--count=2000] [--show=12] [--messages] [--mutations] [--values-may-be-refused] [--allow-writes]';
const { at: [sdl, url], options } = readArguments(usage, 2, {
  seeds: '1', count: '1000', show: '12', messages: false, mutations: false, 'values-may-be-refused': false, 'allow-writes': false,
});
const schema = readSchema(sdl);
const tally = { valid: 0, syntax: 0, validation: 0, skipped: 0, unjudged: 0, refused: 0 };
const kinds = ['verdict', 'location', 'count', 'shape', 'status', 'transport',
  ...(options['values-may-be-refused'] ? [] : ['refused value']), ...(options.messages ? ['message'] : [])];
const differences = Object.fromEntries(kinds.map(kind => [kind, 0]));
const byMutation = {};
let shown = 0;

for (const seed of readSeeds(options.seeds)) {
  const random = new Random(seed);
  const generator = new DocumentGenerator(schema, random);
  for (let index = 0; index < readCount(options.count); index++) {
    const { source, mutation } = next(generator, random);
    const request = harmless(source);
    if (!request) tally.skipped++;
    else await judge(request, { seed, index, mutation });
  }
}

const judged = tally.valid + tally.syntax + tally.validation;
const found = Object.values(differences).reduce((sum, count) => sum + count, 0);
if (options.mutations) console.table(byMutation);
const refused = options['values-may-be-refused'] ? `, ${tally.refused} valid with values of ours that the server refuses` : '';
console.log(`${judged} documents (${tally.valid} valid, ${tally.validation} invalid, ${tally.syntax} syntax errors; `
  + `${tally.skipped + tally.unjudged} skipped${refused}), `
  + `differences: ${kinds.map(kind => `${kind} ${differences[kind]}`).join(', ')}`);
process.exit(found || !judged ? 1 : 0);

// A little less than half is changed, one in seven is broken, and of the former one in five is changed twice.
function next(generator, random) {
  let source = generator.document();
  let mutation = 'none';
  const choice = random.next();
  if (choice < 0.45) ({ source, mutation } = mutate(source, schema, random));
  else if (choice < 0.6) [source, mutation] = [corrupt(source, random), 'text'];
  if (choice < 0.1) ({ source, mutation } = mutate(source, schema, random));
  return { source, mutation };
}

// The request to send, which writes nothing; null where there is none.
function harmless(source) {
  const document = tryParse(source);
  if (!document) return { query: source };
  const operations = document.definitions.filter(definition => definition.kind === 'OperationDefinition');
  if (operations.length !== 1 || operations[0].name) return { query: `${source}\nquery Zz__ok { __typename }`, operationName: 'Zz__ok' };
  const mayRun = operations[0].operation === 'query' || options['allow-writes'];
  return mayRun ? { query: source, variables: variablesOf(schema, operations[0]) } : null;
}

function tryParse(source) {
  try {
    return graphql.parse(source);
  } catch {
    return null;
  }
}

// What graphql-js says: the phase in which the document fails, if it does, and its errors.
function verdict(source) {
  let document;
  try {
    document = graphql.parse(source);
  } catch (error) {
    return { phase: 'syntax', errors: [error] };
  }
  try {
    const errors = graphql.validate(schema, document, undefined, { maxErrors: 1000 });
    return { phase: errors.length ? 'validation' : 'valid', errors };
  } catch {
    return null; // graphql-js 16 throws on @skip and @include at the root of a subscription.
  }
}

async function judge(request, where) {
  const wanted = verdict(request.query);
  if (!wanted) return tally.unjudged++;
  tally[wanted.phase]++;
  const row = (byMutation[where.mutation] ??= { documents: 0, invalid: 0, differences: 0 });
  row.documents++;
  if (wanted.phase !== 'valid') row.invalid++;
  for (const kind of await compare(request, wanted)) {
    differences[kind.name]++;
    row.differences++;
    if (shown++ < Number(options.show))
      console.log(JSON.stringify({ ...where, kind: kind.name, want: wanted.errors.map(describe), got: kind.got, request }, null, 1));
  }
}

async function compare(request, wanted) {
  let answer;
  try {
    answer = await post(url, request);
  } catch (error) {
    return [{ name: 'transport', got: error.message }];
  }
  const errors = answer.json?.errors;
  const got = Array.isArray(errors) ? errors.map(describe) : answer.text.slice(0, 400);
  const accepted = isData(answer.json);
  const refusesValues = wanted.phase === 'valid' && !request.operationName && isRefusalOfValues(answer.json);
  const found = [];
  if (refusesValues && (tally.refused++, !options['values-may-be-refused'])) found.push('refused value');
  if (!accepted && !isRequestError(answer.json)) found.push('shape');
  if (/graphql-response/.test(answer.type) && !isStatus(answer.status, accepted)) found.push('status');
  if ((accepted || refusesValues) !== (wanted.phase === 'valid')) found.push('verdict');
  else if (!accepted && !refusesValues) found.push(...compareErrors(wanted, errors));
  return found.map(name => ({ name, got: name === 'status' ? `${answer.status} ${answer.text.slice(0, 400)}` : got }));
}

// Data, or null with the error that made it so.
function isData(json) {
  return json?.data != null || (json?.data === null && !!json.errors?.some(error => error.path));
}

function isRequestError(json) {
  return Array.isArray(json?.errors) && json.errors.length > 0
    && json.errors.every(error => typeof error.message === 'string') && !('data' in json);
}

function isStatus(status, accepted) {
  return accepted ? status >= 200 && status < 300 : status >= 400 && status < 500;
}

// A valid document may come with a value that the server does not take: its code says so, or, of a server without codes, its message.
function isRefusalOfValues(json) {
  return isRequestError(json)
    && json.errors.every(error => (error.extensions?.code ? error.extensions.code === 'BAD_USER_INPUT' : /variable/i.test(error.message)));
}

function compareErrors({ phase, errors: wanted }, got) {
  if (!Array.isArray(got)) return []; // told as a wrong shape
  const sorted = (errors, read) => errors.map(read).sort().join('|');
  if (phase === 'validation' && wanted.length !== got.length) return ['count'];
  if (sorted(wanted, locationsOf) !== sorted(got, locationsOf)) return ['location'];
  return options.messages && sorted(wanted, error => error.message) !== sorted(got, error => error.message) ? ['message'] : [];
}
