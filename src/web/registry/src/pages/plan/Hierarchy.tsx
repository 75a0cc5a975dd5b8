import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { LightMark } from '../../shell/marks';
import type { Column } from '../../shell/table';
import { brief, term } from '../../shell/words';
import { Recorded, Section } from '../../shell/parts';
import { Graph } from './Graph';
import { layersOf } from './layers';
import type { PlanData } from './Plan';

interface Line {
  id: string;
  kind: PlanData['superiors'][number]['kind'];
  clause?: string | null;
  plan: PlanData['subordinates'][number]['subordinate'];
}

/** Who stands above, and who below. */
export function Hierarchy({ plan }: { plan: PlanData }) {
  const { say } = useAddress();
  return (
    <Section id="hierarchy" title={say('hierarchy')}>
      {plan.superiors.length + plan.subordinates.length > 0 && <Graph title={say('whoStandsAbove')} {...layersOf(plan)} />}
      <h3>{say('superiors')}</h3>
      <Lines title={say('superiors')} lines={plan.superiors.map((l) => ({ ...l, plan: l.superior }))} />
      <h3>{say('subordinates')}</h3>
      <Lines title={say('subordinates')} lines={plan.subordinates.map((l) => ({ ...l, plan: l.subordinate }))} />
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  const { say, lang, to } = useAddress();
  const columns: Column<Line>[] = [
    { name: 'light', head: say('light'), cell: (l) => <LightMark light={l.plan.light} /> },
    { name: 'relation', head: say('relation'), cell: (l) => term(lang, 'PlanLinkKind', l.kind) },
    {
      name: 'title',
      head: say('plan'),
      // A plan of another tier is another district's record, which this district's pages do not show.
      cell: (l) => (l.plan.tier === 'DISTRICT' ? <Link to={to(`plans/${l.plan.code}`)}>{l.plan.title}</Link> : l.plan.title),
    },
    { name: 'tier', head: say('tier'), cell: (l) => term(lang, 'PlanTier', l.plan.tier), isMinor: true },
    { name: 'status', head: say('status'), cell: (l) => brief(lang, 'PlanStatus', l.plan.status) },
    { name: 'clause', head: say('clause'), cell: (l) => l.clause ?? say('notRecorded'), isMinor: true },
  ];
  return <Recorded title={title} rows={lines} columns={columns} rowKey={(l) => l.id} />;
}
