// Every way a call can be refused: one code, one message, one record of the latest failure.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lab {

// Order is the wire format; the catalogue prints this table. {field}, {value} and {limit} are
// filled in by the caller's side.
struct ErrorEntry {
  const char* code;
  const char* message;
};

enum class ErrorCode {
  kNone,
  kUnknownName,
  kUnknownKey,
  kMissing,
  kWrongType,
  kNotFinite,
  kNotInteger,
  kTooSmall,
  kTooLarge,
  kNotAllowed,
  kWrongLength,
  kOutOfMemory,
  kDisposed,
  kDataNotLoaded,
  kBadData,
  kLoadFailed,
  kWorkerFailed,
  kBadCsv,
};

inline constexpr ErrorEntry kErrors[] = {
    {"none", "No error"},
    {"unknown-name", "{field}: {value} is not known; allowed: {limit}"},
    {"unknown-key", "{field}: there is no setting of this name; allowed: {limit}"},
    {"missing", "{field}: a value is needed; expected {limit}"},
    {"wrong-type", "{field}: {value} is not {limit}"},
    {"not-finite", "{field}: {value} is not a finite number"},
    {"not-integer", "{field}: {value} is not an integer"},
    {"too-small", "{field}: {value} is too small; at least {limit}"},
    {"too-large", "{field}: {value} is too large; at most {limit}"},
    {"not-allowed", "{field}: {value} is not allowed here; {limit}"},
    {"wrong-length", "{field}: length {value} does not fit; expected {limit}"},
    {"out-of-memory", "{field}: {value} bytes are needed; at most {limit} bytes in all"},
    {"disposed", "{field}: it was disposed of and can no longer be used"},
    {"data-not-loaded",
     "{field}: the data set {value} is not loaded; await prepare({value}) first"},
    {"bad-data", "{field}: the packed data set is damaged ({value} bytes, expected {limit})"},
    {"load-failed", "{field}: could not be loaded: {value}"},
    {"worker-failed", "{field}: the training worker stopped: {value}"},
    {"bad-csv", "{field}: {value}; {limit}"},
};

// The limits of the design; beyond each, an error that names it.
struct Limits {
  static constexpr int kHiddenLayers = 64;
  static constexpr int kUnits = 1024;
  static constexpr int kPieces = 8;
  static constexpr int kBatch = 4096;
  static constexpr int kInputs = 4096;
  static constexpr int kRows = 100000;
  static constexpr int kClasses = 1024;
  static constexpr std::size_t kBytes = std::size_t{256} << 20;
};

struct Failure {
  ErrorCode code = ErrorCode::kNone;
  const char* field = "";
  double value = 0;
  double limit = 0;
};

// The latest failure of this module instance; calls that fail return false or null and set it.
Failure& lastFailure();

// Records a failure; returns false so that a check can `return fail(...)`.
bool fail(ErrorCode code, const char* field, double value, double limit);

// Whether a value is finite and lies in [low, high]; fails otherwise.
bool checkRange(const char* field, double value, double low, double high);

// At least this many bytes on a cache line of their own, or null; for std::free.
void* allocateLines(std::size_t bytes);

// Floats that are zeroed, counted against Limits::kBytes over the whole engine, and freed with
// their owner. An allocation that fails leaves a failure and an empty buffer.
class Memory {
 public:
  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() { reset(); }

  bool allocate(std::size_t floats, const char* field);
  void reset();
  float* data() { return data_; }
  const float* data() const { return data_; }
  std::size_t floats() const { return floats_; }
  static std::size_t bytesInUse();

 private:
  float* data_ = nullptr;
  std::size_t floats_ = 0;
};

}  // namespace lab
