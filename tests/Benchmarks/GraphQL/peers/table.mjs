// node table.mjs RESULTS: medians of the rounds as a table, with the
// share of the limit ("mem"), then each gate; exit 1 where one is missed.
import fs from 'node:fs';

const rows = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => {
  const [server, query, rps, p50, p99, errors, rss] = line.split(' ');
  return { server, query, rps: +rps, p50: +p50, p99: +p99, errors: +errors, rss: +rss };
});
const median = values => values.sort((a, b) => a - b)[values.length >> 1];
const servers = [...new Set(rows.map(row => row.server))];
const of = (server, query, column) => median(rows.filter(row => row.server === server && row.query === query).map(row => row[column]));
const queries = ['q1', 'q2', 'q3', 'q4'];

console.log('server      query    req/s   p50 ms   p99 ms   RSS MB   % of limit x mercurius');
for (const query of queries) {
  for (const server of servers) {
    const rps = of(server, query, 'rps');
    const relative = base => servers.includes(base) ? (rps / of(base, query, 'rps')) : NaN;
    const milliseconds = column => of(server, query, column).toFixed(2).padStart(8);
    console.log(`${server.padEnd(12)}${query}  ${rps.toFixed(0).padStart(8)} ${milliseconds('p50')} ${milliseconds('p99')} `
      + `${String(of(server, query, 'rss')).padStart(8)} ${(relative('mem') * 100).toFixed(0).padStart(9)}% `
      + `${relative('mercurius').toFixed(2).padStart(12)}`);
  }
}
console.log();
let missed = 0;
const gate = (what, value, bound, ok) => {
  missed += ok ? 0 : 1;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what.padEnd(40)} ${value.padStart(10)}   bound ${bound}`);
};
for (const query of queries) {
  const rps = of('ours', query, 'rps');
  const limit = of('mem', query, 'rps');
  if (servers.includes('mercurius')) {
    const bound = 1.8 * of('mercurius', query, 'rps');
    gate(`${query}: req/s`, rps.toFixed(0), `${bound.toFixed(0)} (1.8 x mercurius)`, rps >= bound);
  }
  const fastest = Math.max(...servers.filter(server => server !== 'mem').map(server => of(server, query, 'rps')));
  gate(`${query}: the fastest server, of the limit`, `${(fastest / limit * 100).toFixed(0)} %`,
    '100 % (what beats the limit shows that it is none)', fastest <= limit);
  const [p50, p99] = [of('ours', query, 'p50'), of('ours', query, 'p99')];
  gate(`${query}: p99`, `${p99.toFixed(1)} ms`, `${(3 * p50 + 10).toFixed(1)} ms (3 x p50 + 10 ms)`, p99 <= 3 * p50 + 10);
}
const rss = Math.max(...rows.filter(row => row.server === 'ours').map(row => row.rss));
gate('RSS, the highest seen', `${rss} MB`, '120 MB', rss <= 120);
gate('requests that failed', String(rows.reduce((sum, row) => sum + row.errors, 0)), '0', rows.every(row => row.errors === 0));
process.exit(missed ? 1 : 0);
