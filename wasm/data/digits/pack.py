#!/usr/bin/python3
"""Packs the UCI handwritten digits that scikit-learn carries into digits.bin.

Usage: /usr/bin/python3 wasm/data/digits/pack.py   (README.md describes the format)
"""

import hashlib
import pathlib
import struct

import numpy as np
from sklearn.datasets import load_digits

MAGIC, VERSION = b"ALDG", 1
COUNT, SIDE, CLASSES, LARGEST_PIXEL = 1797, 8, 10, 16
MEAN, STD = 0.3052, 0.3763

digits = load_digits()
pixels = digits.data.astype(np.uint8)
labels = digits.target.astype(np.uint8)
if pixels.shape != (COUNT, SIDE * SIDE) or not np.array_equal(pixels, digits.data):
    raise SystemExit(f"expected {COUNT} rows of {SIDE * SIDE} whole pixels, got {digits.data.shape}")
if pixels.max() != LARGEST_PIXEL or set(labels) != set(range(CLASSES)):
    raise SystemExit(f"expected pixels 0..{LARGEST_PIXEL} and labels 0..{CLASSES - 1}")

header = struct.pack("<4sHHBBH", MAGIC, VERSION, COUNT, SIDE, CLASSES, 0)
packed = header + labels.tobytes() + pixels.tobytes()
path = pathlib.Path(__file__).with_name("digits.bin")
path.write_bytes(packed)

# The figures that the README and the reader in C++ rely on.
is_test = np.arange(COUNT) % 5 == 0
train = pixels[~is_test] / LARGEST_PIXEL
print(f"{path.name}: {len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")
print(f"train {np.sum(~is_test)}, test {np.sum(is_test)}")
print(f"training pixels / 16: mean {train.mean():.4f} (used: {MEAN}), std {train.std():.4f} (used: {STD})")
print(f"all pixels / 16: mean {pixels.mean() / 16:.4f}, std {pixels.std() / 16:.4f}")
print(f"training labels a class: {np.bincount(labels[~is_test]).tolist()}")
print(f"test labels a class: {np.bincount(labels[is_test]).tolist()}")
