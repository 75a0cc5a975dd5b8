import { isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

/** What says who may write it again or on what, and is no matter of who fills in a form. */
const ofTheLine = new Set(['district', 'idempotencyKey', 'expectedSeq', 'clientMutationId', 'dryRun']);

/**
 * A plugin of graphql-codegen: the mutations that write plan data, as forms. Those have an idempotency key in their input; the mutations
 * of accounts have none, and pages of their own.
 */
export const plugin = (schema) => {
  const [mutations, inputs, enums] = [{}, {}, {}];
  const tried = schema.getType('PlannedChangeInput').getFields();
  for (const field of Object.values(schema.getMutationType().getFields())) {
    const input = named(field.args[0].type);
    if (input.getFields().idempotencyKey) {
      read(input);
      const payload = Object.keys(named(field.type).getFields());
      mutations[field.name] = {
        words: words(field.description).map(([label]) => label),
        input: input.name,
        tries: 'dryRun' in input.getFields(),
        ...(field.name in tried && { planned: true }),
        tells: ['seq', 'opened', 'cleared', 'screening'].filter((f) => payload.includes(f)),
      };
    }
  }
  return JSON.stringify({ mutations, inputs, enums });

  function read(input) {
    if (inputs[input.name]) {
      return;
    }
    inputs[input.name] = [];
    for (const field of Object.values(input.getFields()).filter((f) => !ofTheLine.has(f.name))) {
      const type = named(field.type);
      const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
      const shown = {
        name: field.name,
        type: type.name,
        words: words(field.description),
        ...(isNonNullType(field.type) && field.defaultValue === undefined && { required: true }),
        ...(isListType(inner) && { list: true }),
        ...(field.defaultValue !== undefined && { initial: String(field.defaultValue) }),
      };
      inputs[input.name].push(shown);
      if (isInputObjectType(type)) {
        read(type);
      } else if (isEnumType(type)) {
        enums[type.name] = type.getValues().map((v) => v.name);
      }
    }
  }
};

const named = (type) => (type.ofType ? named(type.ofType) : type);

/** 中文 / English, each a label and what is said beside it. */
const words = (description) => {
  const [zh, en = zh] = description.replace(/\s+/g, ' ').trim().split(' / ');
  return [part(zh, /^([^,;:,;:(]+)[,;:,;:]?(.*)$/), part(en, /^([^,;:(]+)[,;:]?\s*(.*)$/)];
};

const part = (text, pattern) => {
  const [, label, help] = pattern.exec(text) ?? [, text, ''];
  return help ? [label.trim(), help.trim()] : [label.trim()];
};
