import { describe, expect, test } from 'vitest';
import { isRealGpu } from '../../src/pose/worker/gpu.ts';

describe('The graphics of this device', () => {
  test.each([
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
    'Adreno (TM) 650',
    'Mali-G78',
  ])('are real: %s', (renderer) => {
    expect(isRealGpu(renderer)).toBe(true);
  });

  test.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.6, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'softpipe',
    'Apple Software Renderer',
    'google swiftshader',
    '',
  ])('are played by the processor, or unknown: %s', (renderer) => {
    expect(isRealGpu(renderer)).toBe(false);
  });
});
