import { ApplicationsDocument, type OpinionMatter } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { Chips, FilterFoot, Filters } from '../../shell/filters';
import { ActButton } from '../../shell/forms';
import { StaleNote } from '../../shell/live';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { term } from '../../shell/words';
import { ApplicationRows, type Application } from './ApplicationRows';

const states = ['APPLIED', 'RETURNED', 'LISTED', 'DECLINED', 'WITHDRAWN'];

/** What is asked to be taken onto a list: how each stands, what the screening says, and whose turn it is. */
export default function Applications() {
  const { say, view } = useAddress();
  const answer = usePages(ApplicationsDocument, view, (data) => data.district?.entryApplications);
  return (
    <Page title={say('applications')} isWide>
      <StaleNote />
      <p className="buttons">
        <ActButton act="applyForEntry" isFirst>
          {say('apply')}
        </ActButton>
      </p>
      <Answered answer={answer}>
        {(pages) =>
          pages[0]?.district ? (
            <Shown
              applications={pages.flatMap((p) => p.district?.entryApplications.nodes ?? [])}
              matters={pages[0].district.opinionMatters}
            />
          ) : (
            <Refused />
          )
        }
      </Answered>
    </Page>
  );
}

function Shown({ applications, matters }: { applications: Application[]; matters: readonly OpinionMatter[] }) {
  const { say, lang } = useAddress();
  const { read } = useChoices();
  const chosen = read('state');
  const shown = applications.filter((a) => chosen.length === 0 || chosen.includes(a.state));
  if (applications.length === 0) {
    return <Empty>{say('noApplications')}</Empty>;
  }
  return (
    <>
      <Filters>
        <Chips name="state" label={say('status')} options={states.map((s) => ({ value: s, label: term(lang, 'ApplicationState', s) }))} />
      </Filters>
      <FilterFoot names={['state']} hidden={applications.length - shown.length}>
        {say('count', { n: shown.length })}
      </FilterFoot>
      {shown.length > 0 && <ApplicationRows applications={shown} matters={matters} />}
    </>
  );
}
