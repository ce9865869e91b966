package dev.interleave.grader.run;

/** How a scenario is named where a test of JUnit has its unique id. */
record ScenarioName(String className, String method) {

    private static final String PREFIX = "explore:";

    static boolean is(String uniqueId) {
        return uniqueId.startsWith(PREFIX);
    }

    static ScenarioName parse(String uniqueId) {
        String[] parts = uniqueId.substring(PREFIX.length()).split("#");
        return new ScenarioName(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return PREFIX + className + "#" + method;
    }
}
