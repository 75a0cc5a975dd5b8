// graphql-transport-ws (PROTOCOL.md of graphql-ws) on the raw socket, every message and close code, and the graphql-ws client.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { checks, enoughEvents, headers, invalid, mutation, mutationVariables, query,
  socketUrl, subscription, subscriptionEvents, variables } from './common.mjs';

const typename = '{ __typename }';

class Socket {
  messages = [];
  waiting = [];
  read = 0;

  static open(protocol = 'graphql-transport-ws') {
    return new Promise((resolve, reject) => {
      const socket = new Socket();
      socket.raw = new WebSocket(socketUrl, protocol, { headers });
      socket.closed = new Promise(closed => { socket.raw.on('close', (code, reason) => closed({ code, reason: reason.toString() })); });
      socket.raw.on('message', message => socket.take(JSON.parse(message.toString())));
      socket.raw.on('open', () => resolve(socket));
      socket.raw.on('error', reject);
    });
  }

  static async ready() {
    const socket = await Socket.open();
    socket.send({ type: 'connection_init' });
    await socket.expect('connection_ack');
    return socket;
  }

  take(message) {
    this.messages.push(message);
    this.waiting.shift()?.();
  }

  async next() {
    if (this.read === this.messages.length) await new Promise(resolve => { this.waiting.push(resolve); });
    return this.messages[this.read++];
  }

  async expect(type, id) {
    const message = await this.next();
    if (message.type !== type || message.id !== id) throw new Error(`wanted ${type}, got ${JSON.stringify(message)}`);
    return message;
  }

  send(message) {
    this.raw.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id, query, variables) {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }
}

const step = (name, open, run) => checks.step(`socket: ${name}`, async () => {
  const socket = await open();
  const result = await run(socket);
  socket.raw.close();
  return result;
});

const closes = (code, name, open, run) => step(`closes with ${code} on ${name}`, open, async socket => {
  run(socket);
  const closed = await socket.closed;
  if (closed.code !== code) throw new Error(`closed with ${closed.code} ${closed.reason}`);
});

const { open, ready } = Socket;

await step('sub-protocol is negotiated', open, async socket => socket.raw.protocol === 'graphql-transport-ws');
await checks.step('socket: an unknown sub-protocol is refused (4406 or in the handshake)', async () => {
  const socket = await open('foo').catch(() => null);
  return !socket || [4406, 1002].includes((await socket.closed).code);
});
await step('connection_init, connection_ack', ready, async () => true);
await step('ping, pong', ready, async socket => {
  socket.send({ type: 'ping', payload: { a: 1 } });
  await socket.expect('pong');
});
await step('ping before init', open, async socket => {
  socket.send({ type: 'ping' });
  await socket.expect('pong');
});
await step('query: next, complete', ready, async socket => {
  socket.subscribe('1', query, variables);
  const { payload } = await socket.expect('next', '1');
  await socket.expect('complete', '1');
  return !!payload.data;
});
await step('mutation: next, complete', ready, async socket => {
  socket.subscribe('m', mutation, mutationVariables);
  const { payload } = await socket.expect('next', 'm');
  await socket.expect('complete', 'm');
  return !!payload.data;
});
await step('subscription: next for each event', ready, async socket => {
  socket.subscribe('s', subscription);
  for (let i = 0; i < subscriptionEvents; i++) await socket.expect('next', 's');
  socket.send({ id: 's', type: 'complete' });
});
await step('no message after the client completes', ready, async socket => {
  socket.subscribe('s', subscription);
  await socket.next();
  socket.send({ id: 's', type: 'complete' });
  await sleep(150);
  const before = socket.messages.length;
  await sleep(500);
  return socket.messages.length === before;
});
await step('two subscriptions at once', ready, async socket => {
  for (const id of ['a', 'b']) socket.subscribe(id, subscription);
  for (const ids = new Set(); ids.size < 2; ) ids.add((await socket.next()).id);
});
await step('an invalid document: error with a list, the socket stays open', ready, async socket => {
  socket.subscribe('x', invalid);
  const { payload } = await socket.expect('error', 'x');
  socket.send({ type: 'ping' });
  await socket.expect('pong');
  return Array.isArray(payload);
});
await step('a syntax error: error with a list (or, as graphql-ws does, closed with 4400 or 4500)', ready, async socket => {
  socket.subscribe('x', '{');
  const answer = await Promise.race([socket.next(), socket.closed]);
  return (answer.type === 'error' && Array.isArray(answer.payload)) || [4400, 4500].includes(answer.code);
});
await step('an id may be used again after complete', ready, async socket => {
  for (let i = 0; i < 2; i++) {
    socket.subscribe('1', typename);
    await socket.expect('next', '1');
    await socket.expect('complete', '1');
  }
});
await closes(4400, 'what is no JSON', ready, socket => socket.send('{oops'));
await closes(4400, 'an unknown type', ready, socket => socket.send({ type: 'zzz' }));
await closes(4400, 'subscribe without payload', ready, socket => socket.send({ id: '1', type: 'subscribe' }));
await closes(4401, 'subscribe before connection_ack', open, socket => socket.subscribe('1', typename));
await closes(4409, 'an id in use', ready, socket => [1, 2].forEach(() => socket.subscribe('1', subscription)));
await closes(4429, 'a second init', ready, socket => socket.send({ type: 'connection_init' }));
await closes(4408, 'no init within 7 s', open, () => {});
await checks.step('socket: graphql-ws client', async () => {
  const client = createClient({ url: socketUrl, webSocketImpl: WebSocket });
  const enough = await enoughEvents(observer => client.subscribe({ query: subscription }, observer));
  await client.dispose();
  return enough;
});

checks.end();
