// node locks.mjs RID: what was restored to publish for a kind of machine is what packages.lock.json says, to the byte.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rid = process.argv[2];
const read = file => JSON.parse(readFileSync(file, 'utf8')).dependencies;
const projects = ['src/PlanRegistry.Server', 'src/PlanRegistry', 'src/GraphQLEngine', 'rules'];
for (const project of projects) {
  const [locked, restored] = ['packages.lock.json', 'obj/publish.lock.json'].map(file => read(join(project, file)));
  const own = new Map(Object.entries(locked['net10.0']));
  for (const [name, { type, resolved, contentHash }] of Object.entries({ ...restored['net10.0'], ...restored[`net10.0/${rid}`] })) {
    if (type !== 'Project' && (own.get(name)?.resolved !== resolved || own.get(name)?.contentHash !== contentHash)) {
      console.error(`${project}: ${name} ${resolved} is not what packages.lock.json says (${own.get(name)?.resolved ?? 'nothing'}).`);
      process.exitCode = 1;
    }
  }
}
