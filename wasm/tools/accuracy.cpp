// Measures how far the engine is from the exact values, over all floats, and writes what it found
// as JSON: accuracy --output FILE [--only ID,ID] [--stride N] [--threads N] [--all].
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
#include <numeric>
#include <sstream>
#include <string>
#include <thread>

#include "accuracy/subject.h"
#include "accuracy/worker.h"

namespace {

using namespace lab::accuracy;

constexpr std::uint64_t kFloats = std::uint64_t{1} << 32;

struct Options {
  std::vector<std::size_t> selection;  // indices of subjects
  std::uint64_t stride = 1;
  bool all = false;  // measures the settled stretches, too
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::string output;
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

// What follows an option.
struct Arguments {
  int count;
  char** texts;
  int next = 1;

  const char* value(const std::string& option) {
    if (next >= count) refuse(option + " needs a value");
    return texts[next++];
  }
};

Options parse(Arguments arguments) {
  Options options;
  while (arguments.next < arguments.count) {
    const std::string option = arguments.texts[arguments.next++];
    if (option == "--all") {
      options.all = true;
    } else if (option == "--stride") {
      options.stride = countOf(option, arguments.value(option), kFloats / 256);
    } else if (option == "--threads") {
      options.threads = static_cast<unsigned>(countOf(option, arguments.value(option), 1024));
    } else if (option == "--output") {
      options.output = arguments.value(option);
    } else if (option == "--only") {
      std::stringstream ids(arguments.value(option));
      for (std::string id; std::getline(ids, id, ',');) options.selection.push_back(subjectOf(id));
      if (options.selection.empty()) subjectOf("");
    } else {
      refuse("'" + option +
             "' is no option; there are --only, --stride, --threads, --all and --output");
    }
  }
  if (options.output.empty()) refuse("--output FILE is needed");
  if (options.selection.empty()) {
    options.selection.resize(subjects().size());
    std::iota(options.selection.begin(), options.selection.end(), 0);
  }
  return options;
}

// Runs all chunks of the selection on all threads; once a second it prints the share that is done
// and where it is.
std::vector<Result> measureAll(const Options& options) {
  constexpr std::uint64_t kChunks = kFloats / kChunkFloats;
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
      const std::uint64_t chunk = task % kChunks;
      if (s.domain == Domain::kPairs) {
        worker->runPairs(s, references()[index], chunk, kChunks, options.stride, result);
      } else if (options.all || !worker->isSettled(s, references()[index], chunk)) {
        worker->runFloats(s, references()[index], chunk, options.stride, result);
      } else {
        result.settled += kChunkFloats;
      }
    }
    const std::lock_guard lock(merging);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < kMaxOutputs; ++k) all[i].tallies[k].merge(own[i].tallies[k]);
      all[i].settled += own[i].settled;
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
  std::vector<float> y(kMaxOutputs * kBlock);
  std::vector<double> exact(kMaxOutputs * kBlock);
  subjects()[subject].engine(&x0, &x1, 1, y.data());
  references()[subject](&x0, &x1, 1, exact.data());
  const auto at = static_cast<std::size_t>(output) * kBlock;
  return {y[at], exact[at]};
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
  return std::string("{ \"id\": \"") + s.id + "\", \"settled\": " + std::to_string(result.settled) +
         ", \"wrongEdges\": " +
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
  const Options options = parse({argc, argv});
  write(options, measureAll(options));
  return 0;
}
