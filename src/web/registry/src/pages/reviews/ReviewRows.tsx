import { Link } from 'react-router';
import type { ReviewRowFragment } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { Due } from '../../shell/marks';
import { called, papers } from '../../shell/names';
import { PaperButton } from '../../shell/papers';
import { RecordLink } from '../../shell/Record';
import { Table, type Column } from '../../shell/table';
import { saidFrom, term } from '../../shell/words';

export type Review = ReviewRowFragment;

const saidOfReports = saidFrom({
  countsToo: ['即{report}报告：同年的中期评估、总结评估报告涵盖年度监测分析', 'This is the {report} report of that year, which covers the annual one'],
} as const satisfies Record<string, readonly [string, string]>);

const isOpen = (r: Review) => ['OVERDUE', 'DUE_SOON', 'UPCOMING'].includes(r.state);

export function ReviewRows({ reviews }: { reviews: Review[] }) {
  const { say, lang, to } = useAddress();
  const asOf = useSeen()!.asOf;
  const names = (agencies: Review['copies']) => agencies.map(called).join('、') || say('notRecorded');
  const columns: Column<Review>[] = [
    { name: 'kind', head: say('kind'), cell: (r) => `${term(lang, 'ReviewKind', r.kind)} ${r.year}` },
    {
      name: 'title',
      head: say('plan'),
      cell: (r) => (
        <Link className="row-link" to={to(`plans/${r.plan.code}#duties`)}>
          {r.plan.title}
        </Link>
      ),
    },
    { name: 'agency', head: say('lead'), cell: (r) => (r.plan.leadAgencyOnDay ? called(r.plan.leadAgencyOnDay) : say('notRecorded')) },
    {
      name: 'due',
      head: say('due'),
      order: (r) => r.due,
      cell: (r) => (isOpen(r) ? <Due due={r.due} urgency={r.state === 'OVERDUE' ? 'OVERDUE' : null} asOf={asOf} /> : r.due),
    },
    { name: 'state', head: say('status'), order: (r) => r.state, cell: (r) => <State review={r} /> },
    { name: 'recipients', head: say('recipients'), cell: (r) => names(r.recipients) },
    { name: 'copies', head: say('copies'), cell: (r) => names(r.copies) },
    { name: 'missing', head: say('missing'), cell: (r) => r.missing.map((m) => <div key={m}>{m}</div>) },
    {
      name: 'act',
      head: say('toDo'),
      cell: (r) => (
        <>
          {isOpen(r) && <Report review={r} />}
          <PaperButton paper="report" of={[r.key]}>
            {say('reportPaper')}
          </PaperButton>
          {r.doneOn && (
            <PaperButton paper="reportLetter" of={[r.key]}>
              {say('reportLetterPaper')}
            </PaperButton>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={say('duties')}
      columns={columns}
      rows={reviews}
      rowKey={(r) => r.key}
      sheet={{ kind: 'reviews' }}
      isSorted
    />
  );
}

function Report({ review: { plan, kind, year } }: { review: Review }) {
  const { say } = useAddress();
  return (
    <ActButton act="recordAct" fill={{ plan: plan.code, type: 'REPORTED', about: kind, year }}>
      {say('recordReport')}
    </ActButton>
  );
}

/** How it stands; of a report that was made its days and its paper. */
function State({ review: { kind, state, report } }: { review: Review }) {
  const { say, lang } = useAddress();
  return (
    <>
      {term(lang, 'DutyState', state)}
      {report && (
        <div>
          <RecordLink id={report.id}>{say('reportedOn', { day: report.on })}</RecordLink>
          {report.about && report.about !== kind && (
            <div className="quiet">{saidOfReports(lang)('countsToo', { report: term(lang, 'ActAbout', report.about) })}</div>
          )}
          {report.copiedOn && <div>{say('copiedOn', { day: report.copiedOn })}</div>}
          {report.document && <small>{papers(report.document)}</small>}
        </div>
      )}
    </>
  );
}
