import '../../shell/planWords';
import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { PlanDocument, type PlanQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { EvidenceButton } from '../../shell/Evidence';
import { StaleNote } from '../../shell/live';
import { useMay } from '../../shell/me';
import { Page, RefusedPage } from '../../shell/Page';
import { PaperButton } from '../../shell/papers';
import { Answered, Empty } from '../../shell/states';
import { FindingView } from '../findings/FindingView';
import { Assignments } from './Assignments';
import { Consultation } from './Consultation';
import { Experts } from './Experts';
import { Hierarchy } from './Hierarchy';
import { Indicators } from './Indicators';
import { LedgerOf } from './LedgerOf';
import { Money } from './Money';
import { PlanActs } from './PlanActs';
import { PlanHead } from './PlanHead';
import { Amendments, Duties, Procedure } from './Procedure';
import { isBlocked, Repair } from './Repair';
import { Alignment, Route } from './Route';

export default function Plan() {
  const { view } = useAddress();
  const code = useParams().code ?? '';
  const answer = useAnswer(PlanDocument, { ...view, plan: code });
  return (
    <Answered answer={answer}>
      {({ district }) => (district?.plan ? <Shown plan={district.plan} asOf={district.asOf} /> : <RefusedPage />)}
    </Answered>
  );
}

export type PlanData = NonNullable<NonNullable<PlanQuery['district']>['plan']>;

const sections = [
  'problems', 'repair', 'procedure', 'route', 'consultation', 'alignment', 'experts', 'duties', 'hierarchy', 'indicators',
  'assignments', 'amendments', 'money', 'ledger',
] as const;

/** One long page with anchors. */
function Shown({ plan, asOf }: { plan: PlanData; asOf: string }) {
  const { say } = useAddress();
  const mayLedger = useMay('District.ledger');
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) {
      document.getElementById(hash.slice(1))?.scrollIntoView();
    }
  }, [hash]);
  return (
    <Page title={plan.title}>
      <StaleNote plan={plan.code} />
      <PlanHead plan={plan} />
      <PlanActs plan={plan} />
      <p className="buttons">
        {plan.light && plan.light !== 'GREEN' && (
          <PaperButton paper="missing" of={[plan.code]}>
            {say('missingPaper')}
          </PaperButton>
        )}
        <EvidenceButton kind="plan" code={plan.code} />
      </p>
      <div className="long">
        <nav className="anchors" aria-label={say('contents')}>
          {sections.filter((s) => (s !== 'ledger' || mayLedger) && (s !== 'repair' || isBlocked(plan))).map((section) => (
            <a key={section} href={`#${section}`}>
              {say(section)}
            </a>
          ))}
        </nav>
        <div>
          <section id="problems">
            <h2>{say('problems')}</h2>
            {plan.findings.length > 0 ? (
              plan.findings.map((f) => <FindingView key={f.id} finding={f} asOf={asOf} />)
            ) : (
              <Empty>{say('noFindings')}</Empty>
            )}
          </section>
          {isBlocked(plan) && <Repair plan={plan} />}
          <Procedure plan={plan} asOf={asOf} />
          <Route plan={plan} />
          <Consultation plan={plan} />
          <Alignment plan={plan} />
          <Experts plan={plan} />
          <Duties plan={plan} asOf={asOf} />
          <Hierarchy plan={plan} />
          <Indicators plan={plan} />
          <Assignments plan={plan} />
          <Amendments plan={plan} asOf={asOf} />
          <Money plan={plan} />
          {mayLedger && <LedgerOf code={plan.code} />}
        </div>
      </div>
    </Page>
  );
}
