import { Alert, Button } from 'antd';
import { Choose } from '../../forms/Choose';
import { useAddress } from '../../shell/address';
import { Section } from '../../shell/parts';
import { Agencies } from './Agencies';
import { Changes } from './Changes';
import { Check } from './Check';
import { placed, Remarks } from './Remarks';
import { Returned } from './Returned';
import type { Inspection } from './inspect';
import type { Saying } from './Workbook';

interface Props {
  inspection: Inspection;
  saying: Saying;
  change: (part: Partial<Saying>) => void;
  refusals: readonly string[];
  /** It and what was said of it, as files are asked for by. */
  workbook: object;
  isReady: boolean;
  write: () => void;
}

/** ③ What would come of it: records, what was inferred, findings, rows in error; and ④ the writing. */
export function Comes({ inspection, saying, change, refusals, workbook, isReady, write }: Props) {
  const { say } = useAddress();
  const { recorded, corrected, withdrawn, inferred, confirmation, problems, returned } = inspection;
  const isConfirmed = !confirmation || saying.confirmed === confirmation;
  const isOfRows = problems.some((p) => placed(p).place !== '');
  const changes = recorded + corrected + withdrawn;
  return (
    <>
      <Section id="comes" title={say('importComes')}>
        {problems.length > 0 ? (
          <div role="alert" className="form-problems">
            <Remarks title={say(isOfRows ? 'importErrors' : 'importRefused')} remarks={problems.map(placed)} />
          </div>
        ) : (
          <p role="status">
            <strong>{changes === 0 ? say('importNothing') : say('importWould', { recorded, corrected, withdrawn })}</strong>
          </p>
        )}
        {problems.length === 0 && <Changes inspection={inspection} />}
        {returned.length > 0 && <Returned problems={returned} />}
        <Agencies inspection={inspection} saying={saying} change={change} />
        {(isOfRows || saying.acceptGoodRows) && (
          <label className="import-tick">
            <input
              type="checkbox"
              checked={saying.acceptGoodRows ?? false}
              onChange={(e) => change({ acceptGoodRows: e.target.checked })}
            />{' '}
            {say('importGoodRows')}
          </label>
        )}
        {inferred.length > 0 && (
          <>
            <Remarks title={say('importInferred')} remarks={inferred} />
            <p>
              {isConfirmed ? (
                <strong>● {say('importConfirmed')}</strong>
              ) : (
                <Button onClick={() => change({ confirmed: confirmation ?? undefined })}>
                  {say('importConfirm', { n: inferred.length })}
                </Button>
              )}
            </p>
          </>
        )}
      </Section>
      {problems.length === 0 && <Check inspection={inspection} workbook={workbook} isReady={isReady} />}
      <Section id="write" title={say('importWriting')}>
        <div className="import-asked">
          <div className="field">
            <label htmlFor="import-reason">{say('importReason')}</label>
            <input
              id="import-reason"
              maxLength={500}
              value={saying.reason ?? ''}
              onChange={(e) => change({ reason: e.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor="import-document">{say('importDocument')}</label>
            <Choose id="import-document" kind="document" value={saying.document ?? ''} choose={(document) => change({ document })} />
          </div>
        </div>
        {refusals.length > 0 && <Alert role="alert" type="error" showIcon title={refusals.join(' ')} />}
        <p className="buttons">
          <Button type="primary" disabled={!isReady || problems.length > 0 || !isConfirmed || changes === 0} onClick={write}>
            {say('importWrite')}
          </Button>{' '}
          {problems.length > 0 ? isOfRows && say('importMendFirst') : !isConfirmed && say('importConfirmFirst')}
        </p>
      </Section>
    </>
  );
}
