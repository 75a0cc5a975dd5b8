import { Link } from 'react-router';
import { PlanTreeDocument, type PlanTreeQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { LightMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { Answered, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { brief } from '../../shell/words';

type Branch = NonNullable<PlanTreeQuery['district']>['planTree']['nodes'][number];

/** Which plan stands under which; one with several superiors stands under each of them. */
export function Tree() {
  const { view } = useAddress();
  const answer = usePages(PlanTreeDocument, view, (data) => data.district?.planTree);
  return (
    <Answered answer={answer}>
      {(pages) => (pages[0]?.district ? <Rows branches={pages.flatMap((p) => p.district?.planTree.nodes ?? [])} /> : <Refused />)}
    </Answered>
  );
}

function Rows({ branches }: { branches: Branch[] }) {
  const { say, lang, to } = useAddress();
  const columns: Column<{ branch: Branch; at: number }>[] = [
    {
      name: 'title',
      head: say('plan'),
      cell: ({ branch: { depth, plan, link, isRepeated } }) => (
        <div className="branch" style={{ paddingLeft: `${depth * 1.5}rem` }}>
          {depth > 0 && <span aria-hidden="true">└ </span>}
          {link && <small className="quiet">{brief(lang, 'PlanLinkKind', link.kind)} </small>}
          <Link className="row-link" to={to(`plans/${plan.code}`)}>
            {plan.title}
          </Link>{' '}
          {isRepeated && <small className="quiet">{say('repeated')}</small>}
        </div>
      ),
    },
    { name: 'light', head: say('light'), cell: ({ branch }) => <LightMark light={branch.plan.light} /> },
    { name: 'code', head: say('code'), cell: ({ branch }) => branch.plan.code },
    { name: 'kind', head: say('kind'), cell: ({ branch }) => brief(lang, 'PlanKind', branch.plan.kind), isMinor: true },
    { name: 'horizon', head: say('horizon'), cell: ({ branch }) => `${branch.plan.horizon.from}—${branch.plan.horizon.to}` },
    {
      name: 'agency',
      head: say('lead'),
      cell: ({ branch: { plan } }) => (plan.leadAgencyOnDay ? called(plan.leadAgencyOnDay) : say('notRecorded')),
    },
    { name: 'status', head: say('status'), cell: ({ branch }) => brief(lang, 'PlanStatus', branch.plan.status) },
  ];
  const rows = branches.map((branch, at) => ({ branch, at }));
  return <Table caption={say('asTree')} columns={columns} rows={rows} rowKey={(r) => String(r.at)} />;
}
