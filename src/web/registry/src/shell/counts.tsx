import { useAddress } from './address';

/** How many findings and how many to verify: told apart, never added up. */
export function Counts({ rows }: { rows: readonly { verdict: string }[] }) {
  const { say } = useAddress();
  const unknown = rows.filter((f) => f.verdict === 'UNKNOWN').length;
  const problems = rows.length - unknown;
  return (
    <span className="counts">
      {(problems > 0 || unknown === 0) && <span>{say('countProblems', { n: problems })}</span>}
      {unknown > 0 && <span>{say('countUnknown', { n: unknown })}</span>}
    </span>
  );
}
