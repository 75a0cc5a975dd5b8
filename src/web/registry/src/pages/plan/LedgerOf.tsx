import { Link } from 'react-router';
import type { LedgerOfPlanQuery } from '../../../generated/graphql';
import { LedgerOfPlanDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Section } from '../../shell/parts';
import { Answered, Empty, Refused } from '../../shell/states';
import { EntryRows } from '../ledger/EntryRows';

/** The latest entries about the plan. */
export function LedgerOf({ code }: { code: string }) {
  const { say, view } = useAddress();
  const answer = useAnswer(LedgerOfPlanDocument, { ...view, plan: code });
  return (
    <Section id="ledger" title={say('ledger')}>
      <Answered answer={answer}>{({ district }) => (district ? <Shown code={code} ledger={district.ledger} /> : <Refused />)}</Answered>
    </Section>
  );
}

function Shown({ code, ledger }: { code: string; ledger: NonNullable<LedgerOfPlanQuery['district']>['ledger'] }) {
  const { say, to } = useAddress();
  return ledger.nodes.length === 0 ? (
    <Empty>{say('noEntries')}</Empty>
  ) : (
    <>
      <EntryRows caption={say('ledger')} entries={ledger.nodes} isElsewhere />
      <p>
        <Link to={to('ledger', { plan: code })}>{say('allEntries', { n: ledger.totalCount })}</Link>
      </p>
    </>
  );
}
