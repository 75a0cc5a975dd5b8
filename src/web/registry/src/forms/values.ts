import { fieldsOf, givenOf, isNeeded, mayBeEmpty, valuesOf, type Field } from './spec';

/** What was filled in, as text; of a list its items, of an input its fields. */
export type Value = string | Value[] | { [name: string]: Value };
export type Values = { [name: string]: Value };

/** From what the API says, which has numbers, nulls and the names of types. */
export function textsOf(given: unknown): Value {
  return Array.isArray(given) ? given.map(textsOf)
    : given !== null && typeof given === 'object'
      ? Object.fromEntries(
          Object.entries(given).flatMap(([name, value]) => (value == null || name === '__typename' ? [] : [[name, textsOf(value)]])),
        )
    : String(given);
}

/** A form as it opens: what is known, over what the contract assumes. */
export const opened = (input: string, known: Values): Values => ({
  ...Object.fromEntries((fieldsOf(input) ?? []).flatMap((f) => (f.initial === undefined ? every(f) : [[f.name, f.initial]]))),
  ...known,
});

/** Of items that come with what each is about, all. */
function every(field: Field): [string, Value][] {
  const given = field.list ? givenOf(field.type) : undefined;
  const type = given && fieldsOf(field.type)!.find((f) => f.name === given)!.type;
  return given && type ? [[field.name, valuesOf(type)!.map((v) => ({ [given]: v }))]] : [];
}

/** Whether an item says no more than what it came with. */
export const isUntold = (type: string, item: Values): boolean => {
  const given = givenOf(type);
  return given !== undefined && Object.keys(sent(type, item)).every((name) => name === given);
};

/** Back to what the API takes; what is blank is not sent. */
export function sent(input: string, values: Values): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const field of fieldsOf(input) ?? []) {
    const value = values[field.name];
    const read = field.list && Array.isArray(value) ? value.filter((v) => !isBlankItem(field, v)).map((v) => one(field, v))
      .filter((v) => v !== undefined) : one(field, value);
    if (read === undefined && mayBeEmpty(input, field)) {
      result[field.name] = [];
    } else if (read !== undefined && !(Array.isArray(read) && read.length === 0 && !field.required)) {
      result[field.name] = read;
    }
  }
  return result;
}

const isBlankItem = (field: Field, value: Value): boolean =>
  givenOf(field.type) !== undefined && isUntold(field.type, value as Values);

function one(field: Field, value: Value | undefined): unknown {
  if (fieldsOf(field.type) && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const inner = sent(field.type, value);
    return Object.keys(inner).length > 0 || field.list ? inner : undefined;
  }
  if (typeof value !== 'string' || value.trim() === '') {
    return undefined;
  }
  const text = value.trim();
  return field.type === 'Boolean' ? text === 'true' : field.type === 'Int' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** The required fields that are blank, and numbers that are none: the path of each. */
export function gaps(input: string, values: Values, path: string[] = []): { path: string[]; isBlank: boolean }[] {
  return (fieldsOf(input) ?? []).flatMap((field) => {
    const at = [...path, field.name];
    const value = values[field.name];
    if (fieldsOf(field.type)) {
      const items = Array.isArray(value) ? value : value !== undefined ? [value] : [];
      const isBlank = items.length === 0 || (!field.list && Object.keys(sent(field.type, items[0] as Values)).length === 0);
      const first = field.list ? at : [...at, fieldsOf(field.type)![0]!.name];
      return isBlank ? (isNeeded(input, field, values) ? [{ path: first, isBlank }] : [])
        : items.flatMap((item, i) =>
            isBlankItem(field, item) ? [] : gaps(field.type, item as Values, field.list ? [...at, String(i)] : at));
    }
    const isBlank = value === undefined || (typeof value === 'string' ? value.trim() === '' : Object.keys(value).length === 0);
    return isBlank ? (isNeeded(input, field, values) ? [{ path: at, isBlank }] : [])
      : field.type === 'Int' && typeof value === 'string' && !/^-?\d{1,9}$/.test(value.trim()) ? [{ path: at, isBlank: false }]
      : field.type === 'Decimal' && typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value.trim()) ? [{ path: at, isBlank: false }]
      : [];
  });
}
