import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default defineConfig(
    { ignores: ['dist', 'dist-fake', 'node_modules', 'src/api/schema.ts', 'eslint.config.js', 'scripts'] },
    js.configs.recommended,
    ...tseslint.configs.strictTypeChecked,
    hooks.configs.flat.recommended,
    a11y.flatConfigs.strict,
    {
        languageOptions: {
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
        },
    },
    {
        rules: {
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            // What scrolls by itself must be reached by the keyboard.
            'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region', 'group'] }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        },
    },
);
