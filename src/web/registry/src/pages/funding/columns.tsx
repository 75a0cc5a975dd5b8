import type { CertificateRowFragment } from '../../../generated/graphql';
import type { Address } from '../../shell/address';
import { withCommas } from '../../shell/days';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { FundingVerdictMark } from './marks';

export type Certificate = CertificateRowFragment;

/** What a certificate says, in a table. */
export const certificateColumns = ({ say, lang }: Address): Column<Certificate>[] => [
  {
    name: 'plan',
    head: say('plan'),
    cell: (c) => (
      <>
        {c.planTitle} <small className="quiet">{c.planCode}</small>
      </>
    ),
  },
  { name: 'project', head: say('project'), cell: (c) => c.project },
  { name: 'amount', head: say('amount'), cell: (c) => c.amount && withCommas(c.amount), isNumber: true },
  { name: 'source', head: say('fundSource'), cell: (c) => term(lang, 'FundingMoney', c.money), isMinor: true },
  { name: 'day', head: say('checkedOn'), cell: (c) => c.on },
  { name: 'verdict', head: say('verdict'), cell: (c) => <FundingVerdictMark verdict={c.verdict} /> },
];

/** A column of ticks. */
export const tickColumn = (
  { say }: Address,
  ticked: readonly string[],
  setTicked: (numbers: string[]) => void,
  isOff: (c: Certificate) => boolean,
): Column<Certificate> => ({
  name: 'tick',
  head: say('chosen'),
  cell: (c) => (
    <input
      type="checkbox"
      aria-label={say('tickCertificate', { number: c.number })}
      checked={ticked.includes(c.number)}
      disabled={isOff(c)}
      onChange={(e) => setTicked(e.target.checked ? [...ticked, c.number] : ticked.filter((n) => n !== c.number))}
    />
  ),
});
