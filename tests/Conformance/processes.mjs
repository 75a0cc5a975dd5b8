// Child processes: judges that end, servers that do not.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const here = import.meta.dirname;

// Runs a judge to its end.
export function run(script, args, patience = 1_800_000) {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], { cwd: here, timeout: patience, killSignal: 'SIGKILL' });
  const output = collect(child);
  return new Promise(resolve => {
    child.on('close', code => resolve({
      passed: code === 0,
      output: output.text || `ended with ${code} and said nothing`,
      milliseconds: performance.now() - started,
    }));
  });
}

export class Server {
  static async start(name, command, args, { port, environment = {} }) {
    const server = new Server();
    Object.assign(server, { name, url: `http://127.0.0.1:${port}/graphql` });
    server.child = spawn(command, args, { cwd: here, env: { ...process.env, ...environment } });
    server.log = collect(server.child);
    server.ended = new Promise(resolve => {
      server.child.on('close', resolve);
      server.child.on('error', error => resolve(server.log.text += error.message));
    });
    await server.ready();
    return server;
  }

  async ready() {
    let ended = false;
    this.ended.then(() => { ended = true; });
    for (let left = 600; left > 0 && !ended; left--) {
      if (await this.answers()) return;
      await sleep(100);
    }
    await this.stop();
    throw new Error(`${this.name} did not start.\n${this.log.text}\n${this.name} did not start`);
  }

  async answers() {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
    return fetch(this.url, request).then(response => response.ok, () => false);
  }

  async stop() {
    this.child.kill('SIGTERM');
    const hard = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await this.ended;
    clearTimeout(hard);
  }
}

export async function freePort() {
  const probe = createServer();
  await new Promise(resolve => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address();
  await new Promise(resolve => { probe.close(resolve); });
  return port;
}

function collect(child) {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => { output.text += piece; });
  return output;
}
