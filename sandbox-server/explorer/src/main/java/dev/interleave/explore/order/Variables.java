package dev.interleave.explore.order;

import java.util.HashMap;
import java.util.Map;

/** The variables of one object, by the name of a field or by an array's index. */
public final class Variables {

    private final Map<Object, Cell> cells = new HashMap<>(8);

    Cell cell(Object name) {
        return cells.computeIfAbsent(name, _ -> new Cell());
    }
}
