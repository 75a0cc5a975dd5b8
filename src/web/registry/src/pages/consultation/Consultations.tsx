import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConsultationsDocument, type Audience, type ConsultationsQuery, type RoundState } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { Choice, Filters } from '../../shell/filters';
import { Acts } from '../../shell/forms';
import { useMe } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import terms from '../../shell/terms.json';
import { term } from '../../shell/words';
import { RoundActs } from './RoundActs';
import { roundColumns } from './rounds';

type Round = NonNullable<ConsultationsQuery['district']>['consultations']['nodes'][number];

/** The rounds that one leads or is asked in, the latest first. */
export default function Consultations() {
  const { say, lang, view, to } = useAddress();
  const { read } = useChoices();
  const me = useMe();
  const [pages, setPages] = useState(1);
  const [audience, state] = [read('audience') as Audience[], read('state') as RoundState[]];
  const filter = {
    ...(audience.length > 0 && { audiences: audience }),
    ...(state.length > 0 && { states: state }),
    ...(read('mine')[0] && me.agency && { toAnswerBy: me.agency }),
  };
  const answer = usePages(ConsultationsDocument, { ...view, filter }, (d) => d.district?.consultations, pages);
  const rows = (data: ConsultationsQuery[]) => data.flatMap((d) => d.district?.consultations.nodes ?? []);
  const columns: Column<Round>[] = [
    { name: 'plan', head: say('plan'), cell: (r) => <Link to={`${to(`plans/${r.plan.code}`)}#consultation`}>{r.plan.title}</Link> },
    ...roundColumns<Round>(say, lang, (r) => r.plan.isOwn),
    {
      name: 'act',
      head: say('toDo'),
      cell: (r) => r.state !== 'CLOSED' && <RoundActs round={r} isOwnPlan={r.plan.isOwn} />,
    },
  ];
  return (
    <Page title={say('consultation')} isWide>
      <Acts title={say('consultation')} first={[{ act: 'openConsultation' }]} others={[]} />
      <Filters>
        <Choice
          name="audience"
          label={say('audience')}
          options={Object.keys(terms.Audience).map((value) => ({ value, label: term(lang, 'Audience', value) }))}
        />
        <Choice
          name="state"
          label={say('status')}
          options={Object.keys(terms.RoundState).map((value) => ({ value, label: term(lang, 'RoundState', value) }))}
        />
        {me.agency && <Choice name="mine" label={say('reply')} options={[{ value: '1', label: say('toReply') }]} />}
      </Filters>
      <Answered answer={answer}>
        {(data) => (
          <>
            <p className="filter-foot">
              <strong>{say('rowsOf', { n: rows(data).length, all: data[0]?.district?.consultations.totalCount ?? 0 })}</strong>
            </p>
            {rows(data).length > 0 ? (
              <Table caption={say('consultation')} columns={columns} rows={rows(data)} rowKey={(r) => r.id} />
            ) : (
              <Empty>{say(Object.keys(filter).length > 0 ? 'noRounds' : 'noneYet')}</Empty>
            )}
            {data[data.length - 1]?.district?.consultations.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
