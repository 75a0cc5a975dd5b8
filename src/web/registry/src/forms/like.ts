import type { FormListQuery } from '../../generated/graphql';
import { textsOf, type Values } from './values';

export type ListToCopy = NonNullable<FormListQuery['district']>['directoryLists'][number];

/** A new list begins with what the last one holds; code, year and approval are its own. */
export const likeList = (list: ListToCopy): Values =>
  textsOf({
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
