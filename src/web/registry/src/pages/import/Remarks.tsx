/** What is to be known of places in a workbook, each by its sheet and cell. */
export function Remarks({ title, remarks, isFolded }: {
  title: string;
  remarks: readonly { place: string; said: string }[];
  isFolded?: boolean;
}) {
  const list = (
    <ul className="remarks">
      {remarks.map((r, i) => (
        <li key={i}>
          {r.place && <strong>{r.place} </strong>}
          {r.said}
        </li>
      ))}
    </ul>
  );
  return remarks.length === 0 ? null : isFolded ? (
    <details className="fold">
      <summary>
        {title} ({remarks.length})
      </summary>
      {list}
    </details>
  ) : (
    <>
      <h3>
        {title} ({remarks.length})
      </h3>
      {list}
    </>
  );
}

/** What is said beside the workbook stands on the page by its own name. */
const ofTheInput = ['workbook', 'list', 'plan', 'reason', 'document', 'confirmation', 'columns', 'agencies'];

/** A problem's place, as its path tells it: the sheet and the cell. */
export const placed = ({ path, message }: { path?: readonly string[] | null; message: string }) => ({
  place: !path || ofTheInput.includes(path[0]!) ? '' : path.join('!'),
  said: message,
});
