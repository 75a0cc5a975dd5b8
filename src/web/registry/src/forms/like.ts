import type { FormListQuery } from '../../generated/graphql';
import { textsOf, type Values } from './values';

export type ListToCopy = NonNullable<FormListQuery['district']>['directoryLists'][number];

/** The code of the last list with the year of the new one, SR-2026 after SR-2024; where that is taken, with a number. */
export function nextCode(last: string, codes: readonly string[], year: string): string {
  const code = /\d{4}/.test(last) ? last.replace(/\d{4}(-\d+)?/, year) : `${last}-${year}`;
  const free = [code, ...codes.map((_, i) => `${code}-${i + 2}`)].find((c) => !codes.includes(c));
  return free ?? code;
}

/** A new list begins with what the last one holds; code and year are proposed, approval is its own. */
export const likeList = (list: ListToCopy, codes: readonly string[], year: string): Values =>
  textsOf({
    code: nextCode(list.code, codes, year),
    year,
    track: list.track,
    drafter: list.drafter?.code,
    coDrafters: list.coDrafters?.map((a) => a.code),
    replaces: list.code,
    entries: list.entries
      .filter((e) => !e.dropped)
      .sort((a, b) => a.code.localeCompare(b.code, 'zh-CN', { numeric: true }))
      .map(({ leadAgency, coLeadAgencies, plan, dropped: _, ...entry }) => ({
        ...entry,
        leadAgency: leadAgency?.code,
        coLeadAgencies: coLeadAgencies?.map((a) => a.code),
        plan: plan?.code,
      })),
  }) as Values;
