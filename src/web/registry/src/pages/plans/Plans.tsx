import { PlansDocument } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { Acts } from '../../shell/forms';
import { StaleNote } from '../../shell/live';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { PlanFilters, useFiltered } from './filters';
import { PlanRows, type Plan } from './PlanRows';
import { Tree } from './Tree';

const others = ['registerDocument', 'registerAgency', 'allocateTargets'].map((act) => ({ act }));

export default function Plans() {
  const { say, view } = useAddress();
  const answer = usePages(PlansDocument, view, (data) => data.district?.plans);
  return (
    <Page title={say('plans')} isWide>
      <StaleNote />
      <Acts title={say('recordOfPlan')} first={[{ act: 'registerPlan' }]} others={others} />
      <Answered answer={answer}>
        {(pages) => (pages[0]?.district ? <Shown plans={pages.flatMap((p) => p.district?.plans.nodes ?? [])} /> : <Refused />)}
      </Answered>
    </Page>
  );
}

function Shown({ plans }: { plans: Plan[] }) {
  const { say } = useAddress();
  const { read, change } = useChoices();
  const shown = useFiltered(plans);
  const isTree = read('view')[0] === 'tree';
  if (plans.length === 0) {
    return <Empty>{say('noPlans')}</Empty>;
  }
  return (
    <>
      <div className="chips" role="group" aria-label={say('show')}>
        <button type="button" aria-pressed={!isTree} onClick={() => change({ view: undefined })}>
          {say('asTable')}
        </button>
        <button type="button" aria-pressed={isTree} onClick={() => change({ view: 'tree' })}>
          {say('asTree')}
        </button>
      </div>
      {isTree ? (
        <Tree />
      ) : (
        <>
          <PlanFilters plans={plans} shown={shown} />
          <PlanRows plans={shown} />
        </>
      )}
    </>
  );
}
