import { useCallback, useState } from 'react';
import { useAddress } from './address';
import { accountOf, discard as forget, keep, kept, placeOf } from './draft';
import { useMe } from './me';

/** What is being filled in, kept in this browser per account, district and form: it survives a reload and an ended session. */
export function usePageDraft<Draft extends object>(form: string, empty: Draft) {
  const { district } = useAddress();
  const key = placeOf(accountOf(useMe()), district, form);
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...kept<Draft>(key) }));
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        keep(key, after);
        return after;
      }),
    [key],
  );
  const discard = useCallback(() => {
    forget(key);
    setDraft(empty);
  }, [key, empty]);
  return [draft, change, discard] as const;
}
