import { useCallback, useState } from 'react';
import { useAddress } from './address';
import { accountOf, placeOf } from './draft';
import { useMe } from './me';

/** What is being filled in, kept in this browser per account, district and form: it survives a reload and an ended session. */
export function usePageDraft<Draft extends object>(form: string, empty: Draft) {
  const { district } = useAddress();
  const key = placeOf(accountOf(useMe()), district, form);
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...read<Draft>(key) }));
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        localStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(key);
    setDraft(empty);
  }, [key, empty]);
  return [draft, change, discard] as const;
}

function read<Draft>(key: string): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
