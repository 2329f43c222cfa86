// What the project needs from the machine: how each part is recognized, and how it is got.
// @ts-check
import {
  findChromium,
  findClang,
  findCmake,
  findCompiler,
  findEmscripten,
  findFirefox,
  findGcc,
  findProgram,
  findPytorch,
  folderWith,
  hasChineseFont,
  minimumEmscripten,
} from './toolchain.mjs';

/** @typedef {'build' | 'test' | 'lint'} Purpose */

/**
 * @typedef {object} Requirement
 * @property {Purpose[]} for
 * @property {string} name
 * @property {() => boolean} found
 * @property {string[]} debian the Debian packages that bring it
 * @property {string} elsewhere how another system gets it
 */

/** @type {Requirement[]} */
export const requirements = [
  {
    for: ['build', 'test'],
    name: `Emscripten ${minimumEmscripten} or newer (em++)`,
    found: () => Boolean(findEmscripten()),
    debian: ['emscripten'],
    elsewhere:
      'git clone https://github.com/emscripten-core/emsdk && emsdk/emsdk install latest && ' +
      'emsdk/emsdk activate latest && . emsdk/emsdk_env.sh',
  },
  {
    for: ['build', 'test', 'lint'],
    name: 'CMake 3.21 or newer (cmake)',
    found: () => Boolean(findCmake()),
    debian: ['cmake'],
    elsewhere: 'pipx install cmake',
  },
  {
    for: ['build', 'test', 'lint'],
    name: 'Ninja (ninja)',
    found: () => Boolean(findProgram('ninja')),
    debian: ['ninja-build'],
    elsewhere: 'pipx install ninja',
  },
  {
    for: ['build', 'test', 'lint'],
    name: 'SIMDe (simde/wasm/simd128.h)',
    found: () => Boolean(folderWith('simde/wasm/simd128.h', '/usr/include', '/usr/local/include')),
    debian: ['libsimde-dev'],
    elsewhere:
      'git clone https://github.com/simd-everywhere/simde /usr/local/src/simde && ' +
      'ln -s /usr/local/src/simde/simde /usr/local/include/simde',
  },
  {
    for: ['build', 'test', 'lint'],
    name: 'the sources of Google Test (googletest/src/gtest-all.cc)',
    found: () =>
      Boolean(
        folderWith(
          'googletest/src/gtest-all.cc',
          '/usr/src/googletest',
          '/usr/local/src/googletest',
        ),
      ),
    debian: ['googletest'],
    elsewhere:
      'git clone --branch release-1.12.1 https://github.com/google/googletest ' +
      '/usr/local/src/googletest',
  },
  {
    for: ['test', 'lint'],
    name: 'a native C++20 compiler (GCC 10 or Clang 10, or newer)',
    found: () => Boolean(findCompiler()),
    debian: ['g++'],
    elsewhere: 'install GCC or Clang (on macOS: xcode-select --install)',
  },
  {
    for: ['test'],
    name: 'GCC 10 or newer (g++), to compare with Clang',
    found: () => Boolean(findGcc()),
    debian: ['g++'],
    elsewhere: 'install GCC',
  },
  {
    for: ['test'],
    name: 'Clang 10 or newer (clang++), to compare with GCC',
    found: () => Boolean(findClang()),
    debian: ['clang'],
    elsewhere: 'install Clang',
  },
  {
    for: ['test'],
    name: 'JSON for Modern C++ (nlohmann/json.hpp)',
    found: () => Boolean(folderWith('nlohmann/json.hpp', '/usr/include', '/usr/local/include')),
    debian: ['nlohmann-json3-dev'],
    elsewhere:
      'git clone --branch v3.11.2 https://github.com/nlohmann/json && ' +
      'cmake -S json -B json/build -DJSON_BuildTests=OFF && cmake --install json/build',
  },
  {
    for: ['test'],
    name: 'Chromium (chromium)',
    found: () => Boolean(findChromium()),
    debian: ['chromium'],
    elsewhere: 'install Chromium or Chrome and put it on the PATH as chromium',
  },
  {
    for: ['test'],
    name: 'Firefox (firefox-esr)',
    found: () => Boolean(findFirefox()),
    debian: ['firefox-esr'],
    elsewhere: 'install Firefox and put it on the PATH as firefox',
  },
  {
    for: ['test'],
    name: 'PyTorch 1.13 or newer and scikit-learn, in one python3',
    found: () => Boolean(findPytorch()),
    debian: ['python3-torch', 'python3-sklearn'],
    elsewhere: 'python3 -m pip install torch scikit-learn',
  },
  {
    for: ['test'],
    name: 'a font with Chinese characters (fc-list :lang=zh-cn)',
    found: hasChineseFont,
    debian: ['fontconfig', 'fonts-noto-cjk'],
    elsewhere: 'install fontconfig and the Noto Sans CJK fonts',
  },
  ...[
    { program: 'mkdocs', title: 'MkDocs', debian: 'mkdocs', pip: 'mkdocs' },
    { program: 'sphinx-build', title: 'Sphinx', debian: 'python3-sphinx', pip: 'sphinx' },
    {
      program: 'jupyter-nbconvert',
      title: 'nbconvert',
      debian: 'jupyter-nbconvert',
      pip: 'nbconvert',
    },
  ].map(({ program, title, debian, pip }) => ({
    for: /** @type {Purpose[]} */ (['test']),
    name: `${title} (${program}), for pages of others that embed us`,
    found: () => Boolean(findProgram(program)),
    debian: [debian],
    elsewhere: `pipx install ${pip}`,
  })),
  {
    for: ['lint'],
    name: 'clang-format',
    found: () => Boolean(findProgram('clang-format')),
    debian: ['clang-format'],
    elsewhere: 'pipx install clang-format',
  },
  {
    for: ['lint'],
    name: 'clang-tidy',
    found: () => Boolean(findProgram('clang-tidy')),
    debian: ['clang-tidy'],
    elsewhere: 'pipx install clang-tidy',
  },
];
