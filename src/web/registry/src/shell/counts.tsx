import { useAddress } from './address';

/** How many findings and how many to verify: told apart, never added up. */
export function Counts({ problems, unknown }: { problems: number; unknown: number }) {
  const { say } = useAddress();
  return (
    <span className="counts">
      {(problems > 0 || unknown === 0) && <span>{say('countProblems', { n: problems })}</span>}
      {unknown > 0 && <span>{say('countUnknown', { n: unknown })}</span>}
    </span>
  );
}

/** The same of rows. */
export function CountsOf({ rows }: { rows: readonly { verdict: string }[] }) {
  const unknown = rows.filter((f) => f.verdict === 'UNKNOWN').length;
  return <Counts problems={rows.length - unknown} unknown={unknown} />;
}
