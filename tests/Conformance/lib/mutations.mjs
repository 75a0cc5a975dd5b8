// What breaks a document, mostly: one change to its tree, or one to its text. The verdict is always that of graphql-js.
import { graphql } from './graphql.mjs';

const { Kind, parse, print, visit } = graphql;
const name = value => ({ kind: Kind.NAME, value });
const namedType = value => ({ kind: Kind.NAMED_TYPE, name: name(value) });
const int = value => ({ kind: Kind.INT, value });
const argument = (of, value) => ({ kind: Kind.ARGUMENT, name: name(of), value });
const directive = (of, args = []) => ({ kind: Kind.DIRECTIVE, name: name(of), arguments: args });
const field = of => ({ kind: Kind.FIELD, name: name(of), arguments: [], directives: [] });
const selectionSet = selections => ({ kind: Kind.SELECTION_SET, selections });
const spread = of => ({ kind: Kind.FRAGMENT_SPREAD, name: name(of), directives: [] });

const wrongValues = [
  { kind: Kind.STRING, value: 'x' }, int('99999999999'), { kind: Kind.ENUM, value: 'NOPE' },
  { kind: Kind.NULL }, { kind: Kind.OBJECT, fields: [] },
  { kind: Kind.LIST, values: [{ kind: Kind.NULL }] }, { kind: Kind.FLOAT, value: '1.5' }, { kind: Kind.BOOLEAN, value: true },
];
const wrongDefaults = [{ kind: Kind.OBJECT, fields: [] }, { kind: Kind.STRING, value: 'q' }, { kind: Kind.LIST, values: [] }];
const noise = ['{', '}', '(', ')', '!', '$', '"', '&', '...', ':', '\u0000', '#', '[', '@', '.', '-', '01', '1a', '"""', '\\', "'"];

