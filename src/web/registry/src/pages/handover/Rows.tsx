import { Link } from 'react-router';
import type { ContinuationStanding, EvaluationStanding, SuccessionStanding } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton, useMayWrite } from '../../shell/forms';
import { saidHandover } from '../../shell/handoverWords';
import { Mark } from '../../shell/marks';
import { called } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import type { Period, Row } from './Handover';
import { mayDeclare, type Ticks } from './TickedPlans';

const done = { shape: '✓', look: 'green' };
const open = { shape: '▲', look: 'yellow' };
const late = { shape: '■', look: 'red' };
const unclear = { shape: '?', look: 'unknown' };
const quiet = { shape: '○', look: 'notice' };

const evaluations: Record<EvaluationStanding, typeof done> = {
  DONE: done, DONE_LATE: done, OWED: open, OVERDUE: late, UNCLEAR: unclear, NOT_RECORDED: unclear, LATER: quiet, NOT_OWED: quiet,
};
const successions: Record<SuccessionStanding, typeof done> = {
  NOT_NEEDED: quiet, RECORDED: done, LISTED: done, POSSIBLE: unclear, NONE: quiet, NOT_RECORDED: unclear,
};
const continuations: Record<ContinuationStanding, typeof done> = {
  ENDS: quiet, AMENDED: done, DECLARED: done, OWED: open, OVERDUE: late, UNCLEAR: unclear, NOT_RECORDED: unclear, AWAITED: quiet,
  NOT_ASKED: quiet,
};

export function Rows({ period, rows, ticked, setTicked }: { period: Period; rows: Row[] } & Ticks) {
  const { say, lang, to } = useAddress();
  const told = saidHandover(lang);
  const maySign = useMayWrite('declareNoChange');
  const columns: Column<Row>[] = [
    {
      name: 'title',
      head: say('plan'),
      cell: (r) => (
        <>
          <Link className="row-link" to={to(`plans/${r.plan.code}`)}>
            {r.plan.title}
          </Link>{' '}
          <span className="nowrap">
            {r.plan.horizon.from}—{r.plan.horizon.to}
          </span>
          <div className="quiet">{r.plan.leadAgencyOnDay ? called(r.plan.leadAgencyOnDay) : say('notRecorded')}</div>
        </>
      ),
    },
    {
      name: 'evaluation',
      head: told('evaluation'),
      cell: (r) => (
        <>
          <Mark {...evaluations[r.evaluation]} word={term(lang, 'EvaluationStanding', r.evaluation)} />
          <div className="quiet">{r.evaluationWhy}</div>
          {r.evaluationDuty?.report && <RecordLink id={r.evaluationDuty.report.id}>{say('openRecord')}</RecordLink>}
          {r.evaluationDuty && ['OWED', 'OVERDUE'].includes(r.evaluation) && (
            <p className="row-act">
              <ActButton
                act="recordAct"
                fill={{ plan: r.plan.code, type: 'REPORTED', about: 'FINAL', year: r.evaluationDuty.year }}
              >
                {told('recordEvaluation')}
              </ActButton>
            </p>
          )}
        </>
      ),
    },
    {
      name: 'succession',
      head: told('succession'),
      cell: (r) => (
        <>
          <Mark {...successions[r.succession]} word={term(lang, 'SuccessionStanding', r.succession)} />
          <div className="quiet">{r.successionWhy}</div>
          {r.successors.map((s) => (
            <div key={s.code}>
              <Link to={to(`plans/${s.code}`)}>{s.title}</Link>{' '}
              {r.succession === 'POSSIBLE' && (
                <ActButton act="recordAct" fill={{ plan: r.plan.code, type: 'SUPERSEDED', against: s.code }}>
                  {told('confirmSuccessor')}
                </ActButton>
              )}
            </div>
          ))}
          {r.successorEntries.map((e) => (
            <div key={e.id}>
              <Link to={to(`lists/${e.list.code}`)}>
                {e.list.code} {e.code}
              </Link>
            </div>
          ))}
          {['POSSIBLE', 'NONE'].includes(r.succession) && period.from != null && (
            <p className="row-act">
              <ActButton
                act="applyForEntry"
                fill={{
                  kind: r.plan.kind, leadAgency: r.plan.leadAgencyOnDay?.code, horizon: { from: period.from, to: period.from + 4 },
                }}
              >
                {told('applyForSuccessor')}
              </ActButton>
            </p>
          )}
          {r.successorAct && <RecordLink id={r.successorAct.id}>{say('openRecord')}</RecordLink>}
        </>
      ),
    },
    {
      name: 'continuation',
      head: told('continuation'),
      cell: (r) => (
        <>
          <Mark {...continuations[r.continuation]} word={term(lang, 'ContinuationStanding', r.continuation)} />
          <div className="quiet">{r.continuationWhy}</div>
          {r.weakerThanOutline.length > 0 && (
            <p className="weak">▼ {told('weaker', { names: r.weakerThanOutline.map((i) => i.name).join('、') })}</p>
          )}
          {r.continuationAct && <RecordLink id={r.continuationAct.id}>{say('openRecord')}</RecordLink>}
          {mayDeclare(r) && (
            <p className="row-act">
              <ActButton act="proposeAmendment" fill={{ plan: r.plan.code }}>
                {told('amend')}
              </ActButton>
            </p>
          )}
        </>
      ),
    },
  ];
  if (maySign && period.begins != null) {
    columns.unshift({
      name: 'tick',
      head: say('chosen'),
      cell: (r) =>
        mayDeclare(r) && (
          <input
            type="checkbox"
            aria-label={told('tickPlan', { plan: r.plan.title })}
            checked={ticked.includes(r.plan.code)}
            onChange={(e) => setTicked(e.target.checked ? [...ticked, r.plan.code] : ticked.filter((c) => c !== r.plan.code))}
          />
        ),
    });
  }
  return (
    <Table
      caption={say('handover')}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.key}
      sheet={{ kind: 'handover', from: String(period.from) }}
    />
  );
}
