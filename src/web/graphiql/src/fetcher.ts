import { createGraphiQLFetcher, type Fetcher, type FetcherParams, type FetcherOpts } from '@graphiql/toolkit';
import { type DocumentNode, Kind, parse } from 'graphql';
import { createClient } from 'graphql-ws';

const endpoint = '/graphql';

export type Refusal = { message: string; extensions?: { code?: string } };

/** Queries by POST of JSON, subscriptions by graphql-transport-ws; tells when the schema is refused, and null when it comes. */
export function createFetcher(onSchema: (refusal: Refusal | null) => void): Fetcher {
  const send = createGraphiQLFetcher({
    url: endpoint,
    enableIncrementalDelivery: false,
    wsClient: createClient({ url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}` }),
  });
  return async (request, options) => {
    const answer = await send(...fresh(request, options));
    if (request.operationName === 'IntrospectionQuery') {
      onSchema(refusalOf(answer as { data?: unknown; errors?: Refusal[] }));
    }
    return answer;
  };
}

/** Right after another tab is chosen GraphiQL still has the operation of the last one: what is sent tells better. */
function fresh(request: FetcherParams, options?: FetcherOpts): [FetcherParams, FetcherOpts | undefined] {
  let documentAST: DocumentNode;
  try {
    documentAST = parse(request.query);
  } catch {
    return [request, options]; // The server says what is wrong.
  }
  const [operation, another] = documentAST.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const operationName = another ? request.operationName : operation?.name?.value;
  return [{ ...request, operationName }, { ...options, documentAST }];
}

function refusalOf({ data, errors }: { data?: unknown; errors?: Refusal[] }): Refusal | null {
  return data ? null : (errors?.[0] ?? { message: '' });
}
