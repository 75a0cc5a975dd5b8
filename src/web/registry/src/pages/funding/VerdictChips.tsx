import type { FundingVerdict } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { Chips } from '../../shell/filters';
import { brief } from '../../shell/words';
import { verdictOf, type Checked } from './CheckedLines';

const worstFirst: FundingVerdict[] = ['NOT_ELIGIBLE', 'UNKNOWN', 'CONDITIONAL', 'ELIGIBLE'];

/** How many lines come to which verdict, the worst first; a chosen one shows its lines alone. */
export function VerdictChips({ rows }: { rows: readonly Checked[] }) {
  const { say, lang } = useAddress();
  const count = (verdict: FundingVerdict) => rows.filter((r) => verdictOf(r) === verdict).length;
  return (
    <Chips
      name="verdict"
      label={say('verdict')}
      options={worstFirst.map((value) => ({ value, label: `${brief(lang, 'FundingVerdict', value)} ${count(value)}` }))}
    />
  );
}
