import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { examples } from './examples';
import { createFetcher, type Refusal } from './fetcher';

/** What the server's refusal of the introspection query means for the reader. */
function notice(code: string | undefined, message: string): string {
  switch (code) {
    case 'INTROSPECTION_DISABLED':
      return '本服务器已关闭内省:没有文档与自动补全,查询照常执行。'
        + ' Introspection is off on this server: there is neither documentation nor completion; queries run as ever.';
    case 'PERSISTED_QUERY_NOT_FOUND':
      return '本服务器只执行预先登记的查询:此页的查询会被拒绝。 This server runs trusted documents only: it refuses the queries of this page.';
    default:
      return `未能取得模式。 The schema could not be read. ${message}`;
  }
}

export function Page() {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetcher = useMemo(() => createFetcher(setRefusal), []);
  return (
    <>
      {refusal && (
        <p className="page-notice" role="status">
          {notice(refusal.extensions?.code, refusal.message)}
        </p>
      )}
      <GraphiQL fetcher={fetcher} defaultTabs={examples} defaultQuery="" inputValueDeprecation schemaDescription>
        <GraphiQL.Logo>PlanRegistry 规划登记册</GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
