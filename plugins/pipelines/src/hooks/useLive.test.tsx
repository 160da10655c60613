import { NotAllowedError } from '@backstage/errors';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useLive } from './useLive';

const nobody = new Error('Failed to fetch');

function renderLive(load: (key: string) => Promise<string>) {
  return renderHook(({ key }) => useLive(key, () => load(key)), {
    initialProps: { key: 'a' },
  });
}

describe('useLive', () => {
  it('keeps what is shown while it is renewed', async () => {
    const load = jest.fn().mockResolvedValueOnce('first');
    const { result } = renderLive(load);
    expect(result.current.loaded.state).toBe('loading');
    await waitFor(() =>
      expect(result.current.loaded).toMatchObject({ value: 'first' }),
    );
    let answer = (_: string) => {};
    load.mockReturnValueOnce(
      new Promise<string>(resolve => {
        answer = resolve;
      }),
    );
    act(() => result.current.renew());
    expect(result.current.loaded).toMatchObject({ value: 'first' });
    await act(async () => answer('second'));
    expect(result.current.loaded).toMatchObject({ value: 'second' });
  });

  it('keeps it, and says so, when the backend cannot be reached', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(nobody);
    const { result } = renderLive(load);
    await waitFor(() => expect(result.current.loaded.state).toBe('ready'));
    await act(async () => result.current.renew());
    expect(result.current).toMatchObject({
      loaded: { state: 'ready', value: 'first' },
      isStale: true,
    });
  });

  it('takes it away when the backend says no', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new NotAllowedError());
    const { result } = renderLive(load);
    await waitFor(() => expect(result.current.loaded.state).toBe('ready'));
    await act(async () => result.current.renew());
    expect(result.current.loaded.state).toBe('failed');
  });

  it('tries again after a failure', async () => {
    const load = jest
      .fn()
      .mockRejectedValueOnce(nobody)
      .mockResolvedValueOnce('there');
    const { result } = renderLive(load);
    await waitFor(() => expect(result.current.loaded.state).toBe('failed'));
    const { loaded } = result.current;
    await act(async () => {
      if (loaded.state === 'failed') loaded.reload();
    });
    expect(result.current.loaded).toMatchObject({ value: 'there' });
  });

  it('shows nothing of another key, however late its answer comes', async () => {
    const answers = new Map<string, (value: string) => void>();
    const load = (key: string) =>
      new Promise<string>(resolve => {
        answers.set(key, resolve);
      });
    const { result, rerender } = renderLive(load);
    rerender({ key: 'b' });
    await act(async () => answers.get('b')?.('of b'));
    expect(result.current.loaded).toMatchObject({ value: 'of b' });
    await act(async () => answers.get('a')?.('of a'));
    expect(result.current.loaded).toMatchObject({ value: 'of b' });
    rerender({ key: 'c' });
    expect(result.current.loaded.state).toBe('loading');
  });

  it('prefers the later answer to one that is slow', async () => {
    const answers: ((value: string) => void)[] = [];
    const load = () =>
      new Promise<string>(resolve => {
        answers.push(resolve);
      });
    const { result } = renderLive(load);
    act(() => result.current.renew());
    expect(answers).toHaveLength(2);
    await act(async () => answers[1]('later'));
    await act(async () => answers[0]('slow'));
    expect(result.current.loaded).toMatchObject({ value: 'later' });
  });
});
