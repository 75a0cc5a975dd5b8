import { TasksDocument, type DutyRowFragment } from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { StaleNote } from '../../shell/live';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { DutyList } from './DutyList';
import { TaskFilters, useFiltered } from './filters';
import { Month } from './Month';
import { OfAgency } from './OfAgency';

export type Duty = DutyRowFragment;

/** What an agency owes, and when: as a list, the overdue first, or as a month. */
export default function Tasks() {
  const { say, view } = useAddress();
  const persons = useChoices().read('person');
  const answer = usePages(TasksDocument, persons.length > 0 ? { ...view, persons } : view, (data) => data.district?.duties);
  return (
    <Page title={say('tasks')} isWide>
      <StaleNote />
      <Answered answer={answer}>
        {(pages) => (pages[0]?.district ? <Shown duties={pages.flatMap((p) => p.district?.duties.nodes ?? [])} /> : <Refused />)}
      </Answered>
    </Page>
  );
}

function Shown({ duties }: { duties: Duty[] }) {
  const { say } = useAddress();
  const { read, change } = useChoices();
  const asOf = useSeen()!.asOf;
  const shown = useFiltered(duties);
  const isMonth = read('view')[0] === 'month';
  if (duties.length === 0 && read('person').length === 0) {
    return <Empty>{say('nothingOwed')}</Empty>;
  }
  return (
    <>
      <TaskFilters duties={duties} shown={shown} />
      <div className="chips" role="group" aria-label={say('show')}>
        <button type="button" aria-pressed={!isMonth} onClick={() => change({ view: undefined, month: undefined })}>
          {say('asList')}
        </button>
        <button type="button" aria-pressed={isMonth} onClick={() => change({ view: 'month' })}>
          {say('asMonth')}
        </button>
      </div>
      <OfAgency />
      {isMonth ? <Month duties={shown} asOf={asOf} /> : <DutyList duties={shown} asOf={asOf} />}
    </>
  );
}
