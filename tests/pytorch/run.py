"""Runs exported programs, each as its reader would, in one process: loading PyTorch takes seconds.

Usage: /usr/bin/python3 run.py <folder>    reads <folder>/*.py, writes <folder>/*.csv
"""

import pathlib
import runpy
import sys

for program in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    sys.argv = [str(program), "--out", str(program.with_suffix(".csv"))]
    runpy.run_path(str(program), run_name="__main__")
