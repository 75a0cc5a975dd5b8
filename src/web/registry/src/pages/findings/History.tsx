import { useState } from 'react';
import { Link } from 'react-router';
import { FindingHistoryDocument, type FindingHistoryQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Answered, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { MonthBars } from './MonthBars';

type Month = NonNullable<FindingHistoryQuery['district']>['findingHistory'][number];

/** Bars by severity for each month, what is to be checked apart; read when it is opened: every month is judged. */
export function History() {
  const { say } = useAddress();
  const [isOpen, open] = useState(false);
  return (
    <details className="group history-of" onToggle={(e) => open(e.currentTarget.open)}>
      <summary>
        <h2>{say('gettingBetter')}</h2>
      </summary>
      {isOpen && <Months />}
    </details>
  );
}

function Months() {
  const { view } = useAddress();
  const asOf = useSeen()!.asOf;
  const answer = useAnswer(FindingHistoryDocument, { ...view, from: yearBefore(asOf), to: asOf });
  return <Answered answer={answer}>{({ district }) => (district ? <Shown months={district.findingHistory} /> : <Refused />)}</Answered>;
}

const severities = [
  { key: 'BLOCKING', shape: '■', color: '#b42318' },
  { key: 'ERROR', shape: '◆', color: '#9a3412' },
  { key: 'WARNING', shape: '▲', color: '#b7791f' },
  { key: 'NOTICE', shape: '●', color: '#1d4f91' },
] as const;

function Shown({ months }: { months: Month[] }) {
  const { say, lang, to } = useAddress();
  const problems = (m: Month, severity: string) => {
    const found = m.bySeverity.find((s) => s.severity === severity);
    return found ? found.count - found.unknown : 0;
  };
  const at = (m: Month, filter: Record<string, string>) => to('findings', { ...filter, asOf: m.day });
  const columns: Column<Month>[] = [
    { name: 'year', head: say('month'), cell: (m) => m.month },
    ...severities.map(({ key }) => ({
      name: key.toLowerCase(),
      head: term(lang, 'Severity', key),
      isNumber: true,
      cell: (m: Month) => <Link to={at(m, { severity: key, verdict: 'FAIL,CONDITIONAL' })}>{problems(m, key)}</Link>,
    })),
    { name: 'unknown', head: say('toVerify'), isNumber: true, cell: (m) => <Link to={at(m, { verdict: 'UNKNOWN' })}>{m.unknown}</Link> },
    { name: 'waived', head: say('waived'), isNumber: true, cell: (m) => <Link to={at(m, { waived: 'yes' })}>{m.waived}</Link> },
    { name: 'opened', head: say('openedInMonth'), isNumber: true, cell: (m) => m.opened },
    { name: 'cleared', head: say('clearedInMonth'), isNumber: true, cell: (m) => m.cleared },
    { name: 'day', head: say('judgedOn'), cell: (m) => m.day },
  ];
  const keys = severities.map(({ key, shape, color }) => ({ shape, color, name: term(lang, 'Severity', key) }));
  const unknown = { shape: '□', color: '#4b5563', name: say('toVerify') };
  const bars = months.map((m) => ({ month: m.month, counts: severities.map(({ key }) => problems(m, key)), unknown: m.unknown }));
  return (
    <>
      <p className="quiet">{say('historyHint')}</p>
      <MonthBars title={say('gettingBetter')} bars={bars} keys={keys} unknown={unknown} />
      <Table caption={say('gettingBetter')} columns={columns} rows={months} rowKey={(m) => m.month} />
    </>
  );
}

/** The first day of the month eleven months before. */
function yearBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}
