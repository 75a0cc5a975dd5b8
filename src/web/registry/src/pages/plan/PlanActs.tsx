import { useAddress } from '../../shell/address';
import { Acts, TryLink } from '../../shell/forms';

const first = ['recordAct', 'proposeAmendment', 'recordReading'];
const others = [
  'addSubmissionItem', 'requestAlignment', 'recordAlignmentOpinion', 'approveAmendment', 'setTargets', 'grantExemption', 'recordFunding',
  'issueFundingCertificate',
];

/** What can be recorded of the plan: its forms, with the plan filled in. */
interface Acted {
  code: string;
  isOwn: boolean;
  amendments: readonly { version: number }[];
}

export function PlanActs({ plan: { code: plan, isOwn, amendments } }: { plan: Acted }) {
  const { say } = useAddress();
  // The plan as it was approved first is version 1.
  const version = Math.max(1, ...amendments.map((a) => a.version)) + 1;
  return !isOwn ? null : (
    <>
      <Acts
        title={say('recordOfPlan')}
        first={first.map((act) => ({ act, fill: { plan, ...(act === 'proposeAmendment' && { version }) } }))}
        others={[{ act: 'linkPlans', fill: { subordinate: plan } }, ...others.map((act) => ({ act, fill: { plan } }))]}
      />
      <TryLink />
    </>
  );
}
