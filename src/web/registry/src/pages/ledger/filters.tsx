import { useMemo } from 'react';
import type { EntryRowFragment, LedgerFilter } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { Choice, DayChoice, Filters } from '../../shell/filters';
import terms from '../../shell/terms.json';
import { term } from '../../shell/words';

export const filterNames = ['command', 'actor', 'from', 'to', 'plan'] as const;

/** What the server is to look for: a ledger may be longer than a page can hold. */
export function useLedgerFilter(): LedgerFilter {
  const { query, read } = useChoices();
  return useMemo(() => {
    const some = (name: string) => (read(name).length > 0 ? read(name) : undefined);
    return { commands: some('command'), actors: some('actor'), from: read('from')[0], to: read('to')[0], plans: some('plan') };
  }, [query, read]);
}

export function LedgerFilters({ entries }: { entries: readonly EntryRowFragment[] }) {
  const { say, lang } = useAddress();
  const { read } = useChoices();
  const names = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
  const commands = Object.keys(terms.LedgerCommand).map((value) => ({ value, label: term(lang, 'Command', value) }));
  return (
    <Filters>
      <Choice name="command" label={say('command')} options={commands} />
      <Choice name="actor" label={say('actor')} options={names([...read('actor'), ...entries.map((e) => e.actorName)])} />
      <DayChoice name="from" label={say('recordedFrom')} />
      <DayChoice name="to" label={say('recordedTo')} />
      {read('plan').length > 0 && <Choice name="plan" label={say('plan')} options={names(read('plan'))} />}
    </Filters>
  );
}
