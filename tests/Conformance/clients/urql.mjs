// urql: POST, GET, mutation, errors, subscription by Server-Sent Events.
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-sse';
import { checks, enoughEvents, headers, invalid, mutation, mutationVariables, query, subscription, url, variables } from './common.mjs';

// urql aborts the stream when it unsubscribes.
process.on('uncaughtException', error => { if (error.name !== 'AbortError') throw error; });

const clientOf = (options = {}) =>
  new Client({ url, exchanges: [cacheExchange, fetchExchange], fetchOptions: { headers }, preferGetMethod: false, ...options });
const dataOf = async operation => {
  const { data, error } = await operation.toPromise();
  if (error) throw error;
  return !!data;
};
const observe = (source, observer) => source.subscribe(({ error }) => (error ? observer.error(error) : observer.next()));

await checks.step('urql: query by POST', () => dataOf(clientOf().query(query, variables)));
await checks.step('urql: query by GET', () => dataOf(clientOf({ preferGetMethod: 'force' }).query(query, variables)));
await checks.step('urql: mutation', () => dataOf(clientOf().mutation(mutation, mutationVariables)));
await checks.step('urql: an invalid document has GraphQL errors',
  async () => (await clientOf().query(invalid, {}).toPromise()).error?.graphQLErrors?.length > 0);

await checks.step('urql: subscription through the fetch exchange', async () => {
  let running;
  const enough = await enoughEvents(observer => {
    running = observe(clientOf({ fetchSubscriptions: true }).subscription(subscription, {}), observer);
  });
  running.unsubscribe();
  return enough;
});

await checks.step('urql: subscription through graphql-sse', async () => {
  const sse = createClient({ url, headers, singleConnection: false });
  const forwardSubscription = ({ query, variables }) =>
    ({ subscribe: sink => ({ unsubscribe: sse.subscribe({ query, variables }, sink) }) });
  const client = clientOf({ exchanges: [subscriptionExchange({ forwardSubscription })] });
  return enoughEvents(observer => observe(client.subscription(subscription, {}), observer));
});

checks.end();
