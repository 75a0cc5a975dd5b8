import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useAddress, type Address } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { called } from '../../shell/names';
import { brief, term } from '../../shell/words';
import { handedTo, type Finding, type Ticks } from './Groups';

/** As many as one step hands out. */
const most = 200;

/** What is done with the rows that are ticked: handed out, or copied for Excel; and the papers of what is shown. */
export function TickedRows({ shown, ticked, setTicked, children }: { shown: readonly Finding[]; children: ReactNode } & Ticks) {
  const address = useAddress();
  const { say } = address;
  const rows = shown.filter((f) => ticked.includes(f.key));
  useCopied(rows, address);
  const whose = [...new Set(rows.map((f) => f.responsible?.code))].filter((code) => code !== undefined);
  return (
    <div className="filter-foot" aria-live="polite">
      <span>{say('countTickedRows', { n: ticked.length })}</span>
      {ticked.length > rows.length && <span>{say('tickedHidden', { n: ticked.length - rows.length })}</span>}
      <Button onClick={() => setTicked(shown.slice(0, most).map((f) => f.key))}>{say('tickShown')}</Button>
      <Button disabled={ticked.length === 0} onClick={() => setTicked([])}>
        {say('tickNone')}
      </Button>
      <ActButton
        act="handOutFindings"
        ticked
        fill={whose.length === 1 ? { agency: whose[0] } : undefined}
        isFirst
        isOff={ticked.length === 0 || ticked.length > most}
      >
        {say('handOut')}
      </ActButton>
      {children}
      <small className="quiet">{say('copyHint')}</small>
    </div>
  );
}

/** Ctrl+C where no text is selected. */
function useCopied(rows: readonly Finding[], address: Address) {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const isText =
        (getSelection()?.toString() ?? '') !== '' || (event.target as Element).closest?.('textarea, input:not([type=checkbox])');
      if (rows.length > 0 && !isText) {
        event.clipboardData?.setData('text/plain', tabbed(rows, address));
        event.preventDefault();
      }
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [rows, address]);
}

function tabbed(rows: readonly Finding[], { say, lang }: Address): string {
  const heads = ['severity', 'verdict', 'rule', 'plan', 'sentence', 'agency', 'since', 'due', 'handOut'] as const;
  const lines = rows.map((f) => [
    term(lang, 'Severity', f.severity), brief(lang, 'Verdict', f.verdict), f.rule.code, f.plan?.title ?? say('aboutLists'), f.sentence,
    f.responsible ? called(f.responsible) : '', f.since, f.due ?? '', handedTo(f),
  ]);
  return [heads.map((h) => say(h)), ...lines].map((line) => line.map(cell).join('\t')).join('\r\n');
}

/** One line; Excel is not to take it for a formula. */
const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+\-@])/, "'");
