import { useAddress } from '../../shell/address';
import type { Sheet } from './sheet';

/** What was read of a finance sheet, what was passed over, what was inferred: each by its sheet and cell. */
export function SheetRead({ sheet }: { sheet: Sheet }) {
  const { say } = useAddress();
  return (
    <div className="sheet-read" aria-live="polite">
      <p>
        <strong>{say('sheetRead', { name: sheet.name, n: sheet.lineCount })}</strong>
      </p>
      <Remarks title={say('sheetPassedOver')} remarks={sheet.notices} />
      <Remarks title={say('sheetInferred')} remarks={sheet.inferred} />
    </div>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: Sheet['notices'] }) {
  return remarks.length === 0 ? null : (
    <details className="fold" open={remarks.length <= 5}>
      <summary>
        {title} ({remarks.length})
      </summary>
      <ul className="remarks">
        {remarks.map((r, i) => (
          <li key={i}>
            <strong>{r.place}</strong> {r.said}
          </li>
        ))}
      </ul>
    </details>
  );
}
