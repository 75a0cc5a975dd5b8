import type { CertificateStatus, FundingVerdict } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { Mark } from '../../shell/marks';
import { brief } from '../../shell/words';

const verdicts: Record<FundingVerdict, [string, string]> = {
  ELIGIBLE: ['●', 'green'],
  CONDITIONAL: ['◑', 'conditional'],
  NOT_ELIGIBLE: ['■', 'blocking'],
  UNKNOWN: ['?', 'unknown'],
};

const statuses: Record<CertificateStatus, [string, string]> = {
  PREPARED: ['◷', 'warning'],
  VALID: ['●', 'green'],
  EXPIRED: ['◇', 'grey'],
  REVOKED: ['✕', 'red'],
  REPLACED: ['◇', 'grey'],
  RETURNED: ['✕', 'error'],
};

export function FundingVerdictMark({ verdict }: { verdict: FundingVerdict }) {
  const { lang } = useAddress();
  const [shape, look] = verdicts[verdict];
  return <Mark shape={shape} look={look} word={brief(lang, 'FundingVerdict', verdict)} />;
}

export function CertificateMark({ status }: { status: CertificateStatus }) {
  const { lang } = useAddress();
  const [shape, look] = statuses[status];
  return <Mark shape={shape} look={look} word={brief(lang, 'CertificateStatus', status)} />;
}
