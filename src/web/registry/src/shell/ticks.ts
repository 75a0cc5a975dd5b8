import { useCallback } from 'react';
import { useAddress } from './address';
import { accountOf, kept, placeOf } from './draft';
import { useMe } from './me';
import { usePageDraft } from './pageDraft';

type Ticked = 'tickedFindings' | 'tickedPlans';
const none = { keys: [] as string[] };

/** What is ticked on a page, findings by their keys or plans by their codes; kept in this browser as drafts are. */
export function useTicks(form: Ticked = 'tickedFindings') {
  const [{ keys }, change] = usePageDraft(form, none);
  const setTicked = useCallback((next: string[]) => change({ keys: next }), [change]);
  return [keys, setTicked] as const;
}

/** The same as the fields of the form that is about them, as they are when it opens. */
export function useTicked(act: string): Record<string, string[]> {
  const { district } = useAddress();
  const [form, field]: [Ticked, string] = act === 'declareNoChange' ? ['tickedPlans', 'plans'] : ['tickedFindings', 'findings'];
  return { [field]: kept<typeof none>(placeOf(accountOf(useMe()), district, form))?.keys ?? [] };
}
