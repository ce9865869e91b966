//! ends: timeout time
var list = new ArrayList<>(List.of(3, 2, 1));
list.sort((a, b) -> { while (true) { } });
