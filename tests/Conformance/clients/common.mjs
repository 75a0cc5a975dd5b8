// What every client script is given: the server, and operations of its schema. WS_URL where the socket is elsewhere.
import fs from 'node:fs';
import { Checks } from '../lib/checks.mjs';
import { json, preflight } from '../lib/http.mjs';
import { readArguments } from '../lib/arguments.mjs';

export const { at: [url, file] } = readArguments('SCRIPT URL OPERATIONS.json', 2);
export const socketUrl = process.env.WS_URL ?? url.replace(/^http/, 'ws');
export const operations = JSON.parse(fs.readFileSync(file, 'utf8'));
export const headers = preflight;
export const checks = new Checks();
export const { query, variables, mutation, mutationVariables, subscription, subscriptionEvents, invalid } = operations;

export const send = (body, accept = 'application/json') =>
  fetch(url, { method: 'POST', headers: { ...json, accept, ...headers }, body: JSON.stringify(body) });

// Subscribes until enough events have come: "start" gets an observer and gives back how to stop.
export function enoughEvents(start) {
  return new Promise((resolve, reject) => {
    let events = 0;
    start({
      next: () => { if (++events >= subscriptionEvents) resolve(true); },
      error: reject,
      complete: () => resolve(events >= subscriptionEvents),
    });
  });
}
