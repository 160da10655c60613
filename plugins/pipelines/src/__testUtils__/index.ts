export * from './builders';
export * from './clock';
export * from './render';
export * from './rotationBuilders';
