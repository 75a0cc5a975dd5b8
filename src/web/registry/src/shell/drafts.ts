import { useCallback, useState } from 'react';
import { useAddress } from './address';
import { useMe } from './me';

const prefix = 'plan-registry.draft.';

/** What is being filled in, kept in this browser per account, district and form: it survives a reload and an ended session. */
export function useDraft<Draft extends object>(form: string, empty: Draft) {
  const { district } = useAddress();
  const key = `${prefix}${useMe().name}.${district}.${form}`;
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

/** Whoever signs out leaves nothing behind. */
export const discardDrafts = () =>
  Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));

/** A key under which a retry gets the first answer. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
