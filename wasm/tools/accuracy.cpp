// Measures how far the engine is from the exact values, over all floats, and writes what it found
// as JSON: accuracy --output FILE [--only ID,ID] [--stride N] [--threads N].
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "accuracy/subject.h"
#include "accuracy/tally.h"

namespace {

using namespace lab::accuracy;

constexpr std::uint64_t kFloats = std::uint64_t{1} << 32;
constexpr std::uint64_t kChunk = std::uint64_t{1} << 22;
constexpr std::uint32_t kInfinityBits = 0x7f800000;

struct Options {
  std::vector<std::size_t> selection;  // indices of subjects
  std::uint64_t stride = 1;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::string output;
};

struct Result {
  std::vector<Tally> tallies = std::vector<Tally>(kMaxOutputs);
  std::vector<std::string> wrongEdges;
};

float floatOf(std::uint64_t index) {
  return __builtin_bit_cast(float, static_cast<std::uint32_t>(index));
}

int outputCount(const Subject& s) {
  int count = 0;
  while (count < kMaxOutputs && s.outputs[count] != nullptr) ++count;
  return count;
}

// One thread's buffers.
struct Worker {
  float x0[kBlock] = {};
  float x1[kBlock] = {};
  float y[kMaxOutputs * kBlock];
  double exact[kMaxOutputs * kBlock];

  void measure(const Subject& s, Reference reference, std::size_t n, Result& result) {
    s.engine(x0, x1, n, y);
    reference(x0, x1, n, exact);
    for (int k = 0; k < outputCount(s); ++k) {
      const auto at = static_cast<std::size_t>(k) * kBlock;
      result.tallies[static_cast<std::size_t>(k)].add(x0, x1, n, y + at, exact + at);
    }
  }

  // NaN has to give NaN, and an infinity the limit.
  void checkEdges(const Subject& s, std::size_t n, Result& result) {
    s.engine(x0, x1, n, y);
    for (int k = 0; k < outputCount(s); ++k) {
      for (std::size_t i = 0; i < n; ++i) {
        const float got = y[static_cast<std::size_t>(k) * kBlock + i];
        bool right = std::isnan(got);
        if (!std::isnan(x0[i])) right = !s.continuous || got == limit(s, x0[i], k);
        if (right || result.wrongEdges.size() >= 10) continue;
        char text[96];
        std::snprintf(text, sizeof text, "%s at %g is %g", s.outputs[k], double(x0[i]),
                      double(got));
        result.wrongEdges.emplace_back(text);
      }
    }
  }

  static float limit(const Subject& s, float infinite, int output) {
    const float x = std::copysign(std::numeric_limits<float>::max(), infinite);
    const float x1 = 0;
    std::vector<float> outputs(kMaxOutputs * kBlock);
    s.engine(&x, &x1, 1, outputs.data());
    const float y = outputs[static_cast<std::size_t>(output) * kBlock];
    return std::fabs(y) > 1e30F ? std::copysign(INFINITY, y) : y;
  }

  void runFloats(const Subject& s, Reference reference, std::uint64_t chunk, std::uint64_t stride,
                 Result& result) {
    const std::uint64_t end = (chunk + 1) * kChunk;
    std::uint64_t u = (chunk * kChunk + stride - 1) / stride * stride;
    const bool edge = (chunk * kChunk & kInfinityBits) == kInfinityBits;
    // An exponent fills whole chunks, so that a chunk is finite or not as a whole.
    while (u < end) {
      std::size_t n = 0;
      for (; n < kBlock && u < end; u += stride) {
        const float x = floatOf(u);
        if (edge || (s.low <= x && x <= s.high)) x0[n++] = x;
      }
      if (n == 0) continue;
      if (edge) {
        checkEdges(s, n, result);
      } else {
        measure(s, reference, n, result);
      }
    }
  }

