// The data as both peers read it: one query per level, as a data loader would ask.
import Database from 'better-sqlite3';

const database = new Database(process.env.DB, { readonly: true });
const columns = 'id, code, title, status, version, department_id, parent_id, start_date as startDate, end_date as endDate, budget';
const planQuery = database.prepare(`select ${columns} from plans where id = ?`);
const pageQuery = database.prepare(`select ${columns} from plans where id > ? order by id limit ?`);
const plansQuery = database.prepare(`select ${columns} from plans where id in (select value from json_each(?))`);
const departmentsQuery = database.prepare('select id, code, name, head from departments where id in (select value from json_each(?))');
const indicatorsQuery = database.prepare(
  'select id, plan_id, name, unit, target, actual, weight from indicators '
    + 'where plan_id in (select value from json_each(?)) order by plan_id, id');

const byId = rows => new Map(rows.map(row => [row.id, row]));
const rowsOf = (query, ids) => {
  const rows = byId(query.all(JSON.stringify([...new Set(ids)])));
  return ids.map(id => rows.get(id) ?? null);
};

export const planById = id => planQuery.get(+id) ?? null;
export const plansOf = ids => rowsOf(plansQuery, ids);
export const departmentsOf = ids => rowsOf(departmentsQuery, ids);
export const indicatorsOf = ids => {
  const found = new Map(ids.map(id => [id, []]));
  for (const row of indicatorsQuery.all(JSON.stringify(ids)))
    found.get(row.plan_id).push(row);
  return ids.map(id => found.get(id));
};
export const connection = (first, after) => {
  const nodes = pageQuery.all(after ? +after : 0, first + 1);
  const hasNextPage = nodes.length > first;
  if (hasNextPage)
    nodes.pop();
  return {
    nodes,
    get edges() { return nodes.map(node => ({ cursor: String(node.id), node })); },
    pageInfo: { hasNextPage, endCursor: nodes.length ? String(nodes.at(-1).id) : null },
  };
};
