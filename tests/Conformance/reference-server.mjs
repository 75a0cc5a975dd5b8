// The server that ToyHost is compared with: graphql-yoga and graphql-ws on one port, with the schema of
// tests/ToyHost and the same data. It passes every judge, introspection with GQLJS=16 (it runs on graphql 16).
import fs from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { useAPQ } from '@graphql-yoga/plugin-apq';
import { createSchema, createYoga } from 'graphql-yoga';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const typeDefs = fs.readFileSync(new URL('../ToyHost/toy.graphql', import.meta.url), 'utf8');
const department = { __typename: 'Department', id: 'D1', name: 'Dep', code: 'X' };
const plan = id => ({
  __typename: 'Plan', id, name: `Plan ${id}`, status: 'DRAFT', version: 1, active: true,
  tags: [], department, children: [], indicators: [],
});
const plans = { edges: [], nodes: [plan('1')], pageInfo: { hasNextPage: false, hasPreviousPage: false }, totalCount: 1 };

// What has no resolver is null, also where the schema says it never is: so errors spread.
const resolvers = {
  Query: { plan: (_, { id }) => plan(id ?? '1'), search: () => [plan('1'), department],
    departments: () => [department], plans: () => plans },
  Mutation: { createPlan: (_, { input }) => ({ plan: plan(input.name), errors: [] }) },
  Subscription: { tick: { async *subscribe() {
    for (let tick = 0; tick < 20; tick++) {
      yield { tick };
      await sleep(60);
    }
  } } },
};

const schema = createSchema({ typeDefs, resolvers });
const yoga = createYoga({ schema, logging: false, plugins: [useAPQ()] });
const server = createServer(yoga);
useServer({ schema }, new WebSocketServer({ server, path: yoga.graphqlEndpoint }));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
