import {
  MeasurementSource,
  PipelinesMeasurementSourcesExtensionPoint,
} from '@techflow/backstage-plugin-pipelines-node';

/** The sources that modules brought, each under its type. */
export class MeasurementSources
  implements PipelinesMeasurementSourcesExtensionPoint
{
  readonly #sources = new Map<string, MeasurementSource>();

  addSource(source: MeasurementSource): void {
    const { type } = source;
    if (this.#sources.has(type)) {
      throw new Error(
        `There are two measurement sources of type ${type}; install one of the two modules`,
      );
    }
    this.#sources.set(type, source);
  }

  get(type: string): MeasurementSource | undefined {
    return this.#sources.get(type);
  }
}
