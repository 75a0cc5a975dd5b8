import { Button } from 'antd';
import { useEffect, useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAddress, useChoices } from './address';

/** Leads to the plans whose title or code has what was typed; the key / leads here. */
export function Search() {
  const { say, to } = useAddress();
  const { query } = useChoices();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === '/' && !isTyping) {
        event.preventDefault();
        box.current?.focus();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(to('plans', { text: box.current?.value.trim() }));
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <input
        ref={box}
        type="search"
        key={query.get('text') ?? ''}
        defaultValue={query.get('text') ?? ''}
        aria-label={say('searchPlans')}
        placeholder={`${say('searchPlans')}  /`}
      />
      <Button htmlType="submit">{say('search')}</Button>
    </form>
  );
}
