import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const personSchema = z.object({
  // Lower case, as the catalog's own references are: compared letter by letter.
  ref: z
    .string()
    .regex(
      /^user:[a-z0-9._-]+\/[a-z0-9._-]+$/,
      'must be a full, lower-case reference such as user:default/engineer-a',
    ),
  title: z.string().min(1),
  role: z.string().min(1),
});

const peopleSchema = z.array(personSchema);

/** Somebody a visitor may be. */
export type Person = z.infer<typeof personSchema>;

/** The people of the company by reference, from `auth.providers.company`. */
export function readPeople(config: Config): Map<string, Person> {
  const parsed = peopleSchema.safeParse(config.getOptional('people'));
  if (!parsed.success) {
    throw new InputError(
      `Bad auth.providers.company.people: ${z.prettifyError(parsed.error)}`,
    );
  }
  return new Map(parsed.data.map(person => [person.ref, person]));
}
