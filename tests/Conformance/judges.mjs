// Which judge runs against which server: a lane for each schema, whose judges run one after the other.
import { run } from './processes.mjs';
import { post } from './lib/http.mjs';

const toySdl = '../ToyHost/toy.graphql';
const registrySdl = '../../schema/graphql';
const clients = ['apollo', 'urql', 'socket', 'sse', 'graphiql', 'codegen'];

export function judges({ toy, reference, registry, unlimited }, { count, seeds }) {
  const generated = [`--seeds=${seeds}`, `--count=${count}`];
  const judge = (name, against, script, ...args) => ({ name, against, run: () => run(script, args) });
  return [
    [
      judge('audit', 'toy', 'audit.mjs', toy.url),
      judge('introspection', 'toy', 'introspect.mjs', toySdl, toy.url),
      judge('diff', 'toy', 'diff.mjs', toySdl, toy.url, ...generated),
      judge('coercion', 'toy', 'coerce.mjs', toySdl, toy.url, ...generated),
      judge('execution', 'toy', 'exec.mjs', toySdl, toy.url, reference.url, `--seeds=${seeds}`, `--count=${Math.ceil(count / 2)}`),
      judgeClients('toy', toy.url),
    ],
    [
      judge('audit', 'registry', 'audit.mjs', registry.url),
      judge('introspection', 'registry', 'introspect.mjs', registrySdl, registry.url),
      judge('coercion', 'registry', 'coerce.mjs', registrySdl, registry.url, ...generated),
      judgeClients('registry', registry.url),
      { name: 'diff', against: 'registry', run: () => diffRegistry(unlimited, generated) },
      { name: 'log', against: 'registry', run: async () => quiet([registry, unlimited]) },
    ],
  ];
}

const judgeClients = (against, url) => ({ name: 'clients', against, run: () => runClients(url, `clients/${against}.json`) });

async function runClients(url, operations) {
  const results = [];
  for (const client of clients) results.push(await run(`clients/${client}.mjs`, [url, operations], 90_000));
  const figures = results.map(({ output }) => output.match(/(\d+)\/(\d+) checks\s*$/)?.slice(1).map(Number) ?? [0, 0]);
  const [passed, total] = [0, 1].map(i => figures.reduce((sum, figure) => sum + figure[i], 0));
  const complaints = results.filter(result => !result.passed).map(result => result.output);
  return {
    passed: complaints.length === 0 && total > 0,
    output: [...complaints, `${passed}/${total} checks (${clients.join(', ')})`].join('\n'),
    milliseconds: results.reduce((sum, result) => sum + result.milliseconds, 0),
  };
}

// The generated documents must not have written anything: the ledgers' heads stay where they are.
async function diffRegistry({ url }, generated) {
  const query = '{ districts(first: 100) { nodes { code seq } } }';
  const heads = async () => JSON.stringify((await post(url, { query })).json?.data?.districts?.nodes);
  const before = await heads();
  const result = await run('diff.mjs', [registrySdl, url, ...generated, '--values-may-be-refused']);
  const after = await heads();
  return before && before === after
    ? result
    : { ...result, passed: false, output: `${result.output}\nThe ledgers were at ${before}, and then at ${after}` };
}

function quiet(servers) {
  const lines = servers.flatMap(server => server.log.text.split('\n').filter(line => /^(warn|fail|crit):|unhandled/i.test(line)));
  return { passed: lines.length === 0, output: [...lines, `${lines.length} warnings and errors`].join('\n'), milliseconds: 0 };
}
