// The network code of GraphiQL: introspection as it sends it, query, subscription over a socket.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { buildClientSchema, getIntrospectionQuery, parse } from 'graphql';
import WebSocket from 'ws';
import { checks, enoughEvents, headers, query, socketUrl, subscription, subscriptionEvents, url, variables } from './common.mjs';

globalThis.WebSocket ??= WebSocket;
const fetcher = createGraphiQLFetcher({ url, fetch, subscriptionUrl: socketUrl, headers });
const everything = { inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, oneOf: true };

// A fetcher may answer with a promise, an observable or an iterable.
async function only(answer) {
  answer = await answer;
  if (typeof answer?.subscribe === 'function')
    return new Promise((resolve, reject) => { answer.subscribe({ next: resolve, error: reject }); });
  if (!answer?.[Symbol.asyncIterator]) return answer;
  let last;
  for await (last of answer);
  return last;
}

for (const [name, options] of [['everything', everything], ['by default', {}]])
  await checks.step(`GraphiQL: introspection (${name}) builds a client schema`, async () => {
    const { data } = await only(fetcher({ query: getIntrospectionQuery(options), operationName: 'IntrospectionQuery' }));
    return !!buildClientSchema(data).getQueryType();
  });

await checks.step('GraphiQL: query', async () => !!(await only(fetcher({ query, variables }, { documentAST: parse(query) }))).data);

await checks.step('GraphiQL: subscription', async () => {
  const documentAST = parse(subscription);
  const answer = await fetcher({ query: subscription, operationName: documentAST.definitions[0].name.value }, { documentAST });
  if (!answer[Symbol.asyncIterator]) return enoughEvents(observer => answer.subscribe(observer));
  let events = 0;
  for await (const event of answer) if (event && ++events >= subscriptionEvents) break;
  return events >= subscriptionEvents;
});

checks.end();
