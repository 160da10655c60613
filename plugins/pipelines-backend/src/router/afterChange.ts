import { RequestHandler } from 'express';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Calls back once a request has changed something. */
export function afterChange(onStored: () => void): RequestHandler {
  return (req, res, next) => {
    if (!READS.includes(req.method)) {
      res.on('finish', () => {
        if (res.statusCode < 300) onStored();
      });
    }
    next();
  };
}
