import { Link } from 'react-router';
import type { FundingCheckQuery, FundingMoney, FundingPurpose } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { withCommas } from '../../shell/days';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { CertificateMark, FundingVerdictMark } from './marks';
import type { Line } from './paste';

export interface Checked {
  place: number;
  line: Line;
  money: FundingMoney | undefined;
  purpose: FundingPurpose;
  /** Undefined while it is being asked. */
  check: NonNullable<FundingCheckQuery['district']>['fundingCheck'][number] | undefined;
  /** Whether a certificate can be asked for. */
  isReady: boolean;
  isTicked: boolean;
  issued: string | undefined;
  problems: readonly string[];
}

/** What is said of a line; a row of a sheet that cannot be read whole is not answered. */
export const verdictOf = ({ line, check }: Checked) => (line.problems?.length ? 'UNKNOWN' : check?.eligibility.verdict);

interface Props {
  rows: readonly Checked[];
  isFixed: boolean;
  tick: (place: number, isTicked: boolean) => void;
  isChosen: (asked: string) => boolean;
  choose: (asked: string, code: string) => void;
}

/** Each line as it was asked, the plan that it is taken for, and the answer. */
export function CheckedLines({ rows, isFixed, tick, isChosen, choose }: Props) {
  const { say, lang } = useAddress();
  const columns: Column<Checked>[] = [
    {
      name: 'tick',
      head: say('chosen'),
      cell: (r) =>
        r.issued ? (
          <>
            <strong className="nowrap">{say('issuedAs', { number: r.issued })}</strong>
            {r.check?.certificate && <CertificateMark status={r.check.certificate.status} />}
          </>
        ) : (
          <input
            type="checkbox"
            aria-label={say('choose', { n: r.place + 1 })}
            checked={r.isTicked}
            disabled={isFixed || !r.isReady}
            onChange={(e) => tick(r.place, e.target.checked)}
          />
        ),
    },
    { name: 'asked', head: say('asked'), cell: (r) => `${r.place + 1}. ${r.line.asked}` },
    {
      name: 'plan',
      head: say('takenFor'),
      cell: (r) => <TakenFor row={r} isChosen={isChosen(r.line.asked)} choose={choose} isFixed={isFixed} />,
    },
    { name: 'project', head: say('project'), cell: (r) => r.line.project },
    { name: 'amount', head: say('amount'), cell: (r) => r.line.amount && withCommas(r.line.amount), isNumber: true },
    {
      name: 'source',
      head: say('fundSource'),
      cell: (r) => (
        <>
          {r.money ? term(lang, 'FundingMoney', r.money) : say('notSaid')}
          <small className="quiet"> {term(lang, 'FundingPurpose', r.purpose)}</small>
        </>
      ),
    },
    { name: 'day', head: say('day'), cell: (r) => r.line.on ?? r.check?.eligibility.on },
    {
      name: 'verdict',
      head: say('verdict'),
      cell: (r) => (r.check ? <FundingVerdictMark verdict={verdictOf(r)!} /> : say('checking')),
    },
    { name: 'sentence', head: say('reasons'), cell: (r) => <Reasons row={r} /> },
  ];
  return <Table caption={say('requests')} columns={columns} rows={rows} rowKey={(r) => String(r.place)} />;
}

function TakenFor({ row, isChosen, choose, isFixed }: {
  row: Checked;
  isChosen: boolean;
  choose: Props['choose'];
  isFixed: boolean;
}) {
  const { say, to } = useAddress();
  const { check, line, place } = row;
  if (!check) {
    return null;
  }
  if (check.plan) {
    return (
      <>
        <Link to={to(`plans/${check.plan.code}`)}>{check.plan.title}</Link> <small className="quiet">{check.plan.code}</small>
        {isChosen && !row.issued && !isFixed && (
          <button type="button" className="link" onClick={() => choose(line.asked, line.plan)}>
            {say('chooseAgain')}
          </button>
        )}
      </>
    );
  }
  if (check.entry) {
    return `${check.entry.title}（${say('listedOnly')}）`;
  }
  const options = check.candidates;
  return (
    <>
      {options.length > 0 ? (
        <select
          aria-label={say('whichPlan', { n: place + 1 })}
          value=""
          disabled={isFixed}
          onChange={(e) => choose(line.asked, e.target.value)}
        >
          <option value="">{say('chooseOneOf', { n: check.candidateCount })}</option>
          {options.map((c) => (
            <option key={c.code} value={c.code}>
              {c.title} {c.code}
            </option>
          ))}
        </select>
      ) : (
        check.candidateEntries.length === 0 && <span className="quiet">{say('noCandidate')}</span>
      )}
      {check.candidateEntries.map((e) => (
        <div key={e.title}>
          <small>
            {e.title}（{say('listedOnly')}）
          </small>
        </div>
      ))}
    </>
  );
}

function Reasons({ row: { check, line, money, problems } }: { row: Checked }) {
  const { say } = useAddress();
  return (
    <>
      {[...problems, ...(line.problems ?? [])].map((p) => (
        <p key={p} className="refusal" role="alert">
          {p}
        </p>
      ))}
      {line.doubts.map((d) => (
        <p key={d} className="refusal">
          {say(d)}
        </p>
      ))}
      {check?.plan && !money && <p className="refusal">{say('sourceNeeded')}</p>}
      {check?.reasons.map((r) => (
        <p key={r.code + r.sentence}>{r.sentence}</p>
      ))}
    </>
  );
}
