import { useAddress } from '../../shell/address';
import { Acts, TryLink } from '../../shell/forms';

const first = ['recordAct', 'proposeAmendment', 'recordReading'];
const others = [
  'addSubmissionItem', 'requestAlignment', 'recordAlignmentOpinion', 'approveAmendment', 'setTargets', 'grantExemption', 'recordFunding',
  'issueFundingCertificate',
];

/** What can be recorded of the plan: its forms, with the plan filled in. */
export function PlanActs({ plan: { code: plan, isOwn } }: { plan: { code: string; isOwn: boolean } }) {
  const { say } = useAddress();
  return !isOwn ? null : (
    <>
      <Acts
        title={say('recordOfPlan')}
        first={first.map((act) => ({ act, fill: { plan } }))}
        others={[{ act: 'linkPlans', fill: { subordinate: plan } }, ...others.map((act) => ({ act, fill: { plan } }))]}
      />
      <TryLink />
    </>
  );
}
