import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const env = process.env;
  afterEach(() => {
    process.env = env;
  });

  it('starts on the old frontend system with the plugin in it', async () => {
    const data = {
      app: { title: 'Old system', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost:7007' },
    };
    process.env = Object.assign({}, env, {
      APP_CONFIG: [{ data, context: 'test' }],
    });

    render(<App />);

    // Nobody answers in this test, so it gets no further than the sign-in.
    expect(
      await screen.findByText('Old system', undefined, { timeout: 10_000 }),
    ).toBeInTheDocument();
  });
});
