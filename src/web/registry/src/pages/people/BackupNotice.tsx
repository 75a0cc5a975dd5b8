import { Alert } from 'antd';
import { LastBackupDocument } from '../../../generated/graphql';
import { useAnswer } from '../../shell/answers';
import { useMe } from '../../shell/me';

/** For administrators: where the last verified backup is too old, or there is none. */
export function BackupNotice() {
  const { may } = useMe();
  const { data } = useAnswer(LastBackupDocument, may.includes('Query.lastBackup') ? {} : undefined);
  return data?.lastBackup.sentence ? <Alert role="note" type="warning" showIcon title={data.lastBackup.sentence} /> : null;
}
