import { Link } from 'react-router';
import { OverviewDocument, OverviewFindingsDocument, type OverviewQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { useAnswer, usePages } from '../../shell/answers';
import { addDays } from '../../shell/days';
import { LightMark, SeverityMark, VerdictMark } from '../../shell/marks';
import { Page } from '../../shell/Page';
import { Answered, Refused } from '../../shell/states';
import { Bars, type FindingRow } from './Bars';
import { DueList } from './DueList';
import { FirstThings } from './FirstThings';

const lights = ['RED', 'YELLOW', 'GREEN', 'GREY'] as const;
const severities = ['BLOCKING', 'ERROR', 'WARNING', 'NOTICE'] as const;

export default function Overview() {
  const { say, lang, view } = useAddress();
  const asOf = useSeen()!.asOf;
  const answer = useAnswer(OverviewDocument, {
    ...view,
    language: lang === 'zh' ? 'ZH' : 'EN',
    from: asOf,
    week: addDays(asOf, 7),
    month: addDays(asOf, 30),
    quarter: addDays(asOf, 90),
  });
  const rows = usePages(OverviewFindingsDocument, view, (data) => data.district?.findings);
  return (
    <Page title={say('overview')}>
      <Answered answer={answer}>
        {({ district }) =>
          district ? (
            <Answered answer={rows}>
              {(pages) => <Shown district={district} findings={pages.flatMap((p) => p.district?.findings.nodes ?? [])} />}
            </Answered>
          ) : (
            <Refused />
          )
        }
      </Answered>
    </Page>
  );
}

type District = NonNullable<OverviewQuery['district']>;

function Shown({ district, findings }: { district: District; findings: FindingRow[] }) {
  const { say, to } = useAddress();
  const { conformance } = district;
  const problems = findings.filter((f) => f.verdict !== 'UNKNOWN');
  const count = { RED: conformance.red, YELLOW: conformance.yellow, GREEN: conformance.green, GREY: conformance.grey };
  return (
    <>
      <div className="figures">
        <section aria-label={say('lights')}>
          {lights.map((light) => (
            <Link key={light} className="figure" to={to('plans', { light })}>
              <LightMark light={light} />
              <strong>{count[light]}</strong>
            </Link>
          ))}
        </section>
        <section aria-label={say('severities')}>
          {severities.map((severity) => (
            <Link key={severity} className="figure" to={to('findings', { severity, verdict: ['FAIL', 'CONDITIONAL'] })}>
              <SeverityMark severity={severity} />
              <strong>{problems.filter((f) => f.severity === severity).length}</strong>
            </Link>
          ))}
        </section>
        <section aria-label={say('toVerify')}>
          <Link className="figure" to={to('findings', { verdict: 'UNKNOWN' })}>
            <VerdictMark verdict="UNKNOWN" />
            <strong>{conformance.unknown}</strong>
          </Link>
        </section>
      </div>
      <FirstThings first={district.first} asOf={district.asOf} />
      <div className="pair">
        <Bars title={say('byCapability')} filter="capability" findings={findings} />
        <Bars title={say('byAgency')} filter="agency" findings={findings} />
      </div>
      <DueList district={district} />
      {conformance.coverage.length > 0 && (
        <section>
          <h2>{say('coverage')}</h2>
          <ul>
            {conformance.coverage.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
