import { Button } from 'antd';
import { useAddress } from '../../shell/address';
import { ActButton, useMayWrite } from '../../shell/forms';
import { saidHandover } from '../../shell/handoverWords';
import type { Period, Row } from './Handover';

/** As many as one step declares. */
const most = 200;

export interface Ticks {
  ticked: readonly string[];
  setTicked: (codes: string[]) => void;
}

/** What a declaration may answer. */
export const mayDeclare = (r: Row): boolean => ['OWED', 'OVERDUE', 'UNCLEAR'].includes(r.continuation);

/** One signature for the plans that are ticked. */
export function TickedPlans({ period, shown, ticked, setTicked }: { period: Period; shown: readonly Row[] } & Ticks) {
  const { say, lang } = useAddress();
  const told = saidHandover(lang);
  const hidden = ticked.filter((code) => shown.every((r) => r.plan.code !== code)).length;
  const open = shown.filter(mayDeclare);
  if (!useMayWrite('declareNoChange') || period.begins == null || (open.length === 0 && ticked.length === 0)) {
    return null;
  }
  return (
    <div className="filter-foot" aria-live="polite">
      <span>{told('countTicked', { n: ticked.length })}</span>
      {hidden > 0 && <span>{say('tickedHidden', { n: hidden })}</span>}
      <Button disabled={open.length === 0} onClick={() => setTicked(open.slice(0, most).map((r) => r.plan.code))}>
        {told('tickOpen')}
      </Button>
      <Button disabled={ticked.length === 0} onClick={() => setTicked([])}>
        {say('tickNone')}
      </Button>
      <ActButton
        act="declareNoChange"
        ticked
        fill={{ against: period.begins.code }}
        isFirst
        isOff={ticked.length === 0 || ticked.length > most}
      >
        {told('declare')}
      </ActButton>
      <small className="quiet">
        {told('atMost', { n: most })} {told('weakerHint')}
      </small>
    </div>
  );
}
