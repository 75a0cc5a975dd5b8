import type { FormListQuery } from '../../generated/graphql';
import { textsOf, type Values } from './values';

export type ListToCopy = NonNullable<FormListQuery['district']>['directoryLists'][number];

/** The year after the last list of its track, or the present one; its code in the manner of the last, SR-2027 after SR-2026. */
export function nextList(last: ListToCopy, lists: readonly ListToCopy[], present: number): { code: string; year: number } {
  const year = Math.max(present, ...lists.filter((l) => l.track === last.track).map((l) => l.year + 1));
  return { code: /\d{4}/.test(last.code) ? last.code.replace(/\d{4}/, String(year)) : `${last.code}-${year}`, year };
}

/** A new list begins with what the last one holds; code and year are proposed, approval is its own. */
export const likeList = (list: ListToCopy, lists: readonly ListToCopy[], present: number): Values =>
  textsOf({
    ...nextList(list, lists, present),
    track: list.track,
    drafter: list.drafter?.code,
    coDrafters: list.coDrafters?.map((a) => a.code),
    replaces: list.code,
    entries: list.entries
      .filter((e) => !e.dropped)
      .sort((a, b) => a.code.localeCompare(b.code, 'zh-CN', { numeric: true }))
      .map(({ leadAgency, coLeadAgencies, plan, eiaOpinion, waterOpinion, dropped: _, ...entry }) => ({
        ...entry,
        eiaOpinion: eiaOpinion?.code,
        waterOpinion: waterOpinion?.code,
        leadAgency: leadAgency?.code,
        coLeadAgencies: coLeadAgencies?.map((a) => a.code),
        plan: plan?.code,
      })),
  }) as Values;
