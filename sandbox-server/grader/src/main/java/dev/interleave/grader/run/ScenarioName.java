package dev.interleave.grader.run;

/** How a scenario is named where a test of JUnit has its unique id. */
record ScenarioName(String className, String method) {

    private static final String PREFIX = "explore:";
    private static final String CANARIES = "canary";

    static boolean is(String uniqueId) {
        return uniqueId.startsWith(PREFIX);
    }

    static ScenarioName parse(String uniqueId) {
        String[] parts = uniqueId.substring(PREFIX.length()).split("#");
        return new ScenarioName(parts[0], parts[1]);
    }

    /** Whether it is one of {@link ScenarioCanary}, by its method. */
    boolean isCanary() {
        return className.equals(CANARIES);
    }

    @Override
    public String toString() {
        return PREFIX + className + "#" + method;
    }
}
