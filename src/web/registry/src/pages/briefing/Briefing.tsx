import { BriefingDocument, type BriefCountsFragment, type BriefingQuery } from '../../../generated/graphql';
import { useAddress, useSeen } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Coverage } from '../../shell/Coverage';
import { Counts } from '../../shell/counts';
import { addDays, dayInWords } from '../../shell/days';
import { FindingMark, LightMark, SeverityMark, VerdictMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { Page } from '../../shell/Page';
import { PaperButton } from '../../shell/papers';
import { countsOf, daysOf, spanName, spans } from '../../shell/spans';
import { Answered, Empty, Refused } from '../../shell/states';
import { brief, term } from '../../shell/words';
import { aboutOf } from '../tasks/about';

const span = 30;
const mostAgencies = 6;

/** The district in a minute, on one sheet of paper. */
export default function Briefing() {
  const { say, view, language } = useAddress();
  const asOf = useSeen()!.asOf;
  const answer = useAnswer(BriefingDocument, { ...view, language, before: addDays(asOf, -span), ...daysOf(asOf) });
  return (
    <Page title={say('briefing')}>
      <PaperButton paper="briefing">{say('briefingDocx')}</PaperButton>
      <Answered answer={answer}>
        {({ district, before }) => (district && before ? <Sheet district={district} before={before.conformance} /> : <Refused />)}
      </Answered>
    </Page>
  );
}

type District = NonNullable<BriefingQuery['district']>;

function Sheet({ district, before }: { district: District; before: BriefCountsFragment }) {
  const { say, lang } = useAddress();
  const { conformance: now, gravest, late, soon } = district;
  const due = countsOf(district);
  return (
    <article className="briefing">
      <p className="briefing-day">
        {say('briefingOf', { district: district.name, day: dayInWords(lang, district.asOf), plans: now.plans })}
      </p>
      <ul className="briefing-figures">
        <Figure mark={<LightMark light="RED" />} now={now.red} before={before.red} />
        <Figure mark={<LightMark light="YELLOW" />} now={now.yellow} before={before.yellow} />
        <Figure mark={<LightMark light="GREEN" />} now={now.green} before={before.green} />
        <Figure mark={<LightMark light="GREY" />} now={now.grey} before={before.grey} />
      </ul>
      <ul className="briefing-figures">
        {now.bySeverity.map((s, i) => (
          <Figure
            key={s.severity}
            mark={<SeverityMark severity={s.severity} />}
            now={s.count - s.unknown}
            before={(before.bySeverity[i]?.count ?? 0) - (before.bySeverity[i]?.unknown ?? 0)}
          />
        ))}
        <Figure mark={<VerdictMark verdict="UNKNOWN" />} now={now.unknown} before={before.unknown} />
        {now.waived + before.waived > 0 && (
          <Figure mark={<VerdictMark verdict="CONDITIONAL" word={say('waived')} />} now={now.waived} before={before.waived} />
        )}
      </ul>
      <p>
        {say('fundingStanding')}:{' '}
        {now.byFunding.map((f) => (
          <span key={f.verdict} className="briefing-funding">
            {brief(lang, 'FundingVerdict', f.verdict)} <strong>{f.count}</strong>
          </span>
        ))}
      </p>
      <section>
        <h2>{say('gravest')}</h2>
        {gravest.nodes.length === 0 && <Empty>{say(now.plans > 0 ? 'clean' : 'noPlans')}</Empty>}
        <ol>
          {gravest.nodes.map((f) => (
            <li key={f.id}>
              <FindingMark finding={f} /> {f.sentence} <strong>{f.responsible ? called(f.responsible) : say('notRecorded')}</strong>
            </li>
          ))}
        </ol>
      </section>
      <div className="pair">
        <section>
          <h2>
            {say('fallsDue')}
          </h2>
          <p>
            {spans.map((s) => (
              <span key={s} className={s === 'overdue' ? 'due-late briefing-due' : 'briefing-due'}>
                {spanName(say, s)} <strong>{due[s]}</strong>
              </span>
            ))}
          </p>
          {due[span] === 0 && <p>{say('nothingSoon')}</p>}
          <ul>
            {[...late.nodes, ...soon.nodes].map((d) => (
              <li key={d.key} className={d.state === 'OVERDUE' ? 'due-late' : undefined}>
                {d.due}{' '}
                {d.finding && (d.kind === 'FINDING' || d.kind === 'HANDED_OUT')
                  ? d.finding.rule.name
                  : [term(lang, 'DutyKind', d.kind), d.year].filter(Boolean).join(' ')}{' '}
                {aboutOf(d) ?? say('aboutLists')}
              </li>
            ))}
          </ul>
          {due[span] > soon.nodes.length && <p>{say('andMore', { n: due[span] - soon.nodes.length })}</p>}
        </section>
        <section>
          <h2>{say('byAgency')}</h2>
          <table>
            <tbody>
              {[...now.byAgency].sort((a, b) => b.count - a.count).slice(0, mostAgencies).map((a) => (
                <tr key={a.agency.code}>
                  <td>{called(a.agency)}</td>
                  <td>
                    <Counts problems={a.count - a.unknown} unknown={a.unknown} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {now.byAgency.length > mostAgencies && <p>{say('andMoreAgencies', { n: now.byAgency.length - mostAgencies })}</p>}
        </section>
      </div>
      <Coverage sentences={now.coverage} />
    </article>
  );
}

function Figure({ mark, now, before }: { mark: React.ReactNode; now: number; before: number }) {
  const { say } = useAddress();
  const change = now - before;
  return (
    <li>
      {mark} <strong>{now}</strong>
      <small>{change === 0 ? say('asBefore') : say('sinceThen', { n: span, change: change > 0 ? `+${change}` : `−${-change}` })}</small>
    </li>
  );
}
