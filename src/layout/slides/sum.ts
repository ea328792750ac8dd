import { type Pt, pt } from '../../design/units.ts';

export const sum = (values: readonly number[]): Pt => pt(values.reduce((total, value) => total + value, 0));