  void runPairs(const Subject& s, Reference reference, std::uint64_t chunk, std::uint64_t chunks,
                std::uint64_t stride, Result& result) {
    const std::vector<float>& floats = pairFloats();
    for (std::size_t i = chunk * stride; i < floats.size(); i += chunks * stride) {
      for (std::size_t first = 0; first < floats.size(); first += kBlock) {
        const std::size_t n = std::min(kBlock, floats.size() - first);
        for (std::size_t k = 0; k < n; ++k) {
          x0[k] = floats[i];
          x1[k] = floats[first + k];
        }
        measure(s, reference, n, result);
      }
    }
  }
};

// Ends the program: the command line can't be followed.
[[noreturn]] void refuse(const std::string& message) {
  std::fprintf(stderr, "accuracy: %s\n", message.c_str());
  std::exit(2);
}

std::uint64_t countOf(const std::string& option, const char* text, std::uint64_t most) {
  char* end = nullptr;
  const unsigned long long value = std::strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != '\0' || value < 1 || value > most) {
    refuse(option + " is '" + text + "'; it takes a whole number from 1 to " +
           std::to_string(most));
  }
  return value;
}

std::size_t subjectOf(const std::string& id) {
  std::string known;
  for (std::size_t i = 0; i < subjects().size(); ++i) {
    if (id == subjects()[i].id) return i;
    known += std::string(known.empty() ? "" : ", ") + subjects()[i].id;
  }
  refuse("--only is '" + id + "'; there are " + known);
}

Options parse(int argc, char** argv) {
  Options options;
  bool chosen = false;
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i];
    if (option != "--only" && option != "--stride" && option != "--threads" &&
        option != "--output") {
      refuse("'" + option + "' is no option; there are --only, --stride, --threads and --output");
    }
    if (i + 1 == argc) refuse(option + " needs a value");
    const char* value = argv[i + 1];
    if (option == "--stride") options.stride = countOf(option, value, kFloats / 256);
    if (option == "--threads") options.threads = unsigned(countOf(option, value, 1024));
    if (option == "--output") options.output = value;
    if (option != "--only") continue;
    chosen = true;
    std::string rest = value;
    for (std::size_t comma; !rest.empty();
         rest = comma < rest.size() ? rest.substr(comma + 1) : "") {
      comma = std::min(rest.find(','), rest.size());
      options.selection.push_back(subjectOf(rest.substr(0, comma)));
    }
  }
  if (options.output.empty()) refuse("--output FILE is needed");
  for (std::size_t i = 0; !chosen && i < subjects().size(); ++i) options.selection.push_back(i);
  return options;
}

// Runs all chunks of the selection on all threads; once a second it prints the share that is done
// and where it is.
std::vector<Result> measureAll(const Options& options) {
  constexpr std::uint64_t kChunks = kFloats / kChunk;
  const std::uint64_t total = options.selection.size() * kChunks;
  std::atomic<std::uint64_t> next{0};
  std::mutex merging;
  std::vector<Result> all(options.selection.size());
  const auto work = [&] {
    auto worker = std::make_unique<Worker>();
    std::vector<Result> own(options.selection.size());
    for (std::uint64_t task = next++; task < total; task = next++) {
      const std::size_t index = options.selection[task / kChunks];
      const Subject& s = subjects()[index];
      Result& result = own[task / kChunks];
      if (s.domain == Domain::kFloats) {
        worker->runFloats(s, references()[index], task % kChunks, options.stride, result);
      } else {
        worker->runPairs(s, references()[index], task % kChunks, kChunks, options.stride, result);
      }
    }
    const std::lock_guard lock(merging);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < kMaxOutputs; ++k) all[i].tallies[k].merge(own[i].tallies[k]);
      all[i].wrongEdges.insert(all[i].wrongEdges.end(), own[i].wrongEdges.begin(),
                               own[i].wrongEdges.end());
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < options.threads; ++i) threads.emplace_back(work);
  for (std::uint64_t done = 0; done < total; done = next) {
    const Subject& s = subjects()[options.selection[done / kChunks]];
    std::printf("%.4f %s\n", double(done) / double(total), s.id);
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  for (std::thread& thread : threads) thread.join();
  return all;
}

// What the engine and its reference give at one input.
struct Values {
  float y;
  double exact;
};
Values valuesAt(std::size_t subject, int output, float x0, float x1) {
  auto worker = std::make_unique<Worker>();
  subjects()[subject].engine(&x0, &x1, 1, worker->y);
  references()[subject](&x0, &x1, 1, worker->exact);
  const auto at = static_cast<std::size_t>(output) * kBlock;
  return {worker->y[at], worker->exact[at]};
}

