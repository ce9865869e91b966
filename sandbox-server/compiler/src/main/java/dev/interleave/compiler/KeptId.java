package dev.interleave.compiler;

/**
 * The id under which a kept value is told to the supervisor, to know it again in a rebuilt front
 * end.
 *
 * @param classNumber of the class that keeps it
 * @param nextNumber of the snippet that comes after
 */
record KeptId(int classNumber, int nextNumber) {

    private static final String PREFIX = "value.";

    String text() {
        return PREFIX + classNumber + "." + nextNumber;
    }

    String liveClass() {
        return LaneFiles.PACKAGE + "." + LiveClasses.name(classNumber);
    }

    static boolean is(String id) {
        return id.startsWith(PREFIX);
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    static KeptId parse(String id) {
        String[] parts = id.split("\\.");
        if (!is(id) || parts.length != 3) {
            throw new IllegalArgumentException("no id of a value: " + id);
        }
        return new KeptId(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
