// Does a server's introspection describe exactly the SDL?
import { graphql, readSdl } from './lib/graphql.mjs';
import { Checks } from './lib/checks.mjs';
import { post } from './lib/http.mjs';
import { readArguments } from './lib/arguments.mjs';

const { buildClientSchema, buildSchema, getIntrospectionQuery, graphqlSync,
  lexicographicSortSchema, parse, parseValue, print, printSchema, validateSchema, visit } = graphql;
const { at: [sdl, url], options } = readArguments('introspect.mjs SDL URL [--meta]', 2, { meta: false });
const builtInDirectives = ['include', 'skip', 'deprecated', 'specifiedBy', 'oneOf'];
const checks = new Checks();

const wanted = buildSchema(readSdl(sdl));
const root = wanted.getQueryType();
const current = Object.values(root.getFields()).filter(field => field.deprecationReason == null);
const deep = '{ __schema { types { name fields(includeDeprecated: true) { type { kind name '
  + 'ofType { kind name ofType { kind name ofType { kind name ofType { name } } } } } } } } }';
const partialQueries = [
  ['__type of an unknown name is null', '{ __type(name: "NoSuchType___") { name } }', {}, data => data.__type === null],
  ['__type by variable, without deprecated fields',
    'query($n: String!) { __type(name: $n) { __typename kind name fields { name } } }', { n: root.name },
    ({ __type: type }) => type.__typename === '__Type' && type.kind === 'OBJECT' && type.fields.length === current.length],
  ['__schema with fragments and aliases',
    'query Q { a: __schema { ...S b: types { n: name } } } fragment S on __Schema { queryType { name } }', {},
    ({ a }) => a.queryType.name === root.name && a.b.every(type => type.n)],
  ['deep ofType', deep, {}, data => data.__schema.types.length > 5],
];

const query = getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true,
  schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});
const answer = await post(url, { query, operationName: 'IntrospectionQuery' });
checks.add('is answered without errors', !!answer.json?.data && !answer.json.errors, answer.text);
if (answer.json?.data) await compare(answer.json.data.__schema, graphqlSync({ schema: wanted, source: query }).data.__schema);
checks.end();

async function compare(got, reference) {
  await checks.step('builds a client schema', () => compareSchemas(buildClientSchema({ __schema: got })));
  const [ours, theirs] = [split(sorted(got)), split(sorted(reference))];
  checks.equal('raw result equals that of graphql-js', differences(ours.own, theirs.own), []);
  // graphql-js 17 has the working draft's meta types, 16 those of 2021: what differs from September 2025 is told, not judged.
  if (options.meta)
    console.log(
      `built-in types and directives against graphql-js:\n  ${differences(ours.builtIn, theirs.builtIn).join('\n  ') || 'equal'}`);
  checks.equal('fields stand in the order of the SDL', fieldOrder(got), fieldOrder(reference));
  for (const [name, source, variables, isGood] of partialQueries) {
    const { json, text } = await post(url, { query: source, variables });
    await checks.step(name, () => (!json.errors && isGood(json.data)) || text);
  }
}

function compareSchemas(got) {
  checks.equal('client schema is valid', validateSchema(got).map(error => error.message), []);
  const [ours, theirs] = [got, wanted].map(schema => printSchema(lexicographicSortSchema(schema)));
  checks.equal('printed schema equals the SDL', ours.split('\n'), theirs.split('\n'));
  checks.equal('printed schema without descriptions equals the SDL',
    withoutDescriptions(ours).split('\n'), withoutDescriptions(theirs).split('\n'));
}

function withoutDescriptions(text) {
  return print(visit(parse(text), { enter: node => (node.description ? { ...node, description: undefined } : undefined) }));
}

// Lists by name, keys by name, default values printed alike: what is left differs in content.
// Finds what printSchema does not print: null for absent, isDeprecated, possibleTypes.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort()
    .map(key => [key, key === 'defaultValue' && value[key] != null ? print(parseValue(value[key])) : sorted(value[key])]));
}

function keyOf(value) {
  return value?.name ?? JSON.stringify(value);
}

function split(schema) {
  const isMeta = type => type.name.startsWith('__');
  const isBuiltIn = directive => builtInDirectives.includes(directive.name);
  return {
    own: { ...schema, types: schema.types.filter(type => !isMeta(type)),
      directives: schema.directives.filter(d => !isBuiltIn(d) && !['defer', 'stream'].includes(d.name)) },
    builtIn: { types: schema.types.filter(isMeta), directives: schema.directives.filter(isBuiltIn) },
  };
}

// Descriptions are compared by the printed schema; those of built-in scalars are free.
function differences(got, want, path = '$', found = []) {
  if (found.length > 14) return found;
  if (got && want && typeof got === 'object' && typeof want === 'object') {
    for (const key of new Set([...Object.keys(got), ...Object.keys(want)]))
      differences(got[key], want[key], `${path}.${got[key]?.name ?? want[key]?.name ?? key}`, found);
  } else if (got !== want && !path.endsWith('description')) {
    found.push(`${path}: got ${JSON.stringify(got)?.slice(0, 80)}, want ${JSON.stringify(want)?.slice(0, 80)}`);
  }
  return found;
}

function fieldOrder(schema) {
  const types = schema.types.filter(type => !type.name.startsWith('__') && type.fields);
  return types.map(type => `${type.name}: ${type.fields.map(field => field.name)}`).sort();
}
