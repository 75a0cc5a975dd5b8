// The servers that are judged. Each gets a port of its own and, where it has data, a database of its own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Server, freePort } from './processes.mjs';

const root = path.join(import.meta.dirname, '../..');
const built = (project, program) => path.join(root, project, 'bin', process.env.CONFIGURATION || 'Release', 'net10.0', program);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
const running = [];

// graphql-js has no limits and takes { } for a selection set; these let the registry judge every document as it does.
const many = 1_000_000;
const limits = {
  MaxTokens: many, MaxFields: many, MaxDepth: 1_000, MaxDirectives: many, MaxDirectivesPerLocation: many,
  MaxAliases: many, MaxRootFieldAliases: many, MaxCoordinateRepeats: 1_000,
  'CoordinateRepeats__Plan.superiors': 1_000, 'CoordinateRepeats__Plan.subordinates': 1_000,
  CoordinateRepeats__PlanLink: 1_000, MaxIntrospectionListNesting: 100, MaxOfTypeNesting: 100,
  MaxFragmentVisits: 100_000, MaxFieldComparisons: 10_000_000, MaxValidationErrors: 1_000,
  MaxNodes: 1_000_000_000, MaxFieldCost: 1_000_000_000, MaxTypeCost: 1_000_000_000,
};
const withoutLimits = {
  GraphQL__AllowEmptySelections: 'true',
  ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [`GraphQL__Limits__${name}`, String(value)])),
};

export async function startServers() {
  const [toy, reference, registry, unlimited] = await Promise.all([
    start('ToyHost', built('tests/ToyHost', 'ToyHost'), port => [port]),
    start('reference server', process.execPath, port => ['reference-server.mjs', port]),
    startRegistry('registry'),
    startRegistry('registry without limits', withoutLimits),
  ]);
  return { toy, reference, registry, unlimited };
}

// Every server that was started is stopped, also one that never answered.
export async function stopServers() {
  await Promise.all(running.map(async starting => (await starting.catch(() => null))?.stop()));
  fs.rmSync(folder, { recursive: true, force: true });
}

function startRegistry(name, environment) {
  const database = path.join(folder, `${name.replaceAll(' ', '-')}.db`);
  const program = built('src/PlanRegistry.Server', 'plan-registry');
  // Without accounts, so that every client may ask and write: signing in is no matter of the protocol.
  for (const pack of ['000000', '500000', '500154']) {
    execFileSync(program, ['import', path.join(import.meta.dirname, '../../seed', pack), '--database', database]);
  }
  return start(name, program, port => ['serve', '--urls', `http://127.0.0.1:${port}`, '--database', database], environment);
}

function start(name, program, args, environment) {
  const starting = freePort().then(port => Server.start(name, program, args(String(port)), { port, environment }));
  running.push(starting);
  return starting;
}
