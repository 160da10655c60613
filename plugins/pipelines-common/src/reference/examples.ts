import { PipelinesKind } from '../constants';

/** One whole entity of each kind, for the reference; a test holds them valid. */
export const EXAMPLES: Record<PipelinesKind, string> = {
  Pipeline: `
apiVersion: techflow.io/v1alpha1
kind: Pipeline
metadata:
  name: profit
  title: Profit Calculation Pipeline
spec:
  type: batch
  lifecycle: production
  criticality: high
  purpose: Calculate profit and unit-level profit
  owner: finance
  secondaryOwner: data-engineering
  stakeholders: [user:cfo, risk]
  rotation: data-engineering
  escalationPolicy: data-engineering
  runbook: profit
  outputs:
    - { name: Aggregate profit, audience: investors, formula: subscription costs - expenses }
  schedules:
    - { audience: investors, cron: 0 6 1 * *, timeZone: America/New_York, grace: 2h }
  jobs:
    - { namespace: airflow, name: profit_investors, audience: investors }
  metrics:
    - { name: revenue, title: Revenue, unit: USD }
    - name: invoices.waiting
      title: Invoices waiting
      unit: invoices
      source:
        type: prometheus
        query: sum(rabbitmq_detailed_queue_messages_ready{queue="invoices"})
        every: 5m
  sla:
    timeZone: America/New_York
    objectives:
      - { id: delivery, type: delivery, audience: investors }
      - { id: freshness, type: freshness, maxAge: 24h }
      - { id: resolution, type: resolution, within: 48h, severities: [critical] }
      - { id: review, type: review, every: month, by: accounts }
  monitors:
    - id: revenue-drop
      type: change
      metric: revenue
      period: month
      mustNotDropMoreThan: 10
      severity: critical
`,
  Rotation: `
apiVersion: techflow.io/v1alpha1
kind: Rotation
metadata:
  name: data-engineering
spec:
  type: weekly
  owner: data-engineering
  members: [engineer-a, engineer-b, engineer-c, engineer-d]
  start: '2026-01-05'
  handoff: { weekday: monday, time: '09:00', timeZone: America/New_York }
  holidays:
    dates:
      - { date: '2026-11-26', name: Thanksgiving }
  allHands:
    - { name: Monthly investor report, period: last-week-of-month }
`,
  Runbook: `
apiVersion: techflow.io/v1alpha1
kind: Runbook
metadata:
  name: profit
spec:
  owner: data-engineering
  lastReviewed: '2026-11-10'
  reviewEvery: 90d
  rows:
    - id: revenue-mismatch
      title: Revenue Mismatch
      symptom: Numbers don't align with account filings
      actions:
        - Verify with accounting team
        - Check data freshness
      escalation: Immediate escalation to Finance Team
      escalateTo: [finance]
      matches:
        monitors: [revenue-drop]
  body: |
    Anything else worth knowing, in **Markdown**.
`,
  EscalationPolicy: `
apiVersion: techflow.io/v1alpha1
kind: EscalationPolicy
metadata:
  name: data-engineering
spec:
  owner: data-engineering
  levels:
    - name: Data Engineering Team
      after: 0m
      targets: [{ role: on-call }]
    - name: Business Teams
      after: 30m
      targets: [{ role: primary-owner }]
    - name: Management
      after: 2h
      targets:
        - { ref: user:data-engineering-lead }
        - { ref: user:cfo, for: critical financial issues, severities: [critical] }
`,
};
