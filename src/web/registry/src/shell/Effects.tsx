import type { Severity, Verdict } from '../../generated/graphql';
import { useAddress } from './address';
import { FindingMark } from './marks';

/** A finding as an outcome tells it. */
export interface Told {
  key: string;
  sentence: string;
  severity: string;
  verdict: string;
}

/** What a command clears and opens, in the server's sentences. */
export function Effects({ opened = [], cleared = [], isWritten, hasOpenedBelow }: {
  opened?: readonly Told[];
  cleared?: readonly Told[];
  isWritten?: boolean;
  /** Whether the page lists what is opened itself. */
  hasOpenedBelow?: boolean;
}) {
  const { say } = useAddress();
  return (
    <>
      <p>
        {opened.length + cleared.length === 0
          ? say('changesNothing')
          : say(isWritten ? 'clearedAndOpened' : 'willClearAndOpen', { cleared: cleared.length, opened: opened.length })}
      </p>
      <List title={say(isWritten ? 'wasCleared' : 'willClear')} findings={cleared} />
      {!hasOpenedBelow && <List title={say(isWritten ? 'wasOpened' : 'willOpen')} findings={opened} />}
    </>
  );
}

/** Beyond so many a list is folded. */
const mostShown = 20;

function List({ title, findings }: { title: string; findings: readonly Told[] }) {
  return findings.length === 0 ? null : (
    <details className="fold" open={findings.length <= mostShown}>
      <summary>
        {title} ({findings.length})
      </summary>
      <ul>
        {findings.map((f) => (
          <li key={f.key}>
            <FindingMark finding={{ severity: f.severity as Severity, verdict: f.verdict as Verdict }} /> {f.sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
