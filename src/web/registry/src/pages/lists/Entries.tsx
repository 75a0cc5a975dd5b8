import { Link } from 'react-router';
import type { OpinionMatter } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { LightMark } from '../../shell/marks';
import { useMe } from '../../shell/me';
import { called } from '../../shell/names';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { brief } from '../../shell/words';
import type { List } from './Lists';

type Entry = List['entries'][number];

/** A plan as its entry announces it. */
const planOf = (list: string, e: Entry) => ({
  list,
  entry: e.code,
  title: e.title,
  kind: e.kind,
  tier: 'DISTRICT',
  leadAgency: e.leadAgency?.code,
  horizon: e.horizon && { from: e.horizon.from, to: e.horizon.to },
});

/** What is there, and below it what goes with it. */
const both = (first: string, second: string | null | undefined) => (
  <>
    {first}
    {second && <div className="quiet">{second}</div>}
  </>
);

/** What a list holds, in the order of its numbers. */
export function Entries({ list, matters }: { list: List; matters: readonly OpinionMatter[] }) {
  const { say, lang, to } = useAddress();
  const me = useMe();
  // A department is shown its own plans alone: of another's nothing tells whether it is registered.
  const mayBeThere = (e: Entry) => me.role === 'DEPARTMENT' && e.leadAgency?.code !== me.agency;
  const needed = (value: boolean | null | undefined) => (value == null ? say('notRecorded') : say(value ? 'yes' : 'no'));
  const word = (e: Entry, matter: OpinionMatter, value: boolean | null | undefined) => (
    <>
      {needed(value)}{' '}
      {value == null && !e.dropped && matters.includes(matter) && (
        <ActButton act="recordListOpinion" fill={{ list: list.code, entry: e.code, matter }}>
          {say('giveOpinion')}
        </ActButton>
      )}
    </>
  );
  const columns: Column<Entry>[] = [
    { name: 'number', head: say('entryNumber'), cell: (e) => e.code },
    { name: 'title', head: say('title'), cell: (e) => e.title },
    {
      name: 'kind',
      head: `${say('kind')} / ${say('planCategory')}`,
      cell: (e) => both(brief(lang, 'PlanKind', e.kind), e.category),
      isMinor: true,
    },
    {
      name: 'horizon',
      head: `${say('horizon')} / ${say('toBeDoneBy')}`,
      cell: (e) => both(e.horizon ? `${e.horizon.from}—${e.horizon.to}` : say('notRecorded'), e.due),
    },
    {
      name: 'agency',
      head: `${say('lead')} / ${say('withAgencies')}`,
      cell: (e) => both(e.leadAgency ? called(e.leadAgency) : say('notRecorded'), e.coLeadAgencies?.map(called).join('、')),
    },
    { name: 'eia', head: say('eiaNeeded'), cell: (e) => word(e, 'EIA', e.eiaNeeded) },
    { name: 'water', head: say('waterNeeded'), cell: (e) => word(e, 'WATER', e.waterNeeded) },
    {
      name: 'dropped',
      head: say('dropped'),
      cell: (e) => e.dropped && (e.droppedReason ?? say('yes')),
      isMinor: true,
    },
    {
      name: 'plan',
      head: say('plan'),
      cell: (e) =>
        e.plan ? (
          <>
            <LightMark light={e.plan.light} /> <Link to={to(`plans/${e.plan.code}`)}>{e.plan.code}</Link>
          </>
        ) : (
          <>
            {mayBeThere(e) ? <span className="quiet">{say('notOfOwn')}</span> : say('noPlanRecorded')}{' '}
            {!e.dropped && (
              <ActButton act="registerPlan" fill={planOf(list.code, e)}>
                {say('registerPlan')}
              </ActButton>
            )}
          </>
        ),
    },
  ];
  const entries = [...list.entries].sort((a, b) => a.code.localeCompare(b.code, 'zh-CN', { numeric: true }));
  return (
    <section>
      <h2>{say('entries')}</h2>
      {entries.length > 0 ? (
        <Table
          caption={say('entries')}
          columns={columns}
          rows={entries}
          rowKey={(e) => e.id}
          sheet={{ kind: 'entries', list: list.code }}
        />
      ) : (
        <Empty>{say('notRecorded')}</Empty>
      )}
    </section>
  );
}
