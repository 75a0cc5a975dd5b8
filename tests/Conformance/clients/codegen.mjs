// Code generation from live introspection: typed documents that tsc --strict accepts.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typedOperations from '@graphql-codegen/typescript-operations';
import { buildClientSchema, getIntrospectionQuery, parse, printSchema } from 'graphql';
import { checks, mutation, operations, query, send, subscription } from './common.mjs';

const here = path.join(import.meta.dirname, '..');
// Inside this folder, where tsc finds the packages that the types import.
const out = fs.mkdtempSync(path.join(here, 'node_modules', '.codegen-'));
const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, moduleResolution: 'bundler', module: 'esnext', target: 'es2022' };

await checks.step('codegen: types and typed documents', async () => {
  const introspection = getIntrospectionQuery({ oneOf: true, specifiedByUrl: true, inputValueDeprecation: true });
  const { data } = await (await send({ query: introspection })).json();
  const types = await codegen({
    schema: parse(printSchema(buildClientSchema(data))),
    documents: [operations.typedDocument, query, mutation, subscription]
      .map((text, i) => ({ location: `operation${i}.graphql`, document: parse(text) })),
    filename: 'types.ts',
    plugins: [{ typescript: {} }, { typedOperations: {} }, { typedDocuments: {} }],
    pluginMap: { typescript, typedOperations, typedDocuments },
    config: {},
  });
  fs.writeFileSync(path.join(out, 'types.ts'), types);
  return types.length > 500;
});

await checks.step('codegen: tsc --strict', async () => {
  fs.writeFileSync(path.join(out, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  try {
    execFileSync(process.execPath, [path.join(here, 'node_modules/typescript/bin/tsc'), '-p', out]);
  } catch (error) {
    throw new Error(String(error.stdout));
  }
});

fs.rmSync(out, { recursive: true });
checks.end();
