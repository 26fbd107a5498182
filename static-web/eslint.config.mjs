import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** Next.js fixes these names; every other file under src is PascalCase (acceptance D7). */
const FIXED_NAMES = new Set(["index", "page", "layout", "not-found", "error"]);

const pascalCaseFiles = {
  meta: { type: "layout", schema: [], messages: { name: "Name this file in PascalCase: {{name}}" } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).pop().split(".")[0];
      if (!FIXED_NAMES.has(name) && !/^[A-Z][A-Za-z0-9]*$/.test(name)) {
        context.report({ node, messageId: "name", data: { name } });
      }
    },
  }),
};

const config = [
  { ignores: ["node_modules/", ".next/", "out/", "viewer/", "next-env.d.ts", "src/core/api/Types.gen.ts"] },
  ...next,
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { imagini: { rules: { "pascal-case-files": pascalCaseFiles } } },
    rules: {
      "imagini/pascal-case-files": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    rules: {
      // Thumbnails and heat maps come from our own API with the session cookie: next/image cannot help.
      "@next/next/no-img-element": "off",
      // Signing in and out loads the page anew on purpose: nothing of another session stays in memory.
      "@next/next/no-location-assign-relative-destination": "off",
    },
  },
];

export default config;
