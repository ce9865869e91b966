package dev.interleave.explore.weave;

import dev.interleave.explore.schedule.Sites;

/**
 * What is known of the method that is woven.
 *
 * @param owner its class, as an internal name
 * @param callback whether the JDK may call it
 * @param firstLine of its code; 0 if the class file does not tell
 * @param submission whether it belongs to the submission rather than to the tests
 */
record MethodContext(
        Bundle bundle,
        String owner,
        String name,
        boolean isStatic,
        boolean isSynchronized,
        boolean callback,
        boolean submission,
        int firstLine) {

    boolean isConstructor() {
        return name.equals("<init>");
    }

    boolean isInitializer() {
        return name.equals("<clinit>");
    }

    /**
     * The constant by which a hook is told the place; lambdas are shown as the method that they
     * stand in.
     */
    String site(int line, boolean looks, String what) {
        var shown =
                name.startsWith("lambda$") && name.lastIndexOf('$') > 7
                        ? name.substring(7, name.lastIndexOf('$'))
                        : name;
        return Sites.of(owner.replace('/', '.'), shown, line == 0 ? firstLine : line, looks, what);
    }

    static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }
}
