import type { Light, ProgressGrade, Severity, Urgency, Verdict } from '../../generated/graphql';
import { useAddress } from './address';
import { daysBetween } from './days';
import { brief, term } from './words';

/** A shape, a word and a colour: never one of them alone. */
export function Mark({ shape, look, word }: { shape: string; look: string; word: string }) {
  return (
    <span className={`mark mark-${look}`}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  );
}

const lightShapes: Record<Light, string> = { RED: '■', YELLOW: '▲', GREEN: '●', GREY: '◇' };
const severityShapes: Record<Severity, string> = { BLOCKING: '■', ERROR: '◆', WARNING: '▲', NOTICE: 'ⓘ' };

export function LightMark({ light }: { light: Light | null | undefined }) {
  const { lang, say } = useAddress();
  return light ? (
    <Mark shape={lightShapes[light]} look={light.toLowerCase()} word={brief(lang, 'Light', light)} />
  ) : (
    <span className="mark">{say('notJudged')}</span>
  );
}

export function SeverityMark({ severity }: { severity: Severity }) {
  const { lang } = useAddress();
  return <Mark shape={severityShapes[severity]} look={severity.toLowerCase()} word={brief(lang, 'Severity', severity)} />;
}

/** The five grades of progress, the best first. */
export const grades = ['DONE_EARLY', 'AHEAD_OF_PATH', 'ON_PATH', 'BEHIND_PATH', 'IN_DIFFICULTY'] as const satisfies ProgressGrade[];
const gradeLooks: Record<ProgressGrade, [string, string]> = {
  DONE_EARLY: ['✓', 'green'],
  AHEAD_OF_PATH: ['▲', 'green'],
  ON_PATH: ['●', 'green'],
  BEHIND_PATH: ['▼', 'yellow'],
  IN_DIFFICULTY: ['■', 'red'],
};

export function GradeMark({ grade }: { grade: ProgressGrade }) {
  const { lang } = useAddress();
  const [shape, look] = gradeLooks[grade];
  return <Mark shape={shape} look={look} word={term(lang, 'ProgressGrade', grade)} />;
}

/** @param word What it is called where a condition is no exception. */
export function VerdictMark({ verdict, word }: { verdict: Verdict; word?: string }) {
  const { lang } = useAddress();
  const shape = { FAIL: '✕', CONDITIONAL: '◑', UNKNOWN: '?' }[verdict];
  return <Mark shape={shape} look={verdict.toLowerCase()} word={word ?? brief(lang, 'Verdict', verdict)} />;
}

interface Marked {
  severity: Severity;
  verdict: Verdict;
  waiver?: { lastDay: string } | null;
}

/** Its verdict, or that it is put off, and until when. */
export function FindingVerdict({ finding: { verdict, waiver } }: { finding: Omit<Marked, 'severity'> }) {
  const { say } = useAddress();
  return <VerdictMark verdict={verdict} word={waiver ? say('waivedUntil', { day: waiver.lastDay }) : undefined} />;
}

/** What a finding is in a table: its severity, or that it is to be verified; an exception is told beside it. */
export function FindingMark({ finding }: { finding: Marked }) {
  return (
    <>
      {finding.verdict !== 'UNKNOWN' && <SeverityMark severity={finding.severity} />}
      {finding.verdict !== 'FAIL' && <FindingVerdict finding={finding} />}
    </>
  );
}

/** The day by which, and how many days from the day that is looked at. */
export function Due({ due, urgency, asOf }: { due: string | null | undefined; urgency?: Urgency | null; asOf: string }) {
  const { say } = useAddress();
  if (!due) {
    return <span className="quiet">{say('noDue')}</span>;
  }
  const days = due.length === 10 ? daysBetween(asOf, due) : undefined;
  const away =
    days === undefined ? ''
    : days < 0 ? say('daysLate', { n: -days })
    : days > 0 ? say('daysLeft', { n: days })
    : say('dueToday');
  return (
    <span className={urgency === 'OVERDUE' ? 'due due-late' : 'due'}>
      <span className="nowrap">{due}</span> <small>{away}</small>
    </span>
  );
}
