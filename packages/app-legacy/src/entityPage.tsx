import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityOwnershipCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import Grid from '@material-ui/core/Grid';
import {
  EntityEscalationPolicyLevelsCard,
  EntityGroupRotationsCard,
  EntityMemberShiftsCard,
  EntityPipelineOnCallCard,
  EntityPipelineOwnershipContent,
  EntityPipelineReadsAndFeedsCard,
  EntityPipelineRunbookContent,
  EntityPipelineRunsContent,
  EntityPipelineSlaCard,
  EntityPipelineSlaContent,
  EntityRotationAbsencesCard,
  EntityRotationFairnessContent,
  EntityRotationFeedsContent,
  EntityRotationHandoffsContent,
  EntityRotationHolidaysCard,
  EntityRotationNowCard,
  EntityRotationScheduleCard,
  EntityRotationSwapsCard,
  EntityRunbookReviewCard,
  EntityRunbookRowsCard,
  isEscalationPolicyEntity,
  isPipelineEntity,
  isRotationEntity,
  isRunbookEntity,
} from '@techflow/backstage-plugin-pipelines';
import { TwoColumns } from './TwoColumns';

const pipelinePage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <TwoColumns
        left={
          <>
            <EntityPipelineSlaCard />
            <EntityPipelineReadsAndFeedsCard />
          </>
        }
        right={
          <>
            <EntityPipelineOnCallCard />
            <EntityAboutCard />
          </>
        }
      />
    </EntityLayout.Route>
    <EntityLayout.Route path="/ownership" title="Ownership">
      <EntityPipelineOwnershipContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/sla" title="SLA">
      <EntityPipelineSlaContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/runs" title="Runs">
      <EntityPipelineRunsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/runbook" title="Runbook">
      <EntityPipelineRunbookContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const rotationPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <TwoColumns
        left={<EntityRotationScheduleCard />}
        right={
          <>
            <EntityRotationNowCard />
            <EntityRotationSwapsCard />
            <EntityRotationHolidaysCard />
            <EntityRotationAbsencesCard />
            <EntityAboutCard />
          </>
        }
      />
    </EntityLayout.Route>
    <EntityLayout.Route path="/fairness" title="Fairness">
      <EntityRotationFairnessContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/handoffs" title="Handoffs">
      <EntityRotationHandoffsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/feeds" title="Feeds">
      <EntityRotationFeedsContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const runbookPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <TwoColumns
        left={<EntityRunbookRowsCard />}
        right={
          <>
            <EntityRunbookReviewCard />
            <EntityAboutCard />
          </>
        }
      />
    </EntityLayout.Route>
  </EntityLayout>
);

const escalationPolicyPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <TwoColumns
        left={<EntityEscalationPolicyLevelsCard />}
        right={<EntityAboutCard />}
      />
    </EntityLayout.Route>
  </EntityLayout>
);

const teamOrPersonPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3}>
        <Grid item xs={12} md={6}>
          <EntitySwitch>
            <EntitySwitch.Case if={isKind('group')}>
              <EntityGroupProfileCard />
            </EntitySwitch.Case>
            <EntitySwitch.Case>
              <EntityUserProfileCard />
            </EntitySwitch.Case>
          </EntitySwitch>
        </Grid>
        <Grid item xs={12} md={6}>
          {/* It lists built-in kinds only, unless told otherwise. */}
          <EntityOwnershipCard entityFilterKind={['Pipeline', 'System']} />
        </Grid>
        <EntitySwitch>
          <EntitySwitch.Case if={isKind('group')}>
            <Grid item xs={12} md={6}>
              <EntityMembersListCard />
            </Grid>
            <Grid item xs={12} md={6}>
              <EntityGroupRotationsCard />
            </Grid>
          </EntitySwitch.Case>
          <EntitySwitch.Case>
            <Grid item xs={12} md={6}>
              <EntityMemberShiftsCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>
  </EntityLayout>
);

const otherPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntityAboutCard />
    </EntityLayout.Route>
  </EntityLayout>
);

/** The page of an entity, with the Pipelines plugin as its README says to add it. */
export const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isPipelineEntity}>{pipelinePage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isRotationEntity}>{rotationPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isRunbookEntity}>{runbookPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isEscalationPolicyEntity}>
      {escalationPolicyPage}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind(['group', 'user'])}>
      {teamOrPersonPage}
    </EntitySwitch.Case>
    <EntitySwitch.Case>{otherPage}</EntitySwitch.Case>
  </EntitySwitch>
);
