import { useCallback } from 'react';
import { useAddress } from './address';
import { accountOf, kept, placeOf } from './draft';
import { useMe } from './me';
import { usePageDraft } from './pageDraft';

const form = 'tickedFindings';
const none = { keys: [] as string[] };

/** The findings that are ticked on their page, by their keys; kept in this browser as drafts are. */
export function useTicks() {
  const [{ keys }, change] = usePageDraft(form, none);
  const setTicked = useCallback((next: string[]) => change({ keys: next }), [change]);
  return [keys, setTicked] as const;
}

/** The same, for the form that is about them: as they are when it opens. */
export function useTicked(): string[] {
  const { district } = useAddress();
  return kept<typeof none>(placeOf(accountOf(useMe()), district, form))?.keys ?? [];
}
