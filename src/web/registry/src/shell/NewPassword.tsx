import { useAddress } from './address';

/** The field for a password to be, and what it must be like. */
export function NewPassword({ isFirst }: { isFirst?: boolean }) {
  const { say } = useAddress();
  return (
    <>
      <label>
        {say('newPassword')}
        <input name="password" type="password" autoComplete="new-password" required maxLength={128} autoFocus={isFirst} />
      </label>
      <p className="quiet">{say('passwordHint')}</p>
    </>
  );
}
