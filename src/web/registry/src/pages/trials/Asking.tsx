import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { TrialChoicesQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';

interface Props {
  policy: NonNullable<TrialChoicesQuery['district']>['policy'];
  rules: TrialChoicesQuery['rules'];
  day: string;
}

const names = ['key', 'value', 'from', 'rule', 'force', 'since'] as const;
type Asked = Record<(typeof names)[number], string>;

/** A parameter and its value, or a rule, each from a day: it stands in the address once it is asked. */
export function Asking({ policy, rules, day }: Props) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  const { query, change } = useChoices();
  const [asked, ask] = useState(() => Object.fromEntries(names.map((n) => [n, query.get(n) ?? ''])) as Asked);
  const set = (values: Partial<Asked>) => ask({ ...asked, ...values });
  const keys = [...new Map(policy.map((p) => [p.key, p])).values()];
  const now = keys.find((p) => p.key === asked.key);
  const isAsked = (asked.key && asked.value.trim()) || asked.rule;
  const send = (event: FormEvent) => {
    event.preventDefault();
    change({
      key: asked.key, value: asked.key && asked.value.trim(), from: asked.key && asked.from,
      rule: asked.rule, force: asked.rule && asked.force, since: asked.rule && asked.since,
    });
  };
  return (
    <form className="trial" onSubmit={send}>
      <div className="filter-rows filters">
        <label className="choice">
          {say('parameter')}
          <select value={asked.key} onChange={(e) => set({ key: e.target.value, value: '' })}>
            <option value="">{ahead('trialsNone')}</option>
            {keys.map((p) => (
              <option key={p.key} value={p.key}>
                {p.label}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          {ahead('trialsValue')}
          <input value={asked.value} disabled={!asked.key} placeholder={now?.value} onChange={(e) => set({ value: e.target.value })} />
        </label>
        <label className="choice">
          {say('from')}
          <input type="date" value={asked.from} placeholder={day} disabled={!asked.key} onChange={(e) => set({ from: e.target.value })} />
        </label>
        {now && (
          <p className="quiet">
            {ahead('trialsNow', { value: now.valueInWords, raw: now.value })} {ahead('trialsPaper')}
          </p>
        )}
      </div>
      <div className="filter-rows filters">
        <label className="choice">
          {say('rule')}
          <select value={asked.rule} onChange={(e) => set({ rule: e.target.value })}>
            <option value="">{ahead('trialsNone')}</option>
            {rules.map((r) => (
              <option key={r.code} value={r.code}>
                {r.code} {r.name}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          {ahead('trialsForce')}
          <select value={asked.force} disabled={!asked.rule} onChange={(e) => set({ force: e.target.value })}>
            <option value="">{ahead('trialsOff')}</option>
            <option value="1">{ahead('trialsOn')}</option>
          </select>
        </label>
        <label className="choice">
          {ahead('trialsSince')}
          <input
            type="date"
            value={asked.since}
            placeholder={day}
            disabled={!asked.rule}
            onChange={(e) => set({ since: e.target.value })}
          />
        </label>
      </div>
      <p className="buttons">
        <Button type="primary" htmlType="submit" disabled={!isAsked}>
          {ahead('trialsRun')}
        </Button>
      </p>
    </form>
  );
}
