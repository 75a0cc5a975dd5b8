import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import { PublicPlansDocument, type PublicPlansQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Choice, FilterFoot, Filters } from '../../shell/filters';
import { LanguageSwitch } from '../../shell/LanguageSwitch';
import { tally } from '../../shell/names';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { brief } from '../../shell/words';

type Plan = NonNullable<PublicPlansQuery['publicPlans']>[number];

/** What is public, and how far it is: for everybody, without signing in. */
export default function PublicPlans() {
  const { say, lang, district } = useAddress();
  const answer = useAnswer(PublicPlansDocument, { district });
  useEffect(() => {
    document.title = say('publicPlans');
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [say, lang]);
  return (
    <main className="public" id="content">
      <div className="page-head">
        <h1>{say('publicPlans')}</h1>
        <div className="page-acts">
          <LanguageSwitch />
          <Button onClick={() => window.print()}>{say('print')}</Button>
        </div>
      </div>
      <Answered answer={answer}>
        {({ publicPlans }) =>
          !publicPlans ? <Empty>{say('publicOff')}</Empty>
          : publicPlans.length === 0 ? <Empty>{say('publicNone')}</Empty>
          : <Shown plans={publicPlans} />
        }
      </Answered>
    </main>
  );
}

function Shown({ plans }: { plans: Plan[] }) {
  const { say, lang } = useAddress();
  const { read } = useChoices();
  const [kinds, agencies] = [read('kind'), read('agency')];
  const agencyOf = (p: Plan) => p.leadAgency ?? say('notRecorded');
  const shown = useMemo(
    () => plans.filter((p) => (!kinds.length || kinds.includes(p.kind)) && (!agencies.length || agencies.includes(agencyOf(p)))),
    [plans, kinds.join(), agencies.join()],
  );
  const options = (keyOf: (p: Plan) => string, word: (key: string) => string) =>
    tally(plans, keyOf).map(([value, rows]) => ({ value, label: `${word(value)} (${rows.length})` }));
  const columns: Column<Plan>[] = [
    { name: 'title', head: say('title'), order: (p) => p.name, cell: (p) => p.name },
    { name: 'kind', head: say('kind'), order: (p) => p.kind, cell: (p) => brief(lang, 'PlanKind', p.kind) },
    { name: 'horizon', head: say('horizon'), order: (p) => p.horizon.from, cell: (p) => `${p.horizon.from}—${p.horizon.to}` },
    { name: 'agency', head: say('lead'), order: agencyOf, cell: agencyOf },
    { name: 'day', head: say('published'), order: (p) => p.publishedOn, cell: (p) => p.publishedOn },
    { name: 'progress', head: say('progress'), cell: (p) => <Progress plan={p} /> },
  ];
  return (
    <>
      <Filters>
        <Choice name="kind" label={say('kind')} options={options((p) => p.kind, (k) => brief(lang, 'PlanKind', k))} />
        <Choice name="agency" label={say('lead')} options={options(agencyOf, (a) => a)} />
      </Filters>
      <FilterFoot names={['kind', 'agency']} hidden={plans.length - shown.length}>
        {say('countPlans', { n: shown.length })}
      </FilterFoot>
      <Table caption={say('publicPlans')} columns={columns} rows={shown} rowKey={(p) => `${p.name} ${p.publishedOn}`} isSorted />
    </>
  );
}

function Progress({ plan }: { plan: Plan }) {
  const { say } = useAddress();
  return plan.progress.length > 0 ? (
    plan.progress.map((d) => (
      <div key={d.year}>
        {say('progressOf', { year: d.year, day: d.on })} {d.document}
      </div>
    ))
  ) : (
    <span className="quiet">{say('noProgress')}</span>
  );
}
