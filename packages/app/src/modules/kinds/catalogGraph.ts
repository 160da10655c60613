import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
  RelationPairs,
} from '@backstage/plugin-catalog-graph';
import {
  RELATION_ESCALATED_FROM,
  RELATION_ESCALATES_BY,
  RELATION_ESCALATES_TO,
  RELATION_ESCALATION_OF,
  RELATION_HAS_ROTATION,
  RELATION_HAS_RUNBOOK,
  RELATION_HAS_STAKEHOLDER,
  RELATION_ROTATES_IN,
  RELATION_ROTATES_THROUGH,
  RELATION_ROTATION_OF,
  RELATION_RUNBOOK_OF,
  RELATION_SECONDARY_OWNED_BY,
  RELATION_SECONDARY_OWNER_OF,
  RELATION_STAKEHOLDER_OF,
} from '@techflow/backstage-plugin-pipelines-common';

/** The first of a pair is the direction an arrow is drawn in. */
export const PIPELINES_RELATION_PAIRS: RelationPairs = [
  [RELATION_SECONDARY_OWNER_OF, RELATION_SECONDARY_OWNED_BY],
  [RELATION_STAKEHOLDER_OF, RELATION_HAS_STAKEHOLDER],
  [RELATION_HAS_ROTATION, RELATION_ROTATION_OF],
  [RELATION_HAS_RUNBOOK, RELATION_RUNBOOK_OF],
  [RELATION_ESCALATES_BY, RELATION_ESCALATION_OF],
  [RELATION_ROTATES_THROUGH, RELATION_ROTATES_IN],
  [RELATION_ESCALATES_TO, RELATION_ESCALATED_FROM],
];

/** Lets the catalog graph draw our relations beside the built-in ones. */
export const catalogGraphKindsModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [
                ...ALL_RELATIONS,
                ...PIPELINES_RELATION_PAIRS.flat(),
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                ...PIPELINES_RELATION_PAIRS,
              ],
              // Not optional, whatever its type says: left out, the constructor throws.
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
