import { Alert, Button } from 'antd';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { VerifyCertificateDocument, type VerifyCertificateQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { clientOf } from '../../shell/answers';
import { LanguageSwitch } from '../../shell/LanguageSwitch';
import { Holds } from './Holds';

type Found = NonNullable<VerifyCertificateQuery['fundingCertificate']>;
type Looked = { found?: Found; refusal?: string };

/** Whether a paper holds, for whoever has it before them. Its code stands behind #, which no server and no log gets to see. */
export default function Verify() {
  const { say, lang } = useAddress();
  const { number = '' } = useParams();
  const { hash, search } = useLocation();
  const code = decoded(hash);
  const navigate = useNavigate();
  const client = useMemo(() => clientOf(lang), [lang]);
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    document.title = `${say('verify')} - ${say('registry')}`;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [say, lang]);
  useEffect(() => {
    let isOver = false;
    setLooked(undefined);
    if (number && code) {
      void look(number, code).then((next) => !isOver && setLooked(next));
    }
    return () => {
      isOver = true;
    };
    // The words are those of the language that the client asks in.
  }, [client, number, code]);

  /** Whatever does not fit is told by one sentence. */
  async function look(asked: string, verifyCode: string): Promise<Looked> {
    const { data, error } = await client.query(VerifyCertificateDocument, { number: asked, verifyCode }).toPromise();
    return data?.fundingCertificate ? { found: data.fundingCertificate }
      : error?.networkError ? { refusal: say('offline') }
      : { refusal: say('mismatch') };
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [n, c] = ['number', 'code'].map((name) => String(fields.get(name)).normalize('NFKC').replace(/\s/g, ''));
    void navigate({ pathname: `/verify/${encodeURIComponent(n!)}`, search, hash: `#${encodeURIComponent(asPrinted(c!))}` });
  };
  return (
    <main className="verify">
      <div className="page-head">
        <h1>{say('verify')}</h1>
        <LanguageSwitch />
      </div>
      <p>{say('verifyHint')}</p>
      <form key={`${number} ${code}`} className="form form-row" onSubmit={submit}>
        <label>
          {say('number')}
          <input name="number" defaultValue={number} required maxLength={40} placeholder="500154-2026-000012" autoComplete="off" />
        </label>
        <label>
          {say('verifyCode')}
          <input name="code" defaultValue={code} required maxLength={40} autoComplete="off" autoCapitalize="characters" />
        </label>
        <Button type="primary" htmlType="submit">
          {say('verify')}
        </Button>
      </form>
      <div aria-live="polite">
        {looked?.refusal && <Alert role="alert" type="error" showIcon title={looked.refusal} />}
        {looked?.found && <Holds certificate={looked.found} />}
      </div>
      <p>
        <a href="/">{say('registry')}</a>
      </p>
    </main>
  );
}

/** A code has the letters A to Z and 2 to 7 (RFC 4648): what is none of them was read for one that looks like it. */
const asPrinted = (code: string): string => code.toUpperCase().replace(/0/g, 'O').replace(/1/g, 'I').replace(/8/g, 'B');

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
