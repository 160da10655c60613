import { API_VERSION, PIPELINE_KINDS, PipelinesKind } from '../constants';
import { SchemaNode, specSchemaNode } from '../schema/jsonSchema';
import { EXAMPLES } from './examples';
import { fieldTable, Variants } from './fieldTable';

const INTRODUCTION = `# Entity reference

<!-- Written by \`yarn docs:entities\` from the schemas. Change those, not this page. -->

All four kinds have \`apiVersion: ${API_VERSION}\`. Their \`metadata\` is that of
every catalog entity: \`name\`, \`title\`, \`description\`, \`links\`, \`tags\`. The
tables below describe \`spec\`.

- **Durations** are a whole number and a unit: \`30m\`, \`48h\`, \`7d\`, \`1w\`. A day
  is 24 hours.
- **Deadlines** are words: \`end of week\` (the end of Sunday), \`friday end of
  day\`, \`1st day of month 06:00\`, \`end of month\`, \`5th business day 09:00\`,
  \`last business day 17:00\`. They are read in \`sla.timeZone\`. Business days are
  Monday to Friday.
- **Dates and times of day** stand in quotes, or YAML takes them for something
  else: \`'2026-12-25'\`, \`'09:00'\`.
- **References** are \`[kind:][namespace/]name\`, as everywhere in Backstage.
- A key that is not in the table is an error, so that a misspelt one is found.

Check your files without a portal: \`yarn pipelines:validate <files or folders>\`
prints file, line and column of each fault.
`;

const SUMMARIES: Record<PipelinesKind, string> = {
  Pipeline:
    'A data pipeline: who owns it, what it promises, what warns about it, what to do when it breaks.',
  Rotation: 'People who take on-call duty in turn.',
  Runbook: 'Known troubles of pipelines: symptom, actions, escalation.',
  EscalationPolicy:
    'Who is told about an issue, level by level. Targets are roles of the pipeline or named people and groups, so that one policy serves every pipeline.',
};

function variantName(branch: SchemaNode): string {
  const type = branch.properties?.type?.const;
  if (type !== undefined) return `type: ${type}`;
  return `with ${Object.keys(branch.properties ?? {})[0]}`;
}

function variantSections({ path, branches }: Variants): string[] {
  return [
    `### \`${path}\``,
    '',
    ...branches.flatMap(branch => [
      `#### \`${path}\` ${variantName(branch)}`,
      '',
      branch.description ?? '',
      '',
      ...fieldTable(branch).rows,
      '',
    ]),
  ];
}

function kindSection(kind: PipelinesKind): string[] {
  const { rows, variants } = fieldTable(specSchemaNode(kind));
  return [
    `## ${kind}`,
    '',
    SUMMARIES[kind],
    '',
    '```yaml',
    EXAMPLES[kind].trim(),
    '```',
    '',
    ...rows,
    '',
    ...variants.flatMap(variantSections),
  ];
}

/** The page `docs/entities.md`: every kind with every field, default and an example. */
export function entityReference(): string {
  const sections = PIPELINE_KINDS.flatMap(kindSection);
  return `${[INTRODUCTION, ...sections].join('\n').trimEnd()}\n`;
}
