// Prints web/src/engine/catalog.ts, as Biome would format it: what the engine knows about its
// activations, and the tables whose order is the wire format.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "activations/registry.h"
#include "errors.h"
#include "names.h"

namespace {

using namespace lab;

// A literal: text, or a bracket with its items; in an object every item has a key.
struct Node {
  explicit Node(std::string literal, bool quoted = false)
      : text(std::move(literal)), isString(quoted) {}
  Node(char bracket, std::vector<Node> list) : open(bracket), items(std::move(list)) {}

  std::string key;
  std::string text;
  bool isString = false;
  char open = 0;
  std::vector<Node> items;
};

Node number(double x) {
  if (std::isinf(x)) return Node(x < 0 ? "-Infinity" : "Infinity");
  if (std::nearbyint(x) == x && std::fabs(x) < 1e15) {
    return Node(std::to_string(static_cast<long long>(x)));
  }
  char buffer[32];
  std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, x).ptr);
  if (const auto zero = text.find("e-0"); zero != std::string::npos) text.erase(zero + 2, 1);
  return Node(text);
}

Node string(const std::string& s) {
  const char quote = s.find('\'') != std::string::npos ? '"' : '\'';
  std::string text(1, quote);
  for (const char c : s) {
    if (c == '\\' || c == quote) text += '\\';
    text += c;
  }
  return Node(text + quote, true);
}

Node named(const char* key, Node node) {
  node.key = key;
  return node;
}
Node array(std::vector<Node> items) { return {'[', std::move(items)}; }
Node object(std::vector<Node> items) { return {'{', std::move(items)}; }

std::string prefix(const Node& node) { return node.key.empty() ? "" : node.key + ": "; }

std::string oneLine(const Node& node) {
  if (node.open == 0) return prefix(node) + node.text;
  std::string text;
  for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + oneLine(item);
  if (node.open == '[') return prefix(node) + "[" + text + "]";
  return prefix(node) + "{ " + text + " }";
}

std::size_t columns(const std::string& utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (c & 0xC0) != 0x80;
  return count;
}

// Breaks whatever would pass column 100. `tail` is what follows on the last line.
std::string print(const Node& node, const std::string& head, const std::string& tail,
                  const std::string& indent) {
  const std::string line = indent + head + oneLine(node) + tail;
  if (columns(line) <= 100) return line + "\n";
  const std::string deeper = indent + "  ";
  if (node.open == 0) {
    if (!node.isString) return line + "\n";
    return indent + head + node.key + ":\n" + deeper + node.text + tail + "\n";
  }
  std::string text = indent + head + prefix(node) + node.open + "\n";
  for (const Node& item : node.items) text += print(item, "", ",", deeper);
  return text + indent + (node.open == '[' ? "]" : "}") + tail + "\n";
}

void exportConst(const std::string& name, const Node& node) {
  std::fputs(print(node, "export const " + name + " = ", " as const;", "").c_str(), stdout);
}

template <int N>
Node names(const char* const (&list)[N]) {
  std::vector<Node> items;
  for (const char* name : list) items.push_back(string(name));
  return array(std::move(items));
}

template <std::size_t N>
Node numbers(const std::array<double, N>& list) {
  std::vector<Node> items;
  for (const double x : list) items.push_back(number(x));
  return array(std::move(items));
}

Node tolerance(const Tolerance& t) {
  return object({named("ulp", number(t.ulp)), named("absolute", number(t.absolute))});
}

constexpr const char* kKindNames[] = {"elementwise", "maxout", "gated"};
constexpr const char* kSchemeNames[] = {"he", "xavier", "lecun"};

template <class A>
Node describe() {
  std::vector<Node> parameters;
  for (const Parameter& p : A::parameters) {
    parameters.push_back(object({named("id", string(p.id)), named("default", number(p.def)),
                                 named("min", number(p.min)), named("max", number(p.max)),
                                 named("learnable", Node(p.learnable ? "true" : "false"))}));
  }
  return object({
      named("id", string(A::id)),
      named("label", string(A::label)),
      named("latex", string(A::latex)),
      named("latexDerivative", string(A::latexDerivative)),
      named("kind", string(kKindNames[static_cast<int>(A::kind)])),
      named("parameters", array(std::move(parameters))),
      named("range", numbers(A::range)),
      named("kinks", numbers(A::kinks)),
      named("tolerance", object({named("value", tolerance(A::value)),
                                 named("derivative", tolerance(A::derivative))})),
      named("init", string(kSchemeNames[static_cast<int>(A::init)])),
      named("source", string(A::source)),
  });
}

template <class... A>
void activations(TypeList<A...>) {
  exportConst("ACTIVATION_IDS", array({string(A::id)...}));
  std::puts("\nexport type ActivationId = (typeof ACTIVATION_IDS)[number];\n");
  std::fputs(print(array({describe<A>()...}),
                   "export const ACTIVATIONS: readonly ActivationInfo[] = ", ";", "")
                 .c_str(),
             stdout);
}

Node errors() {
  std::vector<Node> items;
  for (const ErrorEntry& e : kErrors) {
    items.push_back(object({named("code", string(e.code)), named("message", string(e.message))}));
  }
  return array(std::move(items));
}

Node limits() {
  return object({
      named("hiddenLayers", number(Limits::kHiddenLayers)),
      named("units", number(Limits::kUnits)),
      named("pieces", number(Limits::kPieces)),
      named("batch", number(Limits::kBatch)),
      named("inputs", number(Limits::kInputs)),
      named("rows", number(Limits::kRows)),
      named("classes", number(Limits::kClasses)),
      named("bytes", number(static_cast<double>(Limits::kBytes))),
  });
}

}  // namespace

int main() {
  std::puts("// Generated from the engine's headers by wasm/tools/catalog.cpp; do not edit.\n");
  std::puts("import type { ActivationInfo } from './types.ts';\n");
  activations(Activations{});
  std::puts("");
  exportConst("DATASETS", names(kDatasetNames));
  exportConst("INITS", names(kInitNames));
  exportConst("LOSSES", names(kLossNames));
  exportConst("OPTIMIZERS", names(kOptimizerNames));
  exportConst("OUTPUT_ACTIVATIONS", names(kOutputActivationNames));
  exportConst("STATES", names(kStateNames));
  exportConst("DIVERGENCE_REASONS", names(kDivergenceReasonNames));
  exportConst("PARAMETER_KINDS", names(kParameterKindNames));
  std::puts("\n/** Indexed by `Failure.code`. */");
  exportConst("ERRORS", errors());
  std::puts("");
  exportConst("LIMITS", limits());
  return 0;
}
