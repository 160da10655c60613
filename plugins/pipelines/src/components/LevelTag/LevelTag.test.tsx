import { render, screen } from '@testing-library/react';
import { LevelTag } from './LevelTag';

describe('<LevelTag />', () => {
  it('makes the upper levels stand out', () => {
    render(
      <>
        <LevelTag level="highest" />
        <LevelTag level="low" />
      </>,
    );
    const classesOf = (level: string) =>
      screen.getByText(level).className.trim().split(' ').length;
    expect(classesOf('highest')).toBe(classesOf('low') + 1);
  });
});
