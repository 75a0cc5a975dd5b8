// Starts ToyHost, the reference server and the registry, runs every judge against them, prints a line for each. Exit 1 when one fails.
import { judges } from './judges.mjs';
import { startServers, stopServers } from './servers.mjs';

const count = Number(process.env.COUNT || 2000);
const seeds = process.env.SEEDS || '1-10';
const results = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopServers().finally(() => process.exit(130)));

console.log(`Seeds ${seeds}, ${count} documents each.`);
try {
  const servers = await startServers();
  // A lane for each schema: the judge's core and the server's are then both at work.
  await Promise.all(judges(servers, { count, seeds }).map(async lane => {
    for (const judge of lane) report(judge, await judge.run());
  }));
} catch (error) {
  report({ name: 'servers', against: 'all' }, { passed: false, output: error.message, milliseconds: 0 });
} finally {
  await stopServers();
}
const failed = results.filter(passed => !passed).length;
console.log(`Conformance  Failed: ${failed}, Passed: ${results.length - failed}`);
process.exit(failed ? 1 : 0);

function report({ name, against }, { passed, output, milliseconds }) {
  const lines = output.trim().split('\n');
  if (!passed) console.log(lines.slice(0, -1).join('\n'));
  const seconds = (milliseconds / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${against.padEnd(9)} ${lines.at(-1)}  ${seconds} s`);
  results.push(passed);
}
