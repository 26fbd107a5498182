/** An answer with its body in one piece: OHIF copies and searches all that has come, again with every piece that comes. */
export async function whole(answer) {
  if (!answer.ok) return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const body = new ReadableStream({
    start(pieces) {
      pieces.enqueue(bytes);
      pieces.close();
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}
