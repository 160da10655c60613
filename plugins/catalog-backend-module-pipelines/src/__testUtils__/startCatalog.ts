import { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModulePipelines from '../index';

const KINDS = [
  'Location',
  'Domain',
  'System',
  'Component',
  'Group',
  'User',
  'Pipeline',
  'Rotation',
  'Runbook',
  'EscalationPolicy',
];

/** A real catalog with our module, reading files of this machine. */
export interface RunningCatalog {
  /** All entities that were processed so far. */
  entities(): Promise<Entity[]>;
  /** Error messages of processing so far, by entity reference. */
  errors(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

type Knex = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Starts a catalog on a database that already exists, with files to read. */
export async function startCatalog(options: {
  knex: Knex;
  files: string[];
}): Promise<RunningCatalog> {
  const { knex, files } = options;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModulePipelines,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules: [{ allow: KINDS }],
            locations: files.map(target => ({ type: 'file', target })),
            processingInterval: { minutes: 30 },
          },
        },
      }),
    ],
  });
  const api = request(backend.server);
  return {
    entities: async () => {
      const { body } = await api.get(
        '/api/catalog/entities/by-query?limit=500',
      );
      return body.items;
    },
    errors: async () => {
      const rows = await knex('refresh_state')
        .select<{ entity_ref: string; errors: string }[]>(
          'entity_ref',
          'errors',
        )
        .whereNotNull('errors');
      return Object.fromEntries(
        rows.flatMap(({ entity_ref, errors }) => {
          const messages: { message: string }[] = JSON.parse(errors || '[]');
          return messages.length > 0
            ? [[entity_ref, messages.map(({ message }) => message).join('\n')]]
            : [];
        }),
      );
    },
    stop: () => backend.stop(),
  };
}
