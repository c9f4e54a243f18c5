"""The installed program.

In the repository `app` and `ui` stand at the top, where they are easy to
find. Installed, they would be in everybody's way, so the wheel keeps them in
a folder of their own and this file, its only importable name, leads there.
"""

import sys
from pathlib import Path


def main() -> int:
    """Run the program in the folder beside this file."""
    sys.path.insert(0, str(Path(__file__).with_name("program")))
    from main import main as run

    return run()
