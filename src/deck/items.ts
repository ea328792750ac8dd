import type { Card, FieldKey, Item } from './model.ts';

/** What a card says in one of its fields. */
export function itemsOf({ fields }: Pick<Card, 'fields'>, key: FieldKey): readonly Item[] {
  return fields.find((field) => field.key === key)?.items ?? [];
}
