import { requireDevelopment } from './requireDevelopment';

describe('requireDevelopment', () => {
  it.each(['development', 'test'])('lets %s pass', environment => {
    expect(() => requireDevelopment(environment)).not.toThrow();
  });

  it.each(['production', 'staging', ''])('refuses %p', environment => {
    expect(() => requireDevelopment(environment)).toThrow(
      /NODE_ENV=development only/,
    );
  });
});
