import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { WaiversDocument, type WaiversQuery, type WaiverStanding } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { usePages } from '../../shell/answers';
import { Chips, Filters } from '../../shell/filters';
import { ActButton, Acts } from '../../shell/forms';
import { Mark } from '../../shell/marks';
import { Page } from '../../shell/Page';
import { Entered } from '../../shell/parts';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Waiver = NonNullable<WaiversQuery['district']>['waivers']['nodes'][number];

const looks: Record<WaiverStanding, [string, string]> = {
  IN_EFFECT: ['◑', 'conditional'],
  UPCOMING: ['○', 'notice'],
  EXPIRED: ['◇', 'grey'],
  REVOKED: ['◇', 'grey'],
  CLEARED: ['✓', 'green'],
  VOID: ['✕', 'warning'],
};

/** What is put off by leave, the latest first; those that waive nothing any more say why. */
export default function Waivers() {
  const { say, lang, language, view, to } = useAddress();
  const ahead = saidAhead(lang);
  const { read } = useChoices();
  const [pages, setPages] = useState(1);
  const state = read('state')[0];
  const filter = {
    ...(state === 'now' && { inEffect: true }),
    ...(state === 'idle' && { idle: true }),
  };
  const answer = usePages(WaiversDocument, { ...view, language, filter }, (d) => d.district?.waivers, pages);
  const rows = (data: WaiversQuery[]) => data.flatMap((d) => d.district?.waivers.nodes ?? []);
  const columns: Column<Waiver>[] = [
    {
      name: 'state',
      head: say('status'),
      cell: (w) => (
        <>
          <Mark shape={looks[w.standing][0]} look={looks[w.standing][1]} word={term(lang, 'WaiverStanding', w.standing)} />
          <div className="quiet">{w.why}</div>
        </>
      ),
    },
    {
      name: 'rule',
      head: say('rule'),
      cell: (w) => (
        <>
          <span className="nowrap">{w.rule?.code}</span> <small className="quiet rule-name">{w.rule?.name}</small>
        </>
      ),
    },
    {
      name: 'plan',
      head: say('subject'),
      cell: (w) => (
        <>
          {w.plan && <Link to={to(`plans/${w.plan.code}`)}>{w.plan.title}</Link>}
          {w.list && <Link to={to(`lists/${w.list.code}`)}>{w.list.code}</Link>}
          <div className="quiet">{w.finding ? ahead('oneFinding') : ahead('allOfTheRule')}</div>
        </>
      ),
    },
    {
      name: 'putsOff',
      head: ahead('putsOff'),
      cell: (w) =>
        w.waives.map((f) => (
          <div key={f.id}>
            <Link to={to('findings', { open: f.id })}>{f.sentence}</Link>
          </div>
        )),
    },
    {
      name: 'basis',
      head: ahead('leaveOf'),
      cell: (w) => (
        <>
          <Paper document={w.document} />
          {w.revocation && (
            <div className="quiet">
              {ahead('revokeWaiver')}: <Paper document={w.revocation} />
            </div>
          )}
        </>
      ),
    },
    {
      name: 'due',
      head: ahead('waiverTerm'),
      cell: (w) => (
        <>
          <span className="nowrap">{w.from}</span> <span className="nowrap">{say('untilDay', { day: w.lastDay })}</span>
          {w.to == null && <div className="quiet">{ahead('untilRevoked')}</div>}
        </>
      ),
    },
    { name: 'words', head: say('reason'), cell: (w) => w.reason ?? <span className="quiet">{say('notRecorded')}</span>, isMinor: true },
    {
      name: 'record',
      head: say('record'),
      cell: (w) => (
        <>
          <Entered row={w} />
          {!w.idle && (
            <p className="row-act">
              <ActButton act="revokeWaiver" fill={{ code: w.code }}>
                {ahead('revokeWaiver')}
              </ActButton>
            </p>
          )}
        </>
      ),
    },
  ];
  return (
    <Page title={say('waivers')} isWide>
      <Acts title={say('waivers')} first={[{ act: 'grantWaiver' }]} others={[]} />
      <p className="quiet">{ahead('waiversHint')}</p>
      <Filters>
        <Chips
          name="state"
          label={say('status')}
          options={[
            { value: 'now', label: term(lang, 'WaiverStanding', 'IN_EFFECT') },
            { value: 'idle', label: ahead('idleWaivers') },
          ]}
        />
      </Filters>
      <Answered answer={answer}>
        {(data) => (
          <>
            <p className="filter-foot">
              <strong>{say('rowsOf', { n: rows(data).length, all: data[0]?.district?.waivers.totalCount ?? 0 })}</strong>
            </p>
            {rows(data).length > 0 ? (
              <Table caption={say('waivers')} columns={columns} rows={rows(data)} rowKey={(w) => w.id} sheet={{ kind: 'waivers' }} />
            ) : (
              <Empty>{ahead('noWaivers')}</Empty>
            )}
            {data[data.length - 1]?.district?.waivers.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

const Paper = ({ document }: { document: Waiver['document'] | undefined }) =>
  document ? <div>{[document.title, document.number].filter(Boolean).join(' ')}</div> : null;
