// Random documents of a schema, valid but for names that clash now and then: whether they are, graphql-js says.
import { graphql } from './graphql.mjs';

const { isNonNullType, isListType, isEnumType, isInputObjectType, isLeafType, isCompositeType,
  isAbstractType, getNamedType, getNullableType, isRequiredArgument, isRequiredInputField } = graphql;
const roots = ['query', 'query', 'query', 'mutation', 'subscription'];
const literals = {
  Int: ['0', '1', '-5', '2147483647', '-2147483648', '42'],
  Float: ['1.5', '0', '-2e3', '3', '1e-7'],
  Boolean: ['true', 'false'],
  ID: ['"1"', '7', '"abc"'],
  String: ['"x"', '""', '"\\u00e9\\n"', '"\\u{1F600}"', '"""block "quoted"\n  text"""', '"日本"'],
};
const customScalars = ['"2026-01-01"', '"a"'];

export class DocumentGenerator {
  constructor(schema, random, { maxDepth = 4, maxFields = 5 } = {}) {
    Object.assign(this, { schema, random, maxDepth, maxFields });
  }

  document() {
    const { random } = this;
    this.fragments = [];
    this.aliases = 0;
    const count = random.chance(0.15) ? 2 + random.below(2) : 1;
    const kinds = roots.filter(kind => this.schema.getRootType(kind));
    const operations = Array.from({ length: count }, (_, i) => this.operation(random.pick(kinds), i, count > 1));
    const fragments = this.fragments.map(fragment => fragment.text);
    return (random.chance(0.5) ? [...operations, ...fragments] : [...fragments, ...operations]).join('\n');
  }

  operation(kind, index, mustHaveName) {
    const { random } = this;
    this.variables = [];
    this.kind = kind;
    const name = mustHaveName || random.chance(0.6) ? ` Op${index}` : '';
    const root = this.schema.getRootType(kind);
    const selections = kind === 'subscription'
      ? ` { ${this.field(root, random.pick(Object.values(root.getFields())), 1)} }`
      : this.selections(root, 0, { isRoot: true });
    const variables = this.variables.length ? `(${this.variables.join(', ')})` : '';
    if (kind === 'query' && !name && !variables && random.chance(0.5)) return selections;
    const directive = random.chance(0.08) ? this.directive(kind.toUpperCase(), true) : '';
    return kind + name + variables + directive + selections;
  }

  selections(type, depth, { isRoot = false, inFragment = false } = {}) {
    const { random } = this;
    const selections = [];
    for (let left = 1 + random.below(this.maxFields); left > 0; left--) {
      const choice = random.next();
      const mayNest = depth < this.maxDepth;
      if (!isRoot && choice < 0.1) selections.push(random.chance(0.3) ? `t${this.aliases++}: __typename` : '__typename');
      else if (choice < 0.2 && mayNest) selections.push(this.inlineFragment(type, depth, inFragment));
      else if (choice < 0.28 && mayNest && !inFragment) selections.push(...this.spread(type, depth));
      else selections.push(...this.anyField(type, depth, isRoot, inFragment));
    }
    return ` { ${selections.join(' ')} }`;
  }

  inlineFragment(type, depth, inFragment) {
    const { random } = this;
    const condition = this.condition(type);
    const on = condition.name === type.name && random.chance(0.5) ? '' : ` on ${condition.name}`;
    const directive = random.chance(0.2) ? this.directive('INLINE_FRAGMENT', inFragment) : '';
    return `...${on}${directive}${this.selections(condition, depth + 1, { inFragment })}`;
  }

  spread(type, depth) {
    const condition = this.condition(type);
    const name = `F${this.fragments.length}`;
    const fragment = { text: '' };
    this.fragments.push(fragment);
    fragment.text = `fragment ${name} on ${condition.name}${this.selections(condition, depth + 1, { inFragment: true })}`;
    return this.random.chance(0.2) ? [`...${name}`, `...${name}`] : [`...${name}`];
  }

