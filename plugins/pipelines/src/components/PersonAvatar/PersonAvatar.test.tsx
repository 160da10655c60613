import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { initials, PersonAvatar } from './PersonAvatar';

describe('initials', () => {
  it.each([
    ['Data Engineer A', 'DA'],
    ['CFO', 'C'],
    ['finance-team', 'ft'],
    ['', '?'],
  ])('of "%s" are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('<PersonAvatar />', () => {
  it('gives neighbours different colours, and says nothing aloud', async () => {
    renderOnPage(
      <>
        <PersonAvatar entityRef="user:default/engineer-a" />
        <PersonAvatar entityRef="user:default/engineer-b" small />
      </>,
    );
    const one = await screen.findByText('DA');
    const other = await screen.findByText('DB');
    expect(one).toHaveAttribute('aria-hidden', 'true');
    expect(one.style.backgroundColor).not.toBe(other.style.backgroundColor);
  });
});
