import { Button } from 'antd';
import type { FundingMoney, FundingPurpose } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { term } from '../../shell/words';
import type { Questions } from './Check';

interface Props {
  draft: Questions;
  change: (part: Partial<Questions>) => void;
  check: () => void;
  discard: () => void;
}

const money: FundingMoney[] = ['DISTRICT', 'UPPER_TRANSFER', 'OTHER'];
const purposes: FundingPurpose[] = ['PRELIMINARY_STUDY', 'DRAFTING', 'IMPLEMENTATION', 'EVALUATION', 'FINAL_PAYMENT'];

/** The box that lines are pasted into, and what holds for those that do not say. */
export function Asking({ draft, change, check, discard }: Props) {
  const { say, lang } = useAddress();
  return (
    <form
      className="asking"
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <label>
        {say('pasteHere')}
        <textarea
          rows={draft.checked || draft.sheet ? 4 : 8}
          value={draft.text}
          aria-describedby="paste-hint"
          spellCheck={false}
          disabled={!!draft.pending}
          onChange={(e) => change({ text: e.target.value })}
          onKeyDown={(e) => e.key === 'Enter' && e.ctrlKey && check()}
        />
      </label>
      <p id="paste-hint" className="quiet">
        {say('pasteHint')}
      </p>
      <div className="filter-rows">
        <label className="choice">
          {say('whereNoSource')}
          <select
            value={draft.money ?? ''}
            disabled={!!draft.pending}
            onChange={(e) => change({ money: (e.target.value || undefined) as FundingMoney | undefined })}
          >
            <option value="">{say('notSaid')}</option>
            {money.map((m) => (
              <option key={m} value={m}>
                {term(lang, 'FundingMoney', m)}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          {say('whereNoPurpose')}
          <select value={draft.purpose} disabled={!!draft.pending} onChange={(e) => change({ purpose: e.target.value as FundingPurpose })}>
            {purposes.map((p) => (
              <option key={p} value={p}>
                {term(lang, 'FundingPurpose', p)}
              </option>
            ))}
          </select>
        </label>
        <Button
          type={draft.text === draft.checked ? 'default' : 'primary'}
          htmlType="submit"
          disabled={!draft.text.trim() || !!draft.pending}
        >
          {say('check')}
        </Button>
        {(draft.text !== '' || draft.sheet) && (
          <Button onClick={discard} disabled={!!draft.pending}>
            {say('startOver')}
          </Button>
        )}
      </div>
    </form>
  );
}
