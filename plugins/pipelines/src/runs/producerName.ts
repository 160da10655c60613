/** Tools that people know by a name; the text is looked for in the producer. */
const KNOWN: readonly { text: string; name: string }[] = [
  { text: 'airflow', name: 'Airflow' },
  { text: 'spark', name: 'Spark' },
  { text: 'dbt', name: 'dbt' },
  { text: 'flink', name: 'Flink' },
  { text: 'great_expectations', name: 'Great Expectations' },
  { text: 'great-expectations', name: 'Great Expectations' },
  { text: 'dagster', name: 'Dagster' },
  { text: 'trino', name: 'Trino' },
  { text: 'hive', name: 'Hive' },
  { text: 'debezium', name: 'Debezium' },
];

/**
 * A short name for a producer. OpenLineage names producers by the address of
 * their source code, such as `…/OpenLineage/tree/1.19.0/integration/spark`: too
 * long for a table, and the same tool has many.
 */
export function producerName(producer: string): string {
  const words = producer.toLocaleLowerCase('en-US').split(/[^a-z0-9_-]+/);
  const known = KNOWN.find(({ text }) =>
    words.some(word => word === text || word.startsWith(`${text}-`)),
  );
  if (known) return known.name;
  const [last = producer] = producer
    .split('/')
    .filter(part => part !== '')
    .slice(-1);
  return last;
}
