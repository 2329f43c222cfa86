// The registry's list as Google Test type lists, so that a new activation is tested at once.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "activations/registry.h"

namespace lab::test {

template <class Chosen, Kind kind, class... Rest>
struct Filter {
  using type = Chosen;
};
template <class... Chosen, Kind kind, class First, class... Rest>
struct Filter<testing::Types<Chosen...>, kind, First, Rest...> {
  using type = typename std::conditional_t<First::kind == kind,
                                           Filter<testing::Types<Chosen..., First>, kind, Rest...>,
                                           Filter<testing::Types<Chosen...>, kind, Rest...>>::type;
};

template <Kind kind, class... A>
typename Filter<testing::Types<>, kind, A...>::type filter(TypeList<A...>);
template <class... A>
testing::Types<A...> everything(TypeList<A...>);

using ElementwiseTypes = decltype(filter<Kind::kElementwise>(Activations{}));
using GateTypes = decltype(filter<Kind::kGated>(Activations{}));
using AllTypes = decltype(everything(Activations{}));

struct Names {
  template <class A>
  static std::string GetName(int) {
    return A::id;
  }
};

// Defaults as the kernels get them: floats, 0 where there is none.
template <class A>
float parameter(std::size_t index) {
  if (index >= A::parameters.size()) return 0;
  return static_cast<float>(A::parameters.begin()[index].def);
}

}  // namespace lab::test
