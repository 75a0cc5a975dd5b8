import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ExpertsDocument, type ExpertForm, type ExpertsQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { Choice, Filters, Typed } from '../../shell/filters';
import { Acts } from '../../shell/forms';
import { called } from '../../shell/names';
import { Page } from '../../shell/Page';
import { Entered } from '../../shell/parts';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import terms from '../../shell/terms.json';
import { term } from '../../shell/words';

type Expert = NonNullable<ExpertsQuery['district']>['experts']['nodes'][number];

/** The pool of experts and institutes, the latest first. */
export default function Experts() {
  const { say, lang, view, to } = useAddress();
  const { read } = useChoices();
  const [pages, setPages] = useState(1);
  const [form, text, pool] = [read('kind')[0], read('q')[0], read('pool')[0]];
  const filter = {
    ...(form && { form: form as ExpertForm }),
    ...(text && { text }),
    ...(pool && { isInPool: pool === 'in' }),
  };
  const answer = usePages(ExpertsDocument, { ...view, filter }, (d) => d.district?.experts, pages);
  const rows = (data: ExpertsQuery[]) => data.flatMap((d) => d.district?.experts.nodes ?? []);
  const columns: Column<Expert>[] = [
    { name: 'name', head: say('expertName'), cell: (e) => e.name },
    { name: 'kind', head: say('kind'), cell: (e) => term(lang, 'ExpertForm', e.form) },
    { name: 'unit', head: say('employer'), cell: (e) => e.employer ?? (e.form === 'INSTITUTE' ? '' : say('notRecorded')) },
    { name: 'field', head: say('fields'), cell: (e) => e.fields.join('、') },
    {
      name: 'interest',
      head: say('interests'),
      cell: (e) => [
        ...(e.interestedIn ?? []).map((a) => <div key={a.name}>{called(a)}</div>),
        ...(e.drafted ?? []).map((p) => (
          <div key={p.code}>
            <Link to={to(`plans/${p.code}`)}>{p.title}</Link>
          </div>
        )),
      ],
    },
    { name: 'day', head: say('inPoolFrom'), cell: (e) => e.from },
    { name: 'state', head: say('status'), cell: (e) => (e.isInPool ? say('inPool') : say('leftPool', { day: e.to ?? '' })) },
    { name: 'record', head: say('record'), cell: (e) => <Entered row={e} />, isMinor: true },
  ];
  return (
    <Page title={say('experts')} isWide>
      <Acts title={say('expertsActs')} first={[{ act: 'registerExpert' }, { act: 'drawExperts' }]} others={[]} />
      <Filters>
        <Choice
          name="kind"
          label={say('kind')}
          options={Object.keys(terms.ExpertForm).map((value) => ({ value, label: term(lang, 'ExpertForm', value) }))}
        />
        <Choice
          name="pool"
          label={say('status')}
          options={[
            { value: 'in', label: say('inPool') },
            { value: 'out', label: say('outOfPool') },
          ]}
        />
        <Typed name="q" label={say('nameOrUnit')} />
      </Filters>
      <Answered answer={answer}>
        {(data) => (
          <>
            <p className="filter-foot">
              <strong>{say('rowsOf', { n: rows(data).length, all: data[0]?.district?.experts.totalCount ?? 0 })}</strong>
            </p>
            {rows(data).length > 0 ? (
              <Table caption={say('experts')} columns={columns} rows={rows(data)} rowKey={(e) => e.id} />
            ) : (
              <Empty>{say('noExperts')}</Empty>
            )}
            {data[data.length - 1]?.district?.experts.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
