import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the queries in src, from the contract that the server itself reads. What it makes is not committed. */
export default {
  schema: '../../../schema/graphql/*.graphql',
  documents: 'src/**/*.graphql',
  // Forms show fields in the order of the contract.
  config: { sort: false },
  generates: {
    // Every mutation that writes plan data as a form: fields, labels, help.
    './generated/forms.json': { plugins: ['./forms.mjs'] },
    './generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        // As they come: a day is text, a decimal keeps its digits.
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' },
      },
    },
  },
} satisfies CodegenConfig;
