// node make.mjs FOLDER: plans.db (always the same 40 departments, 3,000 plans, 30,000
// indicators), the four operations, wrk's scripts, and every request of the run.
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { getIntrospectionQuery } from 'graphql';

const folder = process.argv[2];
fs.mkdirSync(folder, { recursive: true });
const file = name => path.join(folder, name);

function makeDatabase() {
  fs.rmSync(file('plans.db'), { force: true });
  const database = new Database(file('plans.db'));
  database.exec(`
    create table departments (id integer primary key, code text not null, name text not null, head text not null);
    create table plans (id integer primary key, code text not null, title text not null, status text not null,
      version integer not null, department_id integer not null, parent_id integer,
      start_date text not null, end_date text not null, budget real not null);
    create table indicators (id integer primary key, plan_id integer not null, name text not null, unit text not null,
      target real not null, actual real, weight real not null);`);
  let seed = 12345;
  const below = limit => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % limit;
  const states = ['DRAFT', 'APPROVED', 'ACTIVE', 'CLOSED'];
  const units = ['%', 'pcs', 'kEUR', 'days', 'persons'];
  database.transaction(() => {
    const department = database.prepare('insert into departments values (?, ?, ?, ?)');
    for (let i = 1; i <= 40; i++)
      department.run(i, `D-${String(i).padStart(3, '0')}`, `Department of area ${i}`, `Head Person ${i}`);
    const plan = database.prepare('insert into plans values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const indicator = database.prepare('insert into indicators values (?, ?, ?, ?, ?, ?, ?)');
    let indicators = 0;
    for (let i = 1; i <= 3000; i++) {
      const year = 2020 + below(7);
      plan.run(i, `PLN-${year}-${String(i).padStart(5, '0')}`,
        `Plan number ${i}: improvement of service ${below(1000)}`, states[below(4)], 1 + below(9), 1 + below(40),
        i > 30 && below(4) ? 1 + below(Math.min(i - 1, 300)) : null, `${year}-01-01`,
        `${year + 1 + below(3)}-12-31`, below(10000000) / 100 + 0.5);
      for (let j = 1; j <= 10; j++)
        indicator.run(++indicators, i, `Indicator ${j} of plan ${i}`, units[below(5)],
          below(100000) / 100 + 0.25, below(5) ? below(100000) / 100 + 0.25 : null, 0.125 * (1 + below(8)));
    }
  })();
  database.exec('create index indicators_plan on indicators (plan_id); analyze; vacuum;');
}

const operations = {
  q1: 'query q1($id: ID!) { plan(id: $id) { id code title status version startDate endDate budget } }',
  q2: 'query q2($first: Int!, $after: String) { plans(first: $first, after: $after) { '
    + 'nodes { id code title status department { id code name } parent { id code title } } pageInfo { hasNextPage endCursor } } }',
  q3: 'query q3($first: Int!, $after: String) { plans(first: $first, after: $after) { '
    + 'nodes { id code title indicators { id name unit target actual weight } } pageInfo { hasNextPage endCursor } } }',
  q4: getIntrospectionQuery({ descriptions: true }).replace('query IntrospectionQuery', 'query q4'),
};

// Variables rotate, so that no server can answer from memory of one request.
const variables = {
  q1: Array.from({ length: 997 }, (_, i) => ({ id: String(1 + (i * 379) % 3000) })),
  q2: Array.from({ length: 59 }, (_, i) => ({ first: 50, after: String((i * 7 % 59) * 50) })),
  q4: [{}],
};
variables.q3 = variables.q2;

const wrk = (name, bodies) => `local requests = {}
local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
local bodies = {
${bodies.map(body => `[==[${body}]==]`).join(',\n')}
}
function init() for i, body in ipairs(bodies) do requests[i] = wrk.format("POST", "/graphql", headers, body) end end
local i = 0
function request() i = i % #requests + 1; return requests[i] end
function done(summary, latency)
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %.1f %.3f %.3f %d\\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors))
end
`;

makeDatabase();
const requests = [];
for (const [name, query] of Object.entries(operations)) {
  const bodies = variables[name].map(values => JSON.stringify({ operationName: name, query, variables: values }));
  requests.push(...bodies);
  fs.writeFileSync(file(`${name}.graphql`), query);
  fs.writeFileSync(file(`${name}.lua`), wrk(name, bodies));
}
fs.writeFileSync(file('requests.json'), JSON.stringify(requests));
fs.writeFileSync(file('q4.request.json'), requests.at(-1));
