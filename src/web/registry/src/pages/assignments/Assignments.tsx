import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  AssignmentsDocument, ChooseAgenciesDocument, type AssignmentFilter, type AssignmentKind, type AssignmentsQuery, type ProgressGrade,
} from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { useAnswer, usePages } from '../../shell/answers';
import { Choice, Filters, Sought, Typed } from '../../shell/filters';
import { Acts } from '../../shell/forms';
import { grades, GradeMark } from '../../shell/marks';
import { useMe } from '../../shell/me';
import { called } from '../../shell/names';
import { Page } from '../../shell/Page';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import terms from '../../shell/terms.json';
import { term } from '../../shell/words';
import { assignmentColumns } from './rows';

type District = NonNullable<AssignmentsQuery['district']>;
type Row = District['assignments']['nodes'][number];

/** Tasks and indicators by who answers for them, with how many have come how far. */
export default function Assignments() {
  const address = useAddress();
  const { say, lang, view, to, district } = address;
  const { read, change } = useChoices();
  const [pages, setPages] = useState(1);
  // Those of a plan's horizon before and after the day that is looked at.
  const now = Number(useSeen()!.asOf.slice(0, 4));
  const years = Array.from({ length: 10 }, (_, n) => String(now - 4 + n));
  const agencies = useAnswer(ChooseAgenciesDocument, { district }).data?.district?.agencies ?? [];
  const [agency, kind, grade, year, text] = [read('agency')[0], read('kind')[0], read('grade')[0], read('year')[0], read('q')[0]];
  const shared: AssignmentFilter = {
    ...(agency && { agency }),
    ...(read('leads')[0] && { isLead: true }),
    ...(kind && { kinds: [kind as AssignmentKind] }),
    ...(year && { year: Number(year) }),
    ...(text && { text }),
  };
  const filter = { ...shared, ...(grade === 'none' ? { isGraded: false } : grade && { grade: grade as ProgressGrade }) };
  const of = (wanted: ProgressGrade) => ({ ...shared, grade: wanted });
  const answer = usePages(
    AssignmentsDocument,
    {
      ...view, filter, year: year ? Number(year) : undefined, ungraded: { ...shared, isGraded: false },
      doneEarly: of('DONE_EARLY'), ahead: of('AHEAD_OF_PATH'), onPath: of('ON_PATH'), behind: of('BEHIND_PATH'), hard: of('IN_DIFFICULTY'),
    },
    (d) => d.district?.assignments,
    pages,
  );
  const rows = (data: AssignmentsQuery[]) =>
    data.flatMap((d) => d.district?.assignments.nodes ?? []).sort((a, b) => (a.lead?.code ?? '').localeCompare(b.lead?.code ?? ''));
  const counts = (d: District) => [d.doneEarly, d.ahead, d.onPath, d.behind, d.hard].map((c) => c.totalCount);
  const columns: Column<Row>[] = [
    ...assignmentColumns<Row>(address, useMe()),
    { name: 'plan', head: say('plan'), cell: (a) => <Link to={`${to(`plans/${a.plan.code}`)}#assignments`}>{a.plan.title}</Link> },
  ];
  return (
    <Page title={say('assignments')} isWide>
      <Acts
        title={say('assignments')}
        first={[{ act: 'recordTaskProgress' }, { act: 'decomposePlan' }]}
        others={[{ act: 'setTasks' }, { act: 'takeUpAssignments' }, { act: 'setTaskYear' }]}
      />
      <Filters>
        <Sought name="agency" label={say('unit')} options={agencies.map((a) => ({ value: a.code, label: called(a) }))} />
        <Choice name="leads" label={say('part')} options={[{ value: '1', label: say('onlyLed') }]} />
        <Choice
          name="kind"
          label={say('kind')}
          options={Object.keys(terms.AssignmentKind).map((value) => ({ value, label: term(lang, 'AssignmentKind', value) }))}
        />
        <Choice name="year" label={say('year')} options={years.map((value) => ({ value, label: value }))} />
        <Typed name="q" label={say('assigned')} />
      </Filters>
      <Answered answer={answer}>
        {(data) => (
          <>
            {data[0]?.district && (
              <div className="chips" role="group" aria-label={say('grade')}>
                {counts(data[0].district).map((n, i) => (
                  <button
                    key={grades[i]}
                    type="button"
                    aria-pressed={grade === grades[i]}
                    onClick={() => change({ grade: grade === grades[i] ? undefined : grades[i] })}
                  >
                    <GradeMark grade={grades[i]!} /> {n}
                  </button>
                ))}
                <button
                  type="button"
                  aria-pressed={grade === 'none'}
                  onClick={() => change({ grade: grade === 'none' ? undefined : 'none' })}
                >
                  {say('notGraded')} {data[0].district.ungraded.totalCount}
                </button>
              </div>
            )}
            <p className="filter-foot">
              <strong>{say('rowsOf', { n: rows(data).length, all: data[0]?.district?.assignments.totalCount ?? 0 })}</strong>
            </p>
            {rows(data).length > 0 ? (
              <Table caption={say('assignments')} columns={columns} rows={rows(data)} rowKey={(a) => a.id} />
            ) : (
              <Empty>{say(Object.keys(filter).length > 0 ? 'noAssignments' : 'noneYet')}</Empty>
            )}
            {data[data.length - 1]?.district?.assignments.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
