import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { pipelinesEntityModel } from './catalogModel';
import { API_VERSION, PIPELINE_KINDS } from './constants';

describe('pipelinesEntityModel', () => {
  const model = compileCatalogModel([
    defaultCatalogEntityModel,
    pipelinesEntityModel,
  ]);

  it.each(PIPELINE_KINDS)('teaches the catalog model the kind %s', kind => {
    expect(model.getKind({ kind, apiVersion: API_VERSION })).toBeDefined();
  });

  it('makes every relation of a Pipeline in both directions', () => {
    const types = (kind: string) =>
      (model.getRelations({ kind }) ?? []).map(({ forward }) => forward.type);
    expect(types('Pipeline')).toEqual(
      expect.arrayContaining(['ownedBy', 'hasRunbook', 'dependencyOf']),
    );
    expect(types('Group')).toEqual(
      expect.arrayContaining(['secondaryOwnerOf', 'stakeholderOf']),
    );
  });
});
