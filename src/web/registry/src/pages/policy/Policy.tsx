import { Link } from 'react-router';
import { PolicyDocument, type PolicyQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useAnswer } from '../../shell/answers';
import { ActButton, Acts, TryLink } from '../../shell/forms';
import { SeverityMark } from '../../shell/marks';
import { papers } from '../../shell/names';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

/** What the district has decided where the texts leave it open, and the rules of the day. */
export default function Policy() {
  const { say, view, to } = useAddress();
  const answer = useAnswer(PolicyDocument, { ...view, day: useSeen()!.asOf });
  return (
    <Page title={say('policy')} isWide>
      <Answered answer={answer}>
        {({ district, rules }) =>
          district ? (
            <>
              <Acts title={say('policy')} first={[{ act: 'setPolicy' }]} others={[]} />
              <p>
                <Link to={to('articles')}>{say('articles')}</Link> <TryLink>{say('toTrials')}</TryLink>
              </p>
              <Values values={district.policy} />
              <Rules rules={rules} />
            </>
          ) : (
            <Refused />
          )
        }
      </Answered>
    </Page>
  );
}

type Value = NonNullable<PolicyQuery['district']>['policy'][number];

function Values({ values }: { values: Value[] }) {
  const { say, lang } = useAddress();
  const columns: Column<Value>[] = [
    {
      name: 'parameter',
      head: say('parameter'),
      cell: (v) => (
        <>
          {v.label} <small className="quiet">{v.key}</small>
        </>
      ),
    },
    { name: 'value', head: say('parameterValue'), cell: (v) => v.valueInWords },
    { name: 'kind', head: say('kind'), cell: (v) => (v.kind ? term(lang, 'PlanKind', v.kind) : say('all')) },
    { name: 'basis', head: say('basis'), cell: (v) => [papers(v.document), v.clause].filter(Boolean).join(' ') || say('notRecorded') },
    { name: 'day', head: say('from'), cell: (v) => v.from },
    { name: 'until', head: say('until'), cell: (v) => v.to ?? say('open') },
    {
      name: 'acts',
      head: '',
      cell: (v) => (
        <span className="buttons">
          <ActButton act="setPolicy" fill={{ key: v.key, kind: v.kind ?? undefined }}>
            {saidAhead(lang)('policyChange')}
          </ActButton>
          <TryLink choices={{ key: v.key }} />
        </span>
      ),
    },
  ];
  return (
    <section>
      <h2>{say('parameters')}</h2>
      {values.length > 0 ? (
        <Table caption={say('parameters')} columns={columns} rows={values} rowKey={(v) => v.id} sheet={{ kind: 'policy' }} />
      ) : (
        <Empty>{say('notRecorded')}</Empty>
      )}
    </section>
  );
}

type Rule = PolicyQuery['rules'][number];

function Rules({ rules }: { rules: Rule[] }) {
  const { say, lang, to } = useAddress();
  const columns: Column<Rule>[] = [
    { name: 'rule', head: say('rule'), cell: (r) => <Link to={to('findings', { rule: r.code })}>{r.code}</Link> },
    { name: 'sentence', head: say('obligation'), cell: (r) => r.sentence },
    { name: 'severity', head: say('highest'), cell: (r) => <SeverityMark severity={r.severity} /> },
    { name: 'capability', head: say('capability'), cell: (r) => term(lang, 'Capability', r.capability) },
    {
      name: 'basis',
      head: say('basis'),
      cell: (r) => r.basis.map((b) => <div key={b.document + b.clause}>{`${b.document} ${b.clause}`}</div>),
    },
    { name: 'day', head: say('from'), cell: (r) => r.effectiveFrom ?? say('notRecorded') },
    { name: 'until', head: say('until'), cell: (r) => r.effectiveTo ?? say('open') },
    { name: 'acts', head: '', cell: (r) => <TryLink choices={{ rule: r.code }} /> },
  ];
  return (
    <section>
      <h2>{say('rulesOfDay')}</h2>
      <p className="quiet">{say('rulesHint')}</p>
      <Table caption={say('rulesOfDay')} columns={columns} rows={rules} rowKey={(r) => r.code} sheet={{ kind: 'rules' }} />
    </section>
  );
}
