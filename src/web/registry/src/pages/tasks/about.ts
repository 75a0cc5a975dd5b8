import type { DutyRowFragment } from '../../../generated/graphql';

/** What a duty is about, by name: its plan, else the application or the list. */
export const aboutOf = ({ plan, about }: Pick<DutyRowFragment, 'plan' | 'about'>): string | undefined =>
  plan ? plan.title
  : about?.__typename === 'EntryApplication' ? about.title
  : about?.__typename === 'DirectoryList' ? about.code
  : undefined;
