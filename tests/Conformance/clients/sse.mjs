// graphql-sse, distinct connections: the raw stream, and the client.
import { createClient } from 'graphql-sse';
import { checks, enoughEvents, headers, invalid, query, send, subscription, url, variables } from './common.mjs';

const stream = 'text/event-stream';
const client = () => createClient({ url, headers, singleConnection: false });

await checks.step('SSE: content type, next and complete', async () => {
  const response = await send({ query, variables }, stream);
  const text = await response.text();
  const isGood = response.status === 200 && response.headers.get('content-type').startsWith(stream)
    && /event: ?next\r?\ndata: ?\{"data"/.test(text) && /event: ?complete/.test(text);
  return isGood || `${response.status} ${text}`;
});

await checks.step('SSE: subscription', async () => {
  const sse = client();
  const enough = await enoughEvents(observer => sse.subscribe({ query: subscription }, observer));
  sse.dispose();
  return enough;
});

await checks.step('SSE: query', async () => {
  const sse = client();
  let answer;
  await new Promise((resolve, reject) => {
    sse.subscribe({ query, variables }, { next: value => { answer = value; }, error: reject, complete: resolve });
  });
  sse.dispose();
  return !!answer.data;
});

await checks.step('SSE: an invalid document has errors (4xx or a next event)',
  async () => /"errors"/.test(await (await send({ query: invalid }, stream)).text()));

checks.end();
