// The latest failure, and memory that is counted against the engine's limit.
#include "errors.h"

#include <cstdlib>
#include <cstring>

namespace lab {

namespace {
std::size_t bytes_in_use = 0;
}  // namespace

Failure& lastFailure() {
  static Failure failure;
  return failure;
}

bool fail(ErrorCode code, const char* field, double value, double limit) {
  lastFailure() = {code, field, value, limit};
  return false;
}

bool checkRange(const char* field, double value, double low, double high) {
  if (!(value - value == 0)) return fail(ErrorCode::kNotFinite, field, value, 0);
  if (value < low) return fail(ErrorCode::kTooSmall, field, value, low);
  if (value > high) return fail(ErrorCode::kTooLarge, field, value, high);
  return true;
}

void* allocateLines(std::size_t bytes) {
  constexpr std::size_t kLine = 64;
  return std::aligned_alloc(kLine, (bytes / kLine + 1) * kLine);
}

std::size_t Memory::bytesInUse() { return bytes_in_use; }

bool Memory::allocate(std::size_t floats, const char* field) {
  reset();
  const std::size_t bytes = floats * sizeof(float);
  if (floats > Limits::kBytes || bytes_in_use + bytes > Limits::kBytes ||
      (data_ = static_cast<float*>(allocateLines(bytes))) == nullptr) {
    return fail(ErrorCode::kOutOfMemory, field, static_cast<double>(bytes_in_use + bytes),
                static_cast<double>(Limits::kBytes));
  }
  std::memset(data_, 0, bytes);
  floats_ = floats;
  bytes_in_use += bytes;
  return true;
}

void Memory::reset() {
  if (data_ != nullptr) bytes_in_use -= floats_ * sizeof(float);
  std::free(data_);
  data_ = nullptr;
  floats_ = 0;
}

}  // namespace lab
