import { Link } from 'react-router';
import type { FindingsQuery } from '../../../generated/graphql';
import { DoButton } from '../../shell/forms';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { CountsOf } from '../../shell/counts';
import { useNews } from '../../shell/live';
import { Due, FindingMark } from '../../shell/marks';
import { called, tally } from '../../shell/names';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

export type Finding = NonNullable<FindingsQuery['district']>['findings']['nodes'][number];

export interface Ticks {
  ticked: readonly string[];
  setTicked: (keys: string[]) => void;
}

const severities = ['BLOCKING', 'ERROR', 'WARNING', 'NOTICE'];

/** The rows, in one table or one for each rule, agency or severity, with both counts. */
export function Groups({ findings, ...ticks }: { findings: Finding[] } & Ticks) {
  const { say, lang } = useAddress();
  const group = useChoices().read('group')[0];
  if (group !== 'rule' && group !== 'agency' && group !== 'severity') {
    return <Rows {...ticks} findings={findings} caption={say('findings')} />;
  }
  const keyOf = { rule: ruleOf, agency: agencyOf, severity: (f: Finding) => f.severity }[group];
  const groups = tally(findings, keyOf);
  if (group === 'severity') {
    groups.sort(([a], [b]) => severities.indexOf(a) - severities.indexOf(b));
  }
  const head = (key: string, f: Finding | undefined) =>
    group === 'severity' ? term(lang, 'Severity', key)
    : group === 'rule' ? `${key} ${f?.rule.sentence ?? ''}`
    : f?.responsible ? called(f.responsible) : say('without');
  return groups.map(([key, rows]) => {
    return (
      <details key={key} open className="group">
        <summary>
          <h2>{head(key, rows[0])}</h2> <CountsOf rows={rows} />
        </summary>
        <Rows {...ticks} findings={rows} caption={head(key, rows[0])} />
      </details>
    );
  });
}

export const ruleOf = (f: Finding) => f.rule.code;
export const agencyOf = (f: Finding) => f.responsible?.code ?? 'none';

/** To whom it is handed out; '' where to nobody. */
export const handedTo = (f: Finding) => (f.handedOut?.agency ? called(f.handedOut.agency) : '');

function HandedOut({ handed }: { handed: NonNullable<Finding['handedOut']> }) {
  const { say } = useAddress();
  return (
    <>
      {handed.agency ? called(handed.agency) : say('notRecorded')} <small className="quiet nowrap">{handed.on}</small>
    </>
  );
}

function Rows({ findings, caption, ticked, setTicked }: { findings: Finding[]; caption: string } & Ticks) {
  const { say, to } = useAddress();
  const { also } = useChoices();
  const asOf = useSeen()!.asOf;
  const { cleared } = useNews();
  const columns: Column<Finding>[] = [
    {
      name: 'tick',
      head: say('chosen'),
      cell: (f) => (
        <input
          type="checkbox"
          aria-label={say('tickFinding', { sentence: f.sentence })}
          checked={ticked.includes(f.key)}
          onChange={(e) => setTicked(e.target.checked ? [...ticked, f.key] : ticked.filter((k) => k !== f.key))}
        />
      ),
    },
    {
      name: 'severity',
      head: say('severity'),
      order: (f) => severities.indexOf(f.severity),
      cell: (f) => (cleared.has(f.key) ? <span className="mark">{say('wasCleared')}</span> : <FindingMark finding={f} />),
    },
    {
      name: 'rule',
      head: say('rule'),
      order: ruleOf,
      cell: (f) => (
        <>
          <span className="nowrap">{f.rule.code}</span> <small className="quiet rule-name">{f.rule.name}</small>
        </>
      ),
    },
    {
      name: 'plan',
      head: say('subject'),
      order: (f) => f.plan?.code ?? '',
      cell: (f) => (f.plan ? <Link to={to(`plans/${f.plan.code}`)}>{f.plan.title}</Link> : say('aboutLists')),
    },
    {
      name: 'sentence',
      head: say('sentence'),
      cell: (f) => (
        <Link className="row-link" preventScrollReset to={also('open', f.id)}>
          {f.sentence}
        </Link>
      ),
    },
    {
      name: 'agency',
      head: say('agency'),
      order: (f) => (f.responsible ? called(f.responsible) : ''),
      cell: (f) => (f.responsible ? called(f.responsible) : say('notRecorded')),
    },
    { name: 'since', head: say('since'), order: (f) => f.since, cell: (f) => f.since, isMinor: true },
    {
      name: 'due',
      head: say('due'),
      order: (f) => f.due ?? '9999',
      cell: (f) => (
        <>
          <Due due={f.due} urgency={f.urgency} asOf={asOf} />
          {f.remedies[0] && !cleared.has(f.key) && (
            <p className="row-act">
              <DoButton finding={f} />
            </p>
          )}
        </>
      ),
    },
  ];
  if (findings.some((f) => f.handedOut)) {
    columns.push({
      name: 'handedOut',
      head: say('handOut'),
      order: handedTo,
      cell: (f) => f.handedOut && <HandedOut handed={f.handedOut} />,
    });
  }
  // What was cleared stays where it stood until the reader asks for what is new.
  const rowClass = (f: Finding) => (cleared.has(f.key) ? 'cleared' : undefined);
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={findings}
      rowKey={(f) => f.id}
      rowClass={rowClass}
      isSorted
      sheet={{ kind: 'findings' }}
    />
  );
}