  anyField(type, depth, isRoot, inFragment) {
    const { random } = this;
    const fields = type.getFields ? Object.values(type.getFields()) : [];
    const allowed = fields.filter(field => depth < this.maxDepth || isLeafType(getNamedType(field.type)));
    if (!allowed.length) return ['__typename'];
    const field = this.field(type, random.pick(allowed), depth, inFragment);
    return isRoot && this.kind === 'query' && random.chance(0.04)
      ? [field, `i${this.aliases++}: __type(name: "Query") { name kind }`]
      : [field];
  }

  // The type itself, a type it may be, or an interface of one of these.
  condition(type) {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return this.random.pick([type, ...possible, ...possible.flatMap(each => each.getInterfaces?.() ?? [])]);
  }

  // An alias is unique in the document, so that most documents have no fields that cannot be merged.
  field(parent, field, depth, inFragment = false) {
    const { random } = this;
    const given = field.args.filter(argument => isRequiredArgument(argument) || random.chance(0.35));
    const list = given.map(argument => `${argument.name}: ${this.value(argument.type, inFragment)}`);
    let alias = list.length ? `a${this.aliases++}: ` : random.chance(0.25) ? `b${this.aliases++}: ` : '';
    const isComposite = isCompositeType(getNamedType(field.type));
    const selections = isComposite ? this.selections(getNamedType(field.type), depth + 1, { inFragment }) : '';
    if (isComposite) alias = `c${this.aliases++}: `;
    const directive = random.chance(0.06) ? this.directive('FIELD', inFragment) : '';
    return `${alias}${field.name}${list.length ? `(${list.join(', ')})` : ''}${directive}${selections}`;
  }

  directive(location, inFragment) {
    const { random } = this;
    const allowed = this.schema.getDirectives()
      .filter(directive => directive.locations.includes(location) && !['defer', 'stream'].includes(directive.name));
    if (!allowed.length) return '';
    const directive = random.pick(allowed);
    const given = directive.args.filter(argument => isRequiredArgument(argument) || random.chance(0.4));
    const list = given.map(argument => `${argument.name}: ${this.value(argument.type, inFragment)}`);
    return ` @${directive.name}${list.length ? `(${list.join(', ')})` : ''}`;
  }

  // A literal, or a variable that the operation then declares. Fragments have literals only: several operations may share them.
  value(type, inFragment) {
    const { random } = this;
    if (inFragment || !random.chance(0.22)) return this.literal(type, 0);
    const name = `$v${this.variables.length}`;
    const fallback = !isNonNullType(type) && random.chance(0.3) ? ` = ${this.literal(type, 2)}` : '';
    this.variables.push(`${name}: ${type}${fallback}`);
    return name;
  }

  literal(type, depth) {
    if (isNonNullType(type)) return this.nonNullLiteral(type.ofType, depth);
    return this.random.chance(0.08) ? 'null' : this.nonNullLiteral(type, depth);
  }

  nonNullLiteral(type, depth) {
    const { random } = this;
    if (isListType(type)) {
      const item = getNullableType(type.ofType);
      if (random.chance(0.2) && !isListType(item)) return this.nonNullLiteral(item, depth + 1);
      return `[${Array.from({ length: random.below(3) }, () => this.literal(type.ofType, depth + 1)).join(', ')}]`;
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) return this.objectLiteral(type, depth);
    return random.pick(literals[type.name] ?? customScalars);
  }

  objectLiteral(type, depth) {
    const { random } = this;
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const field = random.pick(fields);
      return `{ ${field.name}: ${this.nonNullLiteral(field.type, depth + 1)} }`;
    }
    const given = fields.filter(field => isRequiredInputField(field) || (depth < 3 && random.chance(0.4)));
    return `{ ${given.map(field => `${field.name}: ${this.literal(field.type, depth + 1)}`).join(', ')} }`;
  }
}
