import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { called } from '../../shell/names';
import { PaperButton } from '../../shell/papers';
import { Recorded, Section } from '../../shell/parts';
import { RecordLink } from '../../shell/Record';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { Became } from '../consultation/Became';
import { RoundActs } from '../consultation/RoundActs';
import { roundColumns } from '../consultation/rounds';
import { AsActs } from './AsActs';
import type { PlanData } from './Plan';

/** Rounds, what came of each opinion (采纳情况说明表), disputes. */
export function Consultation({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const table = plan.adoptionTable;
  return (
    <Section id="consultation" title={say('consultation')}>
      {plan.consultations.length === 0 ? (
        <AsActs plan={plan} types={['CONSULTED']} lists={say('roundsOf')} />
      ) : (
        <Recorded
          title={say('consultation')}
          rows={plan.consultations}
          columns={[
            ...roundColumns<PlanData['consultations'][number]>(say, lang, () => plan.isOwn),
            {
              name: 'act',
              head: say('toDo'),
              cell: (r) => r.state !== 'CLOSED' && <RoundActs round={r} isOwnPlan={plan.isOwn} />,
            },
          ]}
          rowKey={(r) => r.id}
        />
      )}
      {plan.isOwn && (
        <p className="buttons">
          <ActButton act="openConsultation" fill={{ plan: plan.code }}>
            {say('openRound')}
          </ActButton>
          <ActButton act="openDispute" fill={{ plan: plan.code }}>
            {say('openDispute')}
          </ActButton>
        </p>
      )}
      {table && <Adoption table={table} plan={plan.code} isOwnPlan={plan.isOwn} />}
      {plan.disputes.length > 0 && <Disputes disputes={plan.disputes} isOwnPlan={plan.isOwn} />}
    </Section>
  );
}

type Row = NonNullable<PlanData['adoptionTable']>['rows'][number];

/** A row for each opinion; replies without one are counted. */
function Adoption({ table, plan, isOwnPlan }: { table: NonNullable<PlanData['adoptionTable']>; plan: string; isOwnPlan: boolean }) {
  const { say } = useAddress();
  const columns: Column<Row>[] = [
    { name: 'seq', head: say('ordinal'), cell: (r) => r.number, isNumber: true },
    {
      name: 'who',
      head: say('givenBy'),
      cell: ({ opinion: o }) => (
        <RecordLink id={o.id}>{o.agency ? called(o.agency) : (o.participant ?? say('notRecorded'))}</RecordLink>
      ),
    },
    { name: 'clause', head: say('forClause'), cell: (r) => r.opinion.clause ?? say('notRecorded') },
    { name: 'suggestion', head: say('whatSuggested'), cell: (r) => r.opinion.suggestion },
    { name: 'reason', head: say('reason'), cell: (r) => r.opinion.reason ?? say('notRecorded') },
    {
      name: 'result',
      head: say('whatBecame'),
      cell: ({ opinion }) => <Became opinion={opinion} isOwnPlan={isOwnPlan} />,
    },
  ];
  return (
    <>
      <h3>{say('adoptionTable')}</h3>
      <p>
        {table.complete ? say('allHandled') : say('notAllHandled', { n: table.undone })} {say('noOpinionCount', { n: table.noOpinion })}
      </p>
      <PaperButton paper="adoption" of={[plan]}>
        {say('adoptionPaper')}
      </PaperButton>
      <Recorded title={say('adoptionTable')} rows={table.rows} columns={columns} rowKey={(r) => r.opinion.id} />
    </>
  );
}

function Disputes({ disputes, isOwnPlan }: { disputes: PlanData['disputes']; isOwnPlan: boolean }) {
  const { say, lang } = useAddress();
  const columns: Column<PlanData['disputes'][number]>[] = [
    { name: 'day', head: say('day'), cell: (d) => d.openedOn },
    { name: 'issue', head: say('disputeIssue'), cell: (d) => d.issue ?? say('notRecorded') },
    { name: 'positions', head: say('disputePositions'), cell: (d) => d.positions ?? say('notRecorded') },
    { name: 'host', head: say('disputeHost'), cell: (d) => d.hostPosition ?? say('notRecorded') },
    { name: 'grounds', head: say('disputeGrounds'), cell: (d) => d.grounds ?? say('notRecorded') },
    {
      name: 'stage',
      head: say('status'),
      cell: (d) => (
        <>
          {d.stage ? term(lang, 'DisputeStage', d.stage) : say('notBegun')} {say('disputeDays', { n: d.days })}
          {d.toEscalate && <div>{say('toEscalate')}</div>}
          {!d.settled && isOwnPlan && (
            <ActButton act="recordDisputeStep" fill={{ dispute: d.code }}>
              {say('disputeStep')}
            </ActButton>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <h3>{say('disputes')}</h3>
      <Recorded title={say('disputes')} rows={disputes} columns={columns} rowKey={(d) => d.id} />
    </>
  );
}
