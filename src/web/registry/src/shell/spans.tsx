import type { DueCountsFragment } from '../../generated/graphql';
import { useAddress } from './address';
import { addDays } from './days';

/** What is owed is told in these groups wherever it is told: overdue, and due in so many days from the day judged on, that day included. */
export const spans = ['overdue', '7', '30', '90'] as const;
export type Span = (typeof spans)[number];

/** The days between which what is owed is counted, as the fragment DueCounts asks for them. */
export const daysOf = (asOf: string) => ({
  yesterday: addDays(asOf, -1),
  from: asOf,
  week: addDays(asOf, 7),
  month: addDays(asOf, 30),
  quarter: addDays(asOf, 90),
});

export const isWithin = (span: Span, due: string, asOf: string): boolean =>
  span === 'overdue' ? due < asOf : due >= asOf && due <= addDays(asOf, Number(span));

export type Counts = Record<Span, number>;

/** As the server counts. */
export const countsOf = ({ overdue, week, month, quarter }: DueCountsFragment): Counts => ({
  overdue: overdue.totalCount, 7: week.totalCount, 30: month.totalCount, 90: quarter.totalCount,
});

/** The same of rows that are all read. */
export const countsIn = (duties: readonly { due: string }[], asOf: string): Counts =>
  Object.fromEntries(spans.map((s) => [s, duties.filter((d) => isWithin(s, d.due, asOf)).length])) as Counts;

interface Props {
  counts: Counts;
  chosen: Span | undefined;
  choose: (span: Span) => void;
}

/** Each group with its count; one opens its rows. */
export function SpanChips({ counts, chosen, choose }: Props) {
  const { say } = useAddress();
  return (
    <div className="chips" role="group" aria-label={say('due')}>
      {spans.map((span) => (
        <button key={span} type="button" aria-pressed={span === chosen} onClick={() => choose(span)}>
          {spanName(say, span)} <strong>{counts[span]}</strong>
        </button>
      ))}
    </div>
  );
}

export const spanName = (say: ReturnType<typeof useAddress>['say'], span: Span): string =>
  span === 'overdue' ? say('overdue') : say('within', { n: span });
