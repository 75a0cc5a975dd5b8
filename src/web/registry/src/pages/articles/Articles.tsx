import { Link } from 'react-router';
import { ArticlesDocument, type ArticlesQuery, type ArticleStatus } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Chips, Filters } from '../../shell/filters';
import { Mark, SeverityMark } from '../../shell/marks';
import { Page } from '../../shell/Page';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { saidOfArticles } from './words';

type Article = ArticlesQuery['articles'][number];
type Coverage = ArticlesQuery['articleCoverage'][number];

const notice = '开州府办发〔2020〕95号';

const looks: Record<ArticleStatus, [string, string]> = {
  ENCODED: ['●', 'green'],
  CARRIED: ['◑', 'conditional'],
  NOT_ENCODED: ['◇', 'grey'],
};

/** Which sentence of the notice, or of a law that binds, is encoded by which rule, and what stands against it today. */
export default function Articles() {
  const { say, view, lang } = useAddress();
  const words = saidOfArticles(lang);
  const { query, read } = useChoices();
  const document = query.get('document') ?? notice;
  const answer = useAnswer(ArticlesDocument, { ...view, document });
  const [status, gap] = [read('status'), read('gap')];
  const fits = (a: Article) =>
    (status.length === 0 || status.includes(a.status)) && (gap.length === 0 || (a.gap != null && gap.includes(a.gap)));
  return (
    <Page title={say('articles')} isWide>
      <p className="quiet">{words('hint')}</p>
      <Answered answer={answer}>
        {({ articleCoverage, articles }) => (
          <>
            <Filters>
              <Documents all={articleCoverage} chosen={document} />
              <Chips
                name="status"
                label={words('status')}
                options={(Object.keys(looks) as ArticleStatus[]).map((s) => ({ value: s, label: term(lang, 'ArticleStatus', s) }))}
              />
              <Chips name="gap" label={words('reason')} options={[{ value: 'OPEN', label: term(lang, 'ArticleGap', 'OPEN') }]} />
            </Filters>
            <Totals of={articleCoverage.find((c) => c.document === document)} />
            {articles.some(fits) ? (
              <List articles={articles.filter(fits)} />
            ) : (
              <Empty>{words('none')}</Empty>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Documents({ all, chosen }: { all: readonly Coverage[]; chosen: string }) {
  const { lang } = useAddress();
  const { change } = useChoices();
  return (
    <label className="choice of-documents">
      {saidOfArticles(lang)('document')}
      <select value={chosen} onChange={(e) => change({ document: e.target.value === notice ? undefined : e.target.value })}>
        {all.map((c) => (
          <option key={c.document} value={c.document}>
            {c.document}
          </option>
        ))}
      </select>
    </label>
  );
}

function Totals({ of }: { of: Coverage | undefined }) {
  const { lang } = useAddress();
  const words = saidOfArticles(lang);
  return (
    of && (
      <div className="filter-foot">
        {of.title !== of.document && <div>{of.title}</div>}
        <strong>
          {words('totals', {
            n: of.articles, encoded: of.encoded, carried: of.carried, notEncoded: of.notEncoded, open: of.open,
          })}
        </strong>
        <div className="quiet">
          {of.isExcerpt && words('excerpt')} {lang === 'en' && words('meaning')}
        </div>
      </div>
    )
  );
}

function List({ articles }: { articles: readonly Article[] }) {
  const { say, lang, to } = useAddress();
  const words = saidOfArticles(lang);
  const columns: Column<Article>[] = [
    { name: 'clause', head: words('clause'), cell: (a) => a.locator },
    {
      name: 'article',
      head: words('text'),
      cell: (a) => (
        <>
          <span lang="zh">{a.text}</span>
          {lang === 'en' && <div className="quiet">{a.meaning}</div>}
        </>
      ),
    },
    {
      name: 'encoding',
      head: words('status'),
      cell: (a) => (
        <>
          <Mark shape={looks[a.status][0]} look={looks[a.status][1]} word={term(lang, 'ArticleStatus', a.status)} />
          {a.rules.map((r) => (
            <div key={r.code}>
              <Link className="nowrap" to={to('findings', { rule: r.code })}>
                {r.code}
              </Link>{' '}
              <small className="quiet">{r.name}</small>
            </div>
          ))}
          {a.carriedBy.map((c) => (
            <div key={c.name} className="quiet">
              {words('carrier', { kind: term(lang, 'CarrierKind', c.kind) })}
              <Carrier of={c} />
            </div>
          ))}
        </>
      ),
    },
    { name: 'sentence', head: words('findings'), cell: (a) => a.rules.length > 0 && <Findings of={a} /> },
    { name: 'why', head: words('reason'), cell: (a) => a.reason },
  ];
  return <Table caption={say('articles')} columns={columns} rows={articles} rowKey={(a) => a.key} />;
}

function Carrier({ of: { kind, name, text } }: { of: Article['carriedBy'][number] }) {
  const { lang, to } = useAddress();
  switch (kind) {
    case 'RULE':
      return (
        <>
          <Link className="nowrap" to={to('findings', { rule: name })}>
            {name}
          </Link>{' '}
          {text}
        </>
      );
    case 'COMMAND':
      return <span title={name}>{term(lang, 'Command', name.replace('Mutation.', ''))}</span>;
    case 'ANSWER':
      return <code>{name}</code>;
    default:
      return <span title={name}>{text}</span>;
  }
}

function Findings({ of }: { of: Article }) {
  const { lang, to } = useAddress();
  const words = saidOfArticles(lang);
  const { totalCount, nodes } = of.findings ?? { totalCount: 0, nodes: [] };
  return totalCount === 0 ? (
    <span className="quiet">{words('noFindings')}</span>
  ) : (
    <>
      {nodes.map((f) => (
        <p key={f.id}>
          <SeverityMark severity={f.severity} /> <Link to={to('findings', { open: f.id })}>{f.sentence}</Link>
        </p>
      ))}
      {totalCount > nodes.length && (
        <Link to={to('findings', { rule: of.rules.map((r) => r.code) })}>{words('moreFindings', { n: totalCount })}</Link>
      )}
    </>
  );
}
