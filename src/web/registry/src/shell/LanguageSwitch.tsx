import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { useAddress } from './address';

/** The same page in the other language, with what stands behind # in its address. */
export function LanguageSwitch() {
  const { lang } = useAddress();
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const change = () => {
    const query = new URLSearchParams(search);
    lang === 'zh' ? query.set('lang', 'en') : query.delete('lang');
    void navigate({ search: query.toString(), hash }, { replace: true, preventScrollReset: true });
  };
  return (
    <Button lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={change}>
      {lang === 'zh' ? 'EN' : '中文'}
    </Button>
  );
}
