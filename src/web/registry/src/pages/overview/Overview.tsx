import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { OverviewDocument, type OverviewQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Coverage } from '../../shell/Coverage';
import { useLive, useNews } from '../../shell/live';
import { LightMark, SeverityMark, VerdictMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { Page } from '../../shell/Page';
import { daysOf } from '../../shell/spans';
import { Answered, Refused } from '../../shell/states';
import { term } from '../../shell/words';
import { FundingVerdictMark } from '../funding/marks';
import { Bars } from './Bars';
import { DueList } from './DueList';
import { FirstSteps } from './FirstSteps';
import { FirstThings } from './FirstThings';
import { SinceLastVisit } from './SinceLastVisit';

const lights = ['RED', 'YELLOW', 'GREEN', 'GREY'] as const;

export default function Overview() {
  const { say, language, view } = useAddress();
  const asOf = useSeen()!.asOf;
  const answer = useAnswer(OverviewDocument, {
    ...view,
    language,
    ...daysOf(asOf),
  });
  return (
    <Page title={say('overview')}>
      <Updated />
      <Answered answer={answer}>{({ district }) => (district ? <Shown district={district} /> : <Refused />)}</Answered>
    </Page>
  );
}

/** Figures and rows follow what is recorded; what that came to is said. */
function Updated() {
  const { say } = useAddress();
  const { isStale, refresh } = useLive();
  const { opened, cleared } = useNews();
  const [last, tell] = useState<{ opened: number; cleared: number }>();
  const [a, b] = [opened.size, cleared.size];
  useEffect(() => {
    if (isStale || a + b > 0) {
      tell({ opened: a, cleared: b });
      refresh();
    }
  }, [isStale, a, b, refresh]);
  return (
    <div role="status" className={last && 'stale'}>
      {last && say('updated', last)}
    </div>
  );
}

type District = NonNullable<OverviewQuery['district']>;

function Shown({ district }: { district: District }) {
  const { say, lang, to } = useAddress();
  const { conformance } = district;
  const plans = { RED: conformance.red, YELLOW: conformance.yellow, GREEN: conformance.green, GREY: conformance.grey };
  return (
    <>
      <p className="to-briefing">
        <Link to={to('briefing')}>{say('briefing')}</Link>
      </p>
      <div className="figures">
        <section aria-label={say('lights')}>
          {lights.map((light) => (
            <Link key={light} className="figure" to={to('plans', { light })}>
              <LightMark light={light} />
              <strong>{plans[light]}</strong>
            </Link>
          ))}
        </section>
        <section aria-label={say('severities')}>
          {conformance.bySeverity.map(({ severity, count, unknown }) => (
            <Link key={severity} className="figure" to={to('findings', { severity, verdict: ['FAIL', 'CONDITIONAL'] })}>
              <SeverityMark severity={severity} />
              <strong>{count - unknown}</strong>
            </Link>
          ))}
        </section>
        <section aria-label={say('toVerify')}>
          <Link className="figure" to={to('findings', { verdict: 'UNKNOWN' })}>
            <VerdictMark verdict="UNKNOWN" />
            <strong>{conformance.unknown}</strong>
          </Link>
          {conformance.waived > 0 && (
            <Link className="figure" to={to('findings', { waived: 'yes' })}>
              <VerdictMark verdict="CONDITIONAL" word={say('waived')} />
              <strong>{conformance.waived}</strong>
            </Link>
          )}
        </section>
        <section aria-label={say('fundingStanding')}>
          <span className="figures-name">{say('fundingStanding')}</span>
          {conformance.byFunding.filter((f) => f.verdict !== 'ELIGIBLE').map(({ verdict, count }) => (
            <Link key={verdict} className="figure" to={to('plans', { funding: verdict })}>
              <FundingVerdictMark verdict={verdict} />
              <strong>{count}</strong>
            </Link>
          ))}
        </section>
      </div>
      <SinceLastVisit seq={district.seq} />
      {conformance.plans > 0 ? <FirstThings first={district.first} asOf={district.asOf} /> : <FirstSteps />}
      <div className="pair">
        <Bars
          title={say('byCapability')}
          filter="capability"
          bars={conformance.byCapability.map((b) => ({ ...b, key: b.capability, name: term(lang, 'Capability', b.capability) }))}
        />
        <Bars
          title={say('byAgency')}
          filter="agency"
          bars={conformance.byAgency.map((b) => ({ ...b, key: b.agency.code, name: called(b.agency) }))}
        />
      </div>
      <DueList district={district} />
      <Coverage sentences={conformance.coverage} />
    </>
  );
}
