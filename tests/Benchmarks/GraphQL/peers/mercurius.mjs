import fs from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import * as data from './data.mjs';

const uncached = loader => ({ loader: async asked => loader(asked.map(({ obj }) => obj)), opts: { cache: false } });
const app = Fastify({ logger: false });
app.register(mercurius, {
  schema: fs.readFileSync(process.env.SCHEMA, 'utf8'),
  jit: 1,
  graphiql: false,
  path: '/graphql',
  resolvers: { Query: { plan: (_, { id }) => data.planById(id), plans: (_, { first, after }) => data.connection(first, after) } },
  loaders: {
    Plan: {
      department: uncached(plans => data.departmentsOf(plans.map(plan => plan.department_id))),
      parent: uncached(plans => data.plansOf(plans.map(plan => plan.parent_id))),
      indicators: uncached(plans => data.indicatorsOf(plans.map(plan => plan.id))),
    },
  },
});
await app.listen({ port: +process.env.PORT, host: '127.0.0.1' });
