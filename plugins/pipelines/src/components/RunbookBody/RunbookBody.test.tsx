import { screen } from '@testing-library/react';
import { renderOnPage, runbook } from '../../__testUtils__';
import { RunbookBody } from './RunbookBody';

const HOSTILE = `
# Before you begin

<script>window.hacked = true</script>

<img src="x.png" alt="photo" onerror="window.hacked = true">

<a href="javascript:window.hacked = true">html link</a>

[markdown link](javascript:window.hacked=true)

[data link](data:text/html;base64,PHNjcmlwdD4=)

<iframe src="https://example.org"></iframe>

<style>body { display: none }</style>

<form action="https://example.org"><button onclick="window.hacked = true">press</button></form>

[honest link](https://example.org/runbook)
`;

describe('<RunbookBody />', () => {
  it('shows Markdown, and nothing in it that could run', async () => {
    renderOnPage(<RunbookBody runbook={runbook({ body: HOSTILE })} />);
    expect(
      await screen.findByRole('heading', { name: 'Before you begin' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /honest link/ })).toHaveAttribute(
      'href',
      'https://example.org/runbook',
    );
    expect(screen.getByAltText('photo')).not.toHaveAttribute('onerror');

    const html = document.body.innerHTML;
    for (const trace of [
      'window.hacked',
      'onerror',
      'onclick',
      'example.org"></iframe',
    ]) {
      expect(html).not.toContain(trace);
    }
    expect(html).not.toMatch(/(href|src)="?\s*(javascript|data)/i);
    for (const tag of ['script', 'iframe', 'form', 'main style']) {
      expect(document.body.querySelector(tag)).toBeNull();
    }
    expect('hacked' in window).toBe(false);
  });

  it('shows nothing when there is no body', async () => {
    renderOnPage(
      <main>
        <RunbookBody runbook={runbook()} />
      </main>,
    );
    expect(await screen.findByRole('main')).toBeEmptyDOMElement();
  });
});
