import type { ImportFindingFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { FindingMark } from '../../shell/marks';

/** What opens and what clears, in the server's sentences. */
export function Findings({ opened, cleared, isWritten }: {
  opened: readonly ImportFindingFragment[];
  cleared: readonly ImportFindingFragment[];
  isWritten?: boolean;
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
      <List title={say(isWritten ? 'wasOpened' : 'willOpen')} findings={opened} />
    </>
  );
}

function List({ title, findings }: { title: string; findings: readonly ImportFindingFragment[] }) {
  return findings.length === 0 ? null : (
    <details className="fold" open={findings.length <= 20}>
      <summary>
        {title} ({findings.length})
      </summary>
      <ul>
        {findings.map((f) => (
          <li key={f.key}>
            <FindingMark finding={f} /> {f.sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
