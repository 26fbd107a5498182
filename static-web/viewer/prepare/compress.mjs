// Writes file.br and file.gz beside each text or wasm file, on node's own thread pool.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm)$/;
const SMALLEST = 1024; // below this a response is one packet either way
const QUALITY = Number(process.env.IMAGINI_BROTLI_QUALITY ?? 9);

export const isCompressible = file => COMPRESSIBLE.test(file);

async function compressOne(file) {
  const plain = await readFile(file);
  if (plain.length < SMALLEST) return { plain: plain.length, brotli: plain.length };
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const brotli = await promisify(brotliCompress)(plain, { params });
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: 6 }));
  return { plain: plain.length, brotli: brotli.length };
}

/** Compresses all files, biggest first so that no core waits for the last one; returns bytes before and after. */
export async function compress(files) {
  const sized = await Promise.all(files.filter(isCompressible).map(async f => ({ f, size: (await stat(f)).size })));
  const queue = sized.sort((a, b) => b.size - a.size).map(({ f }) => f);
  const total = { files: queue.length, plain: 0, brotli: 0 };
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const { plain, brotli } = await compressOne(file);
      total.plain += plain;
      total.brotli += brotli;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return total;
}
