import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  Review,
  reviewSignPermission,
  ReviewsPage,
} from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { ReviewStore } from '../database/reviews/ReviewStore';
import { authorizeChange, ChangeAccess } from '../exclusions/authorizeChange';
import { pageQuery, toPage } from '../exclusions/pages';
import { audited } from '../router/audited';
import { pipelineRefIn } from '../router/entityPath';
import { nothing, parse } from '../router/parse';
import { reviewBody } from './reviewBody';
import { ReviewService, ReviewServiceOptions } from './ReviewService';
import { toReview } from './toReview';

/** What the routes of reviews need. */
export interface ReviewRouteOptions extends ChangeAccess, ReviewServiceOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  reviews: ReviewStore;
}

/** `/v1/pipelines/…/reviews`: what people said about periods. */
export function reviewRoutes(options: ReviewRouteOptions): express.Router {
  const { httpAuth, auditor, pipelines, reviews } = options;
  const service = new ReviewService(options);
  const router = Router();

  router.get('/:namespace/:name/reviews', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { limit, cursor: after } = parse(pageQuery, req.query);
    const ref = pipelineRefIn(req);
    await pipelines.authorize({ ref, credentials });
    const read = await reviews.list({
      pipelineRef: ref,
      limit: limit + 1,
      ...(after && { after }),
    });
    const page: ReviewsPage = toPage(read, {
      limit,
      toItem: toReview,
      positionOf: each => each,
    });
    res.json(page);
  });

  router.post('/:namespace/:name/reviews', async (req, res) => {
    // People only: a sign-off is somebody's word.
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parse(nothing, req.query);
    const asked = parse(reviewBody, req.body);
    const ref = pipelineRefIn(req);
    const { objective, period, isApproved } = asked;
    const meta = { pipelineRef: ref, objective, period, isApproved };
    const metaOf = ({ review }: { review: Review }) => ({ id: review.id });
    const { review, isNew } = await audited(
      { auditor, request: req, eventId: 'review-sign', meta, metaOf },
      async () => {
        const pipeline = await authorizeChange(options, {
          ref,
          credentials,
          permission: reviewSignPermission,
          deed: `sign reviews of ${ref}`,
        });
        const signed = await service.sign({
          ref,
          pipeline,
          credentials,
          asked,
        });
        return { ...signed, review: toReview(signed.review) };
      },
    );
    res.status(isNew ? 201 : 200).json({ review });
  });

  return router;
}
