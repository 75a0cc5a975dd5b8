import { Button } from 'antd';
import { useAddress, useChoices } from './address';

export function LanguageSwitch() {
  const { lang } = useAddress();
  const { change } = useChoices();
  return (
    <Button lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={() => change({ lang: lang === 'zh' ? 'en' : undefined }, true)}>
      {lang === 'zh' ? 'EN' : '中文'}
    </Button>
  );
}
