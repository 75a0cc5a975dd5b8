import { graphql } from './graphql.mjs';

const { isNonNullType, isListType, isEnumType, isInputObjectType, isRequiredInputField } = graphql;
const scalars = { Int: 3, Float: 1.5, Boolean: true, ID: '1', String: '1' };

// One good JSON value of an input type.
export function valueOf(type) {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0].name;
  if (!isInputObjectType(type)) return scalars[type.name] ?? '2026-01-01';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(given.map(field => [field.name, valueOf(field.type)]));
}

// Good values of an operation's variables, as far as these have input types.
export function variablesOf(schema, operation) {
  const values = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const type = graphql.typeFromAST(schema, definition.type);
    if (type && graphql.isInputType(type)) values[definition.variable.name.value] = valueOf(type);
  }
  return values;
}
