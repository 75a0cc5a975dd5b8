import type { RoundRowFragment } from '../../../generated/graphql';
import { called } from '../../shell/names';
import { Entered } from '../../shell/parts';
import { OwnOpinions } from './RoundActs';
import type { Column } from '../../shell/table';
import { term, type Lang, type WordKey } from '../../shell/words';

type Say = (key: WordKey, values?: Record<string, string | number>) => string;

/** 97.5 %; what nobody was asked for has no share. */
const share = (value: unknown): string => (value === null || value === undefined ? '—' : `${Math.round(Number(value) * 1000) / 10}%`);

/** What a round is, and how far it has come; counts are for who leads the plan. */
export const roundColumns = <Row extends RoundRowFragment>(say: Say, lang: Lang, isOwn: (row: Row) => boolean): Column<Row>[] => [
  { name: 'code', head: say('round'), cell: (r) => r.code },
  {
    name: 'audience',
    head: say('audience'),
    cell: (r) => (
      <>
        {term(lang, 'Audience', r.audience)}
        {r.agencies && <div className="quiet">{r.agencies.map((a) => called(a)).join('、')}</div>}
      </>
    ),
  },
  {
    name: 'day',
    head: say('fromTo'),
    cell: (r) => (
      <>
        <div>{r.openedOn}</div>
        <div>{r.dueOn ?? say('notRecorded')}</div>
        {r.shorterBecause && <div className="quiet">{r.shorterBecause}</div>}
      </>
    ),
  },
  { name: 'state', head: say('status'), cell: (r) => term(lang, 'RoundState', r.state) },
  {
    name: 'replies',
    head: say('replies'),
    cell: (r) =>
      !r.statistics ? r.ownOpinions.length > 0 && (
        <OwnOpinions round={r} isOwnPlan={isOwn(r)} />
      ) : (
        <>
          {r.statistics.asked > 0 && <div>{say('repliedOf', { n: r.statistics.replied, all: r.statistics.asked })}</div>}
          <div>{say('opinionCounts', { n: r.statistics.effective, none: r.statistics.noOpinion, open: r.statistics.unhandled })}</div>
          {r.silent && r.silent.length > 0 && (
            <div className="quiet">{say('silent', { names: r.silent.map((a) => called(a)).join('、') })}</div>
          )}
        </>
      ),
  },
  {
    name: 'shares',
    head: say('shares'),
    cell: (r) =>
      r.statistics &&
      say('shareLine', {
        participation: share(r.statistics.participation),
        recovery: share(r.statistics.recovery),
        effective: share(r.statistics.effectiveShare),
        adopted: share(r.statistics.adoptionShare),
      }),
  },
  { name: 'record', head: say('record'), cell: (r) => <Entered row={r} />, isMinor: true },
];
