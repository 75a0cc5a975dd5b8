// Apollo Client: normalised cache, mutation, errors, automatic persisted queries, subscription over graphql-ws.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions/index.js';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { checks, enoughEvents, headers, invalid, mutation, mutationVariables,
  operations, query, send, socketUrl, subscription, url, variables } from './common.mjs';

const { data } = await (await send({ query: '{ __schema { types { kind name possibleTypes { name } } } }' })).json();
const abstract = data.__schema.types.filter(type => type.possibleTypes);
const possibleTypes = Object.fromEntries(abstract.map(type => [type.name, type.possibleTypes.map(possible => possible.name)]));
const http = (fetchFn = fetch) => new HttpLink({ uri: url, headers, fetch: fetchFn });
const clientOf = (link = http()) => new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) });
const ask = { query: gql(query), variables };

await checks.step('Apollo: possibleTypes from introspection',
  async () => operations.abstractTypes.every(name => possibleTypes[name]?.length > 0));

await checks.step('Apollo: query with variables, normalised by id', async () => {
  const client = clientOf();
  const { data } = await client.query(ask);
  return !!data && Object.keys(client.cache.extract()).length > 1;
});

await checks.step('Apollo: second query is served from the cache', async () => {
  const client = clientOf();
  await client.query(ask);
  return !!(await client.query({ ...ask, fetchPolicy: 'cache-only' })).data;
});

await checks.step('Apollo: mutation',
  async () => !!(await clientOf().mutate({ mutation: gql(mutation), variables: mutationVariables })).data);

await checks.step('Apollo: an invalid document surfaces GraphQL errors', async () => {
  try {
    await clientOf().query({ query: gql(invalid) });
    return false;
  } catch (error) {
    return (error.errors?.length ?? error.graphQLErrors?.length ?? 0) > 0 || /nope|field|query/i.test(error.message);
  }
});

await checks.step('Apollo: persisted query (hash, miss, registered, hit)', async () => {
  const sha256 = text => createHash('sha256').update(text).digest('hex');
  const bodies = [];
  const watch = (address, init) => (bodies.push(JSON.parse(init.body)), fetch(address, init));
  const link = () => ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries: false }), http(watch)]);
  const answers = [await clientOf(link()).query(ask), await clientOf(link()).query(ask)];
  return answers.every(answer => answer.data) && !bodies.at(-1).query;
});

await checks.step('Apollo: subscription over graphql-ws', async () => {
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket });
  const client = clientOf(new GraphQLWsLink(socket));
  const enough = await enoughEvents(observer => client.subscribe({ query: gql(subscription) }).subscribe(observer));
  await socket.dispose();
  return enough;
});

checks.end();
