// The product of a matrix and a vector of bytes, which is half of a network's work, in instructions that WebAssembly has.

#include "matrix.h"

#include <wasm_simd128.h>

#include <cstdint>

namespace {

using tesseract::TFloat;

constexpr int kOutputs = 4;
constexpr int kMostRegisters = 8;
constexpr int kInputs = 2;

// Computes kOutputs * Registers sums. Weights come as IntSimdMatrix::Init lays them out: for every pair of inputs the
// pairs of weights of all outputs, at last the outputs' biases.
template <int Registers>
inline const int8_t *Outputs(const int8_t *weights, const int16_t *inputs, int pairs, const TFloat *scales, TFloat *out) {
  v128_t sums[Registers];
  for (auto &sum : sums) sum = wasm_i32x4_splat(0);
  for (int pair = 0; pair < pairs; ++pair) {
    const v128_t input = wasm_v128_load32_splat(inputs + kInputs * pair);
#pragma clang loop unroll(full)
    for (int i = 0; i < Registers; ++i) {
      const v128_t weight = wasm_i16x8_load8x8(weights + 8 * i);
      sums[i] = wasm_i32x4_add(sums[i], wasm_i32x4_dot_i16x8(weight, input));
    }
    weights += 8 * Registers;
  }
  const v128_t one = wasm_i32x4_splat(INT8_MAX);
#pragma clang loop unroll(full)
  for (int i = 0; i < Registers; ++i) {
    const v128_t bias = wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(weights + kOutputs * i)));
    const v128_t sum = wasm_i32x4_add(sums[i], wasm_i32x4_mul(bias, one));
    wasm_v128_store(out + kOutputs * i, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sum), wasm_v128_load(scales + kOutputs * i)));
  }
  return weights + kOutputs * Registers;
}

// See IntSimdMatrix::MatrixDotVectorFunction: dim1 outputs, dim2 - 1 inputs.
void MatrixDotVector(int dim1, int dim2, const int8_t *weights, const TFloat *scales, const int8_t *u, TFloat *v) {
  const int inputs = dim2 - 1;
  const int pairs = (inputs + 1) / kInputs;
  int16_t wide[kMostInputs];
  for (int i = 0; i < inputs; i += 8) wasm_v128_store(wide + i, wasm_i16x8_load8x8(u + i));
  if (inputs % kInputs != 0) wide[inputs] = 0;
  const int outputs = (dim1 + kOutputs - 1) / kOutputs * kOutputs;
  int done = 0;
  for (; done + 8 * kOutputs <= outputs; done += 8 * kOutputs)
    weights = Outputs<8>(weights, wide, pairs, scales + done, v + done);
  if (done + 4 * kOutputs <= outputs) {
    weights = Outputs<4>(weights, wide, pairs, scales + done, v + done);
    done += 4 * kOutputs;
  }
  if (done + 2 * kOutputs <= outputs) {
    weights = Outputs<2>(weights, wide, pairs, scales + done, v + done);
    done += 2 * kOutputs;
  }
  if (done + kOutputs <= outputs) Outputs<1>(weights, wide, pairs, scales + done, v + done);
}

} // namespace

const tesseract::IntSimdMatrix kWasmMatrix = {MatrixDotVector, kOutputs, kMostRegisters, 8, kInputs};
