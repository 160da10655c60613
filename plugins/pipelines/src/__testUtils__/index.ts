export * from './builders';
export * from './clock';
export * from './ingestBuilders';
export * from './render';
export * from './rotationBuilders';
export * from './scorecardBuilders';
export * from './signals';
export * from './slaBuilders';
