import { createGraphiQLFetcher, type Fetcher, type FetcherResultPayload } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const endpoint = '/graphql';

type Refusal = { message: string; extensions?: { code?: string } };

/** Queries by POST of JSON, subscriptions by graphql-transport-ws; tells when the schema is refused, and null when it comes. */
export function createFetcher(onSchema: (refusal: Refusal | null) => void): Fetcher {
  const send = createGraphiQLFetcher({
    url: endpoint,
    enableIncrementalDelivery: false,
    wsClient: createClient({ url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}` }),
  });
  return async (request, options) => {
    const answer = await send(request, options);
    if (request.operationName === 'IntrospectionQuery') {
      onSchema(refusalOf(answer as FetcherResultPayload));
    }
    return answer;
  };
}

function refusalOf(answer: FetcherResultPayload): Refusal | null {
  const { data, errors } = answer as { data?: unknown; errors?: Refusal[] };
  return data ? null : (errors?.[0] ?? { message: '' });
}
