import { editor } from 'monaco-editor/esm/vs/editor/editor.api.js';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

function getWorker(_id: string, label: string): Worker {
  return label === 'json' ? new JsonWorker() : label === 'graphql' ? new GraphQLWorker() : new EditorWorker();
}

// As graphiql/setup-workers/vite, without its lines on the console.
Object.assign(globalThis, { MonacoEnvironment: { getWorker } });

// 〔2020〕 is a document number, not a bracket in disguise.
editor.onDidCreateEditor((created) => created.updateOptions?.({ unicodeHighlight: { ambiguousCharacters: false } } as object));