// The shortest text that reads back as x. JSON has no infinity; 1e999 reads as one.
template <class T>
std::string number(T x) {
  if (std::isinf(x)) return x < 0 ? "-1e999" : "1e999";
  if (std::isnan(x)) return "null";
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, x).ptr};
}

std::string json(const lab::Tolerance& t) {
  return "{ \"ulp\": " + number(t.ulp) + ", \"absolute\": " + number(t.absolute) + " }";
}

std::string json(std::size_t subject, int output, const Point& p) {
  const Values v = valuesAt(subject, output, p.x0, p.x1);
  return "{ \"x\": " + number(double(p.x0)) + ", \"gate\": " + number(double(p.x1)) +
         ", \"ulp\": " + number(p.ulp) + ", \"absolute\": " + number(p.absolute) +
         ", \"engine\": " + number(double(v.y)) + ", \"exact\": " + number(v.exact) + " }";
}

template <class Item>
std::string list(const std::vector<Item>& items,
                 const std::function<std::string(const Item&)>& text) {
  std::string all;
  for (const Item& item : items) all += (all.empty() ? "" : ", ") + text(item);
  return "[" + all + "]";
}

// Inputs with what the reference gives there, for a check of the reference itself.
std::string referenceSample(std::size_t subject, int output) {
  const Subject& s = subjects()[subject];
  const std::vector<float>& floats = pairFloats();
  std::string all;
  for (std::size_t i = 0; i < floats.size(); i += 29) {
    const float x0 = floats[i];
    const float x1 = floats[i * 7 % floats.size()];
    if (s.domain == Domain::kFloats && (x0 < s.low || x0 > s.high)) continue;
    all += (all.empty() ? "[" : ", [") + number(double(x0)) + ", " + number(double(x1)) + ", " +
           number(valuesAt(subject, output, x0, x1).exact) + "]";
  }
  return "[" + all + "]";
}

std::string json(std::size_t subject, int output, const Tally& tally) {
  const Subject& s = subjects()[subject];
  const Bound bound = tally.bound();
  const lab::Tolerance* declared = s.declared[output];
  return std::string("{ \"output\": \"") + s.outputs[output] +
         "\", \"values\": " + std::to_string(tally.count()) +
         (declared != nullptr ? ",\n  \"declared\": " + json(*declared) : "") +
         ",\n  \"bound\": " + json(bound.tolerance) +
         ",\n  \"worst\": " + json(subject, output, tally.worst()) +
         ",\n  \"worstNearZero\": " + json(subject, output, tally.worstNearZero()) +
         ",\n  \"attained\": " +
         list<Point>(bound.attained, [&](const Point& p) { return json(subject, output, p); }) +
         ",\n  \"reference\": " + referenceSample(subject, output) + " }";
}

std::string json(std::size_t subject, const Result& result) {
  const Subject& s = subjects()[subject];
  std::string outputs;
  for (int k = 0; k < outputCount(s); ++k) {
    outputs += (k == 0 ? "\n" : ",\n") + json(subject, k, result.tallies[std::size_t(k)]);
  }
  return std::string("{ \"id\": \"") + s.id + "\", \"wrongEdges\": " +
         list<std::string>(result.wrongEdges, [](const std::string& e) { return '"' + e + '"'; }) +
         ",\n\"outputs\": [" + outputs + "] }";
}

void write(const Options& options, const std::vector<Result>& results) {
  std::string text = "{ \"stride\": " + std::to_string(options.stride) + ", \"subjects\": [\n";
  for (std::size_t i = 0; i < results.size(); ++i) {
    text += (i == 0 ? "" : ",\n") + json(options.selection[i], results[i]);
  }
  text += "] }\n";
  std::FILE* file = std::fopen(options.output.c_str(), "w");
  if (file == nullptr || std::fputs(text.c_str(), file) < 0 || std::fclose(file) != 0) {
    refuse("--output '" + options.output + "' can't be written");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  write(options, measureAll(options));
  return 0;
}
