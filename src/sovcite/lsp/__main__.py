"""python -m sovcite.lsp"""

from __future__ import annotations

from sovcite.lsp import main

if __name__ == "__main__":
    main()
