import { Link } from 'react-router';
import type { FindingPartsFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { momentInTable } from '../../shell/days';
import { EvidenceButton } from '../../shell/Evidence';
import { HandOutButton, RemedyActs, WaiveButton } from '../../shell/forms';
import { RecordLink } from '../../shell/Record';
import { Due, FindingVerdict, SeverityMark } from '../../shell/marks';

/** One finding: its sentence, what clears it, the clause, the records it rests on, the arithmetic. */
export function FindingView({ finding, asOf, showsPlan }: { finding: FindingPartsFragment; asOf: string; showsPlan?: boolean }) {
  const { say, to } = useAddress();
  const steps = finding.facts.filter((f) => f.name === 'step');
  const facts = finding.facts.filter((f) => f.name !== 'step');
  return (
    <article className="finding">
      <p className="finding-marks">
        <SeverityMark severity={finding.severity} /> <FindingVerdict finding={finding} />{' '}
        <Due due={finding.due} urgency={finding.urgency} asOf={asOf} />
      </p>
      <p className="finding-sentence">{finding.sentence}</p>
      {finding.remedies.length > 0 && (
        <Part title={say('remedies')}>
          <RemedyActs finding={finding} />
        </Part>
      )}
      <dl className="pairs">
        {showsPlan && finding.plan && (
          <>
            <dt>{say('plan')}</dt>
            <dd>
              <Link to={to(`plans/${finding.plan.code}`)}>{finding.plan.title}</Link>
            </dd>
          </>
        )}
        <dt>{say('agency')}</dt>
        <dd>{finding.responsible?.name ?? say('notRecorded')}</dd>
        <dt>{say('handOut')}</dt>
        <dd>
          <HandedOut handed={finding.handedOut} /> <HandOutButton finding={finding} />
        </dd>
        {(finding.waiver || finding.mayBeWaived) && (
          <>
            <dt>{say('waive')}</dt>
            <dd>
              {finding.waiver && (
                <>
                  <RecordLink id={finding.waiver.id}>
                    {finding.waiver.from} {say('untilDay', { day: finding.waiver.lastDay })}
                  </RecordLink>{' '}
                  {finding.waiver.document && (finding.waiver.document.number ?? finding.waiver.document.title)}{' '}
                  <Link to={to('waivers')}>{say('waivers')}</Link>
                </>
              )}{' '}
              {finding.mayBeWaived && !finding.waiver && <WaiveButton finding={finding} asOf={asOf} />}
            </dd>
          </>
        )}
        <dt>{say('since')}</dt>
        <dd>{finding.since}</dd>
        <dt>{say('basis')}</dt>
        <dd>
          {finding.basis.map((b) => (
            <div key={b.document + b.clause}>
              {b.document} {b.clause}
            </div>
          ))}
          {finding.rule.effectiveFrom && <small>({say('inForceFrom', { day: finding.rule.effectiveFrom })})</small>}
        </dd>
        <dt>{say('obligation')}</dt>
        <dd>
          {finding.rule.code} {finding.rule.sentence}
        </dd>
      </dl>
      <Part title={say('facts')}>
        <ul>
          {facts.map((f, i) => (
            <li key={i}>
              {f.text} <Origin fact={f} />
            </li>
          ))}
        </ul>
      </Part>
      {steps.length > 0 && (
        <Part title={say('steps')}>
          <ol>
            {steps.map((s, i) => (
              <li key={i}>{s.text}</li>
            ))}
          </ol>
        </Part>
      )}
      <p className="buttons">
        <EvidenceButton kind="finding" code={finding.key} />
      </p>
    </article>
  );

  /** The record behind a fact: its plan, its document, its number in the ledger and when it was entered. */
  function Origin({ fact: { node } }: { fact: FindingPartsFragment['facts'][number] }) {
    if (!node || !('seq' in node)) {
      return null;
    }
    const document = node.__typename === 'Document' ? node : 'document' in node ? node.document : undefined;
    const plan = node.__typename === 'Plan' ? node.code : 'plan' in node ? node.plan.code : undefined;
    const anchor = sections[node.__typename] ?? '';
    return (
      <small className="quiet">
        {document && `${document.number ?? document.title} · `}
        {plan && (
          <>
            <Link to={to(`plans/${plan}${anchor}`)}>{plan}</Link> ·{' '}
          </>
        )}
        <RecordLink id={node.id}>{say('entry', { n: node.seq })}</RecordLink> ·{' '}
        {say('recordedAt', { moment: momentInTable(node.recordedAt) })}
      </small>
    );
  }
}

/** To whom, when, by when; the record itself is one click away. */
function HandedOut({ handed }: { handed: FindingPartsFragment['handedOut'] }) {
  const { say } = useAddress();
  return handed ? (
    <>
      <RecordLink id={handed.id}>{say('handedOutOn', { agency: handed.agency?.name ?? say('notRecorded'), day: handed.on })}</RecordLink>
      {handed.due && ` ${say('due')} ${handed.due}`}
      {handed.document && <div>{handed.document.number ?? handed.document.title}</div>}
      {handed.word && <div>{handed.word}</div>}
    </>
  ) : (
    <span className="quiet">{say('handedOutToNobody')}</span>
  );
}

const sections: Record<string, string> = { Act: '#procedure', Target: '#indicators', Reading: '#indicators', FundingLine: '#money' };

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);
