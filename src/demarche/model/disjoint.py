"""A partition of things by what is known to be the same and what is known not to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Partition:
    """Disjoint sets of strings. A set is named by its least member, so that the order of joins leaves no trace in the names."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {item: item for item in items}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def find(self, item: str) -> str:
        """The least member of the item's set; an item not seen before is a set of its own."""
        parent = self._parent
        root = parent.setdefault(item, item)
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def keep_apart(self, left: str, right: str) -> None:
        """Forbid every later join that would put both into one set."""
        self._apart[self.find(left)].add(right)
        self._apart[self.find(right)].add(left)

    def may_join(self, left: str, right: str) -> bool:
        """Whether no pair that is kept apart would meet."""
        one, other = self.find(left), self.find(right)
        fewer, root = (one, other) if len(self._apart.get(one, ())) <= len(self._apart.get(other, ())) else (other, one)
        return all(self.find(item) != root for item in self._apart.get(fewer, ()))

    def join(self, left: str, right: str) -> bool:
        """Put both into one set; False, and nothing done, when that is forbidden or already so."""
        one, other = self.find(left), self.find(right)
        if one == other or not self.may_join(one, other):
            return False
        root, gone = min(one, other), max(one, other)
        self._parent[gone] = root
        if gone in self._apart:
            self._apart[root] |= self._apart.pop(gone)
        return True

    def groups(self) -> dict[str, list[str]]:
        """Every set under its name, names and members in order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self.find(item)].append(item)
        return dict(sorted(found.items()))