// Each takes the tree in hand ("tree.all(kind)" and "tree.any(kind)" are nodes with the
// list that holds them) and changes it. One that finds nothing to change may throw.
const mutations = {
  unknownField: (tree, random) => { tree.any(Kind.FIELD).node.name = name(random.pick(['nope', 'idd', 'names', '__schem'])); },
  unknownArgument: tree => {
    const { node } = tree.any(Kind.FIELD);
    node.arguments = [...(node.arguments ?? []), argument('zzz', int('1'))];
  },
  duplicateArgument: tree => {
    const { node } = tree.any(Kind.FIELD, node => node.arguments?.length);
    node.arguments = [...node.arguments, node.arguments[0]];
  },
  missingArgument: tree => {
    const { node } = tree.any(Kind.FIELD, node => node.arguments?.length);
    node.arguments = node.arguments.slice(1);
  },
  wrongValue: (tree, random) => { tree.any(Kind.ARGUMENT).node.value = random.pick(wrongValues); },
  undefinedVariable: tree => { tree.any(Kind.ARGUMENT).node.value = { kind: Kind.VARIABLE, name: name('undef') }; },
  unusedVariable: tree => {
    const { node } = tree.any(Kind.OPERATION_DEFINITION);
    const variable = { kind: Kind.VARIABLE, name: name('un') };
    const unused = { kind: Kind.VARIABLE_DEFINITION, variable, type: namedType('Int'), directives: [] };
    node.variableDefinitions = [...(node.variableDefinitions ?? []), unused];
    if (node.name == null && node.operation === 'query') node.name = name('Nm');
  },
  duplicateVariable: tree => {
    const { node } = tree.any(Kind.OPERATION_DEFINITION, node => node.variableDefinitions?.length);
    node.variableDefinitions = [...node.variableDefinitions, node.variableDefinitions[0]];
  },
  variableType: (tree, random) => {
    const { node } = tree.any(Kind.VARIABLE_DEFINITION);
    node.type = namedType(random.pick(tree.types).name);
    if (random.chance(0.5)) node.defaultValue = undefined;
  },
  nullableVariable: (tree, random) => {
    const { node } = tree.any(Kind.VARIABLE_DEFINITION);
    if (node.type.kind !== Kind.NON_NULL_TYPE) return;
    node.type = node.type.type;
    if (random.chance(0.4)) node.defaultValue = { kind: Kind.NULL };
  },
  wrongDefault: (tree, random) => { tree.any(Kind.VARIABLE_DEFINITION).node.defaultValue = random.pick(wrongDefaults); },
  selectionsOnLeaf: tree => { tree.any(Kind.FIELD, node => !node.selectionSet).node.selectionSet = selectionSet([field('id')]); },
  noSelections: tree => { tree.any(Kind.FIELD, node => node.selectionSet).node.selectionSet = undefined; },
  unknownFragment: tree => { const { node } = tree.any(Kind.SELECTION_SET); node.selections = [...node.selections, spread('Missing')]; },
  fragmentCycle: tree => {
    const { node } = tree.any(Kind.FRAGMENT_DEFINITION);
    node.selectionSet.selections = [...node.selectionSet.selections, spread(tree.any(Kind.FRAGMENT_DEFINITION).node.name.value)];
  },
  unusedFragment: tree => {
    const unused = { kind: Kind.FRAGMENT_DEFINITION, name: name('Unused'),
      typeCondition: namedType('Query'), directives: [], selectionSet: selectionSet([field('__typename')]) };
    tree.document.definitions = [...tree.document.definitions, unused];
  },
  duplicateFragment: tree => { tree.document.definitions = [...tree.document.definitions, tree.any(Kind.FRAGMENT_DEFINITION).node]; },
  duplicateOperation: tree => { tree.document.definitions = [...tree.document.definitions, tree.any(Kind.OPERATION_DEFINITION).node]; },
  fragmentType: (tree, random) => {
    const { node } = random.pick([...tree.all(Kind.FRAGMENT_DEFINITION), ...tree.all(Kind.INLINE_FRAGMENT)]);
    node.typeCondition = namedType(random.pick([...tree.types.map(type => type.name), 'Nope']));
  },
  unknownDirective: tree => { tree.any(Kind.FIELD).node.directives = [directive('nodir')]; },
  misplacedDirective: (tree, random) => {
    tree.any(Kind.FIELD).node.directives = [directive(random.pick(['deprecated', 'specifiedBy', 'oneOf', 'include']))];
  },
  duplicateDirective: tree => {
    const twice = directive('include', [argument('if', { kind: Kind.BOOLEAN, value: true })]);
    tree.any(Kind.FIELD).node.directives = [twice, twice];
  },
  overlappingFields: (tree, random) => {
    const fields = tree.any(Kind.SELECTION_SET).node.selections.filter(selection => selection.kind === Kind.FIELD);
    if (fields.length > 1) for (const each of [random.pick(fields), random.pick(fields)]) each.alias = name('same');
  },
  overlappingSubfields: tree => {
    const { node, list } = tree.any(Kind.FIELD, node => node.selectionSet);
    const below = node.selectionSet.selections.find(selection => selection.kind === Kind.FIELD);
    if (!below || !list) return;
    const clash = { ...field('__typename'), alias: name((below.alias ?? below.name).value) };
    list.push({ ...node, selectionSet: selectionSet([clash]), alias: name((node.alias ?? node.name).value) });
  },
  twoSubscriptionFields: tree => {
    const { selectionSet } = tree.any(Kind.OPERATION_DEFINITION, node => node.operation === 'subscription').node;
    selectionSet.selections = [...selectionSet.selections, field('__typename')];
  },
  inputFields: (tree, random) => {
    const { node } = tree.any(Kind.OBJECT);
    const unknown = { kind: Kind.OBJECT_FIELD, name: name('zz'), value: int('1') };
    const doubled = node.fields.length ? [...node.fields, node.fields[0]] : node.fields;
    node.fields = random.pick([[...node.fields, unknown], node.fields.slice(1), doubled]);
  },
  anonymousOperation: tree => { tree.any(Kind.OPERATION_DEFINITION).node.name = undefined; },
  otherOperation: (tree, random) => {
    const { node } = tree.any(Kind.OPERATION_DEFINITION);
    node.operation = random.pick(['query', 'mutation', 'subscription']);
    if (!node.name) node.name = name('W');
  },
};

// The document with one change, and the change's name. What does not parse stays as it is.
export function mutate(source, schema, random) {
  const tree = readTree(source, schema, random);
  if (!tree) return { source, mutation: 'none' };
  const mutation = random.pick(Object.keys(mutations));
  try {
    mutations[mutation](tree, random);
    return { source: print(tree.document), mutation };
  } catch {
    return { source, mutation };
  }
}

function readTree(source, schema, random) {
  let document;
  try {
    document = parse(source);
  } catch {
    return null;
  }
  const nodes = {};
  visit(document, {
    enter: (node, key, parent) => { (nodes[node.kind] ??= []).push({ node, list: Array.isArray(parent) ? parent : null }); },
  });
  const all = kind => nodes[kind] ?? [];
  const any = (kind, condition = () => true) => {
    const found = all(kind).filter(({ node }) => condition(node));
    return found.length ? random.pick(found) : undefined;
  };
  return { document, all, any, types: Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__')) };
}

// The text with a character less, a piece more, or its end cut off.
export function corrupt(source, random) {
  const at = random.below(source.length);
  return random.pick([() => source.slice(0, at) + source.slice(at + 1),
    () => source.slice(0, at) + random.pick(noise) + source.slice(at), () => source.slice(0, at)])();
}
