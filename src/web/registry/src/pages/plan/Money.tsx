import { useAddress } from '../../shell/address';
import { EvidenceButton } from '../../shell/Evidence';
import { withCommas } from '../../shell/days';
import { useMay } from '../../shell/me';
import type { Column } from '../../shell/table';
import { brief, term } from '../../shell/words';
import { Entered, Recorded, Section } from '../../shell/parts';
import type { PlanData } from './Plan';

type Certificate = PlanData['certificates']['nodes'][number];

/** Money asked for, arranged and spent, and the certificates given. */
export function Money({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const lines: Column<PlanData['fundingLines'][number]>[] = [
    { name: 'project', head: say('project'), cell: (l) => l.project },
    { name: 'amount', head: say('amount'), cell: (l) => withCommas(l.amount), isNumber: true },
    { name: 'source', head: say('fundSource'), cell: (l) => term(lang, 'FundingMoney', l.money) },
    { name: 'purpose', head: say('purpose'), cell: (l) => term(lang, 'FundingPurpose', l.purpose) },
    { name: 'rank', head: say('fundingRank'), cell: (l) => (l.rank ? term(lang, 'FundingRank', l.rank) : say('cannotBeTold')) },
    { name: 'year', head: say('budgetYear'), cell: (l) => l.budgetYear ?? say('notRecorded') },
    { name: 'arranged', head: say('arranged'), cell: (l) => l.arrangedOn ?? say('notRecorded') },
    { name: 'spent', head: say('spent'), cell: (l) => l.spentOn ?? say('notRecorded') },
    { name: 'record', head: say('record'), cell: (l) => <Entered row={l} />, isMinor: true },
  ];
  const mayProve = useMay('District.ledger');
  const certificates: Column<Certificate>[] = [
    { name: 'number', head: say('number'), cell: (c) => c.number },
    { name: 'verdict', head: say('verdict'), cell: (c) => term(lang, 'FundingVerdict', c.verdict) },
    { name: 'status', head: say('status'), cell: (c) => brief(lang, 'CertificateStatus', c.status) },
    { name: 'purpose', head: say('purpose'), cell: (c) => term(lang, 'FundingPurpose', c.purpose) },
    { name: 'day', head: say('day'), cell: (c) => c.on },
    { name: 'until', head: say('validUntil'), cell: (c) => c.validUntil },
    ...(mayProve
      ? [{ name: 'act', head: say('evidence'), cell: (c: Certificate) => <EvidenceButton kind="certificate" code={c.number} /> }]
      : []),
  ];
  return (
    <Section id="money" title={say('money')}>
      <h3>{say('lines')}</h3>
      <Recorded title={say('lines')} rows={plan.fundingLines} columns={lines} rowKey={(l) => l.id} />
      <h3>{say('certificates')}</h3>
      <Recorded title={say('certificates')} rows={plan.certificates.nodes} columns={certificates} rowKey={(c) => c.id} />
    </Section>
  );
}
