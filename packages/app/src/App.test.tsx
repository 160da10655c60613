import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const env = process.env;
  afterEach(() => {
    process.env = env;
  });

  it('starts with the question who the visitor is', async () => {
    const data = {
      app: { title: 'TechFlow Pipelines', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost:7007' },
    };
    process.env = Object.assign({}, env, {
      APP_CONFIG: [{ data, context: 'test' }],
    });

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(screen.getByText('TechFlow Pipelines')).toBeInTheDocument();
  });
});
