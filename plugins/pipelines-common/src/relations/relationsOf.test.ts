import {
  escalationPolicy,
  pipeline,
  rotation,
  runbook,
  runbookRow,
} from '../__testUtils__/entities';
import { relationsOf } from './relationsOf';

const short = (entity: Parameters<typeof relationsOf>[0]) =>
  relationsOf(entity).map(
    ({ forward, reverse, ref, defaultKind }) =>
      `${forward}/${reverse} ${defaultKind}:${ref}`,
  );

describe('relationsOf', () => {
  it('finds every entity that a Pipeline names', () => {
    const entity = pipeline({
      owner: 'finance',
      system: 'reporting',
      secondaryOwner: 'data-engineering',
      stakeholders: ['user:cfo', 'risk'],
      dependsOn: ['growth'],
      rotation: 'engineers',
      escalationPolicy: 'ladder',
      runbook: 'profit',
    });
    expect(short(entity)).toEqual([
      'ownedBy/ownerOf Group:finance',
      'partOf/hasPart System:reporting',
      'secondaryOwnedBy/secondaryOwnerOf Group:data-engineering',
      'hasStakeholder/stakeholderOf Group:user:cfo',
      'hasStakeholder/stakeholderOf Group:risk',
      'dependsOn/dependencyOf Pipeline:growth',
      'hasRotation/rotationOf Rotation:engineers',
      'escalatesBy/escalationOf EscalationPolicy:ladder',
      'hasRunbook/runbookOf Runbook:profit',
    ]);
  });

  it('finds the members of a Rotation', () => {
    expect(short(rotation())).toEqual([
      'ownedBy/ownerOf Group:group:data-engineering',
      'rotatesThrough/rotatesIn User:user:engineer-a',
      'rotatesThrough/rotatesIn User:user:engineer-b',
    ]);
  });

  it('finds whom runbook rows and escalation levels name, each once', () => {
    const rows = [
      runbookRow({ escalateTo: ['finance', 'ops'] }),
      runbookRow({ id: 'two', escalateTo: ['finance'] }),
    ];
    expect(short(runbook({ rows }))).toEqual([
      'ownedBy/ownerOf Group:group:finance',
      'escalatesTo/escalatedFrom Group:finance',
      'escalatesTo/escalatedFrom Group:ops',
    ]);
    expect(short(escalationPolicy())).toContain(
      'escalatesTo/escalatedFrom Group:group:finance',
    );
  });

  it('has nothing to say of other kinds', () => {
    expect(
      relationsOf({ ...pipeline(), apiVersion: 'backstage.io/v1alpha1' }),
    ).toEqual([]);
    expect(relationsOf({ ...pipeline(), kind: 'Component' })).toEqual([]);
  });
});
