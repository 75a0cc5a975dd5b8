import type { FundingSheetQuery } from '../../../generated/graphql';
import type { Line } from './paste';

/** A finance sheet as the server read it, and under which name and id it has it. */
export type Sheet = NonNullable<FundingSheetQuery['district']>['fundingSheet'] & { workbook: string; name: string };

/** Its lines beside those that are pasted. */
export const linesOfSheet = ({ lines }: Sheet): Line[] =>
  lines.map((l) => ({
    asked: `${l.place} ${l.asked}`,
    plan: l.plan ?? '',
    project: l.project ?? undefined,
    amount: l.amount ?? undefined,
    money: l.money ?? undefined,
    purpose: l.purpose ?? undefined,
    on: l.on ?? undefined,
    budgetYear: l.budgetYear ?? undefined,
    doubts: l.plan ? [] : ['doubtPlan'],
    place: l.place,
    problems: l.problems.map((p) => `${p.path?.join('!') ?? ''} ${p.message}`),
  }));
