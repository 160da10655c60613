import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { render } from '@testing-library/react';
import { RunStateChip } from './RunStateChip';

describe('<RunStateChip />', () => {
  it.each<[RunState, string]>([
    ['running', '◐running'],
    ['complete', '✔complete'],
    ['failed', '✖failed'],
    ['aborted', '■aborted'],
    ['unknown', '?unknown'],
  ])('tells %s by shape and word', (state, text) => {
    const { container } = render(<RunStateChip state={state} />);
    expect(container).toHaveTextContent(text);
  });
});
