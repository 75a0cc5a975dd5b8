import { Link } from 'react-router';
import { InvestmentDocument, type InvestmentQuery, type ProjectAgreement } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { withCommas } from '../../shell/days';
import { Chips, FilterFoot } from '../../shell/filters';
import { ActButton, actName } from '../../shell/forms';
import { Mark } from '../../shell/marks';
import { papers } from '../../shell/names';
import { Section } from '../../shell/parts';
import { RecordLink } from '../../shell/Record';
import { Answered, Empty, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Year = NonNullable<InvestmentQuery['district']>['investmentYear'];
type Project = Year['projects']['nodes'][number];

/** The budget of a year beside the investment plan, project by project. */
export function Investment() {
  const { say, view } = useAddress();
  const year = Number(useChoices().read('year')[0]) || undefined;
  const answer = usePages(InvestmentDocument, { ...view, year }, (data) => data.district?.investmentYear.projects);
  return (
    <Section id="investment" title={say('investment')}>
      <Answered answer={answer}>
        {(pages) => {
          const first = pages[0]?.district?.investmentYear;
          return first ? (
            <Shown year={first} projects={pages.flatMap((p) => p.district?.investmentYear.projects.nodes ?? [])} />
          ) : (
            <Refused />
          );
        }}
      </Answered>
    </Section>
  );
}

function Shown({ year, projects }: { year: Year; projects: Project[] }) {
  const { say, lang } = useAddress();
  const { read, change } = useChoices();
  const chosen = read('agreement');
  const years = [...new Set([...year.years, year.year])].sort((a, b) => a - b);
  const shown = projects.filter((p) => chosen.length === 0 || chosen.includes(p.agreement));
  const count = (agreement: string) => projects.filter((p) => p.agreement === agreement).length;
  return (
    <>
      <div className="filter-rows filters">
        <div className="chips" role="group" aria-label={say('budgetYear')}>
          {years.map((y) => (
            <button key={y} type="button" aria-pressed={y === year.year} onClick={() => change({ year: String(y), agreement: undefined })}>
              {y}
            </button>
          ))}
        </div>
      </div>
      <p>
        {say(year.isPlanned ? 'investmentPlanned' : 'investmentNotPlanned', { year: year.year })}{' '}
        {say(year.isJudged ? 'investmentJudged' : 'investmentNotJudged', { day: year.due })}
      </p>
      <p className="buttons">
        <ActButton act="setInvestmentPlan" fill={{ year: String(year.year) }}>
          {actName(lang, 'setInvestmentPlan')}
        </ActButton>
      </p>
      {projects.length === 0 ? (
        <Empty>{say('noProjects', { year: year.year })}</Empty>
      ) : (
        <>
          <p>{say('investmentSums', { budget: withCommas(year.budget), planned: withCommas(year.planned) })}</p>
          <Chips
            name="agreement"
            label={say('status')}
            options={agreements.filter((a) => count(a) > 0).map((a) => ({
              value: a, label: `${term(lang, 'ProjectAgreement', a)} ${count(a)}`,
            }))}
          />
          <FilterFoot names={['agreement']} hidden={projects.length - shown.length}>
            {say('count', { n: shown.length })}
          </FilterFoot>
          <Projects rows={shown} />
        </>
      )}
    </>
  );
}

/** How they agree, what is to be looked at first. */
const looks: Record<ProjectAgreement, [string, string]> = {
  DIFFERS: ['▲', 'warning'],
  NOT_PLANNED: ['▲', 'warning'],
  NOT_BUDGETED: ['▲', 'warning'],
  UNKNOWN: ['?', 'unknown'],
  AGREES: ['●', 'green'],
};
const agreements = Object.keys(looks) as ProjectAgreement[];

function Projects({ rows }: { rows: Project[] }) {
  const { say, lang, to } = useAddress();
  const comma = lang === 'zh' ? '、' : ', ';
  const columns: Column<Project>[] = [
    { name: 'code', head: say('projectCode'), cell: (p) => p.code },
    {
      name: 'project',
      head: say('project'),
      cell: (p) => (
        <>
          {p.project}
          {p.plan && (
            <div>
              <Link to={to(`plans/${p.plan.code}#money`)}>{p.plan.title}</Link>
            </div>
          )}
        </>
      ),
    },
    { name: 'budget', head: say('inBudget'), cell: (p) => withCommas(p.budget), isNumber: true },
    { name: 'planned', head: say('inPlan'), cell: (p) => withCommas(p.planned), isNumber: true },
    { name: 'difference', head: say('budgetLessPlan'), cell: (p) => withCommas(p.difference), isNumber: true },
    { name: 'state', head: say('status'), cell: (p) => <Agreement project={p} /> },
    {
      name: 'rank',
      head: say('fundingRank'),
      cell: (p) => [...new Set(p.lines.map((l) => (l.rank ? term(lang, 'FundingRank', l.rank) : say('cannotBeTold'))))].join(comma),
    },
    {
      name: 'plan',
      head: say('investmentPaper'),
      cell: (p) => p.planLine && <RecordLink id={p.planLine.id}>{papers(p.planLine.document) ?? say('notRecorded')}</RecordLink>,
      isMinor: true,
    },
  ];
  return <Table caption={say('investment')} columns={columns} rows={rows} rowKey={(p) => p.code} />;
}

function Agreement({ project: { agreement, doubt } }: { project: Project }) {
  const { lang } = useAddress();
  const [shape, look] = looks[agreement];
  return (
    <>
      <Mark shape={shape} look={look} word={term(lang, 'ProjectAgreement', agreement)} />
      {doubt && <div className="quiet">{term(lang, 'ProjectDoubt', doubt)}</div>}
    </>
  );
}
