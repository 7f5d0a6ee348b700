import { registerHooks } from 'node:module';

// dependency-cruiser reads TypeScript with the compiler's JavaScript API, which TypeScript 7 does not have.
// Without this it would find no .ts file at all and be content.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=$|\/)/, 'typescript-6'), context),
});
