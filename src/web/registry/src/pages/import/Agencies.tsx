import { useAddress } from '../../shell/address';
import type { Inspection } from './inspect';
import type { Saying } from './Workbook';

/** Agencies that cells name and nobody knows: who is meant is chosen, and counts for all cells of that text. */
export function Agencies({ inspection, saying, change }: {
  inspection: Inspection;
  saying: Saying;
  change: (part: Partial<Saying>) => void;
}) {
  const { say } = useAddress();
  const said = saying.agencies ?? {};
  return inspection.agencies.length === 0 ? null : (
    <>
      <h3>{say('importAgencies')}</h3>
      <p className="quiet">{say('importAgenciesHelp')}</p>
      <ul className="import-agencies">
        {inspection.agencies.map((a) => (
          <li key={a.text}>
            <label>
              <span>{say('importAgencyOf', { text: a.text })}</span>{' '}
              <select
                value={said[a.text] ?? a.said?.name ?? ''}
                onChange={(e) => change({ agencies: { ...said, [a.text]: e.target.value } })}
              >
                <option value="">{say('importAgencyNone')}</option>
                {a.candidates.map((c) => (
                  <option key={c.name} value={c.name}>
                    {c.name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
