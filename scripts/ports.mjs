import { createServer } from 'node:net';

function listen(server, options) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options, () => resolve(server.address().port));
  });
}

async function canListen(options) {
  const server = createServer();
  try {
    await listen(server, options);
    return true;
  } catch (error) {
    // Anything else, such as a machine without IPv6, is no sign of a neighbour.
    return error.code !== 'EADDRINUSE';
  } finally {
    server.close();
  }
}

/**
 * Whether nobody listens on a port. All addresses and loopback are tried, as
 * macOS lets two programs share a port when one of them names an address.
 */
export async function isPortFree(port) {
  for (const host of [undefined, '127.0.0.1', '::1']) {
    if (!(await canListen({ port, host }))) return false;
  }
  return true;
}

/** Ports of the system's choice that are free right now, all different. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(server => listen(server, { port: 0, host: '127.0.0.1' })),
  );
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
}
