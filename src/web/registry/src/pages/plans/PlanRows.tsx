import { Link } from 'react-router';
import type { PlansQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { CountsOf } from '../../shell/counts';
import { Due, LightMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { Table, type Column } from '../../shell/table';
import { brief } from '../../shell/words';
import { FundingVerdictMark } from '../funding/marks';

export type Plan = NonNullable<PlansQuery['district']>['plans']['nodes'][number];

const lights = ['RED', 'YELLOW', 'GREY', 'GREEN'];
const rank = (p: Plan) => (p.light ? lights.indexOf(p.light) : lights.length);
const isOver = (p: Plan) => ['EXPIRED', 'SUPERSEDED', 'WITHDRAWN'].includes(p.status);

/** Whether district money may carry it out; of one that is over, or of another tier, it is not asked. */
export const fundingOf = (p: Plan) => (p.light && !isOver(p) ? p.fundingEligibility.verdict : 'none');
const worst: string[] = ['NOT_ELIGIBLE', 'UNKNOWN', 'CONDITIONAL', 'ELIGIBLE', 'none'];
/** Of a plan that has ended nobody owes any. */
const nextDuty = (p: Plan) =>
  ['WITHDRAWN', 'SUPERSEDED'].includes(p.status)
    ? undefined
    : p.reviewDuties
        .filter((d) => ['OVERDUE', 'DUE_SOON', 'UPCOMING'].includes(d.state))
        .sort((a, b) => a.due.localeCompare(b.due))[0];

export function PlanRows({ plans }: { plans: Plan[] }) {
  const { say, lang, to } = useAddress();
  const asOf = useSeen()!.asOf;
  const columns: Column<Plan>[] = [
    { name: 'light', head: say('light'), order: rank, cell: (p) => <LightMark light={p.light} /> },
    { name: 'code', head: say('code'), order: (p) => p.code, cell: (p) => p.code },
    {
      name: 'title',
      head: say('title'),
      order: (p) => p.title,
      cell: (p) => (
        <Link className="row-link" to={to(`plans/${p.code}`)}>
          {p.title}
        </Link>
      ),
    },
    { name: 'kind', head: say('kind'), order: (p) => p.kind, cell: (p) => brief(lang, 'PlanKind', p.kind), isMinor: true },
    { name: 'horizon', head: say('horizon'), order: (p) => p.horizon.from, cell: (p) => `${p.horizon.from}—${p.horizon.to}` },
    {
      name: 'agency',
      head: say('lead'),
      order: (p) => (p.leadAgencyOnDay ? called(p.leadAgencyOnDay) : ''),
      cell: (p) => (p.leadAgencyOnDay ? called(p.leadAgencyOnDay) : say('notRecorded')),
    },
    { name: 'status', head: say('status'), order: (p) => p.status, cell: (p) => brief(lang, 'PlanStatus', p.status) },
    {
      name: 'listing',
      head: say('listing'),
      order: (p) => p.listing,
      isMinor: true,
      cell: (p) =>
        p.directoryEntry ? `${p.directoryEntry.list.code} ${p.directoryEntry.code}` : brief(lang, 'PlanListing', p.listing),
    },
    {
      name: 'findings',
      head: say('problems'),
      order: (p) => p.findings.length,
      cell: (p) =>
        p.findings.length > 0 ? (
          <Link to={to('findings', { plan: p.code })}><CountsOf rows={p.findings} /></Link>
        ) : (
          <span className="quiet">{say('withoutFindings')}</span>
        ),
    },
    {
      name: 'funding',
      head: say('fundingStanding'),
      order: (p) => worst.indexOf(fundingOf(p)),
      cell: (p) =>
        fundingOf(p) === 'none' ? (
          <span className="quiet">{say(p.light ? 'planIsOver' : 'notJudged')}</span>
        ) : (
          <FundingVerdictMark verdict={p.fundingEligibility.verdict} />
        ),
    },
    {
      name: 'due',
      head: say('nextDue'),
      order: (p) => nextDuty(p)?.due ?? '9999',
      cell: (p) => <NextDue duty={nextDuty(p)} asOf={asOf} />,
    },
  ];
  return (
    <div id="plan-rows">
      <Table caption={say('plans')} columns={columns} rows={plans} rowKey={(p) => p.code} isSorted sheet={{ kind: 'plans' }} />
    </div>
  );
}

function NextDue({ duty, asOf }: { duty: Plan['reviewDuties'][number] | undefined; asOf: string }) {
  const { say } = useAddress();
  return duty ? (
    <Due due={duty.due} urgency={duty.state === 'OVERDUE' ? 'OVERDUE' : null} asOf={asOf} />
  ) : (
    <span className="quiet">{say('noDuty')}</span>
  );
}
