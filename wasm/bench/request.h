// What the benchmark program is asked for: one line of key=value words.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace bench {

// Ends the program: its caller made a mistake that no answer mends.
[[noreturn]] inline void stop(const std::string& message) {
  std::fprintf(stderr, "engine_bench: %s\n", message.c_str());
  std::exit(1);
}

class Request {
 public:
  explicit Request(const std::string& line) {
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const std::size_t equals = word.find('=');
      if (equals == std::string::npos) stop(word + ": must be key=value");
      values_[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }

  const std::string& text(const std::string& key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) stop(key + ": is missing");
    return found->second;
  }
  double number(const std::string& key) const {
    const std::string& value = text(key);
    char* end = nullptr;
    const double x = std::strtod(value.c_str(), &end);
    if (value.empty() || *end != 0) stop(key + "=" + value + ": must be a number");
    return x;
  }
  int integer(const std::string& key) const { return static_cast<int>(number(key)); }
  // Words between commas.
  std::vector<std::string> list(const std::string& key) const {
    std::istringstream words(text(key));
    std::vector<std::string> result;
    for (std::string word; std::getline(words, word, ',');) result.push_back(word);
    return result;
  }

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace bench
