import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/**
 * The calendars of members in `pipelines.absences.calendars`, by entity reference
 * of the member.
 *
 * @throws Error that names the key, if one is missing or no reference
 */
export function readAbsenceCalendars(config: Config): Map<string, string> {
  const entries =
    config.getOptionalConfigArray('pipelines.absences.calendars') ?? [];
  return new Map(
    entries.map(entry => {
      const member = parseEntityRef(entry.getString('member'), {
        defaultKind: 'User',
        defaultNamespace: 'default',
      });
      return [stringifyEntityRef(member), entry.getString('url')];
    }),
  );
}
