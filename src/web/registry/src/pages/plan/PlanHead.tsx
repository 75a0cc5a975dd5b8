import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { LightMark } from '../../shell/marks';
import { papers } from '../../shell/names';
import { Pairs } from '../../shell/Pairs';
import { brief, term } from '../../shell/words';
import { NextStep } from './NextStep';
import type { PlanData } from './Plan';

/** How the plan stands, and why. */
export function PlanHead({ plan }: { plan: PlanData }) {
  const { say, lang, to } = useAddress();
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
    ...plan.exemptions.map((e): [string, ReactNode] => [
      say('exemptions'),
      `${e.issuer.name} ${papers(e.document)} ${e.from}—${e.to ?? ''}`,
    ]),
  ];
  return (
    <div className="plan-head">
      <LightMark light={plan.light} />
      <NextStep plan={plan} />
      <Pairs pairs={pairs} />
    </div>
  );

  function listing(): ReactNode {
    const entry = plan.directoryEntry;
    const word = term(lang, 'PlanListing', plan.listing);
    return entry ? (
      <>
        {word} · <Link to={to(`lists/${entry.list.code}`)}>{entry.list.code}</Link> {entry.code}
      </>
    ) : (
      word
    );
  }
}
