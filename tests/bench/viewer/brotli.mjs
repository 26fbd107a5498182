// Makes brotli of every file of a folder that compresses, under its own name: node brotli.mjs FOLDER QUALITY
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const [folder, quality] = process.argv.slice(2);
const params = { [constants.BROTLI_PARAM_QUALITY]: Number(quality) };
const files = (await readdir(folder, { recursive: true })).filter(name => /\.(js|css|html|svg|json|wasm)$/.test(name));
const compress = async file => writeFile(file, await promisify(brotliCompress)(await readFile(file), { params }));
await Promise.all(files.map(name => compress(path.join(folder, name))));
