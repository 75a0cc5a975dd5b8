import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useAddress, useChoices, type Seen } from './address';
import { beijing, dayInWords, momentInWords } from './days';

/** Day and moment in the head; both hold for all that is shown, and stand in the address. */
export function Clocks({ seen }: { seen: Seen | undefined }) {
  const { say, asOf, knownAt } = useAddress();
  const { change } = useChoices();
  const [isOpen, open] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const moment = String(form.get('knownAt'));
    change({ asOf: String(form.get('asOf')), knownAt: moment && `${moment}:00+08:00`, open: undefined });
    open(false);
  };
  const known = knownAt && beijing(knownAt);
  return (
    <div className="clocks">
      <Button aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {say('asOf')} {asOf ?? (seen ? `${seen.asOf}` : '')} · {say('knownAt')} {known ? `${known.day} ${known.minutes}` : say('now')}
      </Button>
      {isOpen && (
        <form className="clocks-form" onSubmit={submit} onKeyDown={(e) => e.key === 'Escape' && open(false)}>
          <label>
            {say('asOf')}
            <input type="date" name="asOf" defaultValue={asOf} autoFocus />
          </label>
          <label>
            {say('knownAt')}
            <input type="datetime-local" name="knownAt" defaultValue={known && `${known.day}T${known.minutes}`} />
          </label>
          <div className="buttons">
            <Button type="primary" htmlType="submit">
              {say('show')}
            </Button>
            <Button onClick={() => open(false)}>{say('close')}</Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** Whenever either clock is not now. */
export function PastBanner({ seen }: { seen: Seen | undefined }) {
  const { say, lang, asOf, knownAt } = useAddress();
  const { change } = useChoices();
  if ((!asOf && !knownAt) || !seen) {
    return null;
  }
  const day = dayInWords(lang, seen.asOf);
  const moment = momentInWords(lang, seen.knownAt);
  return (
    <div className="past" role="status">
      <span>{lang === 'zh' ? `正在查看${day}的情况,按${moment}所知` : `Showing ${day}, as known on ${moment}`} {say('noWriting')}</span>
      <Button onClick={() => change({ asOf: undefined, knownAt: undefined, open: undefined })}>{say('backToNow')}</Button>
    </div>
  );
}
