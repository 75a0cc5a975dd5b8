import { Fields } from '../../shell/Record';
import { useAddress } from '../../shell/address';
import type { Inspection } from './inspect';

type Change = Inspection['changes'][number];

/** Beyond so many a list is folded. */
const mostShown = 20;

/** Which records would say something else, from what to what; and, folded, which would be new. */
export function Changes({ inspection }: { inspection: Inspection }) {
  const { say } = useAddress();
  const { changes, recorded, corrected, withdrawn } = inspection;
  const [fresh, others] = [changes.filter((c) => c.act === 'RECORDED'), changes.filter((c) => c.act !== 'RECORDED')];
  const isCut = changes.length < recorded + corrected + withdrawn;
  return (
    <>
      <Listed title={say('importCorrections', { n: corrected + withdrawn })} changes={others} isOpen={others.length <= mostShown} />
      <Listed title={say('importRecords', { n: recorded })} changes={fresh} isOpen={false} />
      {isCut && <p className="quiet">{say('importChangesCut', { n: changes.length })}</p>}
    </>
  );
}

function Listed({ title, changes, isOpen }: { title: string; changes: readonly Change[]; isOpen: boolean }) {
  return changes.length === 0 ? null : (
    <details className="fold" open={isOpen}>
      <summary>{title}</summary>
      <ul className="remarks">
        {changes.map((c, i) => (
          <li key={i}>
            {c.place && <strong>{c.place} </strong>}
            {c.table} {c.name}
            {c.act === 'CORRECTED' && <Fields fields={c.fields} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
