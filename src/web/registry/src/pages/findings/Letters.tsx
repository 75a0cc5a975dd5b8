import { useAddress, useChoices } from '../../shell/address';
import { PaperButton } from '../../shell/papers';
import type { Finding } from './Groups';

/** 提醒函 of the agencies that are chosen, or of all; and the findings that are shown as a table. */
export function Letters({ shown }: { shown: readonly Finding[] }) {
  const { say } = useAddress();
  const chosen = useChoices().read('agency').filter((code) => shown.some((f) => f.responsible?.code === code));
  return (
    <>
      <PaperButton paper="reminder" of={chosen}>
        {chosen.length > 0 ? say('letter') : say('allLetters')}
      </PaperButton>
      {shown.length > 0 && (
        <PaperButton paper="findings" of={shown.map((f) => f.id)}>
          {say('findingsPaper')}
        </PaperButton>
      )}
    </>
  );
}
