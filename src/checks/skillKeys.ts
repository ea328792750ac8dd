import { nameKey } from '../workload/slug.ts';
import { remembered } from './remembered.ts';

/** Tells skills apart: the same for `PySpark`, `pyspark` and `Py Spark`. */
export const skillKeys = (): ((name: string) => string) => remembered((name) => nameKey(name).replaceAll('-', ''));
