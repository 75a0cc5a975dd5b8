import fs from 'node:fs';
import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import * as data from './data.mjs';

const yoga = createYoga({
  logging: false,
  graphiql: false,
  landingPage: false,
  cors: false,
  schema: createSchema({
    typeDefs: fs.readFileSync(process.env.SCHEMA, 'utf8'),
    resolvers: {
      Query: { plan: (_, { id }) => data.planById(id), plans: (_, { first, after }) => data.connection(first, after) },
      Plan: {
        department: (plan, _, loaders) => loaders.departments.load(plan.department_id),
        parent: (plan, _, loaders) => plan.parent_id == null ? null : loaders.plans.load(plan.parent_id),
        indicators: (plan, _, loaders) => loaders.indicators.load(plan.id),
      },
    },
  }),
  context: () => ({
    departments: new DataLoader(async ids => data.departmentsOf(ids)),
    plans: new DataLoader(async ids => data.plansOf(ids)),
    indicators: new DataLoader(async ids => data.indicatorsOf(ids)),
  }),
});
createServer(yoga).listen(+process.env.PORT, '127.0.0.1');
