/** Names under which GPUs that are computed by the processor give themselves away. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;

/** Whether a renderer's name is that of a GPU, not of a program that plays one. */
export function isRealGpu(renderer: string): boolean {
  return renderer !== '' && !software.test(renderer);
}

/** Whether WebGL 2 runs on a real GPU here. */
export function hasRealWebGl(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return false;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = names ? context.getParameter(names.UNMASKED_RENDERER_WEBGL) : '';
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && isRealGpu(renderer);
}

/** Whether WebGPU runs on a real GPU here. */
export async function hasRealWebGpu(): Promise<boolean> {
  // Not every browser has it, whatever the types say.
  const gpu = navigator.gpu as GPU | undefined;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter || adapter.info.isFallbackAdapter) return false;
  const { vendor, architecture, description } = adapter.info;
  return isRealGpu(`${vendor} ${architecture} ${description}`.trim());
}
