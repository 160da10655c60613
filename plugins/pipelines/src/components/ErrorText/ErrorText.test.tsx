import { render } from '@testing-library/react';
import { ErrorText } from './ErrorText';

describe('<ErrorText />', () => {
  it('keeps every line, and takes nothing for markup', () => {
    const text = 'KeyError: "profit"\n  <b>at</b> load.py:12';
    const { container } = render(<ErrorText>{text}</ErrorText>);
    expect(container.querySelector('pre')?.textContent).toBe(text);
    expect(container.querySelector('b')).toBeNull();
  });
});
