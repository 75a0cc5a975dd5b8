import { ChooseAgenciesDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import type { Inspection } from './inspect';
import type { Saying } from './Workbook';

/** Agencies that cells name and nobody knows: who is meant is chosen, near ones first, and counts for all cells of that text. */
export function Agencies({ inspection, saying, change }: {
  inspection: Inspection;
  saying: Saying;
  change: (part: Partial<Saying>) => void;
}) {
  const { say, district } = useAddress();
  const said = saying.agencies ?? {};
  const all = useAnswer(ChooseAgenciesDocument, inspection.agencies.length > 0 ? { district } : undefined).data?.district?.agencies ?? [];
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
                <Options label={say('importAgencyNear')} names={a.candidates.map((c) => c.name)} />
                <Options
                  label={say('importAgencyOthers')}
                  names={all.map((c) => c.name).filter((name) => !a.candidates.some((c) => c.name === name))}
                />
              </select>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

function Options({ label, names }: { label: string; names: readonly string[] }) {
  return names.length === 0 ? null : (
    <optgroup label={label}>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
