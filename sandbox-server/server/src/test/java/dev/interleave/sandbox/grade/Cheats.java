package dev.interleave.sandbox.grade;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Submissions for "say 42" that do not say 42, and what they try instead. The words in braces stand
 * in the body of the method, in the class, or before it.
 */
final class Cheats {

    private Cheats() {}

    private static String body(String code) {
        return "class Answer { Object say() throws Throwable { " + code + " return 41; } }";
    }

    private static String inClass(String members) {
        return "class Answer { " + members + " Object say() throws Throwable { return 41; } }";
    }

    /** Refused before anything of them runs. */
    static Map<String, String> refused() {
        Map<String, String> cheats = new LinkedHashMap<>();
        cheats.put("ends the JVM", body("System.exit(0);"));
        cheats.put("halts the JVM", body("Runtime.getRuntime().halt(0);"));
        cheats.put(
                "ends it later",
                inClass("static { Runtime.getRuntime().addShutdownHook(new Thread()); }"));
        cheats.put("starts a process", body("new ProcessBuilder(\"sh\").start();"));
        cheats.put("loads by name", body("Class.forName(\"AnswerTest\").getDeclaredMethods();"));
        cheats.put(
                "calls by reflection", body("getClass().getDeclaredMethod(\"say\").invoke(this);"));
        cheats.put(
                "calls by method handles",
                body(
                        "java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\","
                                + " java.lang.invoke.MethodType.methodType(void.class,"
                                + " int.class)).invoke(0);"));
        cheats.put("walks the stack", body("StackWalker.getInstance().forEach(f -> {});"));
        cheats.put(
                "reads its stack trace",
                body("if (new Throwable().getStackTrace().length > 3) return 42;"));
        cheats.put(
                "reads it by a subclass",
                "class Probe extends RuntimeException {} "
                        + body("if (new Probe().getStackTrace().length > 3) return 42;"));
        cheats.put(
                "prints its stack trace",
                body(
                        "new Throwable().printStackTrace(new java.io.PrintStream(new"
                                + " java.io.ByteArrayOutputStream()));"));
        cheats.put("looks at other threads", body("Thread.getAllStackTraces();"));
        cheats.put(
                "looks through a subclass",
                "class Spy extends Thread { static Object look() { return getAllStackTraces(); } } "
                        + body("Spy.look();"));
        cheats.put(
                "takes uncaught exceptions",
                body("Thread.setDefaultUncaughtExceptionHandler((t, e) -> {});"));
        cheats.put("replaces the output", body("System.setOut(null);"));
        cheats.put(
                "reads settings", body("if (System.getProperty(\"user.dir\") != null) return 42;"));
        cheats.put(
                "reads settings as numbers",
                body("if (Integer.getInteger(\"java.vm.specification.version\") > 3) return 42;"));
        cheats.put("reads the environment", body("if (System.getenv().isEmpty()) return 42;"));
        cheats.put(
                "reads files",
                body("java.nio.file.Files.readString(java.nio.file.Path.of(\"/app\"));"));
        cheats.put("writes files", body("new java.io.FileWriter(\"/tmp/x\").close();"));
        cheats.put(
                "reads a file by a scanner",
                body("new java.util.Scanner(new java.io.File(\"/proc/self/maps\")).next();"));
        cheats.put(
                "writes a file by a formatter",
                body("new java.util.Formatter(\"/tmp/x\").close();"));
        cheats.put(
                "writes to descriptors",
                body("new java.io.FileOutputStream(java.io.FileDescriptor.out).write(1);"));
        cheats.put("connects", body("new java.net.Socket(\"localhost\", 80);"));
        cheats.put("loads services", body("java.util.ServiceLoader.load(Runnable.class);"));
        cheats.put(
                "makes a class loader",
                "class Loader extends ClassLoader {} " + body("new Loader();"));
        cheats.put("uses the loader of its class", body("getClass().getClassLoader();"));
        cheats.put("declares a native method", inClass("native void answer();"));
        cheats.put("loads a library", body("System.load(\"/tmp/x.so\");"));
        cheats.put("uses foreign memory", body("java.lang.foreign.Arena.global();"));
        cheats.put("leaves a finalizer", inClass("@Override protected void finalize() {}"));
        cheats.put(
                "reads objects from bytes",
                body(
                        "new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(new"
                                + " byte[0]));"));
        cheats.put(
                "manages the JVM",
                body("java.lang.management.ManagementFactory.getRuntimeMXBean();"));
        cheats.put("is called like a test", "class AnswerTest {} " + body(""));
        return cheats;
    }

