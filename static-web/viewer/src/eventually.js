const PATIENCE_MS = 15000; // a series of a slow PACS may still be on its way

/** The first truthy answer within the patience we have, else null. */
export async function eventually(question) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const answer = question();
    if (answer) return answer;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return null;
}
