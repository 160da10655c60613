import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePorts, isPortFree } from './ports.mjs';

for (const host of [undefined, '127.0.0.1']) {
  test(`a port is taken while a server listens on ${
    host ?? 'all addresses'
  }`, async () => {
    const [port] = await freePorts(1);
    assert.equal(await isPortFree(port), true);
    const server = createServer().listen({ port, host });
    await once(server, 'listening');
    assert.equal(await isPortFree(port), false);
    server.close();
    await once(server, 'close');
    assert.equal(await isPortFree(port), true);
  });
}

test('several free ports are different ones', async () => {
  assert.equal(new Set(await freePorts(5)).size, 5);
});
