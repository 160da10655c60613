import express from 'express';
import request from 'supertest';
import { calendarFeedRoutes } from './calendarFeedRoutes';

const TOKEN = 'x'.repeat(43);

describe('the address of a feed', () => {
  it('is hidden from what logs requests when they are answered', async () => {
    const logged: string[] = [];
    const app = express();
    app.use((req, res, next) => {
      res.on('finish', () => logged.push(req.originalUrl));
      next();
    });
    app.use(
      '/v1/calendar-feeds',
      calendarFeedRoutes({
        feeds: {
          create: jest.fn(),
          get: jest.fn(),
          findByToken: async () => undefined,
          markRead: jest.fn(),
          revoke: jest.fn(),
          listOf: jest.fn(),
        },
        versions: { list: jest.fn(), listMany: jest.fn(), append: jest.fn() },
        rotations: { readAsPlugin: jest.fn() },
        now: () => new Date('2026-11-23T12:00:00Z'),
      }),
    );
    const answer = await request(app).get(`/v1/calendar-feeds/${TOKEN}.ics`);
    expect(answer.status).toBe(404);
    expect(logged).toEqual(['/v1/calendar-feeds/[secret].ics']);
  });
});
