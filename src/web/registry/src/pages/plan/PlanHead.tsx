import type { ReactNode } from 'react';
import { useAddress } from '../../shell/address';
import { LightMark } from '../../shell/marks';
import { brief, term } from '../../shell/words';
import { papers } from './parts';
import type { PlanData } from './Plan';

/** How the plan stands, and why. */
export function PlanHead({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const lead = plan.leadAgencyOnDay?.name;
  const former = plan.leadAgency && plan.leadAgency.name !== lead ? plan.leadAgency.name : undefined;
  const status = brief(lang, 'PlanStatus', plan.status);
  const why = plan.statusAct && say('why', { day: plan.statusSince ?? '', act: term(lang, 'ActType', plan.statusAct.type) });
  const pairs: [string, ReactNode][] = [
    [say('code'), plan.code],
    [say('status'), `${status}${why ? ` ${why}` : ''}`],
    [say('kind'), `${term(lang, 'PlanKind', plan.kind)} · ${term(lang, 'PlanTier', plan.tier)}`],
    [say('horizon'), `${plan.horizon.from}—${plan.horizon.to}`],
    [say('lead'), `${lead ?? say('notRecorded')}${former ? ` (${former})` : ''}`],
    [say('coLead'), plan.coLeadAgencies?.map((a) => a.name).join('、') ?? say('notRecorded')],
    [say('approver'), plan.approverOnDay?.name ?? say('notRecorded')],
    [say('listing'), listing()],
    ...plan.exemptions.map((e): [string, ReactNode] => [say('exemptions'), `${e.issuer.name} ${papers(e.document)} ${e.from}—${e.to ?? ''}`]),
  ];
  return (
    <div className="plan-head">
      <LightMark light={plan.light} />
      <dl className="pairs pairs-wide">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );

  function listing(): string {
    const entry = plan.directoryEntry;
    const word = term(lang, 'PlanListing', plan.listing);
    return entry ? `${word} · ${entry.list.code} ${entry.code}` : word;
  }
}
