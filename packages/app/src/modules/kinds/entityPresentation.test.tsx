import { renderInTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { render, screen } from '@testing-library/react';
import { catalogKindsModule } from './entityPresentation';
import { KIND_ICONS } from './icons';

const iconPath = (container: HTMLElement) =>
  container.querySelector('svg path')?.getAttribute('d');

describe('catalogKindsModule', () => {
  it.each(Object.keys(KIND_ICONS))('gives a %s its icon', async kind => {
    const Icon = KIND_ICONS[kind];
    const expected = iconPath(render(<Icon />).container);
    expect(expected).toBeTruthy();

    const { container } = renderInTestApp(
      <EntityDisplayName entityRef={`${kind}:default/profit`} />,
      { features: [catalogPlugin, catalogKindsModule] },
    );

    expect(await screen.findByText('profit')).toBeInTheDocument();
    expect(iconPath(container)).toBe(expected);
  });
});
