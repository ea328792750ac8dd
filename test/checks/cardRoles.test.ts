import { describe, expect, it } from 'vitest';
import { place } from '../workload/reading.ts';
import { findingsOf, messagesOf } from './findings.ts';

const card = 'components: [Azure Storage]\n';

describe('ACC404: a role on a component that is not on the card', () => {
  it('is found once a persona and component, at the first role', async () => {
    const found = await findingsOf(
      {
        personas: { P1: card, P2: card },
        rows: {
          'Azure Storage': ['P1 | Dev | Reader', 'P2 | Dev | Reader'],
          'Key Vault': ['P1 | Dev | Key Vault Reader', 'P1 | Production | Some role', 'P2 | all | —'],
        },
      },
      'ACC404',
    );
    expect(found).toMatchObject([
      {
        severity: 'warning',
        message: 'P1 Persona has a role on Key Vault in Dev and Production, but its card does not name the component',
        hint: 'add Key Vault to the card, or remove the role',
        about: { persona: 'P1', component: 'key-vault' },
      },
    ]);
    expect(place(found[0]?.location)).toBe('personas/rbac/key-vault.md:3:14');
  });

  it('is not found when the card has no such field, or names the component by an alias', async () => {
    const rows = { 'Azure Storage': ['P1 | Dev | Reader'] };
    expect(await messagesOf('ACC404', { personas: { P1: '' }, rows })).toEqual([]);
    const workload = 'components: [{name: Azure Storage, aliases: [ADLS]}]\n';
    expect(await messagesOf('ACC404', { personas: { P1: 'components: adls\n' }, rows, workload })).toEqual([]);
  });
});
