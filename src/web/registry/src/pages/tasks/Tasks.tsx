import { TasksDocument, type DutyRowFragment } from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { saidDays } from '../../shell/dayWords';
import { StaleNote } from '../../shell/live';
import { useMe } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { DutyList } from './DutyList';
import { ofAgencies, TaskFilters, useFiltered } from './filters';
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
      {isMonth ? <Month duties={shown} asOf={asOf} /> : <OwnFirst duties={shown} asOf={asOf} />}
    </>
  );
}

/** Who sees the duties of all agencies sees the own first; the others' are folded, unless they are asked for. */
function OwnFirst({ duties, asOf }: { duties: Duty[]; asOf: string }) {
  const { lang } = useAddress();
  const said = saidDays(lang);
  const { read } = useChoices();
  const speaks = ofAgencies.includes(useMe().role);
  const mine = duties.filter((d) => d.isOwn);
  const others = duties.filter((d) => !d.isOwn);
  if (!speaks || others.length === 0 || read('agency').length > 0 || read('person').length > 0) {
    return <DutyList duties={duties} asOf={asOf} />;
  }
  return (
    <>
      <section id="own">
        <h2>{said('ofOwnAgency', { n: mine.length })}</h2>
        {mine.length > 0 ? <DutyList duties={mine} asOf={asOf} isPart /> : <Empty>{said('nothingOfOwn')}</Empty>}
      </section>
      <details id="others" className="group" open={mine.length === 0 || read('within').length > 0}>
        <summary>
          <h2>{said('ofOthers', { n: others.length })}</h2>
        </summary>
        <DutyList duties={others} asOf={asOf} isPart />
      </details>
    </>
  );
}