    /** Run, and not believed. */
    static Map<String, String> run() {
        Map<String, String> cheats = new LinkedHashMap<>();
        cheats.put(
                "prints what looks like success",
                body("System.out.println(\"[         1 tests successful      ]\");"));
        cheats.put(
                "throws what JUnit does not survive",
                body("if (true) throw new OutOfMemoryError();"));
        cheats.put(
                "throws with a message that hangs",
                "class Slow extends RuntimeException { public String getMessage() { synchronized"
                    + " (this) { try { wait(); } catch (InterruptedException e) { } return \"\"; }"
                    + " } } "
                        + body("if (true) throw new Slow();"));
        cheats.put(
                "throws what throws again",
                "class Odd extends RuntimeException { public String getMessage() { throw this; }"
                        + " public Throwable getCause() { throw this; } public String toString() {"
                        + " throw this; } } "
                        + body("if (true) throw new Odd();"));
        cheats.put(
                "gives what hangs when it is shown",
                "class Any { public String toString() { while (true) { } } } class Answer { Object"
                        + " say() { return new Any(); } }");
        cheats.put(
                "never initialises",
                inClass("static { if (true) while (true) Thread.onSpinWait(); }"));
        cheats.put(
                "waits for itself to initialise",
                inClass(
                        "static { try { Thread.ofPlatform().start(() -> new Answer()).join(); }"
                                + " catch (InterruptedException e) { } }"));
        cheats.put(
                "fills the heap",
                body("var all = new java.util.ArrayList<byte[]>(); while (true) all.add(new byte[1"
                                + " << 20]);")
                        .replace(" return 41;", ""));
        cheats.put(
                "prints without end",
                body("while (true) System.out.println(\"passed\");").replace(" return 41;", ""));
        cheats.put(
                "calls itself without end",
                inClass("Object again() { return again(); }")
                        .replace("return 41;", "return again();"));
        cheats.put("interrupts who tests it", body("Thread.currentThread().interrupt();"));
        cheats.put(
                "goes on when the test is over",
                body("Thread.startVirtualThread(() -> { while (true) Thread.yield(); });"));
        return cheats;
    }

    /** Starts threads without end. */
    static String threads() {
        return body("while (true) new Thread(() -> { try { Thread.sleep(1_000_000); } catch"
                        + " (InterruptedException e) { } }).start();")
                .replace(" return 41;", "");
    }

    /** Equal to whatever they are compared with. */
    static Map<String, String> equal() {
        Map<String, String> cheats = new LinkedHashMap<>();
        cheats.put(
                "is equal to everything",
                "class Any { public boolean equals(Object o) { return true; } public int hashCode()"
                    + " { return 42; } public String toString() { return \"42\"; } } class Answer {"
                    + " Object say() { return new Any(); } }");
        cheats.put(
                "hides what is equal to everything in a list",
                "class Any { public boolean equals(Object o) { return true; } } class Answer {"
                        + " Object say() { return java.util.List.of(new Any()); } }");
        return cheats;
    }

    /** After which the compiler must be a fresh one. */
    static Map<String, String> excessive() {
        Map<String, String> cheats = new LinkedHashMap<>();
        cheats.put(
                "nests deeply",
                body("Object o = " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + ";"));
        cheats.put("nests lambdas", NESTED_LAMBDAS);
        return cheats;
    }

    /** That would mislead the compiler of the tests. */
    static Map<String, String> misleading() {
        Map<String, String> cheats = new LinkedHashMap<>();
        cheats.put("names the framework", "import org.junit.jupiter.api.Test; " + body(""));
        cheats.put(
                "takes the place of a type in the tests",
                "class Assertions { } class Object { } " + body(""));
        cheats.put(
                "lives in the framework's package", "package org.junit.jupiter.api; " + body(""));
        return cheats;
    }

    private static final String NESTED_LAMBDAS =
            """
            import java.util.concurrent.Callable;
            class Answer {
                static <T> T f(Callable<T> a) { return null; }
                static <T> T f(java.util.function.Supplier<T> a) { return null; }
                Object say() { return %s; }
            }
            """
                    .formatted("f(() -> ".repeat(24) + "1" + ")".repeat(24));
}
