import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';
import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { uiImports } from '../../eslint.config.js';

const fixtures = join(import.meta.dirname, '../fixtures/import-rules');
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  options: ICruiseOptions;
};

/** The names of the rules that a tree of files breaks. */
async function brokenRules(tree: string): Promise<readonly string[]> {
  const options = { ...config.options };
  delete options.tsConfig;
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: join(fixtures, tree),
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  });
  if (typeof output === 'string') throw new TypeError('expected a result, not a report');
  return output.summary.violations.map(({ rule }) => rule.name);
}

describe('each import rule stops what it is there for', () => {
  it.each(config.forbidden.map(({ name }) => name ?? ''))('%s', async (name) => {
    expect(await brokenRules(name)).toContain(name);
  });
});

it('keeps no broken tree for a rule that is gone', () => {
  const names = [...config.forbidden.map(({ name }) => name), 'type-in-component'];
  expect(readdirSync(fixtures).sort()).toEqual(names.sort());
});

it("stops a component from naming a camera's type, which the checker of files cannot see", () => {
  const path = join(fixtures, 'type-in-component/src/ui/Screen.svelte');
  const linter = new Linter({ configType: 'flat', cwd: join(fixtures, 'type-in-component') });
  const messages = linter.verify(
    readFileSync(path, 'utf8'),
    [
      ...svelte.configs.base,
      {
        ...uiImports,
        files: ['**/*.svelte'],
        plugins: { '@typescript-eslint': tseslint.plugin },
        languageOptions: { parserOptions: { parser: tseslint.parser } },
      },
    ] as Linter.Config[],
    path,
  );
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([
    '@typescript-eslint/no-restricted-imports',
  ]);
});
