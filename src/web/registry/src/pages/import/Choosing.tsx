import { useNavigate } from 'react-router';
import { useAddress } from '../../shell/address';
import { Section } from '../../shell/parts';
import { WorkbookBox } from '../../shell/WorkbookBox';

/** ① The file: its id becomes the page's address. */
export function Choosing({ hasOne }: { hasOne: boolean }) {
  const { say, to } = useAddress();
  const go = useNavigate();
  const take = async (workbook: string, name: string) => {
    await go(to(`import/${workbook}`, { name }));
    return undefined;
  };
  return (
    <Section id="file" title={say('importFile')}>
      <WorkbookBox id="workbook" label={say(hasOne ? 'importOther' : 'importChoose')} help={say('importHelp')} take={take} />
    </Section>
  );
}
