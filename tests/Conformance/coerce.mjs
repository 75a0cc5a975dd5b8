// Random JSON values, good and bad, as variables of each argument of the query type: does a server refuse those that graphql-js refuses?
// The field that takes the variable is skipped, so that no resolver runs.
import { getVariableValues, graphql, readSchema } from './lib/graphql.mjs';
import { post } from './lib/http.mjs';
import { Random } from './lib/random.mjs';
import { readArguments, readCount, readSeeds } from './lib/arguments.mjs';

const { getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType,
  isNonNullType, isRequiredArgument, isRequiredInputField, parse } = graphql;
const { at: [sdl, url], options } =
  readArguments('coerce.mjs SDL URL [--seeds=1-10] [--count=2000] [--show=10]', 2, { seeds: '1', count: '500', show: '10' });
const schema = readSchema(sdl);
const junk = [null, 1, -1.5, 2147483648, 1e300, '', 'x', '1', true, false, [], {}, [null], { a: 1 }, 'DRAFT', 0, '9007199254740993'];
const scalars = {
  Int: [0, 5, -2147483648, 3.0], Float: [1.5, 2, -1e10], Boolean: [true, false],
  ID: ['a', 7, '9'], String: ['x', '2026-01-01', 'é'],
};

const places = Object.values(schema.getQueryType().getFields()).flatMap(field => field.args.map(argument => ({ field, argument })));
const usable = places.filter(({ field, argument }) => takenWith(field, argument).every(each => isStandard(each.type)));
const tally = { requests: 0, refused: 0, differences: 0 };

for (const seed of readSeeds(options.seeds)) {
  const random = new Random(seed);
  for (let index = 0; index < readCount(options.count); index++) await judge(request(random), { seed, index });
}
console.log(`${tally.requests} requests (${tally.refused} with values that graphql-js refuses; `
  + `${usable.length} of ${places.length} arguments), differences: ${tally.differences}`);
process.exit(tally.differences || !usable.length ? 1 : 0);

// Custom scalars mean what their server says.
function isStandard(type, seen = new Set()) {
  const named = getNamedType(type);
  if (seen.has(named)) return true;
  seen.add(named);
  return isInputObjectType(named)
    ? Object.values(named.getFields()).every(field => isStandard(field.type, seen))
    : isEnumType(named) || named.name in scalars;
}

// An argument is not tried alone: what its field requires goes with it.
function takenWith(field, argument) {
  return [argument, ...field.args.filter(other => other !== argument && isRequiredArgument(other))];
}

function request(random) {
  const { field, argument } = random.pick(usable);
  const given = takenWith(field, argument);
  const variables = Object.fromEntries(given.map((each, i) => [`v${i}`, value(each.type, random)]));
  if (random.chance(0.05)) delete variables.v0;
  if (random.chance(0.1)) variables.extra = 1;
  const declared = given.map((each, i) => `$v${i}: ${each.type}`).join(', ');
  const passed = given.map((each, i) => `${each.name}: $v${i}`).join(', ');
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return { query: `query C(${declared}) { __typename ${field.name}(${passed}) @skip(if: true)${below} }`, variables };
}

function value(type, random, depth = 0) {
  if (random.chance(0.12)) return random.pick(junk);
  if (isNonNullType(type)) return value(type.ofType, random, depth);
  if (random.chance(0.08)) return null;
  if (isListType(type))
    return random.chance(0.2)
      ? value(type.ofType, random, depth + 1)
      : Array.from({ length: random.below(3) }, () => value(type.ofType, random, depth + 1));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  return isInputObjectType(type) ? objectValue(type, random, depth) : random.pick(scalars[type.name]);
}

function objectValue(type, random, depth) {
  const fields = Object.values(type.getFields());
  const one = type.isOneOf && random.chance(0.7) && random.pick(fields);
  const given = one ? [one] : fields.filter(field => (isRequiredInputField(field) ? random.chance(0.93) : depth < 3 && random.chance(0.4)));
  const object = Object.fromEntries(given.map(field => [field.name, value(field.type, random, depth + 1)]));
  return !one && random.chance(0.05) ? { ...object, zzz: 1 } : object;
}

async function judge(request, where) {
  const wanted = getVariableValues(schema, parse(request.query).definitions[0].variableDefinitions, request.variables, { maxErrors: 50 });
  const answer = await post(url, request);
  const accepted = answer.json?.data != null && !answer.json.errors;
  const refused = Array.isArray(answer.json?.errors) && answer.json.errors.length > 0 && answer.json.data == null;
  tally.requests++;
  if (wanted.errors) tally.refused++;
  if (wanted.errors ? refused : accepted) return;
  if (tally.differences++ < Number(options.show))
    console.log(JSON.stringify(
      { ...where, want: wanted.errors?.map(error => error.message) ?? 'accepted', got: answer.text.slice(0, 400), request }, null, 1));
}
