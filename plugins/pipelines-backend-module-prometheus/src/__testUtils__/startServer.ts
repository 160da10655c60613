import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a server was asked. */
export interface Asked {
  path: string | undefined;
  method: string | undefined;
  headers: IncomingMessage['headers'];
  form: Record<string, string>;
}

/** Says what a server answers; without an end it hangs. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
});

/** A real HTTP server, closed after the test. */
export async function startServer(answer: Answer) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { url: path, method, headers } = request;
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const question = { path, method, headers, form };
    asked.push(question);
    answer(response, question);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  closing.push(close);
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No address');
  return { url: `http://127.0.0.1:${address.port}`, asked, close };
}

/** An answer in JSON. */
export function json(body: unknown, status = 200): Answer {
  return response => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

/** An answer of other text. */
export function plain(body: string, status = 200): Answer {
  return response => {
    response.writeHead(status, { 'Content-Type': 'text/html' });
    response.end(body);
  };
}

/** What Prometheus answers to a range query. */
export function matrix(result: unknown[]) {
  return json({ status: 'success', data: { resultType: 'matrix', result } });
}
