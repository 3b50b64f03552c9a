// Builds the style sheets: Sass, then a copy turned round for languages written from right to left.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import rtlcss from "rtlcss";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const assets = join(root, "crates/web/assets");

const { css } = sass.compile(join(assets, "tutela.scss"), {
  loadPaths: [join(root, "node_modules")],
  style: "compressed",
  quietDeps: true,
});

mkdirSync(join(assets, "built"), { recursive: true });
writeFileSync(join(assets, "built/tutela.css"), css);
writeFileSync(join(assets, "built/tutela-rtl.css"), rtlcss.process(css, { autoRename: false }));
